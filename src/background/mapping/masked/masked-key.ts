import { FIELDS } from '../../../company/company.ts';
import { hintOf, keyWords } from '../../../inference/key-words.ts';
import { CONTEXT_MEANINGS } from '../../../schema/field-place.ts';
import { tagged } from './mask-tag.ts';
import { patternOf } from './pattern.ts';
import type { ValueTags } from './value-tag.ts';
import { isVocabulary } from './vocabulary.ts';

const MEANINGS = [...FIELDS, ...CONTEXT_MEANINGS];

/** In characters. No name that a programmer gives is longer. */
const LONGEST_NAME = 40;
const NAME = /^[A-Za-z_$@][\w$.-]*$/;

/** Whether the key, or most of it, says what stands there in one of our languages. */
const isKnown = (key: string) =>
  isVocabulary(key) ||
  keyWords(key).some(isVocabulary) ||
  MEANINGS.some((meaning) => (hintOf(meaning, [key]).word?.length ?? 0) * 2 >= key.length);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of so many keys of an object at least, each with the like below it, a map may be. */
const LEAST_OF_MAP = 2;

/** Whether the object may be a map, whose keys are data: by names, codes or numbers of its entries. */
function isMap(object: object, tagOf: ValueTags): boolean {
  const values = Object.values(object).filter((value) => value !== null && value !== '');
  if (values.length < LEAST_OF_MAP) return false;
  if (values.every(isObject)) {
    const [first, ...others] = values.map((value) => Object.keys(value));
    return others.every((keys) => keys.filter((key) => first?.includes(key)).length * 2 >= keys.length);
  }
  const of = values.map((value) => (typeof value === 'string' ? tagOf(value, [])?.tag.kind : undefined));
  return of.every((kind) => kind !== undefined && kind === of[0]);
}

/** What the values of the answer are, and what they say, in lower case. */
export type KeyContext = { readonly said: ReadonlySet<string>; readonly tagOf: ValueTags };

/** A key is a name that a programmer gave, unless it looks like a value, or is said by a value too. */
function isName(key: string, { said, tagOf }: KeyContext): boolean {
  if (key.length > LONGEST_NAME || !NAME.test(key) || /\d{5}|@.*@|^\w+@/.test(key)) return false;
  const tag = tagOf(key, [])?.tag.kind;
  return tag === undefined || tag === 'language' || tag === 'legal form' ? !said.has(key.toLowerCase()) : isKnown(key);
}

/** The keys of an object as they may be shown; what may be data of somebody is a pattern with its number. */
export function maskedKeys(object: object, context: KeyContext): ReadonlyMap<string, string> {
  const mayBeData = isMap(object, context.tagOf);
  return new Map(
    Object.keys(object).map((key, index) => {
      const stays = isName(key, context) ? !mayBeData || isKnown(key) : isVocabulary(key);
      return [key, stays ? key : tagged({ kind: `key ${index + 1}` }, patternOf(key))];
    }),
  );
}
