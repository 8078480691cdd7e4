import type { Form } from '../node.ts';

export type YearEnd = { day: number; month: number };

const two = (part: number) => String(part).padStart(2, '0');

function written(name: string, write: (day: string, month: string) => string, pattern: RegExp): Form<YearEnd> {
  return {
    name,
    write: ({ day, month }) => write(two(day), two(month)),
    read(raw) {
      const { d, m } = (typeof raw === 'string' && pattern.exec(raw)?.groups) || {};
      return existing({ day: Number(d), month: Number(m) });
    },
  };
}

const existing = (end: YearEnd): YearEnd | undefined => {
  const date = new Date(Date.UTC(2024, end.month - 1, end.day));
  return date.getUTCMonth() === end.month - 1 && date.getUTCDate() === end.day ? end : undefined;
};

/** A full date of which the year is the one that runs; a write may say another. */
function inYear(days: Form<string>): Form<YearEnd> {
  return {
    name: `date, ${days.name}`,
    write: ({ day, month }) => days.write(`${month < 6 ? 2026 : 2025}-${two(month)}-${two(day)}`, undefined),
    read(raw) {
      const [, month, day] = (days.read(raw, undefined) ?? '').split('-').map(Number);
      return day && month ? { day, month } : undefined;
    },
  };
}

/** The forms of a day and month in one key. */
export const YEAR_END_FORMS = {
  'DD/MM': () => written('DD/MM', (d, m) => `${d}/${m}`, /^(?<d>\d\d)\/(?<m>\d\d)$/),
  'DD.MM': () => written('DD.MM', (d, m) => `${d}.${m}`, /^(?<d>\d\d)\.(?<m>\d\d)$/),
  'DD-MM': () => written('DD-MM', (d, m) => `${d}-${m}`, /^(?<d>\d\d)-(?<m>\d\d)$/),
  'MM-DD': () => written('MM-DD', (d, m) => `${m}-${d}`, /^(?<m>\d\d)-(?<d>\d\d)$/),
  '--MM-DD': () => written('--MM-DD', (d, m) => `--${m}-${d}`, /^--(?<m>\d\d)-(?<d>\d\d)$/),
  'full date': inYear,
} as const satisfies Readonly<Record<string, (days: Form<string>) => Form<YearEnd>>>;

/** A day or a month alone. */
export const PART_FORMS: Readonly<Record<'number' | 'text', Form<number>>> = {
  number: {
    name: 'a number',
    write: (part) => part,
    read: (raw) => (typeof raw === 'number' ? raw : undefined),
  },
  text: {
    name: 'two digits',
    write: two,
    read: (raw) => (typeof raw === 'string' && /^\d\d$/.test(raw) ? Number(raw) : undefined),
  },
};
