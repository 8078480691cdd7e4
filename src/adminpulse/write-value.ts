import type { FlatField, Language, Value } from '../company/company.ts';
import { FORMATS, formatNamed, formatOf, isFormatted } from './formats.ts';

export type HowToWrite = {
  /** The value that is replaced; undefined where nothing stands there. */
  readonly like: unknown;
  /** The form that other relations show, for a place where nothing stands. */
  readonly learntFormat: string | undefined;
  readonly language: Language;
};

/**
 * A neutral value in the form in which AdminPulse holds it: that of the value it replaces, else that of other relations,
 * else the most common one. Undefined where it cannot be said in that form.
 */
export function writeValue(field: FlatField, value: Value, how: HowToWrite): unknown {
  if (!isFormatted(field) || typeof value !== 'string') return value;
  const format = formatOf(field, how.like) ?? formatNamed(field, how.learntFormat) ?? FORMATS[field][0];
  return format?.write(value, { like: how.like, language: how.language });
}
