import type { Meaning, Part } from '../../../../src/schema/field-place.ts';

/** What a leaf of an answer carries: a meaning, and which parts of it where the value is composite. */
export type Held = { readonly meaning: Meaning; readonly holds: readonly Part[] };

/**
 * What the leaves of one answer carry, by their normalised JSONPath, empty ones too; a list of links stands with its own
 * path. What is not among them is a decoy.
 */
export type Truth = ReadonlyMap<string, Held>;

export type Marks = Map<string, Held>;

export const held = (meaning: Meaning, ...holds: Part[]): Held => ({ meaning, holds });

/** The normalised path (RFC 9535) of a child. */
export function childPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return `${path}['${key.replace(/[\\']/g, '\\$&')}']`;
}
