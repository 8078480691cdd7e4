import { isFailure } from '../../api/errors.ts';
import { parseEnterpriseNumber, parseEstablishmentNumber } from '../../company/enterprise-number.ts';
import { registerStatus } from '../../company/juridical-situation.ts';
import { parseLegalForm } from '../../company/legal-form.ts';
import { nameWithoutForm } from '../../company/name.ts';
import type { CompanyHit, LookupAnswer } from '../../messages/index.ts';
import type { Hit } from '../../openthebox/hit.ts';
import type { Openthebox } from '../../openthebox/openthebox.ts';
import { userLanguage } from '../platform/language.ts';
import type { Services } from '../services.ts';
import { assertFeatureEnabled } from '../settings/managed.ts';
import { answerCache } from './answer-cache.ts';
import { legalFormText } from './company-card.ts';

/** More hits than anybody reads; the user is told how many there are. */
const MAX_HITS = 50;

const cache = answerCache<LookupAnswer>('lookup-answers', 20);

type Question = {
  readonly query: string;
  /** Who asks: a newer question of the same requester ends the older one. */
  readonly requester?: string | undefined;
  /** Asks openthebox even if its last answer is kept. */
  readonly fresh?: boolean | undefined;
};

/** The companies that a name or number finds. Null when the same requester asked something else meanwhile. Throws `featureOff`. */
export async function lookUp(
  services: Services,
  { query, requester = '', fresh }: Question,
): Promise<LookupAnswer | null> {
  await assertFeatureEnabled('lookup');
  const answer = await services.latest(requester, async (signal) => {
    const known = fresh ? undefined : await cache.read(keyOf(query));
    if (known) return { ...known, query };
    const hits = await find(services.openthebox, query, signal);
    return {
      query,
      hits: hits.slice(0, MAX_HITS).map(toView),
      count: hits.length,
      retrievedAt: new Date().toISOString(),
    };
  });
  if (answer) await cache.keep(keyOf(query), answer);
  return answer ?? null;
}

const keyOf = (query: string) => query.toLowerCase();

/**
 * A whole number is asked for by itself: whether openthebox's search takes numbers is not known. An establishment's number
 * is searched for, and finds only companies of which the answer says that it is theirs.
 */
async function find(openthebox: Openthebox, query: string, signal: AbortSignal): Promise<readonly Hit[]> {
  const number = parseEnterpriseNumber(query);
  if (number) {
    try {
      return [await openthebox.hit(number, userLanguage(), signal)];
    } catch (error) {
      if (isFailure(error, 'notFound')) return [];
      throw error;
    }
  }
  const establishment = parseEstablishmentNumber(query);
  const hits = await openthebox.search(establishment ?? query, userLanguage(), signal);
  return establishment ? hits.filter((hit) => isOf(hit, establishment)) : hits;
}

function isOf({ establishmentNumber }: Hit, establishment: string): boolean {
  return establishmentNumber !== undefined && parseEstablishmentNumber(establishmentNumber) === establishment;
}

function toView({ enterpriseNumber, name, legalForm, municipality, situation }: Hit): CompanyHit {
  const form = legalFormText(legalForm);
  const family = legalForm === undefined ? undefined : parseLegalForm(legalForm)?.family;
  const status = registerStatus(situation);
  return {
    enterpriseNumber,
    // The form stands beside it.
    name: family === undefined ? name : nameWithoutForm(name, [family]),
    ...(form && { legalForm: form }),
    ...(municipality && { municipality }),
    ...(status && { registerStatus: status }),
  };
}
