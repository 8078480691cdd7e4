import { isForbiddenName } from '../schema/chosen-paths.ts';
import type { PlaceItem } from '../schema/field-place.ts';
import { namesIn } from '../schema/json-path.ts';
import { type Items, isMap, splitItems } from './list-items.ts';
import { keySegment } from './path-text.ts';

export type Scalar = string | number | boolean;

/** Values by document: of each document those that stand at a place, the first one first. */
export type ByDocument<T> = readonly (readonly T[])[];

/** A place in the documents of one service, generalised over them, with all that stands below it. */
export type Node = {
  /** JSONPaths, tried in order. */
  readonly paths: readonly string[];
  /** The names on the way that may say what it is: keys but those of wrappers, and the values that tell items of lists apart. */
  readonly names: readonly string[];
  /** The texts, numbers and marks that stand here; empty ones are left out. */
  readonly values: ByDocument<Scalar>;
  /** The same of all documents. */
  readonly all: readonly Scalar[];
  /** The lists of objects that stand here. */
  readonly lists: ByDocument<readonly Record<string, unknown>[]>;
  /** The key below `parent`; undefined for a document, and for an item of a list. */
  readonly key?: string;
  /** The object that this one is a key of. */
  readonly parent?: Node;
  /** Where it stands among all places, in document order. */
  readonly order: number;
  /** The item of a list that this is, or stands in. */
  readonly item?: Omit<PlaceItem, 'value'> & { readonly below: readonly string[] };
  /** Set where nothing but the order of a list tells it from others. */
  readonly isByPosition?: true;
  /** Set where it is one of two values that belong together, so that it is not to be written alone. */
  readonly isInTuple?: true;
  /** Set below an item of a list that is a map: each of its items is another fact. */
  readonly isEntry?: true;
  /** The places of its keys. */
  readonly children: readonly Node[];
};

/** Deeper than this, no answer of a service has a fact. */
const MAX_DEPTH = 9;
/** A document with more places is cut short. */
const MAX_NODES = 4_000;

type At = Pick<Node, 'paths' | 'names' | 'key' | 'parent' | 'item' | 'isByPosition' | 'isInTuple' | 'isEntry'> & {
  readonly keys: readonly string[];
};

/** All places of the documents, the root first; `allItems`: of a list whose items nothing tells apart, all count. */
export function flatten(documents: readonly unknown[], allItems: boolean): readonly Node[] {
  const nodes: Node[] = [];
  const wrappers = wrappersOf(documents);
  const visit = (values: ByDocument<unknown>, at: At, depth: number): Node | undefined => {
    if (nodes.length >= MAX_NODES || depth > MAX_DEPTH) return undefined;
    const children: Node[] = [];
    const { keys: _, ...rest } = at;
    const scalars = withoutNo(values.map((all) => all.filter(isScalar)));
    const node: Node = {
      ...rest,
      order: nodes.length,
      values: scalars,
      all: scalars.flat(),
      lists: values.map((all) => all.filter(isObjectList)),
      children,
    };
    nodes.push(node);
    const objects = values.map((all) => all.filter(isObject));
    for (const key of keysOf(objects)) {
      const child = visit(
        objects.map((all) => all.flatMap((object) => (Object.hasOwn(object, key) ? [object[key]] : []))),
        belowKey(at, key, node, wrappers[at.keys.length] !== key),
        depth + 1,
      );
      if (child) children.push(child);
    }
    const items = values.map((all) => all.filter(Array.isArray).flat() as readonly unknown[]);
    const isEnvelope = wrappers.slice(0, at.keys.length).join() === at.keys.join() && wrappers.length >= at.keys.length;
    for (const part of itemsBelow(items, at, allItems, isEnvelope)) visit(part.values, part.at, depth + 1);
    return node;
  };
  visit(
    documents.map((document) => (document === undefined ? [] : [document])),
    { paths: ['$'], names: [], keys: [] },
    0,
  );
  return nodes;
}

function belowKey(
  { paths, names, keys, item, isByPosition, isEntry }: At,
  key: string,
  parent: Node,
  isNamed: boolean,
): At {
  return {
    paths: paths.map((path) => path + keySegment(key)),
    names: isNamed ? [...names, key] : names,
    keys: [...keys, key],
    key,
    parent,
    ...(isByPosition && { isByPosition }),
    ...(isEntry && { isEntry }),
    ...(item && { item: { ...item, below: [...item.below, key] } }),
  };
}

