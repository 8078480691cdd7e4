import { isEmpty, namesIn } from '../schema/json-path.ts';

export type Json = Record<string | number, unknown>;

/** The keys of a path that names one place by names alone, such as `$.legal.foundingDate`; it is not the relation itself. */
export function singularKeys(path: string): readonly string[] | undefined {
  const names = namesIn(path);
  return names?.length === 0 ? undefined : names;
}

/**
 * Sets the value at the keys, making objects on the way where there are none; the top-level key. Undefined where a text or
 * number stands on the way.
 */
export function setAt(copy: Json, keys: readonly (string | number)[], value: unknown): readonly string[] | undefined {
  const last = keys.at(-1);
  if (last === undefined) return [];
  let holder = copy;
  for (const key of keys.slice(0, -1)) {
    if (isEmpty(holder[key])) holder[key] = {};
    const next = holder[key];
    if (typeof next !== 'object') return undefined;
    holder = next as Json;
  }
  holder[last] = value;
  return [String(keys[0])];
}
