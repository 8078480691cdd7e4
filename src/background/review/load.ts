import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import { type RawRelation, readField } from '../../adminpulse/read-relation.ts';
import { isFailure, notFound } from '../../api/errors.ts';
import type { DoubtedPlace } from '../../company/choices.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Review, ReviewState } from '../../messages/index.ts';
import { reconcileAll } from '../journal/reconcile.ts';
import { withNamedLinks } from '../links/named-links.ts';
import { allOrFirstFailure } from '../platform/async.ts';
import { userLanguage } from '../platform/language.ts';
import type { Follow } from '../platform/session-record.ts';
import { inferOfficePlaces } from '../relations/infer-places.ts';
import { inferredPlaces, placesOf } from '../relations/inferred-places.ts';
import { lookAgain } from '../relations/look-again.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { noteObserved } from '../relations/place-watch.ts';
import { readRelation, relationCode, snapshotOf, summarise } from '../relations/relation.ts';
import { sampleRelations } from '../relations/sample-relations.ts';
import type { Services } from '../services.ts';
import { opentheboxCredentials } from '../settings/credentials.ts';
import { mappingOverrides } from '../settings/mapping-overrides.ts';
import { compare } from './comparison.ts';
import { withDismissed } from './dismissed.ts';
import { observedPlaces, type Read } from './observed-places.ts';
import { contextItem, reviews } from './store.ts';

/**
 * Reads both sides at the same time and stores the comparison, or what went wrong, as the review's state. Where something
 * is at the review already, that goes on alone.
 */
export const loadReview = (services: Services, review: Review, when?: 'if it was cut off'): Promise<void> =>
  reviews.load(review, (follow) => load(services, review, follow), when);

/**
 * A relation in which no number is found, or a number that no relation is found to have, may be of another shape than the one that is
 * known: then it is inferred what it is, and read again. So it is where what was read casts doubt on a place.
 */
async function load(services: Services, review: Review, follow: Follow): Promise<ReviewState> {
  try {
    const loaded = await loadOnce(services, review, follow);
    if ((await noteSeen(review, loaded)).length === 0) return loaded.state;
    await lookAgain(services, Date.now());
  } catch (error) {
    if (!(await inferShape(services, error))) throw error;
  }
  return (await loadOnce(services, review, follow)).state;
}

/**
 * Infers where nothing was inferred yet, as with credentials that the administrator set. Later, a relation without a number that had
 * one is a reason to look again; a number that no relation has is none, for most numbers are of no client.
 */
async function inferShape(services: Services, error: unknown): Promise<boolean> {
  if (!hasNoNumber(error) && !isUnknownNumber(error)) return false;
  const inferred = await inferredPlaces();
  // A place that the user chose may stand there before anything was inferred.
  if (inferred.relations === 0) {
    await inferOfficePlaces(services.openthebox, await sampleRelations(services.adminpulse));
    return true;
  }
  const { enterpriseNumber, vatNumber } = inferred.adminpulse;
  const hadNumber = (enterpriseNumber ?? vatNumber) !== undefined;
  return hasNoNumber(error) && hadNumber && (await lookAgain(services, Date.now()));
}

type Loaded = { readonly state: ReviewState; readonly read?: Omit<Read, 'inferred' | 'chosen'> };

/** The places on which what was read casts doubt; they are presumed from now on. */
async function noteSeen({ enterpriseNumber }: Review, { read }: Loaded): Promise<readonly DoubtedPlace[]> {
  if (!read) return [];
  const [inferred, chosen] = await Promise.all([inferredPlaces(), mappingOverrides()]);
  return noteObserved(enterpriseNumber, observedPlaces({ ...read, inferred, chosen }));
}

const hasNoNumber = (error: unknown) =>
  isFailure(error, 'otherCompany') && error.failure.service === 'adminpulse' && error.failure.found === '';

const isUnknownNumber = (error: unknown) => isFailure(error, 'notFound') && error.failure.service === 'adminpulse';

async function loadOnce(services: Services, review: Review, follow: Follow): Promise<Loaded> {
  const { openthebox, adminpulse } = services;
  // Parsed when the review was opened.
  const number = review.enterpriseNumber as EnterpriseNumber;
  const [proposed, relations, profile, credentials] = await allOrFirstFailure([
    follow('openthebox', openthebox.company(number, userLanguage())),
    follow('adminpulse', findRelations(adminpulse, number, review.relationCode)),
    loadOfficeProfile(adminpulse),
    opentheboxCredentials.read(),
  ]);

  // The user is about to look at what an earlier write may have left.
  void reconcileAll(services);

  const [raw, ...others] = relations;
  if (!raw) throw notFound('adminpulse', number);
  if (others.length > 0) {
    const places = await placesOf('adminpulse');
    const candidates = relations.map((row) => summarise(row, nameIn(row, profile), places));
    return { state: { phase: 'choosing', candidates } };
  }

  const relation = await withNamedLinks(adminpulse, readRelation(raw, number, profile, Date.now()));
  const anonymous = credentials === undefined;
  const compared = compare(relation, proposed, anonymous);
  const comparison = { ...compared, changes: await withDismissed(compared.relation.code, compared.changes) };
  await contextItem(review.id).write({
    relationCode: relationCode(raw, profile.places),
    proposed,
    seen: snapshotOf(relation),
  });
  return {
    state: { phase: 'ready', ...comparison },
    read: { relation, proposed, changes: compared.changes, anonymous },
  };
}

function nameIn(row: RawRelation, profile: OfficeProfile): string | undefined {
  const name = readField('name', row, profile)?.value;
  return typeof name === 'string' ? name : undefined;
}

/**
 * The relations that the review can be about, one of them in full, several as the list has them. The code that the page
 * shows decides; without one, the number.
 */
async function findRelations(
  adminpulse: Adminpulse,
  number: EnterpriseNumber,
  code: string | undefined,
): Promise<readonly RawRelation[]> {
  if (code) return [await adminpulse.relation(code)];
  const rows = await adminpulse.relationsWithNumber(number);
  const [only] = rows;
  return rows.length === 1 && only
    ? [await adminpulse.relation(relationCode(only, await placesOf('adminpulse')))]
    : rows;
}
