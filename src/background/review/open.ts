import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Review } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import { loadReview } from './load.ts';
import { reconcileReview } from './reconcile.ts';
import { reviewId, reviews } from './store.ts';

const work = (services: Services) => ({
  load: (review: Review, when?: 'if it was cut off') => loadReview(services, review, when),
  reconcile: (id: string) => reconcileReview(services, id),
});

/** Opens the review of a relation in its window, or brings that window to the front. */
export function openReview(services: Services, number: EnterpriseNumber, code?: string): Promise<void> {
  const about = { id: reviewId(number, code), enterpriseNumber: number, ...(code && { relationCode: code }) };
  return reviews.open(about, work(services));
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
