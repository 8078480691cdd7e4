import type { ISODate, Language, MonthDay } from '../company/company.ts';
import { monthOfWord, parseDate, startInBrussels } from '../company/dates.ts';
import { parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import { FORMATS, type Format, type FormattedField } from './formats.ts';

/** A form that has to be known to be read: the same number may be a day in seconds, in milliseconds or in digits. */
export type PlaceFormat = Format & { readonly read?: (raw: unknown) => string | undefined };

const isWhole = (raw: unknown): raw is number => typeof raw === 'number' && Number.isSafeInteger(raw);
const matches = (pattern: RegExp) => (raw: unknown) => typeof raw === 'string' && pattern.test(raw.trim());
const digits = (date: ISODate) => date.replaceAll('-', '');
const dayFirst = (date: ISODate) => date.split('-').toReversed();

/** In ms. */
const DAY = 24 * 60 * 60 * 1000;
const SECOND = 1000;
/** A number of milliseconds below this is a day of the 1970s; a number of seconds above it is none of ours. */
const SMALLEST_EPOCH_MS = 1e11;

const EPOCH_TEXT = /^-?\d{1,14}$/;
const isEpoch = (raw: unknown): raw is number | string => isWhole(raw) || matches(EPOCH_TEXT)(raw);

/** A number that lost its leading zeros. */
const NUMBER_FORMAT: PlaceFormat = {
  name: 'number',
  has: isWhole,
  read: (raw) => (isWhole(raw) ? parseEnterpriseNumber(String(raw).padStart(10, '0')) : undefined),
  write: (value) => {
    const number = parseEnterpriseNumber(value);
    return number === undefined ? undefined : Number(number);
  },
};

/** Days are midnights, of UTC or of Brussels: as the value that is replaced. */
function epochFormat(name: string, unit: number, has: (epoch: number) => boolean): PlaceFormat {
  return {
    name,
    has: (raw) => isEpoch(raw) && has(Number(raw)),
    read: (raw) => (isEpoch(raw) ? dayOf(Number(raw) * unit) : undefined),
    write: (date, { like }) => {
      const isUtc = !isEpoch(like) || (Number(like) * unit) % DAY === 0;
      const epoch = (isUtc ? Date.parse(date) : startInBrussels(date)) / unit;
      return typeof like === 'string' ? String(epoch) : epoch;
    },
  };
}

const dayOf = (milliseconds: number) => {
  const instant = new Date(milliseconds);
  return Number.isNaN(instant.getTime()) ? undefined : parseDate(instant.toISOString());
};

function textFormat(name: string, pattern: RegExp, write: (date: ISODate, like: unknown) => string): PlaceFormat {
  return { name, has: matches(pattern), write: (date, { like }) => write(date, like) };
}

/** `+01:00`, with or without the colon as the value that is replaced. */
function offsetOf(date: ISODate, like: unknown): string {
  const hours = (Date.parse(date) - startInBrussels(date)) / (DAY / 24);
  const colon = typeof like !== 'string' || like.trim().at(-3) === ':' ? ':' : '';
  return `+${String(hours).padStart(2, '0')}${colon}00`;
}

const DATE_FORMATS: readonly PlaceFormat[] = [
  {
    name: 'YYYYMMDD (number)',
    has: (raw) => isWhole(raw) && /^\d{4}(?:0[1-9]|1[0-2])\d\d$/.test(String(raw)),
    read: (raw) => (isWhole(raw) ? parseDate(String(raw)) : undefined),
    write: (date) => Number(digits(date)),
  },
  {
    name: 'DDMMYYYY (number)',
    has: (raw) => isWhole(raw) && /^\d?\d(?:0[1-9]|1[0-2])(?:1[89]|2[01])\d\d$/.test(String(raw)),
    read: (raw) => (isWhole(raw) ? parseDate(String(raw).padStart(8, '0')) : undefined),
    write: (date) => Number(dayFirst(date).join('')),
  },
  epochFormat('epoch milliseconds', 1, (epoch) => Math.abs(epoch) >= SMALLEST_EPOCH_MS),
  epochFormat('epoch seconds', SECOND, (epoch) => Math.abs(epoch) < SMALLEST_EPOCH_MS),
  textFormat(
    'YYYY-MM-DDT00:00:00+01:00',
    /^\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:?\d\d$/,
    (date, like) => `${date}T00:00:00${offsetOf(date, like)}`,
  ),
  textFormat('YYYY-MM-DD 00:00:00', /^\d{4}-\d\d-\d\d [\d:.]+$/, (date) => `${date} 00:00:00`),
  textFormat('YYYY/MM/DD', /^\d{4}\/\d\d?\/\d\d?$/, (date) => date.replaceAll('-', '/')),
  textFormat('YYYY.MM.DD', /^\d{4}\.\d\d?\.\d\d?$/, (date) => date.replaceAll('-', '.')),
  textFormat('DD/MM/YYYY 00:00:00', /^\d\d?\/\d\d?\/\d{4} [\d:.]+$/, (date) => `${dayFirst(date).join('/')} 00:00:00`),
];

/** "december" */
export function monthWord(month: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));
}

const writeDayAndWord = (value: MonthDay, language: Language) => {
  const [month = '', day = ''] = value.split('-');
  return `${Number(day)} ${monthWord(Number(month), language)}`;
};

const FISCAL_YEAR_END_FORMATS: readonly PlaceFormat[] = [
  {
    name: 'D month',
    has: (raw) => typeof raw === 'string' && monthOfWord(/^\d\d? (\p{L}+)$/u.exec(raw.trim())?.[1] ?? '') !== undefined,
    write: (value, { language }) => writeDayAndWord(value, language),
  },
];

const LEGAL_FORM_FORMATS: readonly PlaceFormat[] = [
  {
    name: 'code (number)',
    has: isWhole,
    write: (value) => {
      const code = parseLegalForm(value)?.code;
      return code !== undefined && /^\d+$/.test(code) ? Number(code) : undefined;
    },
  },
];

/**
 * Forms that are used only where the place is known by its values, so that what stands there is certain to be one of them.
 * They come beside the forms of `FORMATS`.
 */
export const PLACE_FORMATS: Readonly<Partial<Record<FormattedField, readonly PlaceFormat[]>>> = {
  enterpriseNumber: [NUMBER_FORMAT],
  vatNumber: [NUMBER_FORMAT],
  incorporationDate: DATE_FORMATS,
  fiscalYearEnd: FISCAL_YEAR_END_FORMATS,
  legalForm: LEGAL_FORM_FORMATS,
};

/** The form of what stands at a place: the place's own where it has that, else the first that it has. */
export function placeFormatOf(field: FormattedField, name: string | undefined, raw: unknown): PlaceFormat | undefined {
  const formats = formatsOf(field);
  const own = formats.find((format) => format.name === name);
  return own?.has(raw) ? own : formats.find(({ has }) => has(raw));
}

export function placeFormatNamed(field: FormattedField, name: string | undefined): PlaceFormat | undefined {
  return formatsOf(field).find((format) => format.name === name);
}

const formatsOf = (field: FormattedField): readonly PlaceFormat[] => [
  ...FORMATS[field],
  ...(PLACE_FORMATS[field] ?? []),
];
