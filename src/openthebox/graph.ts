import * as z from 'zod/mini';
import type { Link } from '../company/company.ts';
import { parseDate } from '../company/dates.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';

/**
 * The graph of a company's neighbours in Cytoscape's form. `group`, `data.caption` and `data.pid` were seen in public code;
 * every other key is inferred from openthebox's published widget. Unknown elements are left out.
 */
const Id = z.pipe(z.union([z.string(), z.number()]), z.transform(String));
/** A person id comes as a number, or as the list of the character codes of its digits. */
const PersonId = z.union([
  Id,
  z.pipe(
    z.array(z.int().check(z.minimum(0), z.maximum(65_535))),
    z.transform((codes) => String.fromCharCode(...codes)),
  ),
]);

/** A key that is empty, or of a form that is not understood, is unknown: the rest of the element still stands. */
const known = <T>(schema: z.ZodMiniType<T>) => z.catch(z.optional(schema), undefined);
const Day = z.pipe(z.union([z.string(), z.number()]), z.transform(parseDate));

const Data = z.object({
  id: known(Id),
  type: known(z.string()),
  caption: known(z.string()),
  vat: known(z.string()),
  pid: known(PersonId),
  source: known(Id),
  target: known(Id),
  startDate: known(Day),
  endDate: known(Day),
  historic: known(z.boolean()),
  percentage: known(z.number()),
});
const Element = z.object({ group: z.enum(['nodes', 'edges']), data: Data });
type Data = z.infer<typeof Data>;

/** The links between the company and its direct neighbours, each with its role as the graph names it. */
export function readGraph(answer: readonly unknown[], self: EnterpriseNumber): Link[] {
  const elements = answer.flatMap((element) => Element.safeParse(element).data ?? []);
  const nodes = new Map(
    elements.flatMap(({ group, data }) =>
      group === 'nodes' && data.id !== undefined ? [[data.id, data] as const] : [],
    ),
  );
  const isSelf = (node: Data | undefined) => node?.vat !== undefined && parseEnterpriseNumber(node.vat) === self;

  return elements.flatMap(({ group, data }) => {
    if (group !== 'edges') return [];
    const source = nodes.get(data.source ?? '');
    const target = nodes.get(data.target ?? '');
    if (isSelf(source) === isSelf(target)) return [];
    const other = isSelf(source) ? target : source;
    return other ? [toLink(other, data)] : [];
  });
}

function toLink(node: Data, edge: Data): Link {
  const number = node.vat === undefined ? undefined : parseEnterpriseNumber(node.vat);
  const historic = edge.historic ?? edge.endDate !== undefined;
  return {
    kind: node.pid === undefined ? 'company' : 'person',
    ...(node.caption && { name: node.caption }),
    ...(number && { enterpriseNumber: number }),
    ...(node.pid && { personId: node.pid }),
    ...(edge.type && { role: edge.type }),
    ...(edge.startDate && { since: edge.startDate }),
    ...(edge.endDate && { until: edge.endDate }),
    ...(edge.percentage !== undefined && { share: edge.percentage }),
    historic,
  };
}
