import { parseDate } from '../../src/company/dates.ts';
import { formatOf } from '../../src/schema/formats.ts';
import type { Fact } from './document.ts';

/** A place in a sample. List items share one path: `$.addresses[*].street`. */
export type Node = { readonly path: string; readonly key: string; readonly value: unknown };

/** Places looked at in one sample; more say nothing new. */
const MAX_NODES = 5_000;

/** Every place below the root of a sample, parents first. */
export function nodesOf(sample: unknown): Node[] {
  const nodes: Node[] = [{ path: '$', key: '', value: sample }];
  for (const { path, key, value } of nodes) {
    if (nodes.length > MAX_NODES) break;
    if (Array.isArray(value)) for (const item of value) nodes.push({ path: `${path}[*]`, key, value: item });
    else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value))
        nodes.push({ path: `${path}.${shortened(name)}`, key: name, value: item });
    }
  }
  return nodes.slice(1);
}

/** A key in a path. In characters: no key of an API is longer. */
const LONGEST_KEY = 100;

export const shortened = (key: string) => key.slice(0, LONGEST_KEY);

/** Keys whose values are those of an enumeration, in the words of the two services. */
const ENUMERATED = /(?:type|status|situation|language|languageCode|kind|level|category|role|group|form)$/i;
const MAX_VALUES = 30;

/** The date formats and the values of enumerations that samples show. */
export function factsOfSamples(samples: readonly unknown[]): Fact[] {
  const values = new Map<string, Set<string>>();
  const add = (path: string, value: string) => values.set(path, (values.get(path) ?? new Set()).add(value));
  for (const { path, key, value } of samples.flatMap(nodesOf)) {
    const format = dateFormat(key, value);
    if (format) add(path, `date ${format}`);
    else if (ENUMERATED.test(key) && isShortValue(value)) add(path, JSON.stringify(value));
  }
  return [...values].map(([path, found]) => ({
    path,
    says: `in examples: ${[...found].slice(0, MAX_VALUES).join(', ')}`,
  }));
}

function dateFormat(key: string, value: unknown): string | undefined {
  if (typeof value === 'number') {
    return /date|since|until/i.test(key) && Math.abs(value) >= 1e10 ? 'epoch milliseconds' : undefined;
  }
  if (typeof value !== 'string' || parseDate(value) === undefined) return undefined;
  return formatOf('incorporationDate', value)?.name ?? value;
}

const isShortValue = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && value.length <= 40);

const DATE_HINT = /d{1,2}.?m{2}.?y{4}|y{4}.?m{2}.?d{2}|iso.?8601|epoch|timestamp/i;
const ENUM_HINT = /one of|possible values|allowed values|\benum\b|\d ?[=:] ?[\p{L}].*\d ?[=:] ?[\p{L}]/iu;
/** In characters. */
const LONGEST_LINE = 300;
const MAX_LINES = 20;

/** The lines of a description that speak of date formats or of the values of an enumeration. */
export function factsOfText(text: string, path: string): Fact[] {
  return linesOf(text)
    .filter((line) => DATE_HINT.test(line) || ENUM_HINT.test(line))
    .slice(0, MAX_LINES)
    .map((line) => ({ path, says: `described: ${line}` }));
}

export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim().slice(0, LONGEST_LINE));
}
