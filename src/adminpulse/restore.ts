import type { Field } from '../company/company.ts';
import { isEmpty, placesAt, sameJson } from '../schema/json-path.ts';
import { addressKeys } from './address-parts.ts';
import { type Json, setAt } from './patch.ts';
import type { Held } from './raw-value.ts';
import type { RawRelation, Reading, Readings } from './read-relation.ts';

/** What a field is to hold again; `held` is absent where there was no place for it. */
export type Former = { readonly field: Field; readonly held?: Held | undefined };

export type Restoration = {
  readonly body: Readonly<Record<string, unknown>>;
  /** Fields of which the body says nothing: AdminPulse ignores empty values, so that no write makes them empty again. */
  readonly unsayable: readonly Field[];
};

/** An item that is to leave its list. */
const REMOVED = Symbol('removed');

/**
 * The body of an update that puts back what fields held, by the rule of `patchRelation`: each touched top-level key whole,
 * as just read, changed at the field's place only. `readings` must be those of `raw`.
 */
export function restoreRelation(raw: RawRelation, readings: Readings, former: readonly Former[]): Restoration {
  const copy = structuredClone(raw) as Json;
  const touched = new Map<Field, readonly string[]>();
  for (const { field, held } of former) {
    const reading = readings[field];
    touched.set(field, (reading && restore(copy, field, held, reading)) ?? []);
  }
  const restored = withoutRemoved(copy) as Json;

  const isSaid = (key: string) => !isEmpty(restored[key]) && !sameJson(restored[key], raw[key]);
  const said = new Set([...touched.values()].flat().filter(isSaid));
  return {
    body: Object.fromEntries([...said].map((key) => [key, restored[key]])),
    unsayable: [...touched].filter(([, keys]) => !keys.some((key) => said.has(key))).map(([field]) => field),
  };
}

/** Changes the copy; the top-level keys that it touched. */
function restore(
  copy: Json,
  field: Field,
  held: Held | undefined,
  { place, candidate }: Reading,
): readonly string[] | undefined {
  if (!place) return undefined;
  if (!held && candidate.item) {
    // The item was made for the value: its place ends in the item itself, or in one of its keys.
    return setAt(copy, candidate.item.value === undefined ? place.keys : place.keys.slice(0, -1), REMOVED);
  }
  if (held && field === 'address') return restoreParts(copy, held.value as Json, place.keys);
  const twin = held && 'twin' in held && candidate.twin !== undefined ? placesAt(candidate.twin, copy)[0] : undefined;
  if (twin) setAt(copy, twin.keys, held?.twin);
  return setAt(copy, place.keys, held ? held.value : null);
}

/** A part whose key the address did not have is emptied. */
function restoreParts(copy: Json, parts: Json, keys: readonly (string | number)[]): readonly string[] | undefined {
  const holder = keys.reduce<unknown>((value, key) => (value as Json)[key], copy) as Json;
  const emptied = Object.fromEntries(Object.values(addressKeys(holder)).map((key) => [key, null]));
  const restored = { ...emptied, ...parts };
  if (keys.length > 0) return setAt(copy, keys, { ...holder, ...restored });
  Object.assign(copy, restored);
  return Object.keys(restored);
}

function withoutRemoved(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== REMOVED).map(withoutRemoved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutRemoved(inner)]));
}

/** The items that a write added to a list, exactly as AdminPulse held them after it. */
export function addedItems(before: Held | undefined, after: Held | undefined): readonly unknown[] {
  return withoutItems(listOf(after), listOf(before));
}

/** Whether all of them are still in the list; each as often as it was added. */
export function holdsItems(held: Held | undefined, items: readonly unknown[]): boolean {
  return items.length > 0 && listOf(held).length - withoutItems(listOf(held), items).length === items.length;
}

/** The list without them, whatever else was added to it since. */
export function heldWithout(held: Held | undefined, items: readonly unknown[]): Held {
  return { value: withoutItems(listOf(held), items) };
}

function withoutItems(list: readonly unknown[], items: readonly unknown[]): readonly unknown[] {
  const left = [...list];
  for (const item of items) {
    const place = left.findLastIndex((other) => sameJson(other, item));
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

function listOf(held: Held | undefined): readonly unknown[] {
  return Array.isArray(held?.value) ? held.value : [];
}