function itemsBelow(items: Items<unknown>, { paths, names, keys: above }: At, allItems: boolean, isEnvelope: boolean) {
  const objects = items.map((all) => all.filter(isObject));
  const others = items.map((all) => all.filter((item) => !isObject(item)));
  const at = (segments: readonly string[], more: readonly string[]) => ({
    paths: segments.flatMap((segment) => paths.map((path) => path + segment)),
    names: [...names, ...more],
    keys: above,
  });
  const found: { readonly values: ByDocument<unknown>; readonly at: At }[] = [];
  if (isTuple(items)) {
    for (const position of [0, 1]) {
      found.push({
        values: items.map((all) => all.slice(position, position + 1)),
        at: { ...at([`[${position}]`], []), isInTuple: true },
      });
    }
  } else if (others.some((all) => all.some(isScalar))) {
    found.push({
      values: others.map((all) => (allItems ? all : all.slice(0, 1))),
      at: at([allItems ? '[*]' : '[0]'], []),
    });
  }
  if (others.some((all) => all.some(Array.isArray))) {
    found.push({ values: others.map((all) => all.filter(Array.isArray).slice(0, 1)), at: at(['[0]'], []) });
  }
  if (isEnvelope && objects.every((all) => all.length < 2) && objects.some((all) => all.length > 0)) {
    found.push({ values: objects, at: at(['[0]'], []) });
  } else if (objects.some((all) => all.length > 0)) {
    const list = paths[0] ?? '$';
    const keys = keysOf(objects);
    const isEntry = isMap(objects);
    for (const part of splitItems(objects)) {
      const { type, favourite, isByPosition } = part;
      found.push({
        values: part.items,
        at: {
          ...at(part.segments, part.names),
          ...(isByPosition && { isByPosition }),
          ...(isEntry && { isEntry }),
          // A list that is reached by names alone is one that an item can be added to.
          ...((namesIn(list)?.length ?? 0) > 0 && {
            item: { list, below: [], keys, ...(type && { type }), ...(favourite && { favourite }) },
          }),
        },
      });
    }
  }
  return found;
}

/** Lists of a number and a text, such as the key of a record and its name, are no lists of one thing. */
function isTuple(items: Items<unknown>): boolean {
  const lists = items.filter((all) => all.length > 0);
  return (
    lists.length > 0 &&
    lists.every(
      ([first, second, ...more]) => typeof first === 'number' && typeof second === 'string' && more.length === 0,
    )
  );
}

function keysOf(objects: ByDocument<Record<string, unknown>>): string[] {
  return [...new Set(objects.flat().flatMap((object) => Object.keys(object)))].filter((key) => !isForbiddenName(key));
}

/** Where others have a text or a number, `false` says that there is none. */
function withoutNo(values: ByDocument<Scalar>): ByDocument<Scalar> {
  const isOfTexts = values.some((all) => all.some((value) => typeof value !== 'boolean'));
  return isOfTexts ? values.map((all) => all.filter((value) => value !== false)) : values;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isObjectList(value: unknown): value is readonly Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

/** A key that has nearly all of an answer below it, such as `data`, says nothing of what stands there. */
const NEARLY_ALL = 0.8;

/** The keys of wrappers, outermost first. */
function wrappersOf(documents: readonly unknown[]): readonly string[] {
  const found: string[] = [];
  let value = documents.find((document) => document !== undefined);
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    if (Array.isArray(value)) {
      value = value[0];
      continue;
    }
    if (!isObject(value)) return found;
    const all = leavesIn(value, 0);
    const wrapper = Object.entries(value).find(
      ([, below]) => isContainer(below) && leavesIn(below, 0) > NEARLY_ALL * all,
    );
    if (!wrapper) return found;
    found.push(wrapper[0]);
    value = wrapper[1];
  }
  return found;
}

const isContainer = (value: unknown) => typeof value === 'object' && value !== null;

function leavesIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  return depth > MAX_DEPTH
    ? 0
    : Object.values(value).reduce((sum: number, below) => sum + leavesIn(below, depth + 1), 0);
}
