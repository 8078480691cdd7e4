import type { Candidate } from '../candidate.ts';
import type { Scene } from '../leaf-candidates.ts';
import type { Node } from '../tree.ts';
import type { Kinds } from '../value-kinds.ts';
import { assemble } from './assembly.ts';
import { heardOf } from './heard.ts';
import { wholeText } from './in-one-text.ts';
import { type Context, LEVELS, type Leaf, leavesOf, peersIn, share } from './leaf.ts';

/**
 * Addresses: in one text, and in parts around each place that holds a postal code. `theirs`: what the other service has for
 * addresses, by which parts are told that no name and no order tells.
 */
export function addressCandidates(scene: Scene, theirs: readonly Candidate[] = []): readonly Candidate[] {
  const { nodes, kinds } = scene;
  const context = { kinds, heard: heardOf(theirs), peersOf: peersIn(nodes) };
  const inOneText = nodes.flatMap((node) => wholeText(node, kinds));
  const anchors = nodes.filter((node) => isAnchor(node, kinds));
  const memo = new Map<Node, readonly Leaf[]>();
  return [...inOneText, ...anchors.flatMap((anchor) => around(anchor, context, memo))];
}

function isAnchor(node: Node, kinds: Kinds): boolean {
  const all = node.all;
  if (all.length === 0 || node.parent === undefined) return false;
  return share(all, (value) => kinds.postalCode(value) !== undefined || kinds.place(value) !== undefined) >= 0.7;
}

function around(anchor: Node, context: Context, memo: Map<Node, readonly Leaf[]>): Candidate[] {
  let holder = anchor.parent;
  for (let level = 0; holder && level < LEVELS; level += 1, holder = holder.parent) {
    const leaves = memo.get(holder) ?? leavesOf(holder, context);
    memo.set(holder, leaves);
    const own = leaves.find(({ node }) => node === anchor);
    const found = own ? assemble(holder, own, leaves, context.kinds) : [];
    if (found.length > 0) return found;
  }
  return [];
}
