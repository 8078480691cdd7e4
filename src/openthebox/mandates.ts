import * as z from 'zod/mini';
import type { Link } from '../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { Day, known, PersonId, Share, Text } from './answer-values.ts';

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
 * The links that the company's own answer has. Who holds a participation is not said in it: such a link has no meaning
 * unless the graph gives it one.
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
  const role = ROLES.get(category?.toUpperCase() ?? '') ?? (category ? { role: category } : {});
  return { kind: 'person', ...(name && { name }), personId: pid, ...role, ...toPeriod(period) };
}

function toParticipation({ vat, ...rest }: z.infer<typeof Participation>): Link {
  const number = parseEnterpriseNumber(vat);
  const share = rest.interestsHeldDirectlyPercentage ?? rest.interestsHeldDirectlyPercentageO;
  return {
    kind: 'company',
    ...(number ? { enterpriseNumber: number } : { foreignNumber: vat }),
    role: 'PARTICIPATES IN',
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
