import { z } from 'zod';
import type { Relation } from '../model.ts';
import { flat } from './flat.ts';
import { foreign } from './foreign.ts';
import { nested } from './nested.ts';

/** A raw relation, as the API answers it. */
export type Raw = Record<string, unknown>;

/** Sets one raw key of a relation. Returns what is wrong with the value, or nothing when it was taken. */
export type Writable = (relation: Relation, value: unknown) => string | undefined;

/**
 * One of the forms that an AdminPulse relation may have. The names of most keys are candidates of reference 1.4 (U): flat
 * and nested together hold every way in which a fact may plausibly stand, none of them is known to be the real one; the keys
 * of foreign are no candidates.
 */
export type Shape = {
  /** The answer of `GET /relations/{identifier}`. */
  single(relation: Relation): Raw;
  /** A row of `GET /relations`, with fewer keys (I). */
  row(relation: Relation): Raw;
  /** The top-level keys that a write may hold; all others are ignored, as .NET does (I). */
  writable: Readonly<Record<string, Writable>>;
  /**
   * The keys without which no relation is made, those of which a company or sole trader needs one, those of a person, and
   * that of a customer's first day.
   */
  required: {
    always: readonly string[];
    oneNumber: readonly string[];
    person: readonly string[];
    since: readonly string[];
  };
};

export type ShapeName = 'flat' | 'nested' | 'foreign';

export const SHAPES: Readonly<Record<ShapeName, Shape>> = { flat, nested, foreign };

export type Problems = Record<string, string[]>;

/**
 * A relation after a partial write. Keys that are null or empty are ignored (D: "Fields that are empty will be ignored"),
 * each other key is replaced whole, lists and objects included (U). All or nothing: with one bad value nothing is written.
 */
export function patched(shape: Shape, before: Relation, body: Raw): { relation: Relation } | { problems: Problems } {
  const relation = structuredClone(before);
  const problems: Problems = {};
  for (const [key, value] of Object.entries(body)) {
    if (isEmpty(value)) continue;
    const problem = shape.writable[key]?.(relation, value);
    if (problem) problems[key] = [problem];
  }
  return Object.keys(problems).length > 0 ? { problems } : { relation };
}

/** What a write ignores: null, an empty text, list or object. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

export const rawBody = z.record(z.string(), z.unknown());
