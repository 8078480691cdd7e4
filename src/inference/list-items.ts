import { parseLanguage } from '../company/language.ts';
import { keyWords } from './key-words.ts';
import { keySegment, literal } from './path-text.ts';

/** The items of a list, by document. */
export type Items<T> = readonly (readonly T[])[];

type Item = Record<string, unknown>;
type Type = { readonly key: string; readonly value: string | number };
type Favourite = { readonly key: string; readonly value: string | number | boolean };

/** Items of a list that stand for one thing, and the JSONPath segments that name them, tried in order. */
export type Part = {
  readonly segments: readonly string[];
  readonly names: readonly string[];
  /** The first of each document is the one that the segments name. */
  readonly items: Items<Item>;
  readonly type?: Type;
  readonly favourite?: Favourite;
  /** Set where there are several, and nothing but their order tells them apart. */
  readonly isByPosition?: true;
};

/** More kinds of items than this are no kinds. */
const MAX_TYPES = 15;
/** In characters: a code or a word. */
const MAX_TYPE_LENGTH = 40;

/** Tells the items of a list apart, by a key that says what each is, and a mark of the one that comes first. */
export function splitItems(items: Items<Item>): readonly Part[] {
  return splitFurther(items, [], namedMark(items));
}

type Condition = { readonly key: string; readonly text: string };

function splitFurther(
  items: Items<Item>,
  conditions: readonly Condition[],
  mark: Favourite | undefined,
  known?: Type,
): readonly Part[] {
  const most = Math.max(...items.map((all) => all.length));
  const names = known ? [String(known.value)] : [];
  const type = known && { type: known };
  const key =
    conditions.length < 2
      ? discriminator(
          items,
          conditions.map((one) => one.key),
        )
      : undefined;
  if (key !== undefined) {
    return typesOf(items, key).flatMap((value) => {
      const own = items.map((all) => all.filter((item) => item[key] === value));
      const text = `@${keySegment(key)}==${literal(value)}`;
      const parts = splitFurther(own, [...conditions, { key, text }], mark, { key, value });
      return parts.map((part) => ({ ...part, names: [...names, ...part.names], ...type }));
    });
  }
  const texts = conditions.map(({ text }) => text);
  const one = segmentOf(texts);
  const favourite = favouriteMark(items, mark, known);
  const named = endMark(items, isEndName);
  if (most < 2 && !favourite && named === undefined) {
    const isAlways = items.length >= 6 && items.every((list) => list.length === 1);
    return [{ segments: [one], names, items, ...type, ...(!known && !isAlways && { isByPosition: true as const }) }];
  }
  if (favourite) {
    const marked = (item: Item) => item[favourite.key] === favourite.value;
    return [
      {
        segments: [segmentOf([...texts, `@${keySegment(favourite.key)}==${literal(favourite.value)}`]), one],
        names,
        items: items.map((all) => all.toSorted((a, b) => Number(marked(b)) - Number(marked(a)))),
        ...type,
        favourite,
      },
    ];
  }
  const end = named ?? endMark(items);
  if (end !== undefined) {
    const at = `@${keySegment(end)}`;
    return [
      {
        segments: [segmentOf([...texts, `(!${at} || ${at}==null)`])],
        names,
        items: items.map((all) => all.filter((item) => !isGiven(item[end]))),
        ...type,
      },
    ];
  }
  return [{ segments: [one], names, items, ...type, isByPosition: true }];
}

const segmentOf = (conditions: readonly string[]) =>
  conditions.length === 0 ? '[0]' : `[?${conditions.join(' && ')}]`;

/** Most lists have so many facts where a list is a map; each item has a key, a value, and little else. */
const FEWEST_ENTRIES = 5;
const MOST_KEYS = 4;

/** Whether a list says its facts by pairs of key and value: each kind of item once, and many kinds. */
export function isMap(items: Items<Item>): boolean {
  const key = discriminator(items, []);
  const lists = items.filter((list) => list.length > 0);
  if (key === undefined || items.flat().some((item) => Object.keys(item).length > MOST_KEYS)) return false;
  const isOnce = lists.every((list) => new Set(list.map((item) => item[key])).size === list.length);
  return isOnce && lists.filter((list) => list.length >= FEWEST_ENTRIES).length >= lists.length / 2;
}

