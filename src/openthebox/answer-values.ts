import * as z from 'zod/mini';
import { parseDate } from '../company/dates.ts';
import { MAX_TEXT_LENGTH } from '../company/plain-text.ts';

/** The values that openthebox's answers have: search, graph and mandates. */

/** What is longer is no value. */
export const Text = z.string().check(z.maxLength(MAX_TEXT_LENGTH));

export const Id = z.pipe(
  z.union([Text, z.number()]),
  z.transform((id) => String(id)),
);

/** A person id comes as a number, or as the list of the character codes of its digits. */
export const PersonId = z.union([
  Id,
  z.pipe(
    z.array(z.int().check(z.minimum(0), z.maximum(65_535))),
    z.transform((codes) => String.fromCharCode(...codes.slice(0, MAX_ID_LENGTH))),
  ),
]);

/** In characters. */
const MAX_ID_LENGTH = 40;

export const Day = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((day) => parseDate(day)),
);

/** A share in per cent: what is no such number is unknown. */
export const Share = z.number().check(z.minimum(0), z.maximum(100));

/** A key that is empty, or of a form that is not understood, is unknown: the rest still stands. */
export const known = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);
