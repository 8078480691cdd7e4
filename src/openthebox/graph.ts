import * as z from 'zod/mini';
import type { Link } from '../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { Day, Id, known, PersonId, Share, Text } from './answer-values.ts';
import { elementsByValues } from './graph-values.ts';
import { isVia, meaningOf, roleOf } from './link-roles.ts';

/**
 * The graph of a company's neighbours in Cytoscape's form. `group`, `data.caption` and `data.pid` were seen in public code;
 * every other key is inferred from openthebox's published widget. Unknown elements are left out.
 */
const Data = z.object({
  id: known(Id),
  type: known(Text),
  caption: known(Text),
  vat: known(Text),
  pid: known(PersonId),
  source: known(Id),
  target: known(Id),
  startDate: known(Day),
  endDate: known(Day),
  historic: known(z.boolean()),
  percentage: known(Share),
});
const Element = z.object({ group: z.enum(['nodes', 'edges']), data: Data });
type Data = z.infer<typeof Data>;

/** What a graph says: the company's links, and which of the parties administer each other. */
export type Graph = {
  /** Each with its role as the graph names it. */
  readonly links: readonly Link[];
  /** The person `personId` administers the company of that number. */
  readonly administers: readonly { readonly personId: string; readonly number: EnterpriseNumber }[];
};

/**
 * The links between the company and its direct neighbours, by the known keys, else by the values. Edges to nowhere, and
 * from the company to itself, are none.
 */
export function readGraph(answer: unknown, self: EnterpriseNumber): Graph {
  const named = elementsIn(Array.isArray(answer) ? answer : []);
  const isNamed = named.some(({ group, data }) => group === 'nodes' && numberOf(data) === self);
  const elements = isNamed ? named : elementsIn(elementsByValues(answer, self));
  const nodes = new Map(
    elements.flatMap(({ group, data }) =>
      group === 'nodes' && data.id !== undefined ? [[data.id, data] as const] : [],
    ),
  );
  const isSelf = (node: Data | undefined) => node !== undefined && numberOf(node) === self;
  const edges = elements.flatMap(({ group, data }) => {
    const source = nodes.get(data.source ?? '');
    const target = nodes.get(data.target ?? '');
    return group === 'edges' && source && target ? [{ data, source, target }] : [];
  });

  return {
    links: edges.flatMap(({ data, source, target }) => {
      if (isSelf(source) === isSelf(target)) return [];
      return isSelf(source) ? toLink(target, data, 'out') : toLink(source, data, 'in');
    }),
    administers: edges.flatMap(({ data, source, target }) => {
      const number = numberOf(target);
      const isMandate = roleOf(data.type ?? '') === 'ADMINISTERS';
      return isMandate && source.pid !== undefined && number ? [{ personId: source.pid, number }] : [];
    }),
  };
}

const elementsIn = (answer: readonly unknown[]) => answer.flatMap((element) => Element.safeParse(element).data ?? []);

const numberOf = ({ vat }: Data) => (vat === undefined ? undefined : parseEnterpriseNumber(vat));

function toLink(node: Data, edge: Data, direction: 'in' | 'out'): Link {
  const number = numberOf(node);
  const means = edge.type === undefined ? undefined : meaningOf(edge.type, direction);
  return {
    kind: isPerson(node) ? 'person' : 'company',
    ...(node.caption && { name: node.caption }),
    ...(number && { enterpriseNumber: number }),
    ...(node.vat && !number && { foreignNumber: node.vat.slice(0, MAX_NUMBER_LENGTH) }),
    ...(node.pid && { personId: node.pid }),
    ...(edge.type && { role: edge.type }),
    ...(means && { means }),
    ...(isVia(edge.type) && { throughCompany: true }),
    ...(edge.startDate && { since: edge.startDate }),
    ...(edge.endDate && { until: edge.endDate }),
    ...(edge.percentage !== undefined && { share: edge.percentage }),
    historic: edge.historic ?? edge.endDate !== undefined,
  };
}

/** In characters; no number of a company is longer. */
const MAX_NUMBER_LENGTH = 20;

const isPerson = ({ pid, type }: Data) => pid !== undefined || type?.toLowerCase() === 'person';
