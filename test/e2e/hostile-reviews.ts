import { EMPTY_SCHEMA } from '../../src/adminpulse/office-schema.ts';
import type { RawRelation } from '../../src/adminpulse/read-relation.ts';
import type { Entry } from '../../src/background/journal/entry.ts';
import { readRelation } from '../../src/background/relations/relation.ts';
import { compare } from '../../src/background/review/comparison.ts';
import type { EnterpriseNumber } from '../../src/company/enterprise-number.ts';
import type { Review } from '../../src/messages/index.ts';
import { readGraph } from '../../src/openthebox/graph.ts';
import { allLinks, readMandates } from '../../src/openthebox/links.ts';
import { readCompany } from '../../src/openthebox/read-company.ts';
import { accountsAnswer, companyAnswer } from '../sandbox/openthebox/answers.ts';
import { neighbourhood } from '../sandbox/openthebox/graph.ts';
import { State } from '../sandbox/state.ts';
import type { HostilePair } from './hostile-pairs.ts';

/** The brewery: it has links on both sides. */
const NUMBER = '0001061555' as EnterpriseNumber;
const CODE = 'APR00572';

/** What the product makes of these pairs: the reviews that a worker would store, by the same reading and comparing. */
export function hostileReviews(pairs: readonly HostilePair[]): Review[] {
  const state = new State({ shape: 'nested' });
  const company = state.register.companies.get(NUMBER);
  const relation = state.relations.find(CODE);
  if (!company || !relation) throw new Error(`The sandbox has no ${NUMBER} or ${CODE}`);
  const answers = {
    company: companyAnswer(company, state.register),
    accounts: accountsAnswer(company),
    graph: neighbourhood(`BE${NUMBER}`, state.register),
  };
  const raw = state.shape.single(relation);
  const now = Date.UTC(2026, 10, 24);

  return pairs.map((pair, index) => {
    const hostile = replaced(answers, pair.openthebox) as { company: object; accounts: unknown; graph: unknown[] };
    const links = allLinks(readGraph(hostile.graph, NUMBER), readMandates(hostile.company, NUMBER));
    const proposed = readCompany({
      company: hostile.company as Record<string, unknown>,
      annualAccounts: hostile.accounts,
      links,
      retrievedAt: new Date(now).toISOString(),
    });
    const held = replaced(raw, pair.adminpulse) as RawRelation;
    const comparison = compare(readRelation(held, NUMBER, EMPTY_SCHEMA, now), proposed, false);
    const subject = { id: `${NUMBER}-${CODE}`, enterpriseNumber: NUMBER, relationCode: CODE };
    const review = { ...subject, ...comparison, relation: { ...comparison.relation, code: shownCode(index) } };
    const outcome = comparison.changes.map(({ field }) => ({ field, result: 'written' as const }));
    // What was applied is another page than what may be.
    return index % 5 === 4
      ? { ...review, phase: 'applied', outcome, change: 'x' }
      : { ...review, phase: 'ready', ...(index % 7 === 6 && { conflict: ['name'] as const }) };
  });
}

/** By which a page tells that it shows this one. */
export const shownCode = (index: number) => `APR${90_000 + index}`;

const KINDS = ['update', 'create', 'undo'] as const;
const RESULTS = ['written', 'partly', 'kept', 'other'] as const;
const STATES = ['verified', 'verified', 'refused', 'unsettled', 'notSent'] as const;

/** The history of somebody who wrote all of them. */
export function hostileEntries(reviews: readonly Review[]): Entry[] {
  return reviews.flatMap((review, index): Entry[] => {
    if (!('changes' in review)) return [];
    const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
    return [
      {
        id: `${at}-x.0000`,
        change: `${at}-x`,
        at,
        who: review.heading,
        kind: KINDS[index % KINDS.length] ?? 'update',
        relation: { code: review.relation.code, name: review.relation.name },
        enterpriseNumber: review.enterpriseNumber,
        retrievedAt: at,
        fields: review.changes.map(({ field, current, proposed }, place) => ({
          field,
          ...(current !== undefined && { before: current }),
          ...(proposed !== undefined && { after: proposed }),
          result: RESULTS[(index + place) % RESULTS.length] ?? 'written',
          ...(index % 3 === 2 && { undone: true }),
        })),
        state: STATES[index % STATES.length] ?? 'verified',
      },
    ];
  });
}

/** Through JSON, as an answer comes: own keys named `__proto__` only come out of a parser. */
function replaced(answer: unknown, values: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value) => (Object.hasOwn(values, key) ? values[key] : value));
}
