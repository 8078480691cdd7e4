import type { FlatField, Language, Value } from '../company/company.ts';
import { parseDate } from '../company/dates.ts';
import { parseFiscalYearEnd } from '../company/fiscal-year-end.ts';
import { isSameValue } from '../company/same-value.ts';
import { type FormattedField, formatNamed, formatOf, isFormatted } from '../schema/formats.ts';
import { type PlaceFormat, placeFormatNamed, placeFormatOf } from '../schema/place-formats.ts';

export type HowToWrite = {
  /** The value that is replaced; undefined where nothing stands there. */
  readonly like: unknown;
  /** The form that other relations show, for a place where nothing stands. */
  readonly learntFormat: string | undefined;
  readonly language: Language;
  /** The form of the value itself, and not that of what it replaces. */
  readonly asItIs?: boolean;
  /** The place is known by its values, so that more forms than those of the candidates are certain. */
  readonly isKnownPlace?: boolean;
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
function readsAs(field: FormattedField, written: unknown, value: string, format: PlaceFormat): boolean {
  const read = format.read ?? READ[field] ?? String;
  return isSameValue(field, read(written) ?? '', value);
}

const READ: Partial<Record<FormattedField, (written: unknown) => string | undefined>> = {
  incorporationDate: (written) => parseDate(String(written)),
  fiscalYearEnd: parseFiscalYearEnd,
};

/**
 * A neutral value in the form in which AdminPulse holds it: that of the value it replaces, where nothing stands there that
 * of other relations, else the usual one. Undefined where that form is not known, or the value cannot be said in it.
 */
export function writeValue(
  field: FlatField,
  value: Value,
  { like, learntFormat, language, asItIs = false, isKnownPlace = false }: HowToWrite,
): unknown {
  if (!isFormatted(field) || typeof value !== 'string') return value;
  const model = asItIs ? value : like;
  const format = isKnownPlace
    ? knownFormat(field, asItIs ? undefined : learntFormat, model)
    : model === undefined
      ? usualFormat(field, formatNamed(field, learntFormat))
      : formatOf(field, model);
  const written = format?.write(value, { like, language });
  return format && written !== undefined && readsAs(field, written, value, format) ? written : undefined;
}

const usualFormat = (field: FormattedField, learnt: PlaceFormat | undefined) =>
  learnt ?? formatNamed(field, USUAL[field]);

function knownFormat(field: FormattedField, name: string | undefined, model: unknown): PlaceFormat | undefined {
  return model === undefined ? usualFormat(field, placeFormatNamed(field, name)) : placeFormatOf(field, name, model);
}
