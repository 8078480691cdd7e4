import type { EnterpriseNumber } from '../company/enterprise-number.ts';
import { ROW } from './page-labels.ts';
import type { CodeMatch, NumberMatch, PageScan, ValueNode } from './page-scan.ts';

/** Where a pair of buttons is wanted, and for what. */
export type Placement = {
  readonly number: EnterpriseNumber;
  /** The relation's code, where the page shows it for this number. */
  readonly code: string | undefined;
  readonly holder: ValueNode;
  /** In a list: icons only. */
  readonly compact: boolean;
};

/**
 * Decides which numbers get buttons. A page that says of one number that it is the relation's own (by a label at the
 * number, or a code that stands apart from any list) is a file, and gets one pair. Else rows with different numbers are
 * a list, and each gets a pair. A lone number gets one if a label says what it is.
 */
export function placementsIn({ numbers, codes }: PageScan): readonly Placement[] {
  const rows = rowsIn(numbers);
  const isApart = (match: NumberMatch | CodeMatch) =>
    !rows.some(([{ parentElement }]) => parentElement && isIn(parentElement)(match));
  const labelled = numbers.filter((each) => each.labelled);
  const code = onlyOne(codes.filter((each) => each.labelled)) ?? onlyOne(codes.filter(isApart));

  const own =
    onlyCompany(labelled) ??
    (code?.labelled ? nearest(labelled, code) : onlyCompany(labelled.filter(isApart))) ??
    nearest(numbers.filter(isApart), code);
  // In the file of a relation without a number, those that it shows are of others.
  if (own || code?.labelled) return placed(own, code ? [code] : []);
  if (rows.length > 0) return rows.flatMap(([row, found]) => placed(bestOf(found), codes.filter(isIn(row)), true));
  return placed(onlyCompany(numbers.filter(({ label }) => label)), codes);
}

function placed(match: NumberMatch | undefined, codes: readonly CodeMatch[], isInList = false): readonly Placement[] {
  if (!match) return [];
  const { number, holder, labelled } = match;
  // A list may show one row only.
  const compact = isInList || (!labelled && Boolean(holder.parentElement?.closest(ROW)));
  return [{ number, code: onlyOne(codes)?.code, holder, compact }];
}

/** The VAT number, else the enterprise number, else one without a label; of several the first. */
function bestOf(numbers: readonly NumberMatch[]): NumberMatch | undefined {
  return numbers.find(({ label }) => label === 'vat') ?? numbers.find(({ label }) => label) ?? numbers[0];
}

/** The VAT number if there is one only, whatever the enterprise number; else the only enterprise number. */
function onlyCompany(numbers: readonly NumberMatch[]): NumberMatch | undefined {
  const best = bestOf(numbers);
  return numbers.some(({ label, number }) => label === best?.label && number !== best?.number) ? undefined : best;
}

/** The number that stands closest to the code in the structure of the page. */
function nearest(numbers: readonly NumberMatch[], code: CodeMatch | undefined): NumberMatch | undefined {
  let box = code?.holder.parentElement;
  while (box && !numbers.some(isIn(box))) box = box.parentElement;
  return box ? bestOf(numbers.filter(isIn(box))) : undefined;
}

function isIn(box: Element): (match: NumberMatch | CodeMatch) => boolean {
  return ({ holder }) => box.contains(holder);
}

function onlyOne(codes: readonly CodeMatch[]): CodeMatch | undefined {
  return codes.every(({ code }) => code === codes[0]?.code) ? codes[0] : undefined;
}

/** One of several elements that stand together, each with numbers of its own: a relation in a list. */
type Row = readonly [element: Element, numbers: readonly NumberMatch[]];

/**
 * Finds the rows of lists by structure: the largest element around each number that holds no other number, where
 * several such stand side by side. What stands alone, beside a list or above it, is in no row.
 * `numbers` are in the order of the page.
 */
function rowsIn(numbers: readonly NumberMatch[]): readonly Row[] {
  // A number that is in every row does not tell the rows apart: it is the office's own company.
  const once = numbers.filter(({ number }) => numbers.filter((other) => other.number === number).length === 1);
  const distinctive = once.length > 1 ? once : numbers;
  const rows = [...Map.groupBy(distinctive, (match) => rowOf(match, distinctive))];
  return rows.filter(([row]) => rows.some(([other]) => other !== row && areAlike(row, other)));
}

/** Rows of a list may differ in their classes (selected, odd). */
function areAlike(row: Element, other: Element): boolean {
  return other.parentElement === row.parentElement && other.localName === row.localName;
}

function rowOf(match: NumberMatch, numbers: readonly NumberMatch[]): Element {
  const isOther = (other: NumberMatch | undefined) => other && other.number !== match.number;
  const index = numbers.indexOf(match);
  const neighbours = [numbers.slice(0, index).findLast(isOther), numbers.slice(index).find(isOther)];
  let row: Element = match.holder.parentElement ?? document.body;
  const standsAlone = (box: Element) => !neighbours.some((other) => other && box.contains(other.holder));
  while (row.parentElement && standsAlone(row.parentElement)) row = row.parentElement;
  // Cells stand side by side and are no rows.
  return row.parentElement?.matches('tr,[role=row]') ? row.parentElement : row;
}
