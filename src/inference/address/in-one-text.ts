import type { Address } from '../../company/company.ts';
import type { Part } from '../../schema/field-place.ts';
import { type Candidate, itemOf } from '../candidate.ts';
import type { Node } from '../tree.ts';
import type { Kinds } from '../value-kinds.ts';
import { factOf } from './in-parts.ts';
import { share } from './leaf.ts';

export function wholeText(node: Node, kinds: Kinds): Candidate[] {
  const all = node.all;
  if (all.length === 0 || share(all, (value) => kinds.address(value) !== undefined) < 0.6) return [];
  const addresses = all.flatMap((value) => kinds.address(value) ?? []);
  const has = (part: keyof Address) => addresses.some((address) => address[part] !== undefined);
  const holds: Part[] = ['street'];
  holds.push('number', 'box', 'postalCode', 'municipality');
  if (has('country')) holds.push('country');
  return [
    {
      place: { paths: node.paths.map((path) => ({ path })), parts: [{ keys: [], holds }], ...itemOf(node) },
      nodes: [node],
      names: node.names,
      facts: node.values.map((values) => values.flatMap((value) => factOf(kinds.address(value)))),
      fit: -4 * (1 - addresses.length / all.length),
      kind: 'address',
      share: { count: addresses.length, of: all.length },
    },
  ];
}
