import type { FlatField, Language, Value } from '../company/company.ts';
import { parseDate } from '../company/dates.ts';
import { parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { isSameMonthDay, parseFiscalYearEnd } from '../company/fiscal-year-end.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import { parsePhones } from '../company/phone.ts';
import { websiteKey } from '../company/website.ts';
import { type FormattedField, formatNamed, formatOf, isFormatted } from '../schema/formats.ts';

export type HowToWrite = {
  /** The value that is replaced; undefined where nothing stands there. */
  readonly like: unknown;
  /** The form that other relations show, for a place where nothing stands. */
  readonly learntFormat: string | undefined;
  readonly language: Language;
  /** The form of the value itself, and not that of what it replaces. */
  readonly asItIs?: boolean;
};

/** The form in which a value is written where no relation of the office shows one; for other fields there is no guess. */
const USUAL: Readonly<Partial<Record<FormattedField, string>>> = {
  legalForm: 'abbreviation',
  enterpriseNumber: '0123.456.749',
  vatNumber: 'BE0123456749',
  incorporationDate: 'YYYY-MM-DD',
  website: 'https://…',
  phone: 'international',
};

/** Whether what is about to be written reads as the value: under `DD-MM` and `MM-DD` alike, "05-06" is the 6th of May. */
const READS_AS: Readonly<Record<FormattedField, (written: unknown, value: string) => boolean>> = {
  legalForm: (written, value) => parseLegalForm(String(written))?.family === parseLegalForm(value)?.family,
  enterpriseNumber: isSameNumber,
  vatNumber: isSameNumber,
  website: (written, value) => websiteKey(String(written)) === websiteKey(value),
  phone: (written, value) => parsePhones(String(written)).join() === parsePhones(value).join(),
  incorporationDate: (written, value) => parseDate(String(written)) === value,
  fiscalYearEnd: (written, value) => isSameMonthDay(parseFiscalYearEnd(written) ?? '', value),
};

function isSameNumber(written: unknown, value: string): boolean {
  return parseEnterpriseNumber(String(written)) === parseEnterpriseNumber(value);
}

/**
 * A neutral value in the form in which AdminPulse holds it: that of the value it replaces, where nothing stands there that
 * of other relations, else the usual one. Undefined where that form is not known, or the value cannot be said in it.
 */
export function writeValue(
  field: FlatField,
  value: Value,
  { like, learntFormat, language, asItIs }: HowToWrite,
): unknown {
  if (!isFormatted(field) || typeof value !== 'string') return value;
  const model = asItIs ? value : like;
  const format =
    model === undefined
      ? (formatNamed(field, learntFormat) ?? formatNamed(field, USUAL[field]))
      : formatOf(field, model);
  const written = format?.write(value, { like, language });
  return written !== undefined && READS_AS[field](written, value) ? written : undefined;
}
