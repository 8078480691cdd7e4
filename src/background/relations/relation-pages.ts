import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { RawRelation } from '../../adminpulse/read-relation.ts';
import { relationCode } from './relation.ts';

/** Every relation of the office, each once, as the list has it: one call for each 400 of them. */
export async function allRelations(adminpulse: Adminpulse): Promise<readonly RawRelation[]> {
  // By what names it: while the list is gone through, a row may move to the next page.
  const rows = new Map<string, RawRelation>();
  for (let index = 0, pages = 1; index < pages; index += 1) {
    const known = rows.size;
    const page = await adminpulse.relationPage(index);
    for (const row of page.rows) rows.set(relationCode(row), row);
    // A page with nothing new is behind the last one, whatever the number of pages is said to be.
    if (rows.size === known) break;
    pages = page.pageCount;
  }
  return [...rows.values()];
}
