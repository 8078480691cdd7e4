import { hintOf } from '../key-words.ts';
import type { Leaf } from './leaf.ts';
import { type Role, roleOf, withoutRole } from './part-names.ts';

/** How much a share of values that have the kind of the role is worth. */
const KIND = 4;
const WORD = 3;
/** The least that a place has to score for a role. */
const LEAST: Readonly<Record<Role, number>> = {
  street: 3,
  number: 4.5,
  box: 4.5,
  postalCode: 4,
  municipality: 4,
  country: 4.5,
};

export function best(role: Role, leaves: readonly Leaf[], near: Leaf, anchor: Leaf): readonly Leaf[] {
  return leaves
    .map((leaf) => ({ leaf, score: scoreOf(role, leaf, near, anchor) }))
    .filter(({ score }) => score >= LEAST[role])
    .toSorted((a, b) => b.score - a.score)
    .map(({ leaf }) => leaf);
}

function scoreOf(role: Role, leaf: Leaf, near: Leaf, anchor: Leaf): number {
  const kind = leaf.shares[role];
  const isFurther = role === 'box' && isNextLine(leaf, near);
  const named = isFurther ? undefined : roleOf(leaf.name);
  const isNamed = named === role;
  if (role === 'country' && named !== 'country' && leaf.isLanguage) return 0;
  const isUsed = kind >= (role === 'street' ? 0.3 : 0.75);
  // A street by its name alone may be one that ends in no usual word.
  if (!isUsed && !(role === 'street' && isNamed)) return 0;
  if (role === 'street' && leaf.shares.municipality > 0.5) return 0;
  const word = isNamed ? WORD : named === undefined ? 0 : -WORD;
  // Few companies have a box.
  const isEverywhere = role === 'box' && !isNamed && leaf.fill > 0.75 * anchor.fill;
  return (
    KIND * kind +
    word +
    nearness(leaf, near) +
    (isFurther ? 0 : commonAffix(leaf, anchor)) +
    leaf.evidence(role) -
    (isEverywhere ? WORD : 0)
  );
}

/** A number or a line that is called as the one before it, and counted on: "HOUSE_NUM2", "address1_line3". */
export function isNextLine(leaf: Leaf, near: Leaf): boolean {
  const [one, other] = [near, leaf].map(({ name }) => /^(.*?)(\d?)$/.exec(name));
  return (
    leaf.parent === near.parent &&
    one?.[1] === other?.[1] &&
    other?.[2] !== '' &&
    Number(other?.[2]) === Number(one?.[2] || '1') + 1
  );
}

/** Parts of one address stand below one key, and one after the other. */
export function nearness(a: Leaf, b: Leaf): number {
  const distance = Math.max(0, Math.abs(a.node.order - b.node.order) - 1);
  return (a.parent === b.parent ? 1.5 : 0) - Math.min(3, 0.3 * distance);
}

/** "post_straat" and "post_pc" belong together, and so do "straat2" and "pc2"; "corr_straat" and "pc" do not. */
export function commonAffix(a: Leaf, b: Leaf): number {
  if (roleOf(a.name) === undefined) return 0;
  const one = withoutRole(a.name);
  const other = roleOf(b.name) === undefined ? '' : withoutRole(b.name);
  if (one === other) return one === '' ? 0 : 2;
  const against = (text: string) => text !== '' && hintOf('address', [text]).score < 0;
  return against(one) !== against(other) ? OF_OTHERS : OF_ANOTHER;
}

/** What else a key says is not what that of the postal code says. */
const OF_ANOTHER = -3;
/** Of two keys one says that it is another address's. */
const OF_OTHERS = -5;
