import * as z from 'zod/mini';
import { FIELDS, type Field } from '../company/company.ts';
import { isJsonPath, type Place, placesAt } from './json-path.ts';

/** The path that the office chose for a field, in place of the profile's candidates. */
export type ChosenPaths = Partial<Record<Field, string>>;

/** Why a path is refused, as a key of the texts. */
export type PathRefusal =
  | 'mappingPathTooLong'
  | 'mappingPathForbiddenName'
  | 'mappingPathTooComplex'
  | 'mappingPathNotJsonPath';

/** In characters. */
const MAX_PATH_LENGTH = 200;
/** Filters in a path. Each may go through the whole answer for each place before it. */
const MAX_FILTERS = 2;

/** Names whose values belong to the language and not to an answer. */
const FORBIDDEN_NAMES = ['__proto__', 'constructor', 'prototype'];

export const isForbiddenName = (name: string) => FORBIDDEN_NAMES.includes(name);

/** Why this path may not be chosen; undefined where it may. It is not looked at what stands there. */
export function pathRefusal(path: string): PathRefusal | undefined {
  if (path.length > MAX_PATH_LENGTH) return 'mappingPathTooLong';
  if (FORBIDDEN_NAMES.some((name) => withoutEscapes(path).includes(name))) return 'mappingPathForbiddenName';
  if (!isJsonPath(path)) return 'mappingPathNotJsonPath';
  return isCostly(path) ? 'mappingPathTooComplex' : undefined;
}

const withoutEscapes = (path: string) =>
  path.replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/**
 * Whether evaluating the path could take long: descendants, several selectors in one segment and regular expressions
 * multiply, and filters do so when they are many.
 */
function isCostly(path: string): boolean {
  const skeleton = path.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
  return /\.\.|,|\w\s*\(/.test(skeleton) || skeleton.split('?').length - 1 > MAX_FILTERS;
}

/** The places that a chosen path names; names that belong to the language are passed over. */
export function chosenPlaces(path: string, answer: unknown): Place[] {
  return placesAt(path, answer).filter(({ keys }) => !keys.some((key) => isForbiddenName(String(key))));
}

const ChosenPath = z.string().check(({ value, issues }) => {
  const refusal = pathRefusal(value);
  if (refusal) issues.push({ code: 'custom', message: refusal, input: value });
});

const chosenPathsOf = <F extends Field>(fields: readonly F[]) => z.strictObject(optionalPaths(fields));

function optionalPaths<F extends Field>(fields: readonly F[]) {
  const path = z.exactOptional(ChosenPath);
  return Object.fromEntries(fields.map((field) => [field, path])) as Record<F, typeof path>;
}

/** openthebox answers links by a call of their own, so that no path of the company leads to them. */
export const OPENTHEBOX_FIELDS = FIELDS.filter((field) => field !== 'linkedRelations');

/** What the office chose, for both services. It is kept, exported and imported in this form. */
export const MappingOverrides = z.strictObject({
  version: z.literal(1),
  adminpulse: chosenPathsOf(FIELDS),
  openthebox: chosenPathsOf(OPENTHEBOX_FIELDS),
});
export type MappingOverrides = z.infer<typeof MappingOverrides>;

export const NOTHING_CHOSEN: MappingOverrides = { version: 1, adminpulse: {}, openthebox: {} };
