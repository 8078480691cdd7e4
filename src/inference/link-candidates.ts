import { type Candidate, distinct, filled } from './candidate.ts';
import type { Scene } from './leaf-candidates.ts';
import type { Node, Scalar } from './tree.ts';

/** A place whose values name the relation itself: each document has one of its own, all of one pattern. */
export type Identity = { readonly node: Node; readonly mask: string; readonly values: ReadonlySet<string> };

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** "APR00510" is `aaa99999`. */
function maskOf(value: Scalar): string {
  const text = String(value);
  return GUID.test(text) ? 'guid' : text.replace(/\d/g, '9').replace(/[a-z]/gi, 'a');
}

/** Places that may be the code or the id of the relation. */
export function identitiesOf({ nodes, present }: Scene): readonly Identity[] {
  return nodes.flatMap((node): Identity[] => {
    if (node.item || node.values.some((all) => all.length > 1) || filled(node.values) < present) return [];
    const all = node.all;
    if (all.length === 0 || distinct(node.values) < all.length) return [];
    const masks = new Set(all.map(maskOf));
    const [mask = ''] = masks;
    const isCode = mask === 'guid' || /^[a-z]*[-_.]?9{3,}$/.test(mask) || /9{3,}/.test(mask);
    const isSpaced = all.some((value) => /[\s@/:]/.test(String(value)));
    return masks.size <= Math.max(1, all.length / 6) && isCode && !isSpaced
      ? [{ node, mask, values: new Set(all.map(String)) }]
      : [];
  });
}

/** Whether an item names the document in which it stands: then it is no link to another. */
function namesItself(list: Node, key: string, { node }: Identity): boolean {
  return list.lists.some((lists, index) => {
    const own = String(node.values[index]?.[0]);
    return lists.flat().some((item) => String(item[key]) === own);
  });
}

/** Lists of objects of which one key names other relations, by the code or the id that relations have. */
export function linkCandidates(
  scene: Scene,
  identities: readonly Identity[],
): readonly (Candidate & { readonly names: readonly string[]; readonly identity: Identity })[] {
  return scene.nodes.flatMap((list) => {
    const items = list.lists.flat(2);
    if (items.length === 0) return [];
    const keys = [...new Set(items.flatMap((item) => Object.keys(item)))];
    const found = keys.flatMap((key) => {
      const values = items
        .map((item) => item[key])
        .filter((value) => typeof value === 'string' || typeof value === 'number');
      if (values.length < 0.9 * items.length) return [];
      return identities.flatMap((identity) => {
        if (namesItself(list, key, identity)) return [];
        const known = values.filter((value) => identity.values.has(String(value))).length;
        const alike = values.filter((value) => maskOf(value) === identity.mask).length;
        const isAlike = alike >= 0.95 * values.length;
        if (!isAlike) return [];
        // A guid may be the id of anything, a bare number too.
        const isTelling = /^a+[-_.]?9/.test(identity.mask);
        const fit = (isTelling ? 3 : -4) + (known > 0 ? 4 : 0) - (keys.length > 8 ? 2 : 0);
        return [{ key, identity, fit, known }];
      });
    });
    const [best] = found.toSorted((a, b) => b.fit - a.fit);
    if (!best) return [];
    const [path = '$'] = list.paths;
    return [
      {
        place: {
          paths: list.paths.map((one) => ({ path: one })),
          item: { list: path, value: [best.key], keys },
        },
        nodes: [list],
        names: list.names,
        facts: list.lists.map((lists) => lists.flat().map((item) => ({ keys: [String(item[best.key])] }))),
        fit: best.fit,
        kind: 'links' as const,
        share: { count: items.length, of: items.length },
        identity: best.identity,
      },
    ];
  });
}
