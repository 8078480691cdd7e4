import { isEmpty, sameJson } from '../../../../src/schema/json-path.ts';
import { type Empty, isObject, type Node, Refused } from './node.ts';
import { childPath, type Held } from './truth.ts';

/** What marks the item that comes first of its kind. */
export type Favourite = { readonly key: string; readonly yes: unknown; readonly no: unknown };

export const FAVOURITES = {
  boolean: { yes: true, no: false },
  number: { yes: 1, no: 0 },
  letter: { yes: 'J', no: 'N' },
} as const satisfies Readonly<Record<string, Omit<Favourite, 'key'>>>;

type Item = { id: string; favorite: boolean };

/** A list of items of several kinds, which a key tells apart. */
export type ListByKind<S, I extends Item, K extends string> = {
  items(source: S): I[];
  kindOf(item: I): K;
  create(kind: K): I;
  readonly kindKey: string;
  readonly kinds: Readonly<Record<K, string | number>>;
  /** What an item of each kind holds beside its kind and mark. */
  readonly bodies: Readonly<Record<K, Node<I>>>;
  readonly favourite?: Favourite | undefined;
  /** The last item of the source stands first. */
  readonly reversed: boolean;
  readonly empty: Empty;
  /** Items of kinds that the source does not know, as they are written. */
  readonly others?: { get(source: S): readonly unknown[]; set(source: S, others: readonly unknown[]): void };
};

export function listByKind<S, I extends Item, K extends string>(list: ListByKind<S, I, K>): Node<S> {
  const { items, kindOf, kindKey, kinds, bodies, favourite, reversed, others } = list;
  const inOrder = <T>(all: readonly T[]) => (reversed ? all.toReversed() : [...all]);
  const known = Object.keys(bodies) as K[];
  const kindIn = (raw: unknown) => (isObject(raw) ? known.find((kind) => kinds[kind] === raw[kindKey]) : undefined);

  const writeItem = (item: I) => {
    const body = bodies[kindOf(item)].write(item);
    const mark = favourite && { [favourite.key]: item.favorite ? favourite.yes : favourite.no };
    return { [kindKey]: kinds[kindOf(item)], ...(isObject(body) ? body : {}), ...mark };
  };

  return {
    write(from) {
      const raw = [...inOrder(items(from).map(writeItem)), ...(others?.get(from) ?? [])];
      if (raw.length > 0) return raw;
      return list.empty === 'absent' ? undefined : list.empty === 'null' ? null : [];
    },
    read(raw, into, before) {
      if (!isEmpty(raw) && !Array.isArray(raw)) throw new Refused('not a list');
      const rawItems: unknown[] = Array.isArray(raw) ? raw : [];
      const left = new Map(known.map((kind) => [kind, ofKind(items(before), kind)]));
      const own = inOrder(rawItems.filter((item) => kindIn(item) !== undefined));
      const read = own.map((rawItem) => readItem(rawItem, left));
      items(into).splice(0, Number.POSITIVE_INFINITY, ...read);
      const foreign = rawItems.filter((item) => kindIn(item) === undefined);
      if (others && !sameJson(foreign, others.get(before))) others.set(into, foreign);
    },
    mark(raw, path, marks) {
      if (!Array.isArray(raw)) return;
      for (const kind of known) {
        const at = raw.flatMap((item, index) => (kindIn(item) === kind ? [index] : []));
        const first = at.find((index) => favourite && raw[index][favourite.key] === favourite.yes) ?? at[0];
        if (first !== undefined) bodies[kind].mark(raw[first], childPath(path, first), marks);
      }
    },
  };

  function ofKind(all: readonly I[], kind: K): I[] {
    return all.filter((item) => kindOf(item) === kind);
  }

  /** An item is the one before of its kind at the same rank; beyond those it is new. */
  function readItem(raw: unknown, left: Map<K, I[]>): I {
    const kind = kindIn(raw) as K;
    const before = left.get(kind)?.shift();
    const item = before ? structuredClone(before) : list.create(kind);
    bodies[kind].read(raw, item, before ?? list.create(kind));
    if (favourite && isObject(raw)) item.favorite = raw[favourite.key] === favourite.yes;
    else if (!before) item.favorite = false;
    return item;
  }
}

/** A list of bare values, the main one first. */
export function scalars<S, I extends Item>({
  items,
  written,
  read: readItem,
  create,
  carries,
  empty,
}: {
  items(source: S): { readonly own: I[]; replace(items: I[]): void };
  written(item: I): unknown;
  read(item: I, raw: unknown): void;
  create(): I;
  readonly carries: Held;
  readonly empty: Empty;
}): Node<S> {
  return {
    write(from) {
      const values = items(from).own.map(written);
      if (values.length > 0) return values;
      return empty === 'absent' ? undefined : empty === 'null' ? null : [];
    },
    read(raw, into, before) {
      if (!isEmpty(raw) && !Array.isArray(raw)) throw new Refused('not a list');
      const old = items(before).own;
      const values = (Array.isArray(raw) ? raw : []).map((value, index) => {
        const item = old[index] ? structuredClone(old[index]) : create();
        if (!old[index] || !sameJson(written(old[index]), value)) readItem(item, value);
        return item;
      });
      items(into).replace(values);
    },
    mark(raw, path, marks) {
      if (Array.isArray(raw) && raw.length > 0) marks.set(childPath(path, 0), carries);
    },
  };
}
