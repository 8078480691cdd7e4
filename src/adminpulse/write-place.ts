import type { FlatField, Value } from '../company/company.ts';
import type { FieldPlace, PlaceItem } from '../schema/field-place.ts';
import { isEmpty, namesIn, valueBelow } from '../schema/json-path.ts';
import { itemKeysOf } from '../schema/spots.ts';
import type { Reading } from './reading.ts';
import { type Json, setAt } from './set-at.ts';
import { type PartsContext, writeParts } from './write-parts.ts';

type Keys = readonly (string | number)[];

/** Where a value is written, and what stands there. */
type Target = { readonly keys: Keys; readonly rawValue: unknown; readonly sibling: unknown };

/**
 * Writes a value at a place that is known by its values, in the form that it has there: the top-level keys that were touched.
 * Undefined where the value cannot be said in that form, or there is no way to make the place. `copy` may be changed then.
 */
export function writePlace(
  copy: Json,
  field: FlatField,
  value: Value,
  { by, place }: Reading & { readonly by: FieldPlace },
  context: Omit<PartsContext, 'place' | 'rawValue' | 'sibling'>,
): readonly string[] | undefined {
  const target = place ? targetAt(copy, by, place.keys) : newTarget(copy, by);
  if (!target) return undefined;
  const { keys, rawValue, sibling } = target;
  const written = writeParts(field, value, { ...context, place: by, rawValue, sibling });
  if (!written) return undefined;
  const touched = new Set<string>();
  for (const part of written) {
    // Nothing is made for a part that the value does not have.
    if (isEmpty(part.value) && isEmpty(valueBelow(rawValue, part.keys))) continue;
    const top = setAt(copy, [...keys, ...part.keys], part.value);
    if (!top) return undefined;
    for (const key of top) touched.add(key);
  }
  return [...touched];
}

function targetAt(copy: Json, { item }: FieldPlace, keys: Keys): Target {
  const itemKeys = itemKeysOf(keys);
  const list = item ? valueBelow(copy, itemKeys.slice(0, -1)) : undefined;
  const own = valueBelow(copy, itemKeys);
  return {
    keys,
    rawValue: valueBelow(copy, keys),
    sibling: Array.isArray(list) ? siblingIn(list, item, own) : undefined,
  };
}

/** The first other item in which something stands at the value's place. */
function siblingIn(list: readonly unknown[], item: PlaceItem | undefined, own: unknown): unknown {
  return list
    .filter((other) => other !== own)
    .map((other) => valueBelow(other, item?.value ?? []))
    .find((value) => !isEmpty(value));
}

/** A new item of the place's list, which is put at its end; else the keys of the first path that names one place. */
function newTarget(copy: Json, { paths, item, parts }: FieldPlace): Target | undefined {
  if (!item) {
    const keys = paths.map(({ path }) => namesIn(path)).find((names) => names !== undefined);
    return keys && { keys, rawValue: undefined, sibling: undefined };
  }
  const listKeys = namesIn(item.list);
  const found = listKeys && valueBelow(copy, listKeys);
  if (!listKeys || !(isEmpty(found) || Array.isArray(found))) return undefined;
  const list: readonly unknown[] = Array.isArray(found) ? found : [];
  const isText = item.value.length === 0 && parts === undefined;
  if (!setAt(copy, listKeys, [...list, isText ? null : newItem(item, list)])) return undefined;
  const keys = [...listKeys, list.length, ...item.value];
  return { keys, rawValue: valueBelow(copy, keys), sibling: siblingIn(list, item, undefined) };
}

/** It has the keys of its siblings and the type of its place, and none of their values, which are others' own. */
function newItem({ keys, type, favourite }: PlaceItem, list: readonly unknown[]): Json {
  const item: Json = Object.fromEntries(keys.map((key) => [key, null]));
  if (type) item[type.key] = type.value;
  if (favourite) {
    const isOfThisType = (other: unknown) => !type || valueBelow(other, [type.key]) === type.value;
    item[favourite.key] = list.some(isOfThisType) ? notFavourite(favourite, list) : favourite.value;
  }
  return item;
}

/** How others are marked that are no favourites. */
function notFavourite({ key, value }: NonNullable<PlaceItem['favourite']>, list: readonly unknown[]): unknown {
  const other = list.map((item) => valueBelow(item, [key])).find((mark) => !isEmpty(mark) && mark !== value);
  if (other !== undefined) return other;
  return typeof value === 'boolean' ? !value : typeof value === 'number' && value !== 0 ? 0 : null;
}
