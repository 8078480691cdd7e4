import type { Field } from '../company/company.ts';
import { isEmpty, placesAt, sameJson } from '../schema/json-path.ts';
import { itemKeysOf } from '../schema/spots.ts';
import { addressKeys } from './address-parts.ts';
import { type RawText, restoreTexts } from './raw-texts.ts';
import type { RawValue } from './raw-value.ts';
import type { RawRelation, Reading, Readings } from './reading.ts';
import { type Json, setAt } from './set-at.ts';

/** What a field is to hold again; `held` is absent where there was no place for it. */
export type PreviousValue = { readonly field: Field; readonly raw?: RawValue | undefined };

export type Restoration = {
  readonly body: Readonly<Record<string, unknown>>;
  /** Fields of which the body says nothing: AdminPulse ignores empty values, so that no write makes them empty again. */
  readonly notRestorable: readonly Field[];
};

/** An item that is to leave its list. */
const REMOVED = Symbol('removed');

/**
 * The body of an update that puts back what fields held, by the rule of `patchRelation`: each touched top-level key whole,
 * as just read, changed at the field's place only. `readings` must be those of `raw`.
 */
export function restoreRelation(raw: RawRelation, readings: Readings, previous: readonly PreviousValue[]): Restoration {
  const copy = structuredClone(raw) as Json;
  const touched = new Map<Field, readonly string[]>();
  for (const { field, raw: rawValue } of previous) {
    const reading = readings[field];
    touched.set(field, (reading && restore(copy, field, rawValue, reading)) ?? []);
  }
  const restored = withoutRemoved(copy) as Json;

  const isSaid = (key: string) => !isEmpty(restored[key]) && !sameJson(restored[key], raw[key]);
  const said = new Set([...touched.values()].flat().filter(isSaid));
  return {
    body: Object.fromEntries([...said].map((key) => [key, restored[key]])),
    notRestorable: [...touched].filter(([, keys]) => !keys.some((key) => said.has(key))).map(([field]) => field),
  };
}

/** Changes the copy; the top-level keys that it touched. */
function restore(copy: Json, field: Field, raw: RawValue | undefined, reading: Reading): readonly string[] | undefined {
  const { place, candidate, by } = reading;
  if (!place) return undefined;
  if (by && field !== 'linkedRelations') {
    // Without a raw value, an item was made.
    return raw
      ? restoreTexts(copy, raw.value as readonly RawText[], { place, by })
      : setAt(copy, itemKeysOf(place.keys), REMOVED);
  }
  if (!raw && candidate.item) {
    // The item was made for the value: its place ends in the item itself, or in one of its keys.
    return setAt(copy, candidate.item.value === undefined ? place.keys : place.keys.slice(0, -1), REMOVED);
  }
  if (raw && field === 'address') return restoreParts(copy, raw.value as Json, place.keys);
  const companion =
    raw && 'twin' in raw && candidate.companion !== undefined ? placesAt(candidate.companion, copy)[0] : undefined;
  if (companion) setAt(copy, companion.keys, raw?.twin);
  return setAt(copy, place.keys, raw ? raw.value : null);
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
export function addedItems(before: RawValue | undefined, after: RawValue | undefined): readonly unknown[] {
  return withoutItems(listOf(after), listOf(before));
}

/** Whether all of them are still in the list; each as often as it was added. */
export function containsItems(raw: RawValue | undefined, items: readonly unknown[]): boolean {
  return items.length > 0 && listOf(raw).length - withoutItems(listOf(raw), items).length === items.length;
}

/** The list without them, whatever else was added to it since. */
export function rawValueWithout(raw: RawValue | undefined, items: readonly unknown[]): RawValue {
  return { value: withoutItems(listOf(raw), items) };
}

function withoutItems(list: readonly unknown[], items: readonly unknown[]): readonly unknown[] {
  const left = [...list];
  for (const item of items) {
    const place = left.findLastIndex((other) => sameJson(other, item));
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

function listOf(raw: RawValue | undefined): readonly unknown[] {
  return Array.isArray(raw?.value) ? raw.value : [];
}
