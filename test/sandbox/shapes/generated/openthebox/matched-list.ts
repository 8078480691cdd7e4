import { isObject, type Node } from '../node.ts';
import { childPath } from '../truth.ts';

/** An item of a list that the values of some of its keys tell from the others. */
export type Item<S> = {
  readonly match: Readonly<Record<string, unknown>>;
  readonly body: Node<S>;
  isThere(source: S): boolean;
};

/** A list that is only read. Nothing in it is of a kind that the items do not name. */
export function matchedList<S>(items: readonly Item<S>[]): Node<S> {
  return {
    write: (from) =>
      items
        .filter(({ isThere }) => isThere(from))
        .map(({ match, body }) => {
          const raw = body.write(from);
          return { ...match, ...(isObject(raw) ? raw : {}) };
        }),
    read: () => undefined,
    mark(raw, path, marks) {
      if (!Array.isArray(raw)) return;
      raw.forEach((one, index) => {
        const item = items.find(({ match }) => Object.entries(match).every(([key, value]) => one[key] === value));
        item?.body.mark(one, childPath(path, index), marks);
      });
    },
  };
}
