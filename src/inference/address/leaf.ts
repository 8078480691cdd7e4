import { filled } from '../candidate.ts';
import { keyWords } from '../key-words.ts';
import type { Node, Scalar } from '../tree.ts';
import type { Kinds } from '../value-kinds.ts';
import { type Evidence, evidenceOf, type Heard } from './heard.ts';
import { isWrapper, ROLE_OF, type Role } from './part-names.ts';
import { isStreet } from './street-names.ts';

/** A place below the holder of an address, and how far its values have each role. */
export type Leaf = {
  readonly node: Node;
  readonly keys: readonly string[];
  /** The key that says what it is, and the object in which it stands beside the other parts. */
  readonly name: string;
  readonly parent: Node | undefined;
  readonly shares: Readonly<Record<Role, number>>;
  /** Shares of streets with their number, of those and of numbers with a box, of postal codes with the municipality. */
  readonly withNumber: number;
  readonly withBox: number;
  readonly isPlace: boolean;
  /** "nl" and "fr" are countries by chance. */
  readonly isLanguage: boolean;
  /** Documents in which something stands there. */
  readonly fill: number;
  readonly evidence: Evidence;
};

export type Context = {
  readonly kinds: Kinds;
  readonly heard: Heard | undefined;
  readonly peersOf: (node: Node) => readonly Node[];
};

/** Places of one key in the items of one list, or in objects that stand side by side: their values have one form. */
export function peersIn(nodes: readonly Node[]): Context['peersOf'] {
  const keyOf = ({ item, key, parent }: Node) =>
    item ? `${item.list} ${item.below.join('.')}` : `${parent?.parent?.paths[0]} ${key}`;
  const groups = Map.groupBy(
    nodes.filter(({ item, parent }) => item ?? parent?.parent),
    keyOf,
  );
  return (node) => groups.get(keyOf(node)) ?? [];
}

/** At so many levels above the postal code the rest of the address is looked for. */
export const LEVELS = 3;
/** More keys below an object are not looked at. */
const MAX_LEAVES = 80;

export function leavesOf(holder: Node, context: Context): readonly Leaf[] {
  const found: Leaf[] = [];
  const visit = (node: Node, keys: readonly string[]) => {
    for (const child of node.children) {
      if (found.length >= MAX_LEAVES) return;
      const below = [...keys, child.key ?? ''];
      const isEmptyBox = ROLE_OF.get(keyWords(child.key ?? '').join('')) === 'box' && child.children.length === 0;
      if (child.values.some((all) => all.length > 0) || isEmptyBox) found.push(leafOf(child, below, context));
      if (below.length < LEVELS) visit(child, below);
    }
  };
  visit(holder, []);
  return found;
}

function leafOf(node: Node, keys: readonly string[], { kinds, heard, peersOf }: Context): Leaf {
  const all = node.all;
  const part = (is: (value: Scalar) => boolean) => share(all, is);
  const isPostal = (value: Scalar) => kinds.postalCode(value) !== undefined;
  const isPlace = part((value) => kinds.place(value) !== undefined) >= 0.6;

  const postalCode = part(isPostal);
  const isBelowValue = keys.length > 1 && isWrapper(keys.at(-1) ?? '');
  return {
    node,
    keys,
    name: keys.at(isBelowValue ? -2 : -1) ?? '',
    parent: isBelowValue ? node.parent?.parent : node.parent,
    isPlace,
    isLanguage: part((value) => kinds.language(value) !== undefined) === 1,
    fill: filled(node.values),
    evidence: heard ? evidenceOf(node, kinds, heard) : () => 0,
    withNumber: part((value) => typeof value === 'string' && kinds.streetLine(value)?.number !== undefined),
    withBox: share(
      [...all, ...peersOf(node).flatMap(({ all: values }) => values)],
      (value) => (kinds.houseNumber(value)?.box ?? kinds.streetLine(value)?.box) !== undefined,
    ),
    shares: {
      street: part(isStreet),
      number: postalCode > 0.8 ? 0 : part((value) => kinds.houseNumber(value) !== undefined),
      box: part((value) => typeof value !== 'boolean' && BOX.test(String(value).trim())),
      postalCode: isPlace ? 1 : postalCode,
      municipality: part((value) => kinds.municipality(value) !== undefined),
      country: part((value) => kinds.country(value) !== undefined),
    },
  };
}

const BOX = /^(?:bus|boite|boîte|bte|bt|b|box|kasten)?\.?\s?[\dA-Z]{1,5}$/i;

export function share(values: readonly Scalar[], is: (value: Scalar) => boolean): number {
  return values.length === 0 ? 0 : values.filter(is).length / values.length;
}
