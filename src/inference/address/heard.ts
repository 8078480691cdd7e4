import { foldedKey } from '../../company/folding.ts';
import { houseKey } from '../../company/house-number.ts';
import { agreementOf } from '../agreement.ts';
import type { Candidate, Fact } from '../candidate.ts';
import type { ByDocument, Node, Scalar } from '../tree.ts';
import type { Kinds } from '../value-kinds.ts';
import type { Role } from './part-names.ts';

/** What the other service has for each part. */
export type Heard = Readonly<Record<HeardRole, ByDocument<Fact>>>;
const HEARD_ROLES = ['street', 'number', 'box', 'municipality'] as const;
type HeardRole = (typeof HEARD_ROLES)[number];
const isHeard = (role: Role): role is HeardRole => (HEARD_ROLES as readonly Role[]).includes(role);

/** How much speaks for a role in that the other service has the same values for it. */
export type Evidence = (role: Role) => number;

export function heardOf(candidates: readonly Candidate[]): Heard | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const of = (role: HeardRole) =>
    first.facts.map((_, index) =>
      candidates.flatMap(({ facts }) => (facts[index] ?? []).flatMap(({ address }) => keyFact(role, address?.[role]))),
    );
  return { street: of('street'), number: of('number'), box: of('box'), municipality: of('municipality') };
}

function keyFact(role: HeardRole, text: string | undefined): readonly Fact[] {
  if (text === undefined) return [];
  const key = role === 'number' ? houseKey(text, undefined) : role === 'box' ? houseKey('1', text) : foldedKey(text);
  return [{ keys: [key] }];
}

export function evidenceOf(node: Node, kinds: Kinds, heard: Heard): Evidence {
  const textOf = (role: HeardRole, value: Scalar): string | undefined => {
    const text = String(value).trim();
    if (role === 'street') return kinds.streetLine(value)?.street ?? text;
    if (role === 'number') return kinds.houseNumber(value)?.number;
    return role === 'box' && text.length > 12 ? undefined : text;
  };
  const known = new Map<Role, number>();
  return (role) => {
    const before = known.get(role);
    if (before !== undefined || !isHeard(role)) return before ?? 0;
    const own = node.values.map((values) => values.slice(0, 1).flatMap((value) => keyFact(role, textOf(role, value))));
    const { evidence } = agreementOf(own, heard[role]);
    const judged = Math.max(-3, Math.min(7, 0.8 * evidence));
    known.set(role, judged);
    return judged;
  };
}
