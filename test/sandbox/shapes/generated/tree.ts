import type { KeysOf } from './key-names.ts';
import type { Concept } from './key-words.ts';
import { type Empty, type Entry, group, type Node } from './node.ts';

/** A key of a shape, with the objects below the root in which it stands. */
export type Placed<S> = {
  readonly groups: readonly Concept[];
  readonly entry: Entry<S>;
  /** Whether a row of a list has it too. */
  readonly inRow: boolean;
};

/** The keys of the object that these groups lead to. */
export type ObjectKeys = (groups: readonly Concept[]) => KeysOf;

export const objectKeys =
  (namesOf: (object: string) => KeysOf): ObjectKeys =>
  (groups) =>
    namesOf(['root', ...groups].join('.'));

/** The entries of the object at `groups`: its own, and one for each object in it. */
export function entriesAt<S>(
  placed: readonly Placed<S>[],
  keysOf: ObjectKeys,
  whenEmpty: Empty | 'keys',
  groups: readonly Concept[] = [],
): Entry<S>[] {
  const depth = groups.length;
  const entries: Entry<S>[] = [];
  const done = new Set<Concept>();
  for (const one of placed) {
    if (!groups.every((concept, index) => one.groups[index] === concept)) continue;
    const inner = one.groups[depth];
    if (inner === undefined) entries.push(one.entry);
    else if (!done.has(inner)) {
      done.add(inner);
      const node: Node<S> = group(entriesAt(placed, keysOf, whenEmpty, [...groups, inner]), whenEmpty);
      entries.push({ key: keysOf(groups)(inner), node });
    }
  }
  return entries;
}
