import type { FieldPlace } from '../schema/field-place.ts';
import { isEmpty, namesIn, valueBelow } from '../schema/json-path.ts';
import { itemKeysOf, partsOf } from '../schema/spots.ts';
import type { RawRelation, Reading } from './reading.ts';
import { type Json, setAt } from './set-at.ts';

type Keys = readonly (string | number)[];

/**
 * A text of a value exactly as it stands there, by its keys below the item of the list in which it stands, or below the
 * relation. Where it does not stand there, how far its keys lead, and what stands at their end.
 */
export type RawText = { readonly keys: Keys; readonly value: unknown } | AbsentText;
type AbsentText = { readonly keys: Keys; readonly until: number; readonly value?: unknown };

type KnownReading = Pick<Reading, 'place'> & { readonly by: FieldPlace };

/** All texts of a value; undefined where an item is to be made for it. */
export function rawTexts(raw: RawRelation, { place, by }: KnownReading): readonly RawText[] | undefined {
  const keys = place?.keys ?? (by.item ? undefined : by.paths.map(({ path }) => namesIn(path)).find(Boolean));
  if (!keys) return undefined;
  const above = itemKeysOf(keys);
  const item = valueBelow(raw, above);
  return partsOf(by).map((part) => rawText(item, [...keys.slice(above.length), ...part.keys]));
}

function rawText(item: unknown, keys: Keys): RawText {
  const until = keys.findIndex((key, index) => !hasKey(valueBelow(item, keys.slice(0, index)), key));
  if (until < 0) return { keys, value: valueBelow(item, keys) };
  const value = valueBelow(item, keys.slice(0, until));
  return { keys, until, ...(isHolder(value) && !isEmpty(value) ? {} : { value }) };
}

const isHolder = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const hasKey = (value: unknown, key: string | number) => isHolder(value) && Object.hasOwn(value, key);

/** Puts the texts back; objects that were made for them go where nothing else stands in them. The top-level keys. */
export function restoreTexts(copy: Json, texts: readonly RawText[], { place }: KnownReading): readonly string[] {
  const above = itemKeysOf(place?.keys ?? []);
  for (const text of texts) {
    if ('until' in text) takeOut(valueBelow(copy, above), text);
    else setAt(copy, [...above, ...text.keys], text.value);
  }
  const [first] = above;
  return [...new Set(texts.map(({ keys }) => String(first ?? keys[0])))];
}

function takeOut(item: unknown, { keys, until, ...end }: AbsentText): void {
  for (let length = keys.length; length > until; length -= 1) {
    const holder = valueBelow(item, keys.slice(0, length - 1));
    const key = keys[length - 1];
    if (!isHolder(holder) || key === undefined) continue;
    // Something else may stand there by now.
    if (length < keys.length && !isEmpty(holder[key])) return;
    delete holder[key];
  }
  const key = keys[until - 1];
  const holder = valueBelow(item, keys.slice(0, Math.max(0, until - 1)));
  if ('value' in end && key !== undefined && isHolder(holder) && isEmpty(holder[key])) holder[key] = end.value;
}
