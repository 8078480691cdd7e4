import type { ValueKind } from './finding.ts';
import type { Scalar } from './tree.ts';

/** The names of the forms of values, as AdminPulse's forms have them, the most specific first. */
const FORMS: Partial<Readonly<Record<ValueKind, readonly (readonly [name: string, pattern: RegExp])[]>>> = {
  number: [
    ['BE 0123.456.749', /^BE \d{4}\.\d{3}\.\d{3}$/i],
    ['BE0123.456.749', /^BE\d{4}\.\d{3}\.\d{3}$/i],
    ['BE 0123456749', /^BE \d{10}$/i],
    ['BE0123456749', /^BE\d{9,10}$/i],
    ['0123.456.749', /^\d{3,4}\.\d{3}\.\d{3}$/],
    ['0123456749', /^\d{9,10}$/],
  ],
  date: [
    ['YYYY-MM-DD', /^\d{4}-\d\d-\d\d$/],
    ['YYYY-MM-DDT00:00:00', /^\d{4}-\d\d-\d\dT[\d:.]+$/],
    ['YYYY-MM-DDT00:00:00Z', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/],
    ['DD/MM/YYYY', /^\d\d?\/\d\d?\/\d{4}$/],
    ['DD-MM-YYYY', /^\d\d?-\d\d?-\d{4}$/],
    ['DD.MM.YYYY', /^\d\d?\.\d\d?\.\d{4}$/],
    ['YYYYMMDD', /^\d{4}(?:0[1-9]|1[0-2])\d\d$/],
    ['DDMMYYYY', /^\d{4}(?:1[89]|2[01])\d\d$/],
    ['epoch', /^-?\d{11,14}$/],
  ],
  monthDay: [
    ['DD/MM', /^\d\d?\/(?:0?[1-9]|1[0-2])$/],
    ['DD.MM', /^\d\d?\.(?:0?[1-9]|1[0-2])$/],
    ['--MM-DD', /^--\d\d-\d\d$/],
    ['DD-MM', /^(?:1[3-9]|2\d|3[01])-\d\d$/],
    ['MM-DD', /^\d\d-\d\d$/],
    ['date', /^\d{4}-\d\d-\d\d|^\d\d?[-/.]\d\d?[-/.]\d{4}|^\d{8}$|^-?\d{11,14}$/],
  ],
  website: [
    ['https://…', /^https?:\/\//i],
    ['www…', /./],
  ],
  legalForm: [
    ['code', /^\d{3}$/],
    ['abbreviation', /^.{1,10}$/],
    ['word', /./],
  ],
  phone: [
    ['international', /^(?:\+|00)/],
    ['national', /./],
  ],
};

/** The form that most of the values have; undefined where the kind has no forms, or they have none of them. */
export function formOf(kind: ValueKind, values: readonly Scalar[]): string | undefined {
  const names = values.flatMap((value) => {
    const text = String(value).trim();
    return FORMS[kind]?.find(([, pattern]) => pattern.test(text))?.[0] ?? [];
  });
  const counts = Map.groupBy(names, (name) => name);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
