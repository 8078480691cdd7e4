import type { ISODate } from './company.ts';
import { fold } from './folding.ts';

/** A date in a text is never longer. In characters. */
const MAX_LENGTH = 60;

/** Years in which a company or a date about it can lie; what falls outside was no date. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;

type Parts = readonly [year: number, month: number, day: number];
type Form = readonly [pattern: RegExp, parts: (match: RegExpExecArray) => Parts];

const number = (match: RegExpExecArray, group: number) => Number(match[group]);

/**
 * The written forms. Day first is the only order of Belgium. Eight digits are told apart by the year: no year from
 * 1800 to 2199 starts with a month, and so no text is both.
 */
const FORMS: readonly Form[] = [
  [/^(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ][\d:.]*)?$/, (m) => [number(m, 1), number(m, 2), number(m, 3)]],
  [/^(\d\d?)[-/.](\d\d?)[-/.](\d{4})(?:[T ][\d:.]*)?$/, (m) => [number(m, 3), number(m, 2), number(m, 1)]],
  [/^(\d{4})(\d\d)(\d\d)$/, (m) => [number(m, 1), number(m, 2), number(m, 3)]],
  [/^(\d\d)(\d\d)(\d{4})$/, (m) => [number(m, 3), number(m, 2), number(m, 1)]],
  [
    /^(\d\d?)(?:er|e|\.)?[ -](\p{L}+)\.?[ -](\d{4})$/u,
    (m) => [number(m, 3), monthOfWord(m[2] ?? '') ?? 0, number(m, 1)],
  ],
];

/** A date-time that says its zone is an instant: its day is that of Brussels. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)$/i;

/** Epoch milliseconds as text; fewer digits would be a compact date or a number of days or seconds. */
const EPOCH = /^-?\d{11,14}$/;

// Swedish writes dates as ISO does.
const BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/**
 * Reads a day from ISO ("2019-05-14", with or without a time), day first ("14/05/2019", "14.5.2019", "14-05-2019"),
 * compact ("14052019", "20190514"), in words ("14 mei 2019"), or epoch milliseconds, whose day is that of Brussels.
 */
export function parseDate(value: string | number): ISODate | undefined {
  if (typeof value === 'number') return parseText(String(value)) ?? dayInBrussels(value);
  const text = value.trim();
  if (INSTANT.test(text) && text.length <= MAX_LENGTH) return dayInBrussels(Date.parse(text));
  return parseText(text) ?? (EPOCH.test(text) ? dayInBrussels(Number(text)) : undefined);
}

/** The day on the user's calendar. */
export function localDay(now: Date): ISODate {
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** In ms. */
const DAY = 24 * 60 * 60 * 1000;

/** The days from one date to another; negative if the other is earlier. */
export function daysFrom(from: ISODate, to: ISODate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** `YYYY-MM-DD` of a day that exists. */
export function isoDate([year, month, day]: Parts): ISODate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().slice(0, 10) : undefined;
}

function parseText(text: string): ISODate | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  for (const [pattern, parts] of FORMS) {
    const match = pattern.exec(text);
    const date = match && isoDate(parts(match));
    if (date) return date;
  }
  return undefined;
}

function dayInBrussels(milliseconds: number): ISODate | undefined {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return undefined;
  const [year = 0, month = 0, day = 0] = BRUSSELS.format(date).split('-').map(Number);
  return isoDate([year, month, day]);
}

const BRUSSELS_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** In ms. */
const HOUR = 60 * 60 * 1000;

/** The instant, in epoch milliseconds, at which a day begins in Brussels; before time zones were whole hours, in UTC. */
export function startInBrussels(date: ISODate): number {
  const inUtc = Date.parse(date);
  const starts = [1, 2, 0].map((hours) => inUtc - hours * HOUR);
  return starts.find((instant) => BRUSSELS_CLOCK.format(instant) === `${date} 00:00:00`) ?? inUtc;
}

/** The first letters by which a month is known in nl, fr, de and en, accents aside; January first. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fev'],
  ['maa', 'mrt', 'mar'],
  ['apr', 'avr'],
  ['mei', 'mai', 'may'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec', 'dez'],
];

/** The number of a month that is written as a word: "december", "déc.", "Dezember" are 12. */
export function monthOfWord(word: string): number | undefined {
  const folded = fold(word);
  const index = MONTHS.findIndex((starts) => starts.some((start) => folded.startsWith(start)));
  return index < 0 ? undefined : index + 1;
}
