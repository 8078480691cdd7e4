import { z } from 'zod';
import type { Relation } from '../model.ts';
import { isEnterpriseNumber, tenDigits } from '../numbers.ts';
import type { Writable } from './shape.ts';

/** A raw key that takes values of a form, and what it sets. */
export function writable<T>(schema: z.ZodType<T>, set: (relation: Relation, value: T) => void): Writable {
  return (relation, value) => {
    const read = schema.safeParse(value);
    if (!read.success) return z.prettifyError(read.error);
    set(relation, read.data);
    return undefined;
  };
}

export const text = z.string().max(250);
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value || null);

/** A Belgian number in any notation, read as ten digits. */
export const belgianNumber = z
  .string()
  .refine(isEnterpriseNumber, 'is not a Belgian enterprise number')
  .transform(tenDigits);

/** A Belgian VAT number, or a foreign one as it is written. */
export const vatNumber = z.union([belgianNumber, z.string().regex(/^(?!BE)[A-Z]{2}[A-Z0-9. ]{5,14}$/)]);

/** `2019-05-14` or `2019-05-14T00:00:00` (T: the form of dates in answers), read as a day. */
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T00:00:00)?$/, 'is not a date')
  .transform((value) => value.slice(0, 10))
  .pipe(z.iso.date());

/** `14/05/2019`, read as a day; ISO is refused, so that a client which does not mirror the form is found out. */
export const dayFirstDay = z
  .string()
  .regex(/^\d\d\/\d\d\/\d{4}$/, 'is not a date')
  .transform((value) => value.split('/').reverse().join('-'))
  .pipe(z.iso.date());

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const dayAndMonth = z
  .object({ day: z.int().min(1), month: z.int().min(1).max(12) })
  .refine(({ day, month }) => day <= (DAYS[month - 1] ?? 0), 'is not a day of the year');

export const handlingLevel = z.enum(['Normal', 'Attention', 'Blocked']);

/** Outgoing linked relations; the list is replaced whole (U). */
export const links: Writable = writable(
  z.array(z.object({ linkType: z.int(), uniqueIdentifier: z.string().regex(/^APR\d+$/) })),
  (relation, value) => {
    relation.links = value.map(({ linkType, uniqueIdentifier }) => ({ linkType, code: uniqueIdentifier }));
  },
);
