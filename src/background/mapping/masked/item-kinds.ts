import { splitItems } from '../../../inference/list-items.ts';
import { tagged } from './mask-tag.ts';
import { patternOf } from './pattern.ts';
import { isVocabulary } from './vocabulary.ts';

type Item = Record<string, unknown>;

/** In characters: a code. */
const LONGEST_CODE = 12;
const isCode = (value: unknown) =>
  typeof value === 'string' && value.length <= LONGEST_CODE && /^(?:[A-Z][A-Z_-]*|\p{L}{1,3}|\d{1,2})$/u.test(value);

/** Larger numbers are no codes of kinds. */
const LARGEST_KIND = 1000;
const isKindNumber = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < LARGEST_KIND;

/** What says yes or no of an item stays. */
const MARKS: readonly unknown[] = [0, 1, 'J', 'N'];

/** Texts and numbers that tell the items of a list apart, masked, by their keys: the same ones stay the same. */
export type ItemKinds = ReadonlyMap<string, ReadonlyMap<unknown, string | number>>;

export function itemKinds(list: readonly unknown[]): ItemKinds {
  const items = list.filter((item): item is Item => typeof item === 'object' && item !== null && !Array.isArray(item));
  const named = new Set(splitItems([items]).flatMap(({ type }) => type?.key ?? []));
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))];
  return new Map(
    keys.flatMap((key) => {
      const values = [...new Set(items.map((item) => item[key]))];
      const tellsApart = named.has(key) || (values.length > 1 && (values.every(isCode) || values.every(isKindNumber)));
      if (items.length > 1 && values.every((value) => MARKS.includes(value)))
        return [[key, new Map(values.map((value) => [value, value as string | number]))]];
      const known = values.flatMap((value, index): [unknown, string | number][] => {
        if (typeof value === 'string' && isVocabulary(value)) return [[value, value]];
        if (!tellsApart) return [];
        if (typeof value === 'string') return [[value, tagged({ kind: `kind ${index + 1}` }, patternOf(value))]];
        return isKindNumber(value) ? [[value, index + 1]] : [];
      });
      return known.length > 0 ? [[key, new Map(known)]] : [];
    }),
  );
}
