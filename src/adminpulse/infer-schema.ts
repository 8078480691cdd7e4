import { FIELDS, type Field } from '../company/company.ts';
import type { ChosenPaths } from '../schema/chosen-paths.ts';
import { formatOf, isFormatted } from '../schema/formats.ts';
import { isEmpty } from '../schema/json-path.ts';
import type { ItemShape } from '../schema/relation-candidates.ts';
import { addressKeys } from './address-parts.ts';
import { EMPTY_SCHEMA, type OfficeSchema } from './office-schema.ts';
import { type RawRelation, type Reading, readFields } from './read-relation.ts';

/** Learns from relations in full; the first one that has a field decides. */
export function inferSchema(relations: readonly RawRelation[], chosen: ChosenPaths = {}): OfficeSchema {
  const fields: OfficeSchema['fields'] = {};
  for (const raw of relations) {
    const readings = readFields(raw, { ...EMPTY_SCHEMA, chosen });
    for (const field of FIELDS) {
      const reading = readings[field];
      if (reading?.value === undefined || fields[field]) continue;
      fields[field] = inferField(field, reading, raw);
    }
  }
  return { version: 1, fields };
}

type FieldSchema = NonNullable<OfficeSchema['fields'][Field]>;

function inferField(field: Field, { candidate, place }: Reading, raw: RawRelation): FieldSchema {
  const format = isFormatted(field) ? formatOf(field, place?.value)?.name : undefined;
  const item = candidate.item && place && inferItem(candidate.item, itemOf(candidate.item, place.keys, raw));
  const holder = field === 'address' ? place?.value : undefined;
  return {
    path: candidate.path,
    ...(format && { format }),
    ...(item && { item }),
    ...(typeof holder === 'object' &&
      holder !== null && { addressKeys: addressKeys(holder) as Record<string, string> }),
  };
}

function inferItem(shape: ItemShape, item: Record<string, unknown>): NonNullable<FieldSchema['item']> {
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