/** The key whose values say what kind of item each is: the same few codes or words in all documents, each once in a list. */
function discriminator(items: Items<Item>, used: readonly string[]): string | undefined {
  const isSeveral = items.some((list) => list.length > 1);
  const keys = [...new Set(items.flat().flatMap((item) => Object.keys(item)))];
  const [best] = keys
    .filter((key) => !used.includes(key) && (used.length === 0 || isKindName(key) || isSeveral))
    .map((key) => ({ key, score: scoreAsType(items, key) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return best?.key;
}

function scoreAsType(items: Items<Item>, key: string): number {
  const all = items.flat();
  const values = all.map((item) => item[key]).filter(isTypeValue);
  const types = new Set(values);
  if (values.length < 0.8 * all.length || types.size > MAX_TYPES) return 0;
  const named = isTypeName(key);
  if (!named && [...types].every((type) => MARKS.includes(type))) return 0;
  // What tells nothing apart here may do so in other documents.
  if (types.size < 2) return isKindName(key) ? 0.001 : 0;
  const several = items.filter((list) => list.length > 1);
  if (several.length === 0) return named ? 0.5 : 0;
  const distinct = several.filter((list) => new Set(list.map((item) => item[key])).size === list.length).length;
  const isRepeated = new Map(
    [...types].map((type) => [type, items.filter((list) => list.some((item) => item[key] === type)).length > 1]),
  );
  const documents = items.filter((list) => list.length > 0).length;
  const repetition =
    documents < 2 ? (named ? 1 : 0) : values.filter((value) => isRepeated.get(value)).length / values.length;
  const separation = several.filter((list) => new Set(list.map((item) => item[key])).size > 1).length / several.length;
  if (repetition < 0.5 || separation < 0.5 || values.length / types.size < 1.5) {
    return named && separation >= 0.5 ? 0.6 : 0;
  }
  const score = repetition * (0.5 + distinct / several.length) + (named ? 1 : 0);
  // Of each kind there may be versions in several languages.
  return values.every((value) => typeof value === 'string' && parseLanguage(value) !== undefined) ? score / 100 : score;
}

/** A code or a word: not a mark of yes and no, and no text, number of many digits or date. */
function isTypeValue(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value < 1000;
  return (
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= MAX_TYPE_LENGTH &&
    (/^\d{3}$/.test(value) || !/\d{3}|[@:]|\..*\./.test(value))
  );
}

const TYPE_NAMES = new Set(
  'type typ kind soort sorte categorie category categoria genre art aard nature code label usage gebruik rol role rubriek klasse class omschrijving doel purpose lang language langue taal sprache tp srt knd cat'.split(
    ' ',
  ),
);

/** A key of such a name says what an item is, though in these documents there is but one of it. */
const KIND_NAMES = new Set('type typ tp kind soort sorte srt art categorie category knd'.split(' '));

const isKindName = (key: string) => keyWords(key).some((word) => KIND_NAMES.has(word));

const isTypeName = (key: string) => keyWords(key).some((word) => TYPE_NAMES.has(word));

function typesOf(items: Items<Item>, key: string): readonly (string | number)[] {
  return [...new Set(items.flat().map((item) => item[key]))].filter(isTypeValue);
}

/** What says yes or no is a mark, and no kind. */
const MARKS: readonly unknown[] = [
  0,
  1,
  '0',
  '1',
  'J',
  'N',
  'Y',
  'O',
  'ja',
  'nee',
  'oui',
  'non',
  'yes',
  'no',
  'true',
  'false',
];

const YES: readonly unknown[] = [true, 1, '1', 'true', 'J', 'Y', 'O', 'ja', 'oui', 'yes'];

/** A key that is called a mark of the first, and has values that say yes or no. */
function namedMark(items: Items<Item>): Favourite | undefined {
  const all = items.flat();
  const keys = [...new Set(all.flatMap((item) => Object.keys(item)))];
  for (const key of keys.filter(isMarkName)) {
    const value = yesOf(all, key);
    if (value !== undefined) return { key, value };
  }
  return undefined;
}

const MARK_NAMES = new Set(
  'favorite favourite favoriet favori favorit fav primary prim principal principale default standaard hoofd main haupt preferred'.split(
    ' ',
  ),
);

const isMarkName = (key: string) => keyWords(key).some((word) => MARK_NAMES.has(word));

/** What says yes among the values of a key that say yes or no; undefined where they say something else. */
function yesOf(items: readonly Item[], key: string): string | number | boolean | undefined {
  const values = new Set(items.map((item) => item[key]).filter(isGiven));
  const isMark = [...values].every((value) => typeof value === 'boolean' || MARKS.includes(value));
  const yes = YES.find((one) => values.has(one));
  return isMark && values.size <= 2 ? (yes as string | number | boolean | undefined) : undefined;
}

/** A mark of yes or no that one item of a list has, at most: the one that is called so, else one that shows in the values. */
function favouriteMark(
  items: Items<Item>,
  named: Favourite | undefined,
  known: Type | undefined,
): Favourite | undefined {
  const all = items.flat();
  const keys = [...new Set(all.flatMap((item) => Object.keys(item)))];
  const lists = items.filter((list) => list.length > 0);
  const isOnce = (mark: Favourite) =>
    lists.every((list) => list.filter((item) => item[mark.key] === mark.value).length <= 1);
  if (named && isOnce(named)) return named;
  const several = items.filter((list) => list.length > 1);
  if (several.length === 0) {
    // What says yes in all items may say no in others: then those come after it.
    const key = keys.find(
      (one) => one !== known?.key && new Set(all.map((item) => item[one])).size === 1 && YES.includes(all[0]?.[one]),
    );
    return known && key !== undefined ? { key, value: all[0]?.[key] as Favourite['value'] } : undefined;
  }
  for (const key of keys) {
    const value = yesOf(all, key);
    if (value === undefined) continue;
    const mark = { key, value };
    const isMarked = several.every((list) => list.some((item) => item[key] === value));
    if (isMarked && isOnce(mark)) return mark;
  }
  return undefined;
}

/** A key that all items of a list but one have: its date of ending. */
function endMark(items: Items<Item>, isNamed?: (key: string) => boolean): string | undefined {
  const lists = items.filter((list) => list.length > (isNamed ? 0 : 1));
  const keys = [...new Set(lists.flat().flatMap((item) => Object.keys(item)))];
  return keys.find(
    (key) =>
      (!isNamed || isNamed(key)) &&
      lists.every((list) => list.filter((item) => !isGiven(item[key])).length <= 1) &&
      lists.some((list) => list.some((item) => !isGiven(item[key]))) &&
      lists.flat().every((item) => !isGiven(item[key]) || isDay(item[key])),
  );
}

const END_NAMES = new Set('end ende einde eind fin until tot jusque jusqua bis tem'.split(' '));

const isEndName = (key: string) => keyWords(key).some((word) => END_NAMES.has(word));

const isGiven = (value: unknown) => value !== null && value !== undefined && value !== '';

const isDay = (value: unknown) =>
  typeof value === 'number' ? value > 10_000_000 : typeof value === 'string' && /^\d[\d-/.T:Z]{7,}$/.test(value);
