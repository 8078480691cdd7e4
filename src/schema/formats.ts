import type { FlatField, ISODate, Language, MonthDay } from '../company/company.ts';
import { parseDate } from '../company/dates.ts';
import { type EnterpriseNumber, formatEnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { legalFormAbbreviation, legalFormWord, parseLegalForm } from '../company/legal-form.ts';
import { formatPhone } from '../company/phone.ts';

/**
 * The forms in which AdminPulse may hold a value: how each is recognised, and written. A value is written in the form
 * in which it was read, since the forms that AdminPulse accepts are not documented.
 */
export type Format = {
  readonly name: string;
  /** Whether a value has this form. */
  readonly has: (raw: unknown) => boolean;
  /** The neutral value in this form; undefined where it cannot be said in it. */
  readonly write: (value: string, context: WriteContext) => unknown;
};

type WriteContext = {
  /** The value that is replaced; undefined where nothing stood there. */
  readonly like?: unknown;
  /** The language of the relation. */
  readonly language: Language;
};

/** The fields whose values come in several forms. */
export type FormattedField = Extract<
  FlatField,
  'legalForm' | 'enterpriseNumber' | 'vatNumber' | 'website' | 'phone' | 'incorporationDate' | 'fiscalYearEnd'
>;

const matches = (pattern: RegExp) => (raw: unknown) => typeof raw === 'string' && pattern.test(raw.trim());

function numberFormat(name: string, pattern: RegExp, write: (number: EnterpriseNumber) => string): Format {
  return {
    name,
    has: matches(pattern),
    write: (value) => {
      const number = parseEnterpriseNumber(value);
      return number === undefined ? value : write(number);
    },
  };
}

/** The most specific form first. */
const NUMBER_FORMATS: readonly Format[] = [
  numberFormat('BE 0123.456.749', /^BE \d{4}\.\d{3}\.\d{3}$/i, (n) => `BE ${formatEnterpriseNumber(n)}`),
  numberFormat('BE0123.456.749', /^BE\d{4}\.\d{3}\.\d{3}$/i, (n) => `BE${formatEnterpriseNumber(n)}`),
  numberFormat('BE 0123456749', /^BE \d{10}$/i, (n) => `BE ${n}`),
  numberFormat('BE0123456749', /^BE\d{9,10}$/i, (n) => `BE${n}`),
  numberFormat('0123.456.749', /^\d{3,4}\.\d{3}\.\d{3}$/, formatEnterpriseNumber),
  numberFormat('0123456749', /^\d{9,10}$/, (n) => n),
];

const pad = (n: number, length = 2) => String(n).padStart(length, '0');

function parts(date: ISODate) {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day };
}

function dateFormat(name: string, pattern: RegExp, write: (date: ReturnType<typeof parts>) => string): Format {
  return { name, has: matches(pattern), write: (value) => write(parts(value)) };
}

const DATE_FORMATS: readonly Format[] = [
  dateFormat('YYYY-MM-DD', /^\d{4}-\d\d-\d\d$/, (d) => `${d.year}-${d.month}-${d.day}`),
  dateFormat('YYYY-MM-DDT00:00:00', /^\d{4}-\d\d-\d\dT[\d:.]+$/, (d) => `${d.year}-${d.month}-${d.day}T00:00:00`),
  dateFormat('YYYY-MM-DDT00:00:00Z', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, (d) => `${d.year}-${d.month}-${d.day}T00:00:00Z`),
  dateFormat('DD/MM/YYYY', /^\d\d?\/\d\d?\/\d{4}$/, (d) => `${d.day}/${d.month}/${d.year}`),
  dateFormat('DD-MM-YYYY', /^\d\d?-\d\d?-\d{4}$/, (d) => `${d.day}-${d.month}-${d.year}`),
  dateFormat('DD.MM.YYYY', /^\d\d?\.\d\d?\.\d{4}$/, (d) => `${d.day}.${d.month}.${d.year}`),
  // No year starts with a month, so that no text is both.
  dateFormat('YYYYMMDD', /^\d{4}(?:0[1-9]|1[0-2])\d\d$/, (d) => `${d.year}${d.month}${d.day}`),
  dateFormat('DDMMYYYY', /^\d{4}(?:1[89]|2[01])\d\d$/, (d) => `${d.day}${d.month}${d.year}`),
];

const monthDayParts = (value: MonthDay) => {
  const [month = '', day = ''] = value.split('-');
  return { month, day };
};

const isDayAndMonth = (raw: unknown): raw is { day: number | string; month: number | string } =>
  typeof raw === 'object' && raw !== null && 'day' in raw && 'month' in raw;

