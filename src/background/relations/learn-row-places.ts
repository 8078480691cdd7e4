import { contextText, numbersOf, type RawRelation } from '../../adminpulse/read-relation.ts';
import type { RankedPlace } from '../../inference/finding.ts';
import { inferPlaces } from '../../inference/infer-places.ts';
import { hasNumber } from '../../schema/answer-list.ts';
import type { FieldPlace, Places } from '../../schema/field-place.ts';
import { FieldPlaceSchema } from '../../schema/field-place-schema.ts';
import { sameJson } from '../../schema/json-path.ts';
import { readPlace } from '../../schema/read-place.ts';
import { spotsOf } from '../../schema/spots.ts';
import { type KnownPaths, knownPaths } from './known-paths.ts';
import { rowPlacesItem } from './row-places.ts';

/** Fewer rows do not show what is a relation's own, and what all of them share. */
const LEAST_ROWS = 12;
/** More show no more. */
const MOST_ROWS = 40;
/** Rows of the same keys that show nothing are not looked at again at once, in ms. */
const PAUSE_MS = 10 * 60_000;

/**
 * Where the rows of the list do not have their code or number at a known place, finds by their values where they have what names
 * a relation, and stores it. It is read where a known place has nothing, and what is found by it is checked with the relation in
 * full.
 */
export async function learnRowPlaces(
  rows: readonly RawRelation[],
  firstRows: () => Promise<readonly RawRelation[]>,
): Promise<void> {
  const known = await knownPaths();
  if (rows.length === 0 || isReadable(rows, known)) return;
  const before = await rowPlacesItem.read();
  const keys = keysOf(rows);
  const isTried = before && sameJson(before.keys, keys) && Math.abs(Date.now() - before.at) < PAUSE_MS;
  if (isTried) return;
  const sample = rows.length < LEAST_ROWS ? await firstRows() : rows;
  await rowPlacesItem.write({ version: 1, at: Date.now(), keys, places: placesIn(sample.slice(0, MOST_ROWS)) });
}

const keysOf = (rows: readonly RawRelation[]) => Object.keys(rows[0] ?? {}).toSorted();

function isReadable(rows: readonly RawRelation[], { chosen, places }: KnownPaths): boolean {
  const hasCode = rows.some((row) => contextText(row, 'code', places) !== undefined);
  const hasNumbers = rows.some((row) => numbersOf(row, chosen, places).length > 0);
  return hasCode && (hasNumbers || !rows.some(hasNumber));
}

/** The likeliest places; a number that all rows share is nobody's own. */
function placesIn(rows: readonly RawRelation[]): NonNullable<Places['ofRows']> {
  const { ranked } = inferPlaces(rows.map((relation) => ({ relation }))).adminpulse;
  const best = (all: readonly RankedPlace[] = [], is: (place: FieldPlace) => boolean = () => true) =>
    all.map(({ place }) => place).find(is);
  const found = {
    code: best(ranked.code),
    id: best(ranked.id),
    name: best(ranked.name),
    enterpriseNumber: best(ranked.enterpriseNumber, (place) => isOwn(place, rows)),
    vatNumber: best(ranked.vatNumber, (place) => isOwn(place, rows)),
  };
  return Object.fromEntries(Object.entries(found).filter(([, place]) => FieldPlaceSchema.safeParse(place).success));
}

/** Whether the numbers at a place are those of the rows: nearly each has another one. */
function isOwn(place: FieldPlace, rows: readonly RawRelation[]): boolean {
  const numbers = rows.flatMap(
    (row) => spotsOf(place, row).flatMap(({ value }) => readPlace('enterpriseNumber', place, value) ?? [])[0] ?? [],
  );
  return numbers.length > 0 && (numbers.length === 1 || new Set(numbers).size > 0.8 * numbers.length);
}
