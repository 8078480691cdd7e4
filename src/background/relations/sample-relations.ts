import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import { codeOf, type RawRelation } from '../../adminpulse/read-relation.ts';
import { inferPlaces } from '../../inference/infer-places.ts';
import { placesIn } from './places-in.ts';
import { relationOrNothing } from './relation-or-nothing.ts';

/** Relations that are read to see how an office's AdminPulse holds its fields: a call each. */
const SAMPLE_SIZE = 12;

/** The first relations in full; where the list's rows do not say what a relation is called by, the rows themselves. */
export async function sampleRelations(adminpulse: Adminpulse): Promise<readonly RawRelation[]> {
  const rows = await adminpulse.firstRelations(SAMPLE_SIZE);
  const codes = codesOf(rows);
  const read = await Promise.all(codes.map((code) => relationOrNothing(adminpulse, code)));
  const relations = read.filter((raw) => raw !== undefined);
  return codes.length > 0 ? relations : rows;
}

/** By the name that is known, else by what the rows' values show. */
function codesOf(rows: readonly RawRelation[]): readonly string[] {
  const codes = rows.flatMap((row) => codeOf(row) ?? []);
  if (codes.length > 0) return codes;
  const places = placesIn(inferPlaces(rows.map((relation) => ({ relation }))).adminpulse.findings);
  return rows.flatMap((row) => codeOf(row, places) ?? []);
}
