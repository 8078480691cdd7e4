import type { Places } from '../schema/field-place.ts';
import { codeOf, type RawRelation } from './read-relation.ts';

/** One page of the list: its rows, and how many pages and rows there are, as far as AdminPulse says. */
export type RelationPage = {
  readonly rows: readonly RawRelation[];
  readonly pageCount: number;
  readonly totalRowCount: number | undefined;
};

/** Reads all pages of the list, from 0: every row once. */
export async function allRows(
  readPage: (index: number) => Promise<RelationPage>,
  places: Places = {},
): Promise<readonly RawRelation[]> {
  // De-duplicated by code: rows shift between pages while we read.
  const rows = new Map<string, RawRelation>();
  for (let index = 0, pageCount = 1; index < pageCount; index += 1) {
    const known = rows.size;
    const page = await readPage(index);
    for (const row of page.rows) rows.set(codeOf(row, places) ?? JSON.stringify(row), row);
    // A page with nothing new is behind the last one, whatever the number of pages is said to be.
    if (rows.size === known) break;
    pageCount = page.pageCount;
  }
  return [...rows.values()];
}
