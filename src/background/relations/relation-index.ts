import type { DBSchema } from 'idb';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { nameWords } from '../../company/links/parties.ts';
import type { Failure, RelationName } from '../../messages/index.ts';
import { database } from '../platform/database.ts';

/**
 * Which relations have a number or a name: an index of AdminPulse's list, in the extension origin's IndexedDB. It is built page by
 * page beside the one before, which answers until the new one is complete; one transaction then puts it in its place.
 *
 *     begin ─► addPage ─► addPage … ─► complete      what was built before is dropped
 *                 └── cancel, clear                  a page that comes after them is not taken any more
 *
 * Each page is stored in one transaction with the number of the next one, so that a build goes on after the worker's end.
 */
export type RelationIndex = {
  state(): Promise<IndexState>;
  /** The relations with these numbers; undefined while no index is complete. */
  lookUp(numbers: readonly EnterpriseNumber[]): Promise<RelationsByNumber | undefined>;
  /**
   * The codes of the relations with one of these numbers, or with exactly the words of one of these names; undefined while no
   * index is complete.
   */
  codesOf(numbers: readonly EnterpriseNumber[], names: readonly string[]): Promise<readonly string[] | undefined>;
  begin(startedAt: number, paths: string): Promise<Build>;
  /** Takes a page in; undefined when this build was given up meanwhile. */
  addPage(build: Build, rows: readonly IndexedRelation[], next: NextPage): Promise<Build | undefined>;
  complete(build: Build): Promise<void>;
  /** Notes what stopped a build; it can go on from there. */
  stopped(build: Build, failure: Failure, at: number): Promise<void>;
  /** Gives a build up; the index before it stays. */
  cancel(at: number): Promise<void>;
  /** Adds a relation that was just made, or found. */
  add(relation: IndexedRelation): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;
};

export type RelationsByNumber = Readonly<Record<string, readonly RelationName[]>>;

export type IndexedRelation = RelationName & {
  readonly numbers: readonly EnterpriseNumber[];
  /** The types of its links. */
  readonly linkTypes?: readonly string[];
};

export type IndexState = {
  readonly complete?: Complete;
  readonly build?: Build;
  /** Epoch milliseconds at which the user gave the last build up. */
  readonly cancelledAt?: number;
  /** Builds that were ever begun: the number of the last one. */
  readonly generations?: number;
};

type Complete = {
  readonly generation: number;
  /** Epoch milliseconds at which it was begun: what it says is at least as old. */
  readonly at: number;
  readonly relations: number;
  readonly paths: string;
  readonly linkTypes?: LinkTypes;
};

/** The types that links of any relation have, each once; absent in an index that an earlier version began. */
type LinkTypes = readonly string[] | undefined;

export type Build = {
  readonly generation: number;
  readonly startedAt: number;
  /** The mapping by which the numbers are read. */
  readonly paths: string;
  /** The page to read next, from 0, and how many there are, once it is known. */
  readonly page: number;
  readonly pageCount?: number | undefined;
  /** Rows of the list when this pass began, as far as AdminPulse says. */
  readonly rows?: number | undefined;
  /** The list is gone through once more when rows were missed because they moved to another page meanwhile. */
  readonly pass: 1 | 2;
  /** Relations so far, each once. */
  readonly relations: number;
  readonly linkTypes?: LinkTypes;
  readonly stopped?: { readonly failure: Failure; readonly at: number };
};

export type NextPage = Pick<Build, 'page' | 'pass' | 'rows' | 'pageCount'>;

type Row = {
  readonly generation: number;
  readonly code: string;
  readonly name: string;
  /** `generation:number`. */
  readonly keys: readonly string[];
};

interface Index extends DBSchema {
  relations: { key: [number, string]; value: Row; indexes: { number: string } };
  state: { key: 'state'; value: IndexState };
}

const keyOf = (generation: number, number: string) => `${generation}:${number}`;
const rowOf = (generation: number, { code, name, numbers }: IndexedRelation): Row => ({
  generation,
  code,
  name,
  keys: numbers.map((number) => keyOf(generation, number)),
});
const rowsOf = (generation: number) => IDBKeyRange.bound([generation], [generation + 1], false, true);
const before = (generation: number) => IDBKeyRange.upperBound([generation], true);
const since = (generation: number) => IDBKeyRange.lowerBound([generation]);
const isThis = (build: Build, state: IndexState) => state.build?.generation === build.generation;

/** The types so far, with those of more relations. A build that an earlier version began does not know all of them. */
function withTypes(known: LinkTypes, rows: readonly IndexedRelation[]): LinkTypes {
  return known && [...new Set([...known, ...rows.flatMap(({ linkTypes = [] }) => linkTypes)])];
}

