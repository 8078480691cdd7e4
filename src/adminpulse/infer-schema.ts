import { FIELDS, type Field } from '../company/company.ts';
import type { ChosenPaths } from '../schema/chosen-paths.ts';
import { isEmpty } from '../schema/json-path.ts';
import type { ItemShape } from '../schema/relation-candidates.ts';
import { addressKeys } from './address-parts.ts';
import { formatOf, isFormatted } from './formats.ts';
import { type Learnt, NOTHING_LEARNT } from './office-schema.ts';
import { type RawRelation, type Reading, readFields } from './read-relation.ts';

/** Learns from relations in full; the first one that has a field decides. */
export function learn(relations: readonly RawRelation[], chosen: ChosenPaths = {}): Learnt {
  const fields: Learnt['fields'] = {};
  for (const raw of relations) {
    const readings = readFields(raw, { ...NOTHING_LEARNT, chosen });
    for (const field of FIELDS) {
      const reading = readings[field];
      if (reading?.value === undefined || fields[field]) continue;
      fields[field] = learnField(field, reading, raw);
    }
  }
  return { version: 1, fields };
}

type LearntField = NonNullable<Learnt['fields'][Field]>;

function learnField(field: Field, { candidate, place }: Reading, raw: RawRelation): LearntField {
  const format = isFormatted(field) ? formatOf(field, place?.value)?.name : undefined;
  const item = candidate.item && place && learnItem(candidate.item, itemOf(candidate.item, place.keys, raw));
  const holder = field === 'address' ? place?.value : undefined;
  return {
    path: candidate.path,
    ...(format && { format }),
    ...(item && { item }),
    ...(typeof holder === 'object' &&
      holder !== null && { addressKeys: addressKeys(holder) as Record<string, string> }),
  };
}

function learnItem(shape: ItemShape, item: Record<string, unknown>): NonNullable<LearntField['item']> {
  const type = item[shape.type];
  return {
    keys: Object.keys(item),
    ...((typeof type === 'string' || typeof type === 'number') && { type }),
  };
}

/** The item of the list in which the place stands. */
function itemOf(shape: ItemShape, keys: readonly (string | number)[], raw: RawRelation): Record<string, unknown> {
  const toItem = shape.value === undefined ? keys : keys.slice(0, -1);
  const item = toItem.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], raw);
  return isEmpty(item) ? {} : (item as Record<string, unknown>);
}
