import type { NumberSighting } from './scan.ts';

/** One of several elements that stand together, each with numbers of its own: a relation in a list. */
export type Row = readonly [element: Element, numbers: readonly NumberSighting[]];

/**
 * Finds the rows of lists by structure: the largest element around each number that holds no other number, where
 * several such stand side by side. What stands alone, beside a list or above it, is in no row.
 * `numbers` are in the order of the page.
 */
export function rowsIn(numbers: readonly NumberSighting[]): readonly Row[] {
  // What stands in row after row is not what the rows differ in (the office's own company).
  const once = numbers.filter(({ number }) => numbers.filter((other) => other.number === number).length === 1);
  const telling = once.length > 1 ? once : numbers;
  const rows = [...Map.groupBy(telling, (sighting) => rowOf(sighting, telling))];
  return rows.filter(([row]) => rows.some(([other]) => other !== row && areAlike(row, other)));
}

/** Rows of a list may differ in their classes (selected, odd). */
function areAlike(row: Element, other: Element): boolean {
  return other.parentElement === row.parentElement && other.localName === row.localName;
}

function rowOf(sighting: NumberSighting, numbers: readonly NumberSighting[]): Element {
  const isOther = (other: NumberSighting | undefined) => other && other.number !== sighting.number;
  const index = numbers.indexOf(sighting);
  const neighbours = [numbers.slice(0, index).findLast(isOther), numbers.slice(index).find(isOther)];
  let row: Element = sighting.holder.parentElement ?? document.body;
  const standsAlone = (box: Element) => !neighbours.some((other) => other && box.contains(other.holder));
  while (row.parentElement && standsAlone(row.parentElement)) row = row.parentElement;
  // Cells stand side by side and are no rows.
  return row.parentElement?.matches('tr,[role=row]') ? row.parentElement : row;
}
