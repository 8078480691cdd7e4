import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import { type RawRelation, readField } from '../../adminpulse/read-relation.ts';
import { isFailure, notFound } from '../../api/errors.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Review, ReviewState } from '../../messages/index.ts';
import { reconcileAll } from '../journal/reconcile.ts';
import { withNamedLinks } from '../links/named-links.ts';
import { allOrFirstFailure } from '../platform/async.ts';
import { userLanguage } from '../platform/language.ts';
import type { Follow } from '../platform/session-record.ts';
import { inferOfficePlaces } from '../relations/infer-places.ts';
import { inferredPlacesItem, placesOf } from '../relations/inferred-places.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { readRelation, relationCode, snapshotOf, summarise } from '../relations/relation.ts';
import { sampleRelations } from '../relations/sample-relations.ts';
import type { Services } from '../services.ts';
import { opentheboxCredentials } from '../settings/credentials.ts';
import { compare } from './comparison.ts';
import { withDismissed } from './dismissed.ts';
import { contextItem, reviews } from './store.ts';

/**
 * Reads both sides at the same time and stores the comparison, or what went wrong, as the review's state. Where something
 * is at the review already, that goes on alone.
 */
export const loadReview = (services: Services, review: Review, when?: 'if it was cut off'): Promise<void> =>
  reviews.load(review, (follow) => load(services, review, follow), when);

/**
 * Where nothing was inferred yet, as with credentials that the administrator set, a relation in which no number is found, or a
 * number that no relation is found to have, is a reason to: the shape is not the one that is known.
 */
async function load(services: Services, review: Review, follow: Follow): Promise<ReviewState> {
  try {
    return await loadOnce(services, review, follow);
  } catch (error) {
    if (!isUnread(error) || (await inferredPlacesItem.read())) throw error;
    await inferOfficePlaces(services.openthebox, await sampleRelations(services.adminpulse));
    return await loadOnce(services, review, follow);
  }
}

const isUnread = (error: unknown) =>
  (isFailure(error, 'otherCompany') && error.failure.service === 'adminpulse' && error.failure.found === '') ||
  (isFailure(error, 'notFound') && error.failure.service === 'adminpulse');

async function loadOnce(services: Services, review: Review, follow: Follow): Promise<ReviewState> {
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
    return { phase: 'choosing', candidates: relations.map((row) => summarise(row, nameIn(row, profile), places)) };
  }

  const relation = await withNamedLinks(adminpulse, readRelation(raw, number, profile, Date.now()));
  const compared = compare(relation, proposed, credentials === undefined);
  const comparison = { ...compared, changes: await withDismissed(compared.relation.code, compared.changes) };
  await contextItem(review.id).write({
    relationCode: relationCode(raw, profile.places),
    proposed,
    seen: snapshotOf(relation),
  });
  return { phase: 'ready', ...comparison };
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
