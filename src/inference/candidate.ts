import type { Address } from '../company/company.ts';
import type { FieldPlace, Meaning, PlacePart } from '../schema/field-place.ts';
import type { ValueKind } from './finding.ts';
import type { ByDocument, Node } from './tree.ts';

/** What one document says at a place, in the form in which it is compared: equal if a key is shared, or by the address. */
export type Fact = { readonly keys: readonly string[]; readonly address?: Address };

/** A place, or several that make up one value, which may have a meaning. */
export type Candidate = {
  readonly place: FieldPlace;
  /** The places of its values; no other meaning can have them. */
  readonly nodes: readonly Node[];
  /** The names on the way that may say what it is, and those of its parts, which may only say what it is not. */
  readonly names: readonly string[];
  readonly partNames?: readonly string[];
  readonly facts: ByDocument<Fact>;
  /** How well its values go with the meaning, apart from agreement and names: 0 is well, less is worse. */
  readonly fit: number;
  /** The same for one of several meanings that values of this kind may have. */
  readonly fitOf?: Partial<Readonly<Record<Meaning, number>>>;
  /** The same for candidates that are readings of one thing, which differ in a part alone. */
  readonly group?: Node;
  readonly kind: ValueKind;
  /** Set where it joins places of which nothing but their values says that they are one. */
  readonly isUnsure?: boolean;
  /** Set where few documents leave open which parts a value has. */
  readonly isOpen?: boolean;
  /** Values of the kind, and all. */
  readonly share: { readonly count: number; readonly of: number };
};

/** A place of one value below an item, or of a value by itself. */
export function placeOf(node: Node, more: Omit<FieldPlace, 'paths' | 'item'> = {}): FieldPlace {
  return { paths: node.paths.map((path) => ({ path })), ...more, ...itemOf(node) };
}

export function itemOf({ item }: Node): Pick<FieldPlace, 'item'> {
  if (!item) return {};
  const { below, ...rest } = item;
  return { item: { ...rest, value: below } };
}

/** Documents in which something stands at the place. */
export const filled = (values: ByDocument<unknown>) => values.filter((all) => all.length > 0).length;

/** How many different first values there are. */
export function distinct(values: ByDocument<unknown>): number {
  return new Set(values.flatMap((all) => all.slice(0, 1))).size;
}

/** Whether a part of a value is a JSON number. */
export function asNumber({ all }: Node): Pick<PlacePart, 'isNumber'> {
  return all.length > 0 && all.every((value) => typeof value === 'number') ? { isNumber: true } : {};
}
