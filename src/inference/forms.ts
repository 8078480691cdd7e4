import { FORMATS, type FormattedField } from '../schema/formats.ts';
import { PLACE_FORMATS } from '../schema/place-formats.ts';
import type { ValueKind } from './finding.ts';
import type { Scalar } from './tree.ts';

/** The field whose forms the values of a kind have. */
const FIELD_OF: Partial<Readonly<Record<ValueKind, FormattedField>>> = {
  number: 'enterpriseNumber',
  date: 'incorporationDate',
  monthDay: 'fiscalYearEnd',
  website: 'website',
  legalForm: 'legalForm',
  phone: 'phone',
};

/** The name of the form that most of the values have; undefined where the kind has no forms, or they have none of them. */
export function formOf(kind: ValueKind, values: readonly Scalar[]): string | undefined {
  const field = FIELD_OF[kind];
  if (!field) return undefined;
  const formats = [...FORMATS[field], ...(PLACE_FORMATS[field] ?? [])];
  const names = values.flatMap((value) => formats.find(({ has }) => has(value))?.name ?? []);
  const counts = Map.groupBy(names, (name) => name);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
