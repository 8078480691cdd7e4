import type { Link } from '../../company/company.ts';
import type { ComparedLink, LinkMatch } from '../../company/links/compare-links.ts';

/** A party of the picture; `links` are the keys of the list's rows that it stands for. */
export type NetworkNode = {
  readonly id: string;
  readonly label: string;
  readonly kind: 'self' | 'company' | 'person';
  readonly match: LinkMatch | undefined;
  readonly links: readonly string[];
};

/** A line between two parties. `via`: a person that acts for a management company. */
type NetworkEdge = {
  readonly source: string;
  readonly target: string;
  readonly kind: 'mandate' | 'share' | 'other' | 'via';
  readonly over: boolean;
};

export type Network = {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Parties that are in the list, and not in the picture. */
  readonly notDrawn: number;
};

/** More than these can neither be told apart nor be drawn while somebody waits. */
const MAX_NODES = 80;

const SELF = 'self';

/** The company in the middle, its parties around it, and the persons behind management companies. */
export function networkOf(self: string, links: readonly ComparedLink[]): Network {
  const parties = Map.groupBy(links, ({ party }) => party);
  const drawn = [...parties].slice(0, MAX_NODES - 1);
  const nodes = new Map<string, NetworkNode>([
    [SELF, { id: SELF, label: self, kind: 'self', match: undefined, links: [] }],
    ...drawn.map(([id, own]) => [id, partyNode(id, own)] as const),
  ]);
  const edges: NetworkEdge[] = drawn.flatMap(([id, own]) =>
    own.map((link) => ({ source: id, target: SELF, kind: edgeKind(link), over: isOver(link) })),
  );
  for (const [id, own] of drawn) {
    for (const link of own) {
      for (const { personId, name } of link.openthebox?.representatives ?? []) {
        const person = personId ?? `${id} ${name ?? ''}`;
        if (!nodes.has(person) && nodes.size >= MAX_NODES) continue;
        const known = nodes.get(person) ?? {
          id: person,
          label: name ?? '',
          kind: 'person',
          match: link.match,
          links: [],
        };
        nodes.set(person, { ...known, links: [...known.links, link.key] });
        edges.push({ source: person, target: id, kind: 'via', over: isOver(link) });
      }
    }
  }
  return { nodes: [...nodes.values()], edges, notDrawn: parties.size - drawn.length };
}

function partyNode(id: string, links: readonly ComparedLink[]): NetworkNode {
  const [first] = links;
  // As in the list, AdminPulse's spelling of a name comes first.
  const sides = links
    .flatMap(({ openthebox, adminpulse }) => [adminpulse, openthebox])
    .filter((side) => side !== undefined);
  return {
    id,
    label: sides.find(({ name }) => name)?.name ?? first?.adminpulse?.relationCode ?? '',
    kind: sides.some(({ kind }) => kind === 'person') ? 'person' : 'company',
    match: first?.match,
    links: links.map(({ key }) => key),
  };
}

const MANDATES: readonly Link['means'][] = ['director', 'directorOf'];
const SHARES: readonly Link['means'][] = ['shareholder', 'participation'];

function edgeKind({ openthebox, adminpulse }: ComparedLink): NetworkEdge['kind'] {
  const means = openthebox?.means ?? adminpulse?.means;
  if (MANDATES.includes(means)) return 'mandate';
  return SHARES.includes(means) ? 'share' : 'other';
}

const isOver = ({ match }: ComparedLink) => match === 'past' || match === 'ended';
