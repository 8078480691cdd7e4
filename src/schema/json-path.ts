import { compile, JSONPathError, type JSONPathQuery, type JSONValue } from 'json-p3';

/** A place in an answer: its value, its keys from the root, and its normalised JSONPath (RFC 9535). */
export type Place = {
  readonly value: unknown;
  readonly keys: readonly (string | number)[];
  readonly path: string;
};

/** Every place in the answer that the JSONPath names, in document order. Throws on a path that is no JSONPath. */
export function placesAt(path: string, answer: unknown): Place[] {
  // json-p3 declares its own JSON type; an answer is JSON because it was parsed as such.
  return Array.from(compiled(path).query(answer as JSONValue), (node) => ({
    value: node.value,
    keys: node.location,
    path: node.path,
  }));
}

/** Whether the text is a JSONPath (RFC 9535). */
export function isJsonPath(text: string): boolean {
  try {
    compile(text);
    return true;
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    return false;
  }
}

/** Whether nothing stands there: null, an empty text, an empty list or object. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return false;
}

/** A path is parsed once: the profiles' paths are few, and each is asked of every relation. */
const parsed = new Map<string, JSONPathQuery>();

function compiled(path: string): JSONPathQuery {
  const known = parsed.get(path);
  if (known) return known;
  const query = compile(path);
  parsed.set(path, query);
  return query;
}

/** Whether two JSON values are equal, the order of an object's keys aside. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson((a as never)[key], (b as never)[key]))
  );
}

/** `.name`, `['a name']` or `["a name"]`. */
const NAME = /\.([\p{L}_][\p{L}\p{N}_]*)|\['([^'\\]*)'\]|\["([^"\\]*)"\]/uy;

/** The keys of a path that names one place by names alone, such as `$.legal['founding date']`; of `$`, none. */
export function namesIn(path: string): readonly string[] | undefined {
  const names: string[] = [];
  let at = 1;
  while (path.startsWith('$') && at < path.length) {
    NAME.lastIndex = at;
    const match = NAME.exec(path);
    if (!match) return undefined;
    names.push(match[1] ?? match[2] ?? match[3] ?? '');
    at = NAME.lastIndex;
  }
  return path.startsWith('$') ? names : undefined;
}

/** What stands below a value at the keys; undefined where nothing does. */
export function valueBelow(value: unknown, keys: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string | number, unknown>)[key];
  }
  return found;
}
