import { isEmpty, sameJson } from '../../../../src/schema/json-path.ts';
import { childPath, type Held, type Marks } from './truth.ts';

/**
 * A place of a shape: how a source of facts is said in JSON there, how JSON that is written there changes the source, and
 * what its leaves carry. A shape is a tree of these, so that answer, write and truth cannot fall apart.
 */
export type Node<S> = {
  /** The JSON; undefined where the key is absent. */
  write(from: S): unknown;
  /** Takes over what differs from what `before` says here. Throws `Refused` for a value of another form. */
  read(raw: unknown, into: S, before: S): void;
  mark(raw: unknown, path: string, marks: Marks): void;
};

/** A value that the service does not accept, with what it expects. */
export class Refused extends Error {}

/** A fact of a source. Without `set` it cannot be written, and what is written there is ignored. */
export type Lens<S, T> = {
  get(source: S): T | null;
  set?(source: S, value: T | null): void;
};

/** How a fact is written as JSON, and read. `read` answers undefined for another form. */
export type Form<T, S = unknown> = {
  readonly name: string;
  write(value: T, source: S): unknown;
  read(raw: unknown, source: S): T | undefined;
};

/** How a service says that nothing stands there: null, an empty text, no key, or (for objects) an object without keys. */
export type Empty = 'null' | 'blank' | 'absent' | 'braces';

const NOTHING: Readonly<Record<Empty, unknown>> = { null: null, blank: '', absent: undefined, braces: null };

export function leaf<S, T>(lens: Lens<S, T>, form: Form<T, S>, empty: Empty, carries?: Held): Node<S> {
  const write = (from: S) => {
    const value = lens.get(from);
    return value === null ? NOTHING[empty] : form.write(value, from);
  };
  return {
    write,
    read(raw, into, before) {
      if (!lens.set || sameJson(raw ?? null, write(before) ?? null)) return;
      if (isEmpty(raw)) return lens.set(into, null);
      const value = form.read(raw, into);
      if (value === undefined) throw new Refused(`${JSON.stringify(raw)} is not ${form.name}`);
      lens.set(into, value);
    },
    mark: (_, path, marks) => {
      if (carries) marks.set(path, carries);
    },
  };
}

export type Entry<S> = { readonly key: string; readonly node: Node<S> };

/** An object. `whenEmpty` says what stands there when all that it holds is empty; `keys`: its keys, each of them empty. */
export function group<S>(entries: readonly Entry<S>[], whenEmpty: Empty | 'keys' = 'keys'): Node<S> {
  if (new Set(entries.map(({ key }) => key)).size < entries.length) throw new Error('A key stands twice in an object');
  return {
    write(from) {
      const object = Object.fromEntries(
        entries.map(({ key, node }) => [key, node.write(from)] as const).filter(([, value]) => value !== undefined),
      );
      if (whenEmpty === 'keys' || !isDeepEmpty(object)) return object;
      return whenEmpty === 'braces' ? {} : NOTHING[whenEmpty];
    },
    read(raw, into, before) {
      const object = objectIn(raw);
      for (const { key, node } of entries) node.read(object[key], into, before);
    },
    mark(raw, path, marks) {
      if (!isObject(raw)) return;
      for (const { key, node } of entries)
        if (Object.hasOwn(raw, key)) node.mark(raw[key], childPath(path, key), marks);
    },
  };
}

/** One object of several that a source has: `find` it, and `create` it when something is written where there is none. */
export type Zoom<S, I> = {
  find(source: S): I | undefined;
  create(source: S): I;
  readonly blank: I;
};

export function zoomed<S, I>({ find, create, blank }: Zoom<S, I>, node: Node<I>): Node<S> {
  return {
    write: (from) => node.write(find(from) ?? blank),
    read(raw, into, before) {
      const there = find(into);
      if (!there && isDeepEmpty(raw)) return;
      node.read(raw, there ?? create(into), find(before) ?? blank);
    },
    mark: node.mark,
  };
}

/** The same place with nothing in it that carries a meaning. */
export function decoy<S>(node: Node<S>): Node<S> {
  return { ...node, mark: () => undefined };
}

/** A list as it is, of which items the shape knows how to name each: none is added, and none carries a meaning. */
export function constant<S>(value: (source: S) => unknown): Node<S> {
  return { write: value, read: () => undefined, mark: () => undefined };
}

/** A list with one item, or any other thing around a node. */
export function wrapped<S>(node: Node<S>): Node<S> {
  return {
    write: (from) => [node.write(from)],
    read: (raw, into, before) => node.read(Array.isArray(raw) ? raw[0] : undefined, into, before),
    mark: (raw, path, marks) => {
      if (Array.isArray(raw) && raw.length > 0) node.mark(raw[0], childPath(path, 0), marks);
    },
  };
}

function isDeepEmpty(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return isEmpty(raw);
  return Object.values(raw).every(isDeepEmpty);
}

export function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function objectIn(raw: unknown): Record<string, unknown> {
  if (isEmpty(raw)) return {};
  if (!isObject(raw)) throw new Refused(`${JSON.stringify(raw)} is not an object`);
  return raw;
}
