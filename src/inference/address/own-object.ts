import { filled } from '../candidate.ts';
import type { Leaf } from './leaf.ts';
import { roleOf } from './part-names.ts';

/**
 * Whether parts stand in an object of their own, in which no other key could hold what is seen in none of the documents: where a
 * service writes every key, a box that has no key stands with the number.
 */
export function isWholeObject(parts: readonly Leaf[]): boolean {
  const parent = parts[0]?.node.parent;
  if (!parent || parts.some(({ node }) => node.parent !== parent)) return false;
  const documents = Math.max(...parts.map(({ fill }) => fill));
  const others = parent.children.filter((child) => parts.every(({ node }) => node !== child));
  // Few companies have a box: what all have is none, unless it is a number.
  const couldBeBox = others.some(
    ({ key = '', values, all, children }) =>
      children.length === 0 &&
      ['number', 'box', undefined].includes(roleOf(key)) &&
      (filled(values) < documents || all.some((value) => /^\D{0,6}\d{1,4}\D?$/.test(String(value)))),
  );
  return parts.length >= parent.children.length / 2 && !couldBeBox;
}
