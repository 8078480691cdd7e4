import * as z from 'zod/mini';
import type { ChosenPaths } from '../api/chosen-paths.ts';
import { isEmpty } from '../api/json-path.ts';
import type { Choices } from '../company/choices.ts';
import { FIELDS, type Field, type Language } from '../company/company.ts';
import { addressKeys } from './address-parts.ts';
import { formatOf, isFormatted } from './formats.ts';
import type { ItemShape } from './profile.ts';
import { type RawRelation, type Reading, readFields } from './read-relation.ts';

/**
 * What existing relations show of how this office's AdminPulse holds the fields. It has keys, forms and types, and no
 * value of any client, so it may be stored where it is convenient.
 */
export const Learnt = z.object({
  version: z.literal(1),
  fields: z.partialRecord(
    z.enum(FIELDS),
    z.object({
      /** The candidate under which relations have the field. */
      path: z.string(),
      /** The name of the form of its values. */
      format: z.optional(z.string()),
      /** The keys of a list's item, and what stands under its type key. */
      item: z.optional(z.object({ keys: z.array(z.string()), type: z.optional(z.union([z.string(), z.number()])) })),
      addressKeys: z.optional(z.record(z.string(), z.string())),
    }),
  ),
});
export type Learnt = z.infer<typeof Learnt>;

export const NOTHING_LEARNT: Learnt = { version: 1, fields: {} };

/** What is known of an office: where its AdminPulse holds the fields, and what it decided. Paths that it chose come before all. */
export type Known = Learnt & {
  readonly chosen?: ChosenPaths;
  readonly choices?: Choices;
  /** The language of all values; without it, that of each relation. */
  readonly valueLanguage?: Language;
};

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
