import type { Service } from '../../../company/company.ts';
import { isForbiddenName } from '../../../schema/chosen-paths.ts';
import { type CompositeTags, compositeTags, whereOf } from './composite-tags.ts';
import { type ItemKinds, itemKinds } from './item-kinds.ts';
import { tagged } from './mask-tag.ts';
import { type KeyContext, maskedKeys } from './masked-key.ts';
import { patternOf, patternOfNumber } from './pattern.ts';
import { createValueTags } from './value-tag.ts';

/** In a list and below an object. What is beyond them says nothing new of the shape. */
const MAX_ITEMS = 20;
const MAX_KEYS = 300;
const DEEPEST = 10;
/** In characters. */
const MAX_PATTERN = 120;

type Context = KeyContext & { readonly tags: CompositeTags };
type At = { readonly where: readonly (string | number)[]; readonly kinds?: ItemKinds };

/**
 * The shape of an answer, without what it says of anybody: its keys, and of each value its kind, form and pattern (letters become
 * x or X, digits 0). What tells the items of a list apart stays where it is a known word, and is numbered where not. A key that may
 * be data itself is a pattern. The sandbox serves a shape that was masked so.
 */
export function masked(answer: unknown, service: Service): unknown {
  const context = { tags: compositeTags(answer, service), said: wordsSaid(answer), tagOf: createValueTags() };
  return maskedValue(answer, { where: [] }, context);
}

function maskedValue(value: unknown, at: At, context: Context): unknown {
  if (value === null || value === '') return maskedNothing(value, at, context);
  if (typeof value === 'string' || typeof value === 'number') return maskedScalar(value, at, context);
  if (typeof value !== 'object') return value;
  if (at.where.length >= DEEPEST) return '…';
  if (Array.isArray(value)) {
    const kinds = itemKinds(value);
    return value
      .slice(0, MAX_ITEMS)
      .map((item, index) => maskedValue(item, { where: [...at.where, index], kinds }, context));
  }
  const keys = maskedKeys(value, context);
  const entries = Object.entries(value).filter(([key]) => !isForbiddenName(key));
  return Object.fromEntries(
    entries.slice(0, MAX_KEYS).map(([key, child]) => {
      const known = at.kinds?.get(key)?.get(child);
      const where = [...at.where, key];
      return [keys.get(key) ?? '', known ?? maskedValue(child, { where }, context)];
    }),
  );
}

function maskedScalar(value: string | number, { where }: At, { tags, tagOf }: Context): string | number {
  const composite = tags.get(whereOf(where));
  if (composite)
    return tagged(composite, cut(patternOf(String(typeof value === 'number' ? patternOfNumber(value) : value))));
  const found = tagOf(
    value,
    where.filter((key) => typeof key === 'string'),
  );
  if (found) return tagged(found.tag, cut(found.pattern));
  return typeof value === 'number' ? patternOfNumber(value) : cut(patternOf(value));
}

/** A part of an address where nothing stands, such as the box, is known by what stands beside it. */
function maskedNothing(value: null | '', { where }: At, { tags }: Context): null | string {
  const composite = tags.get(whereOf(where));
  return composite ? tagged(composite, '') : value;
}

const cut = (pattern: string) => (pattern.length > MAX_PATTERN ? `${pattern.slice(0, MAX_PATTERN)}…` : pattern);

/** All texts of the answer and their words, in lower case: a key that is one of them may be data too. */
function wordsSaid(answer: unknown): ReadonlySet<string> {
  const said = new Set<string>();
  const visit = (value: unknown, depth: number) => {
    if (typeof value === 'string') {
      for (const word of [value, ...value.split(/[\s,;]+/)]) said.add(word.toLowerCase());
    } else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
      for (const child of Object.values(value)) visit(child, depth + 1);
    }
  };
  visit(answer, 0);
  return said;
}
