import type { Field } from '../company/company.ts';
import { placesAt } from '../schema/json-path.ts';
import { addressKeys } from './address-parts.ts';
import type { RawRelation, Reading } from './read-relation.ts';

/**
 * What a relation holds of a field, exactly as AdminPulse has it: enough to notice any change of it, and to put it back.
 * Of an address, the keys of its parts and no other: the object that has them may be the relation itself.
 */
export type Held = { readonly value: unknown; readonly twin?: unknown };

/** Undefined where there is no place for the field: an item or a key would have to be made. */
export function heldAt(field: Field, raw: RawRelation, { place, candidate }: Reading): Held | undefined {
  if (!place) return undefined;
  if (field === 'address') return { value: partsOf(place.value as Record<string, unknown>) };
  const twin = candidate.twin === undefined ? undefined : placesAt(candidate.twin, raw)[0];
  return { value: place.value, ...(twin && { twin: twin.value }) };
}

function partsOf(holder: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.values(addressKeys(holder)).map((key) => [key, holder[key]]));
}
