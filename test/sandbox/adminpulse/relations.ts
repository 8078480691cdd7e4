import type { Change, Relation } from '../model.ts';

/** AdminPulse's relations in memory, with a change history for each. */
export class Relations {
  readonly #byCode = new Map<string, Relation>();
  readonly #history = new Map<string, Change[]>();
  readonly #now: () => number;

  constructor(relations: readonly Relation[], now: () => number) {
    this.#now = now;
    for (const relation of relations) this.#byCode.set(relation.code, structuredClone(relation));
  }

  all(): Relation[] {
    return [...this.#byCode.values()];
  }

  /** By `APR…` code or by GUID, in any case. */
  find(identifier: string): Relation | undefined {
    const wanted = identifier.toLowerCase();
    return this.#byCode.get(identifier.toUpperCase()) ?? this.all().find((relation) => relation.id === wanted);
  }

  /** Adds relations that are not there yet; a relation once there is left alone. */
  add(relations: Iterable<Relation>): void {
    for (const relation of relations) if (!this.#byCode.has(relation.code)) this.#byCode.set(relation.code, relation);
  }

  /** Keeps a new state of a relation, and writes each fact that changed into its history. */
  save(after: Relation, by: string): void {
    const before = this.#byCode.get(after.code);
    this.#byCode.set(after.code, structuredClone(after));
    const changes = before ? changesBetween(before, after) : [{ path: 'relation', before: null, after: after.name }];
    const at = this.#now();
    this.#history.set(after.code, [...changes.map((change) => ({ at, by, ...change })), ...this.history(after.code)]);
  }

  remove(code: string): boolean {
    return this.#byCode.delete(code);
  }

  /** The changes of a relation, newest first. */
  history(code: string): readonly Change[] {
    return this.#history.get(code) ?? [];
  }

  /** The code after the highest one: `APR01057`. */
  nextCode(): string {
    const highest = Math.max(0, ...this.all().map((relation) => Number(relation.code.slice(3))));
    return `APR${String(highest + 1).padStart(5, '0')}`;
  }
}

function changesBetween(before: Relation, after: Relation): Omit<Change, 'at' | 'by'>[] {
  const old = facts(before);
  const now = facts(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }));
}

/** What there is to see of a relation, under its path: `name`, `foundation.date`, `channels.Phone.2` (the second phone). */
function facts(relation: Relation): Map<string, unknown> {
  return new Map(
    Object.entries(relation).flatMap(([key, value]): [string, unknown][] => {
      if (Array.isArray(value)) return value.map((item, index) => [itemPath(key, value, index), itemText(item)]);
      if (typeof value !== 'object' || value === null) return [[key, value]];
      return Object.entries(value).map(([inner, part]) => [`${key}.${inner}`, part]);
    }),
  );
}

type Item = { type?: string; linkType?: number };

function itemPath(list: string, items: readonly Item[], index: number): string {
  const kind = (item: Item | undefined) => item?.type ?? `link ${item?.linkType}`;
  const sort = kind(items[index]);
  const before = items.slice(0, index).filter((item) => kind(item) === sort).length;
  return `${list}.${sort}${before > 0 ? `.${before + 1}` : ''}`;
}

function itemText(item: object): string {
  return Object.entries(item)
    .filter(([key, value]) => !['id', 'type', 'linkType'].includes(key) && value !== null && value !== false)
    .map(([, value]) => (value === true ? '★' : value))
    .join(' ');
}
