type Group = { objects: number; readonly present: Map<string, number> };

/** So many keys that are empty somewhere show how a service says that there is nothing. */
const ENOUGH = 4;

/**
 * Whether a service writes each key in each answer, and says by `null` or an empty text that there is nothing. Then a key that
 * is nowhere does not exist; where keys are left out, it may stand in the next answer.
 */
export function writesEveryKey(documents: readonly unknown[]): boolean {
  const groups = new Map<string, Group>();
  const empty = new Set<string>();
  const visit = (value: unknown, path: string) => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, `${path}[]`);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const group = groups.get(path) ?? { objects: 0, present: new Map<string, number>() };
    groups.set(path, group);
    group.objects += 1;
    for (const [key, below] of Object.entries(value)) {
      const place = `${path}.${key}`;
      group.present.set(key, (group.present.get(key) ?? 0) + 1);
      if (below === null || below === '') empty.add(place);
      visit(below, place);
    }
  };
  for (const document of documents) visit(document, '$');
  const isComplete = [...groups.values()].every(({ objects, present }) =>
    [...present.values()].every((count) => count === objects),
  );
  return isComplete && empty.size >= ENOUGH;
}
