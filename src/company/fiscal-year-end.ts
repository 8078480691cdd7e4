import type { ISODate, MonthDay } from './company.ts';
import { daysFrom, isoDate, monthOfWord, parseDate } from './dates.ts';

/** A day of the year in a text is never longer. In characters. */
const MAX_LENGTH = 60;

/** A smaller number is no date, but a day and month in some form of its own ("1231"). */
const SMALLEST_DATE = 10_000_000;
/** No financial year of ours ends in the 1970s: eight digits are a day (20241231), more are seconds up to here, and ms from here. */
const [SMALLEST_SECONDS, SMALLEST_MS] = [100_000_000, 100_000_000_000];

type DayAndMonth = readonly [day: number, month: number];
type Form = readonly [pattern: RegExp, parts: (match: RegExpExecArray) => readonly DayAndMonth[]];

/** The written forms, each with its readings in order: ISO's month first with a dash, else Belgium's day first. */
const FORMS: readonly Form[] = [
  [/^--(\d\d)-(\d\d)$/, (m) => [pair(m[2], m[1])]],
  [/^(\d\d)-(\d\d)$/, (m) => [pair(m[2], m[1]), pair(m[1], m[2])]],
  [/^(\d\d?)[-/. ](\d\d?)\.?$/, (m) => [pair(m[1], m[2]), pair(m[2], m[1])]],
  [/^(\d\d?)(?:er|e|\.)?[ -]?(\p{L}+)\.?$/u, (m) => [[Number(m[1]), monthOfWord(m[2] ?? '') ?? 0]]],
];

/**
 * Reads the end of a financial year from `MM-DD`, "31/12", "31-12", "31 december", "31 déc.", a full date in any form
 * of `parseDate`, epoch milliseconds, or `{day, month}`.
 */
export function parseFiscalYearEnd(value: unknown): MonthDay | undefined {
  if (typeof value === 'object' && value !== null && 'day' in value && 'month' in value) {
    return monthDay([numberOf(value.day), numberOf(value.month)]);
  }
  if (typeof value === 'number') return readNumber(value);
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  const text = value.trim();
  for (const [pattern, readings] of FORMS) {
    const match = pattern.exec(text);
    const found = match && readings(match).map(monthDay).find(Boolean);
    if (found) return found;
  }
  return parseDate(text)?.slice(5);
}

function readNumber(value: number): MonthDay | undefined {
  if (Math.abs(value) < SMALLEST_DATE) return undefined;
  const isSeconds = value >= SMALLEST_SECONDS && value < SMALLEST_MS;
  return parseDate(isSeconds ? value * 1000 : value)?.slice(5);
}

/** The last annual accounts: the ends of their periods, and the start of the last period where it is known. */
export type AccountPeriods = {
  readonly periodStart?: ISODate;
  readonly periodEnds: readonly ISODate[];
};

/**
 * The end of the financial year, from annual accounts: only if the last two periods end on the same day and the last
 * one lasts twelve months, for a first or a changed financial year says nothing about the next.
 */
export function fiscalYearEndFromAccounts({ periodStart, periodEnds }: AccountPeriods): MonthDay | undefined {
  const [last, before] = [...new Set(periodEnds)].toSorted().toReversed();
  if (!last || !before || !isSameMonthDay(last.slice(5), before.slice(5))) return undefined;
  const isNextYear = Number(last.slice(0, 4)) - Number(before.slice(0, 4)) === 1;
  const followsOn = periodStart === undefined || daysFrom(before, periodStart) === 1;
  return isNextYear && followsOn ? last.slice(5) : undefined;
}

/** Whether two financial years end on the same day; the last of February is one day, in leap years too. */
export function isSameMonthDay(a: MonthDay, b: MonthDay): boolean {
  return lastOfFebruary(a) === lastOfFebruary(b);
}

function lastOfFebruary(day: MonthDay): MonthDay {
  return day === '02-29' ? '02-28' : day;
}

function pair(day: string | undefined, month: string | undefined): DayAndMonth {
  return [Number(day), Number(month)];
}

function numberOf(value: unknown): number {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{1,2}$/.test(value)) ? Number(value) : 0;
}

/** A day that exists in a leap year. */
function monthDay([day, month]: DayAndMonth): MonthDay | undefined {
  return isoDate([2000, month, day])?.slice(5);
}
