import { group, type Node } from '../generated/node.ts';
import { tuple } from '../generated/odd-nodes.ts';
import type { Leaf, Place } from './place.ts';

/** A masked answer as a node: of each value the node that `nodeOf` says, of a list the one that `listNode` says, if any. */
export function treeNode<S>(
  place: Place,
  nodeOf: (leaf: Leaf) => Node<S>,
  listNode: (list: Place & { kind: 'list' }) => Node<S> | undefined,
): Node<S> {
  if (place.kind === 'leaf') return nodeOf(place.leaf);
  if (place.kind === 'list') {
    return listNode(place) ?? tuple(place.items.map((item) => treeNode(item, nodeOf, listNode)));
  }
  return group(place.entries.map(([key, child]) => ({ key, node: treeNode(child, nodeOf, listNode) })));
}
