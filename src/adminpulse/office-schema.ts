import * as z from 'zod/mini';
import type { Choices } from '../company/choices.ts';
import { FIELDS, type Language } from '../company/company.ts';
import type { ChosenPaths } from '../schema/chosen-paths.ts';
import type { ContextMeaning, Places } from '../schema/field-place.ts';

/**
 * What existing relations show of how this office's AdminPulse holds the fields. It has keys, forms and types, and no
 * value of any client, so it may be stored where it is convenient.
 */
export const OfficeSchema = z.object({
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
export type OfficeSchema = z.infer<typeof OfficeSchema>;

export const EMPTY_SCHEMA: OfficeSchema = { version: 1, fields: {} };

/**
 * What is known of an office: where its AdminPulse holds the fields, and what it decided. Paths that it chose come before all,
 * then places that are known by their values.
 */
export type OfficeProfile = OfficeSchema & {
  readonly places?: Places;
  readonly chosen?: ChosenPaths;
  readonly choices?: Choices;
  /** What else than the fields has a place that is likely and not certain: nothing is written there until it is confirmed. */
  readonly presumedContext?: readonly ContextMeaning[];
  /** The language of all values; without it, that of each relation. */
  readonly valueLanguage?: Language;
};
