import type { FieldPlace, Meaning, Part } from '../../../../src/schema/field-place.ts';
import { isEmpty, type Place, placesAt } from '../../../../src/schema/json-path.ts';
import { childPath, type Held, type Truth } from './truth.ts';

/**
 * How right a place is, over some documents. `wrong`: in one of them it names a leaf that does not carry the meaning, or not
 * those parts of it. `partly`: what it names is right, but it misses a part, or a document in which the meaning has a value.
 */
export type Score = 'right' | 'wrong' | 'partly';

type TruthOf = (document: unknown) => Truth;

export function score(place: FieldPlace, meaning: Meaning, documents: readonly unknown[], truth: TruthOf): Score {
  const scores = documents.map((document) => scoreIn(place, meaning, document, truth(document)));
  const isPartly = scores.includes('partly') || scores.every((one) => one === 'nothing');
  return scores.includes('wrong') ? 'wrong' : isPartly ? 'partly' : 'right';
}

/** In how many of the documents a meaning has a value: what has none in any of them cannot be missed. */
export function presence(documents: readonly unknown[], truth: TruthOf): ReadonlyMap<Meaning, number> {
  const counts = new Map<Meaning, number>();
  for (const document of documents) {
    const present = new Set(presentLeaves(document, truth(document)).map(({ meaning }) => meaning));
    for (const meaning of present) counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  }
  return counts;
}

/** What has no place of its own in a language or form: one of these parts says it all. */
const ALTERNATIVES: readonly Part[] = ['code', 'word', 'abbreviation'];
/** Parts that a place may leave out. */
const OPTIONAL: readonly Part[] = ['country', 'legalForm'];

function scoreIn(place: FieldPlace, meaning: Meaning, document: unknown, truth: Truth): Score | 'nothing' {
  const leaves = leavesOf(place, document);
  if (leaves.some((leaf) => !isCarried(leaf, meaning, truth.get(leaf.path)))) return 'wrong';
  const wanted = presentLeaves(document, truth).filter((held) => held.meaning === meaning);
  if (wanted.length === 0) return 'nothing';
  const found = leaves.flatMap(({ path, value }) => (isEmpty(value) ? [] : [truth.get(path)?.holds ?? []]));
  const parts = new Set(found.flat());
  // A leaf that holds no parts is the fact itself.
  const isWhole =
    found.some((holds) => holds.length === 0) ||
    (found.length > 0 && wanted.every(({ holds }) => holds.every((part) => parts.has(part) || isSpared(part, parts))));
  return isWhole ? 'right' : 'partly';
}

function isSpared(part: Part, parts: ReadonlySet<Part>): boolean {
  return OPTIONAL.includes(part) || (ALTERNATIVES.includes(part) && ALTERNATIVES.some((other) => parts.has(other)));
}

type Leaf = Pick<Place, 'path' | 'value'> & { readonly holds: readonly Part[] | undefined };

/** A leaf that is said to hold certain parts must hold them, in that order. */
function isCarried({ holds }: Leaf, meaning: Meaning, held: Held | undefined): boolean {
  if (held?.meaning !== meaning) return false;
  if (holds === undefined || holds.length === 0) return isWholeFact(held);
  return held.holds.length === 0 ? holds.every((part) => SELF.has(part)) : holds.join() === held.holds.join();
}

/** Parts by which a value may be called that is the fact itself. */
const SELF: ReadonlySet<Part> = new Set<Part>(['name', 'code', 'word', 'abbreviation']);

/** Whether the leaf alone is the fact, and not a part of it. */
function isWholeFact({ meaning, holds }: Held): boolean {
  if (meaning === 'address') return holds.includes('street') && holds.includes('municipality');
  return meaning !== 'fiscalYearEnd' || holds.length !== 1;
}

/** The leaves that a reader would read: of each path the first that has a value; paths without a language in turn. */
function leavesOf({ paths, parts }: FieldPlace, document: unknown): Leaf[] {
  const read: Leaf[] = [];
  for (const { path, language } of paths) {
    const leaves = placesAt(path, document).map((place) => partsAt(place, parts));
    const first = leaves.find((some) => some.some(({ value }) => !isEmpty(value))) ?? leaves[0] ?? [];
    const hasValue = read.some(({ value }) => !isEmpty(value));
    if (language !== undefined || !hasValue) read.push(...first);
  }
  return read;
}

function partsAt(place: Place, parts: FieldPlace['parts']): Leaf[] {
  if (!parts) return [{ path: place.path, value: place.value, holds: undefined }];
  return parts.flatMap(({ keys, holds }) => {
    let { value, path }: Pick<Place, 'value' | 'path'> = place;
    for (const key of keys) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
      value = (value as Record<string, unknown>)[key];
      path = childPath(path, key);
    }
    return [{ path, value, holds }];
  });
}

/** What the leaves carry that have a value in this document. */
function presentLeaves(document: unknown, truth: Truth): Held[] {
  return [...truth].flatMap(([path, held]) => (isEmpty(placesAt(path, document)[0]?.value) ? [] : [held]));
}
