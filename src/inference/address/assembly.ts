import type { Candidate } from '../candidate.ts';
import { hintOf } from '../key-words.ts';
import type { Node } from '../tree.ts';
import type { Kinds } from '../value-kinds.ts';
import { candidateOf } from './in-parts.ts';
import type { Leaf } from './leaf.ts';
import { type Role, roleOf } from './part-names.ts';
import { best, commonAffix, isNextLine, nearness } from './part-scores.ts';

/** The parts around a postal code below one holder; several answers where it is not clear which number or box belongs to it. */
export function assemble(holder: Node, anchor: Leaf, leaves: readonly Leaf[], kinds: Kinds): Candidate[] {
  const others = leaves.filter((leaf) => leaf !== anchor);
  const [street] = best('street', others, anchor, anchor);
  if (!street) return [];
  const left = others.filter((leaf) => leaf !== street);
  const [municipality] = anchor.isPlace ? [] : best('municipality', left, anchor, anchor);
  if (!anchor.isPlace && !municipality) return [];
  if (municipality && municipality.parent !== anchor.parent && hasOwnCode(municipality, others)) return [];
  const rest = left.filter((leaf) => leaf !== municipality);
  const numbers: readonly (Leaf | undefined)[] =
    street.withNumber >= 0.6 ? [undefined] : best('number', rest, street, anchor).slice(0, 3);
  return (numbers.length > 0 ? numbers : [undefined]).flatMap((number, rank) => {
    const unused = rest.filter((leaf) => leaf !== number);
    const hasBox = Math.max(street.withNumber >= 0.6 ? street.withBox : 0, number?.withBox ?? 0) > 0;
    const boxes = hasBox ? [] : boxesNear(number ?? street, unused, anchor);
    const isClear =
      boxes.length === 1 && boxes[0] !== undefined && (isKnownBox(boxes[0]) || isNextLine(boxes[0], number ?? street));
    const choices = isClear ? boxes : isProven(boxes[0]) ? [...boxes, undefined] : [undefined, ...boxes];
    const isAloneInLine = boxes.length === 0;
    return choices.map((box, boxRank) => {
      const country = countryNear(
        anchor,
        unused.filter((leaf) => leaf !== box),
      );
      const chosen = {
        street,
        postalCode: anchor,
        ...(number && { number }),
        ...(box && { box }),
        ...(municipality && { municipality }),
        ...(country && { country }),
      };
      const isOther = others.some(isNamedCode) || hintOf('code', [anchor.name]).score !== 0;
      const byName = roleOf(anchor.name) !== 'postalCode' && isOther ? OTHER_CODE : 0;
      const closeness = municipality ? Math.min(0, nearness(municipality, anchor)) : 0;
      return candidateOf(holder, chosen, isAloneInLine, kinds, closeness + byName - 1.5 * rank - 1.2 * boxRank);
    });
  });
}

/** The country that is called so; else the only one, where it stands in the same documents as the postal code. */
function countryNear(anchor: Leaf, leaves: readonly Leaf[]): Leaf | undefined {
  const [first, ...others] = best('country', leaves, anchor, anchor);
  if (!first || roleOf(first.name) === 'country') return first;
  const isBeside = first.node.values.every((all, index) => all.length === anchor.node.values[index]?.length);
  return others.length === 0 && isBeside ? first : undefined;
}

/** Places that may hold the box; one that is called so leaves no choice. */
function boxesNear(near: Leaf, leaves: readonly Leaf[], anchor: Leaf): readonly Leaf[] {
  const found = clear('box', best('box', leaves, near, anchor), near).slice(0, 2);
  if (found.length > 0) return found;
  // In none of the documents there is a box.
  const empty = leaves.filter((leaf) => leaf.fill === 0 && isKnownBox(leaf) && commonAffix(leaf, anchor) >= 0);
  return empty.toSorted((a, b) => nearness(b, near) - nearness(a, near)).slice(0, 1);
}

const isKnownBox = (leaf: Leaf) => roleOf(leaf.name) === 'box';

/** The other service has the same boxes. */
const isProven = (leaf: Leaf | undefined) => (leaf?.evidence('box') ?? 0) > 1.5;

/** Four digits that are not called a postal code, beside others that are. */
const OTHER_CODE = -3;

const isNamedCode = (leaf: Leaf) => leaf.shares.postalCode >= 0.7 && roleOf(leaf.name) === 'postalCode';

/** A postal code stands with its municipality: one that has another beside it is another address's. */
const hasOwnCode = ({ parent }: Leaf, others: readonly Leaf[]) =>
  others.some((other) => other.parent === parent && other.shares.postalCode >= 0.7);

/** A place that is called so leaves no choice. */
function clear(role: Role, leaves: readonly Leaf[], near: Leaf): readonly Leaf[] {
  return leaves[0] && (roleOf(leaves[0].name) === role || isNextLine(leaves[0], near)) ? leaves.slice(0, 1) : leaves;
}
