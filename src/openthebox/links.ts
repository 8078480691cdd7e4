import * as z from 'zod/mini';
import type { Link, Representative } from '../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { Day, known, PersonId, Share, Text } from './answer-values.ts';
import type { Graph } from './graph.ts';
import { isVia, sortOfRole, undirectedMeaningOf } from './link-roles.ts';

/**
 * The links of the graph and of the company's answer, each once: the graph says more of a link, and the answer fills in
 * what the graph leaves out. A management company with its permanent representative is one link.
 */
export function allLinks(graph: Graph, mandates: readonly Link[]): Link[] {
  const links: Link[] = [...graph.links];
  for (const mandate of mandates) {
    const same = links.findIndex((link) => isSameLink(link, mandate));
    const known = links[same];
    if (known) links[same] = { ...mandate, ...known };
    else links.push({ ...mandate, ...nameIn(graph, mandate) });
  }
  return withRepresentatives(links, graph);
}

/** One party, one sort of role, and both over or both not. */
function isSameLink(a: Link, b: Link): boolean {
  return (
    isSameParty(a, b) && sortOfRole(a.role) === sortOfRole(b.role) && (a.historic ?? false) === (b.historic ?? false)
  );
}

function isSameParty(a: Link, b: Link): boolean {
  const ids = ['enterpriseNumber', 'foreignNumber', 'personId'] as const;
  return ids.some((id) => a[id] !== undefined && a[id] === b[id]);
}

function nameIn({ links }: Graph, mandate: Link): Pick<Link, 'name'> {
  const name = links.find((link) => isSameParty(link, mandate))?.name ?? mandate.name;
  return name === undefined ? {} : { name };
}

/**
 * Puts each person that administers through a company to that company, where it is clear which one it is: the one that the
 * person administers in the graph, else the only one that is a director. Where it is not, the person stays a link of its own.
 */
function withRepresentatives(links: readonly Link[], { administers }: Graph): Link[] {
  const representatives = new Map<Link, Representative[]>();
  const rest = links.filter((link) => {
    const company = isVia(link.role) && link.means === 'director' ? companyOf(link) : undefined;
    if (!company) return true;
    const { name, personId } = link;
    const person = { ...(name && { name }), ...(personId && { personId }) };
    representatives.set(company, [...(representatives.get(company) ?? []), person]);
    return false;
  });
  return rest.map((link) => {
    const persons = representatives.get(link);
    return persons ? { ...link, representatives: persons } : link;
  });

  function companyOf(person: Link): Link | undefined {
    const companies = links.filter(
      ({ kind, role, means, historic }) =>
        kind === 'company' && means === 'director' && !isVia(role) && historic === person.historic,
    );
    const own = companies.filter(({ enterpriseNumber }) =>
      administers.some(({ personId, number }) => personId === person.personId && number === enterpriseNumber),
    );
    const [only, ...others] = own.length > 0 ? own : companies;
    return others.length === 0 ? only : undefined;
  }
}

/**
 * The mandates and participations in a company's answer. `pid`, `category`, `vat` and the lists' names recur in public
 * exports of openthebox's data model; the other keys are inferred, each with and without the model's suffix `O`.
 */
const Period = {
  startDate: known(Day),
  startDateO: known(Day),
  endDate: known(Day),
  endDateO: known(Day),
};
const PersonMandate = z.object({
  pid: PersonId,
  category: known(Text),
  firstName: known(Text),
  lastName: known(Text),
  ...Period,
});
const Participation = z.object({
  vat: z.string(),
  interestsHeldDirectlyPercentage: known(Share),
  interestsHeldDirectlyPercentageO: known(Share),
  ...Period,
});

const Answer = z.object({
  personMandates: known(z.array(z.unknown())),
  participationHists: known(z.array(z.unknown())),
});

/** The graph's names of what a mandate's category says. */
const ROLES: ReadonlyMap<string, Pick<Link, 'role' | 'means'>> = new Map([
  ['ADMINISTER', { role: 'ADMINISTERS', means: 'director' }],
  ['SHAREHOLDER', { role: 'PARTICIPATES IN', means: 'shareholder' }],
]);

/**
 * The links that the company's own answer has. Who holds a participation is not said in it, unless the graph
 * says it.
 */
export function readMandates(company: unknown, self: EnterpriseNumber): Link[] {
  const { personMandates = [], participationHists = [] } = Answer.safeParse(company).data ?? {};
  return [
    ...personMandates.flatMap((item) => PersonMandate.safeParse(item).data ?? []).map(toMandate),
    ...participationHists
      .flatMap((item) => Participation.safeParse(item).data ?? [])
      .filter(({ vat }) => parseEnterpriseNumber(vat) !== self)
      .map(toParticipation),
  ];
}

function toMandate({ pid, category, firstName, lastName, ...period }: z.infer<typeof PersonMandate>): Link {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  const role =
    ROLES.get(category?.toUpperCase() ?? '') ?? (category ? { role: category, ...undirectedMeaningOf(category) } : {});
  return { kind: 'person', ...(name && { name }), personId: pid, ...role, ...toPeriod(period) };
}

function toParticipation({ vat, ...rest }: z.infer<typeof Participation>): Link {
  const number = parseEnterpriseNumber(vat);
  const share = rest.interestsHeldDirectlyPercentage ?? rest.interestsHeldDirectlyPercentageO;
  return {
    kind: 'company',
    ...(number ? { enterpriseNumber: number } : { foreignNumber: vat }),
    role: 'PARTICIPATES IN',
    means: 'shareholding',
    ...(share !== undefined && { share }),
    ...toPeriod(rest),
  };
}

type Period = { readonly [K in keyof typeof Period]?: z.infer<(typeof Period)[K]> };

function toPeriod({ startDate, startDateO, endDate, endDateO }: Period): Pick<Link, 'since' | 'until' | 'historic'> {
  const since = startDate ?? startDateO;
  const until = endDate ?? endDateO;
  return { ...(since && { since }), ...(until && { until }), historic: until !== undefined };
}