export function createRelationIndex(): RelationIndex {
  // One connection, for opening one takes longer than a lookup.
  const { connection } = database<Index>('relations', 1, (fresh) => {
    const store = fresh.createObjectStore('relations', { keyPath: ['generation', 'code'] });
    store.createIndex('number', 'keys', { multiEntry: true });
    fresh.createObjectStore('state');
  });
  const change = async () => (await connection()).transaction(['relations', 'state'], 'readwrite');
  type Change = Awaited<ReturnType<typeof change>>;

  /** Runs a change of the state in one transaction. */
  async function changing<T>(task: (state: IndexState, transaction: Change) => Promise<T>): Promise<T> {
    const transaction = await change();
    const state = (await transaction.objectStore('state').get('state')) ?? {};
    const result = await task(state, transaction);
    await transaction.done;
    return result;
  }
  const keep = (transaction: Change, state: IndexState) => transaction.objectStore('state').put(state, 'state');

  return {
    state: async () => (await (await connection()).get('state', 'state')) ?? {},

    async lookUp(numbers) {
      const transaction = (await connection()).transaction(['relations', 'state'], 'readonly');
      const complete = (await transaction.objectStore('state').get('state'))?.complete;
      if (!complete) return undefined;
      const byNumber = transaction.objectStore('relations').index('number');
      const found = await Promise.all(
        numbers.map(async (number) => {
          const rows = await byNumber.getAll(keyOf(complete.generation, number));
          return [number, rows.map(({ code, name }) => ({ code, name }))] as const;
        }),
      );
      return Object.fromEntries(found);
    },

    async codesOf(numbers, names) {
      const transaction = (await connection()).transaction(['relations', 'state'], 'readonly');
      const complete = (await transaction.objectStore('state').get('state'))?.complete;
      if (!complete) return undefined;
      const { generation } = complete;
      const store = transaction.objectStore('relations');
      const byNumber = await Promise.all(
        numbers.map((number) => store.index('number').getAll(keyOf(generation, number))),
      );
      const words = new Set(names.map((name) => nameWords(name)).filter((some) => some !== ''));
      // All names are gone through: 20,000 take some tenths of a second, and an index that is stored needs no migration.
      const byName = words.size === 0 ? [] : await store.getAll(rowsOf(generation));
      const named = byName.filter(({ name }) => words.has(nameWords(name)));
      return [...new Set([...byNumber.flat(), ...named].map(({ code }) => code))];
    },

    begin: (startedAt, paths) =>
      changing(async (state, transaction) => {
        const { build: old, cancelledAt: _, generations = 0, ...rest } = state;
        const generation = generations + 1;
        const build: Build = { generation, startedAt, paths, page: 0, pass: 1, relations: 0, linkTypes: [] };
        if (old) await transaction.objectStore('relations').delete(since(old.generation));
        await keep(transaction, { ...rest, build, generations: build.generation });
        return build;
      }),

    addPage: (build, rows, next) =>
      changing(async (state, transaction) => {
        if (!isThis(build, state)) return undefined;
        const store = transaction.objectStore('relations');
        await Promise.all(rows.map((row) => store.put(rowOf(build.generation, row))));
        const relations = await store.count(since(build.generation));
        const { stopped: _, ...rest } = build;
        const now: Build = { ...rest, ...next, relations, linkTypes: withTypes(build.linkTypes, rows) };
        await keep(transaction, { ...state, build: now });
        return now;
      }),

    complete: (build) =>
      changing(async (state, transaction) => {
        if (!isThis(build, state)) return;
        const { generation, startedAt: at, relations, paths, linkTypes } = build;
        await transaction.objectStore('relations').delete(before(generation));
        await keep(transaction, { complete: { generation, at, relations, paths, linkTypes }, generations: generation });
      }),

    stopped: (build, failure, at) =>
      changing(async (state, transaction) => {
        if (state.build && isThis(build, state)) {
          await keep(transaction, { ...state, build: { ...state.build, stopped: { failure, at } } });
        }
      }),

    cancel: (at) =>
      changing(async (state, transaction) => {
        const { build, ...rest } = state;
        if (build) await transaction.objectStore('relations').delete(since(build.generation));
        await keep(transaction, { ...rest, cancelledAt: at });
      }),

    add: (relation) =>
      changing(async ({ complete, build }, transaction) => {
        for (const generation of [complete?.generation, build?.generation]) {
          if (generation !== undefined) await transaction.objectStore('relations').put(rowOf(generation, relation));
        }
      }),

    clear: () =>
      changing(async ({ generations = 0 }, transaction) => {
        await transaction.objectStore('relations').clear();
        await keep(transaction, { generations });
      }),
  };
}
