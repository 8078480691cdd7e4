import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Review } from '../../messages/index.ts';
import { comparisonOf } from '../../messages/review-state.ts';
import type { Services } from '../services.ts';
import { loadReview } from './load.ts';
import { reconcileReview } from './reconcile.ts';
import { reviewItem, reviews } from './store.ts';

const work = (services: Services) => ({
  load: (review: Review, when?: 'if it was cut off') => loadReview(services, review, when),
  reconcile: (id: string) => reconcileReview(services, id),
});

/** Opens the review of a relation in its window, or brings that window to the front. */
export async function openReview(services: Services, number: EnterpriseNumber, code?: string): Promise<void> {
  const id = code ? await idOf(number, code) : number;
  await reviews.open({ id, enterpriseNumber: number, ...(code && { relationCode: code }) }, work(services));
}

/**
 * A list may show the number alone, and the review that it opens finds out which relation is meant: while its window is open,
 * it is that relation's review. Not the other way round: other relations may have the number.
 */
async function idOf(number: EnterpriseNumber, code: string): Promise<string> {
  const byNumber = await reviewItem(number).read();
  const found = byNumber && (comparisonOf(byNumber)?.relation.code ?? byNumber.relationCode);
  return found === code && (await reviews.isOpen(number)) ? number : `${number}-${code}`;
}

/** Reads both sides of a review again. */
export async function refreshReview(services: Services, id: string): Promise<void> {
  await loadReview(services, await reviews.known(id));
}

/** Goes on with one of several relations that have the number. */
export async function chooseRelation(services: Services, id: string, code: string): Promise<void> {
  const review = await reviews.known(id);
  if (review.phase !== 'choosing' || !review.candidates.some((candidate) => candidate.code === code)) return;
  await loadReview(services, { ...review, relationCode: code });
}

/** The review as its page shows it. */
export const currentReview = (services: Services, id: string): Promise<Review> => reviews.current(id, work(services));
