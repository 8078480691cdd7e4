import { type Candidate, distinct, filled, placeOf } from './candidate.ts';
import type { Scene } from './leaf-candidates.ts';
import type { Identity } from './link-candidates.ts';
import type { Node } from './tree.ts';

/** Codes and ids that each relation has one of; `linked`: the one that links name. */
export function identityCandidates(identities: readonly Identity[], linked: Identity | undefined) {
  const candidates = identities.map(({ node, mask }): Candidate & { readonly mask: string } => ({
    ...plain(node, node === linked?.node ? 4 : 0),
    mask,
  }));
  return {
    code: candidates.filter(({ mask }) => mask !== 'guid'),
    id: candidates.filter(({ mask }) => mask === 'guid' || /^9+$/.test(mask)),
  };
}

/** Few values that many relations share: codes or words. */
export function vocabularyCandidates({ nodes, kinds, present }: Scene): readonly Candidate[] {
  return nodes.flatMap((node) => {
    const all = node.all;
    const there = filled(node.values);
    if (node.item || there < 0.8 * present || there < 2 || all.length !== there) return [];
    const values = new Set(all);
    const isFew = values.size <= Math.max(2, there / 2);
    const isOther = all.some((value) =>
      [kinds.phone, kinds.email, kinds.date, kinds.number].some((read) => read(value) !== undefined),
    );
    const isShort = all.every(
      (value) => typeof value === 'number' || (typeof value === 'string' && value.length <= 40),
    );
    return isFew && isShort && !isOther && values.size > 0 ? [plain(node, values.size === 1 ? -1 : 0)] : [];
  });
}

function plain(node: Node, fit: number): Candidate {
  const all = node.all;
  return {
    place: placeOf(node),
    nodes: [node],
    names: node.names,
    facts: node.values.map((values) => values.map((value) => ({ keys: [String(value)] }))),
    fit,
    kind: 'code',
    share: { count: distinct(node.values), of: all.length },
  };
}
