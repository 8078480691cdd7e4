import type { Field } from '../company/company.ts';
import { placesAt } from '../schema/json-path.ts';
import { addressKeys } from './address-parts.ts';
import { rawTexts } from './raw-texts.ts';
import type { RawRelation, Reading } from './reading.ts';

/**
 * What a relation holds of a field, exactly as AdminPulse has it: enough to notice any change of it, and to put it back.
 * Of an address, the keys of its parts and no other: the object that has them may be the relation itself. Of a place that is
 * known by its values, its texts.
 */
export type RawValue = { readonly value: unknown; readonly twin?: unknown };

/** Undefined where there is no place for the field: an item or a key would have to be made. */
export function readRawValue(field: Field, raw: RawRelation, reading: Reading): RawValue | undefined {
  const { place, candidate, by } = reading;
  if (by && field !== 'linkedRelations') {
    const texts = rawTexts(raw, { ...reading, by });
    return texts && { value: texts };
  }
  if (!place) return undefined;
  if (field === 'address') return { value: partsOf(place.value as Record<string, unknown>) };
  const companion = candidate.companion === undefined ? undefined : placesAt(candidate.companion, raw)[0];
  return { value: place.value, ...(companion && { twin: companion.value }) };
}

function partsOf(holder: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.values(addressKeys(holder)).map((key) => [key, holder[key]]));
}
