import { unexpectedAnswer } from '../api/errors.ts';
import { hasNumber, listIn, type Row } from '../schema/answer-list.ts';
import type { Places } from '../schema/field-place.ts';
import { codeOf, contextText, type RawRelation } from './read-relation.ts';

/** Rows a page; public code that uses the API names 400 as its maximum. */
export const PAGE_SIZE = 400;

/** Pages that are read where nothing says how many there are; a list that goes on is none that ends. */
const MAX_PAGES = 1_000;

/** One page of the list: its rows, and how many pages and rows there are, as far as AdminPulse says. */
export type RelationPage = {
  readonly rows: readonly RawRelation[];
  /** Undefined where it is not known: then the pages end with one that brings nothing new. */
  readonly pageCount: number | undefined;
  readonly totalRowCount: number | undefined;
};

/**
 * The page in an answer; its envelope is not documented. A number of pages that goes against the number of rows is none.
 * Throws `unexpectedAnswer` where no list can be told.
 */
export function relationPageIn(answer: unknown): RelationPage {
  const list = listIn(answer, isRelation);
  if (!list) throw unexpectedAnswer('adminpulse', '$', 'list of relations');
  const { rows, pageCount, totalRowCount } = list;
  const isTrue = pageCount !== undefined && (totalRowCount ?? 0) <= pageCount * PAGE_SIZE;
  return { rows, pageCount: isTrue ? pageCount : undefined, totalRowCount };
}

const isRelation = (row: Row) => contextText(row, 'code') !== undefined || hasNumber(row);

/** Reads all pages of the list, from 0: every row once. Throws `unexpectedAnswer` for a list that does not end. */
export async function allRows(
  readPage: (index: number) => Promise<RelationPage>,
  /** Asked for after each page, which may have shown more. */
  places: () => Promise<Places> = async () => ({}),
): Promise<readonly RawRelation[]> {
  // De-duplicated by code: rows shift between pages while we read.
  const rows = new Map<string, RawRelation>();
  const unnamed = new Map<string, RawRelation>();
  for (let index = 0; index < MAX_PAGES; index += 1) {
    const before = rows.size + unnamed.size;
    const { rows: more, pageCount } = await readPage(index);
    const known = await places();
    for (const row of more) {
      const code = codeOf(row, known);
      if (code === undefined) unnamed.set(JSON.stringify(row), row);
      else rows.set(code, row);
    }
    // A page with nothing new is behind the last one, whatever the number of pages is said to be.
    const isLast = rows.size + unnamed.size === before || (pageCount !== undefined && index + 1 >= pageCount);
    // Beside relations, what has no code is something else: a page behind the last one may have it in place of rows.
    if (isLast) return [...(rows.size > 0 ? rows : unnamed).values()];
  }
  throw unexpectedAnswer('adminpulse', '$', 'end of the list of relations');
}
