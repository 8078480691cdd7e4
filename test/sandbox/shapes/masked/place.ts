import { type MaskTag, readTag } from '../../../../src/background/mapping/masked/mask-tag.ts';
import { isObject } from '../generated/node.ts';

/** A value of a masked answer, with what its mask says of it. */
export type Leaf = {
  readonly path: string;
  /** The keys on the way to it, and the known words that tell the items of lists apart. */
  readonly names: readonly string[];
  readonly tag?: MaskTag;
  /** Of a text, and of a number that has a tag. */
  readonly pattern?: string;
  /** Of a number without a tag, a mark, or nothing. */
  readonly raw: unknown;
  /** Whether the item of a list in which it stands has a mark that says yes: it comes first of its kind. */
  readonly isMarked?: boolean;
};

/** A masked answer as a tree. */
export type Place =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, place: Place])[] }
  | { readonly kind: 'list'; readonly names: readonly string[]; readonly items: readonly Place[] };

export function placeOf(masked: unknown, path = '$', names: readonly string[] = [], isMarked = false): Place {
  if (Array.isArray(masked)) {
    const marks = marksOf(masked);
    const isFirst = (item: unknown) => isObject(item) && marks.some((key) => YES.includes(item[key]));
    // The one with the mark first: where it is empty, another of its kind is not read in its place.
    const items = masked
      .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
      .map((item, index) => placeOf(item, `${path}[${index}]`, [...names, ...kindsOf(item)], isFirst(item)));
    return { kind: 'list', names, items };
  }
  if (isObject(masked)) {
    const entries = Object.entries(masked).map(([maskedKey, child]) => {
      const key = keyOf(maskedKey);
      return [key, placeOf(child, `${path}.${key}`, [...names, key], isMarked)] as const;
    });
    return { kind: 'object', entries };
  }
  const tagged = typeof masked === 'string' ? readTag(masked) : undefined;
  const pattern = tagged?.pattern ?? (typeof masked === 'string' ? masked : undefined);
  const leaf = {
    path,
    names,
    raw: masked,
    isMarked,
    ...(tagged && { tag: tagged.tag }),
    ...(pattern !== undefined && { pattern }),
  };
  return { kind: 'leaf', leaf };
}

/** A key that was masked is called by its number. */
const keyOf = (masked: string) => readTag(masked)?.tag.kind.replace(' ', '') ?? masked;

/** The known words of an item. */
const kindsOf = (item: unknown) =>
  isObject(item)
    ? Object.values(item).filter(
        (value): value is string => typeof value === 'string' && value.length > 1 && isWord(value),
      )
    : [];

const YES: readonly unknown[] = [true, 1, 'J'];
const NO: readonly unknown[] = [false, 0, 'N'];

/** The keys by which items of a list say yes or no. */
function marksOf(items: readonly unknown[]): readonly string[] {
  const objects = items.filter(isObject);
  return Object.keys(objects[0] ?? {}).filter((key) =>
    objects.every((item) => YES.includes(item[key]) || NO.includes(item[key])),
  );
}

/** A text that was not masked: a known word. */
export const isWord = (text: string): boolean => !readTag(text) && /(?![xX])\p{L}/u.test(text);

export function leavesOf(place: Place): readonly Leaf[] {
  if (place.kind === 'leaf') return [place.leaf];
  return place.kind === 'list' ? place.items.flatMap(leavesOf) : place.entries.flatMap(([, child]) => leavesOf(child));
}

/** Whether it stands in the item of a list, other than the one of an answer in a list of one. */
export const isInList = ({ path }: Leaf): boolean => path.replace(/^\$\[0\]/, '').includes('[');