const FISCAL_YEAR_END_FORMATS: readonly Format[] = [
  {
    name: '{day, month}',
    has: isDayAndMonth,
    write: (value, { like }) => {
      const { month, day } = monthDayParts(value);
      const asText = isDayAndMonth(like) && typeof like.day === 'string';
      const other = isDayAndMonth(like) ? like : {};
      return { ...other, day: asText ? day : Number(day), month: asText ? month : Number(month) };
    },
  },
  monthDayFormat('DD/MM', /^\d\d?\/(?:0?[1-9]|1[0-2])$/, (month, day) => `${day}/${month}`),
  monthDayFormat('DD.MM', /^\d\d?\.(?:0?[1-9]|1[0-2])$/, (month, day) => `${day}.${month}`),
  monthDayFormat('--MM-DD', /^--\d\d-\d\d$/, (month, day) => `--${month}-${day}`),
  monthDayFormat('DD-MM', /^(?:1[3-9]|2\d|3[01])-\d\d$/, (month, day) => `${day}-${month}`),
  monthDayFormat('MM-DD', /^\d\d-\d\d$/, (month, day) => `${month}-${day}`),
  {
    name: 'date',
    has: (raw) => typeof raw === 'string' && parseDate(raw) !== undefined,
    // The year is AdminPulse's own: only the day and the month are known.
    write: (value, context) => {
      const { like } = context;
      const date = typeof like === 'string' ? parseDate(like) : undefined;
      const format = DATE_FORMATS.find(({ has }) => has(like));
      if (!date || !format) return undefined;
      const { year } = parts(date);
      const { month, day } = monthDayParts(value);
      return format.write(`${year}-${month}-${lastDayAtMost(Number(year), Number(month), Number(day))}`, context);
    },
  },
];

function monthDayFormat(name: string, pattern: RegExp, write: (month: string, day: string) => string): Format {
  return {
    name,
    has: matches(pattern),
    write: (value) => {
      const { month, day } = monthDayParts(value);
      return write(month, day);
    },
  };
}

/** 29 February becomes the 28th in a year that has no 29th. */
function lastDayAtMost(year: number, month: number, day: number): string {
  return pad(Math.min(day, new Date(Date.UTC(year, month, 0)).getUTCDate()));
}

const withoutScheme = (value: string) => value.replace(/^https?:\/\//i, '');

const WEBSITE_FORMATS: readonly Format[] = [
  { name: 'https://…', has: matches(/^https?:\/\//i), write: (value) => `https://${withoutScheme(value)}` },
  { name: 'www…', has: (raw) => typeof raw === 'string', write: withoutScheme },
];

/** The value to write is the abbreviation as it was shown, in any language; an unknown form is never written. */
const LEGAL_FORM_FORMATS: readonly Format[] = [
  { name: 'code', has: matches(/^\d{3}$/), write: (value) => parseLegalForm(value)?.code },
  {
    name: 'abbreviation',
    has: (raw) => typeof raw === 'string' && raw.length <= MAX_ABBREVIATION_LENGTH,
    write: (value) => ifKnown(value, () => value),
  },
  {
    name: 'word',
    has: (raw) => typeof raw === 'string',
    write: (value, { language }) => ifKnown(value, (code) => legalFormWord(code, languageOf(value, code, language))),
  },
];

/** The language of an abbreviation; the relation's where that has it too. */
function languageOf(abbreviation: string, code: string, language: Language): Language {
  const languages: readonly Language[] = [language, 'nl', 'fr', 'de'];
  return languages.find((one) => legalFormAbbreviation(code, one) === abbreviation) ?? language;
}

/** In characters: "AISBL", "Comm.VA", "BV met sociaal oogmerk" is a word. */
const MAX_ABBREVIATION_LENGTH = 10;

function ifKnown(value: string, write: (code: string) => string | undefined): string | undefined {
  const form = parseLegalForm(value);
  return form?.code === undefined ? undefined : write(form.code);
}

const digitsOf = (phone: string) => phone.replace(/[^\d+]/g, '');

const PHONE_FORMATS: readonly Format[] = [
  // Without a space, as a place may demand it.
  {
    name: 'international digits',
    has: matches(/^(?:\+|00)\d+$/),
    write: (value, { like }) => {
      const digits = digitsOf(formatPhone(value, 'international'));
      return typeof like === 'string' && like.trim().startsWith('00') ? digits.replace('+', '00') : digits;
    },
  },
  { name: 'national digits', has: matches(/^0\d{8,9}$/), write: (value) => digitsOf(formatPhone(value, 'national')) },
  { name: 'international', has: matches(/^(?:\+|00)/), write: (value) => formatPhone(value, 'international') },
  { name: 'national', has: (raw) => typeof raw === 'string', write: (value) => formatPhone(value, 'national') },
];

export const FORMATS: Readonly<Record<FormattedField, readonly Format[]>> = {
  legalForm: LEGAL_FORM_FORMATS,
  enterpriseNumber: NUMBER_FORMATS,
  vatNumber: NUMBER_FORMATS,
  incorporationDate: DATE_FORMATS,
  fiscalYearEnd: FISCAL_YEAR_END_FORMATS,
  website: WEBSITE_FORMATS,
  phone: PHONE_FORMATS,
};

export function isFormatted(field: string): field is FormattedField {
  return field in FORMATS;
}

export function formatOf(field: FormattedField, raw: unknown): Format | undefined {
  return FORMATS[field].find(({ has }) => has(raw));
}

export function formatNamed(field: FormattedField, name: string | undefined): Format | undefined {
  return FORMATS[field].find((format) => format.name === name);
}
