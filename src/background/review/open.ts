import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Review } from '../../messages.ts';
import type { Services } from '../services.ts';
import { loadReview } from './load.ts';
import { isUnderWay, reviewId, reviewItem, setState } from './store.ts';
import { focusReviewWindow, openReviewWindow } from './window.ts';

/**
 * Opens the review of a relation in its window and reads both sides meanwhile. A review whose window is open is brought to
 * the front as it is: what the user ticked there stays.
 */
export async function openReview(services: Services, number: EnterpriseNumber, code?: string): Promise<void> {
  const id = reviewId(number, code);
  if (await focusReviewWindow(id)) return;
  if (await isUnderWay(id)) {
    await openReviewWindow(id);
    return;
  }
  const about = { id, enterpriseNumber: number, ...(code && { relationCode: code }) };
  const review = await setState(about, { phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' });
  await Promise.all([openReviewWindow(id), loadReview(services, review)]);
}

/** Reads both sides of a review again. */
export async function refreshReview(services: Services, id: string): Promise<void> {
  const review = await reviewItem(id).read();
  if (review && !(await isUnderWay(id))) await loadReview(services, review);
}

/** Goes on with one of several relations that have the number. */
export async function chooseRelation(services: Services, id: string, code: string): Promise<void> {
  const review = await reviewItem(id).read();
  if (review?.phase !== 'choosing' || !review.candidates.some((candidate) => candidate.code === code)) return;
  await loadReview(services, { ...review, relationCode: code });
}

/**
 * The review as its page shows it. One that is under way while no worker is at it was cut off when the worker ended: reading
 * starts again; a write that was cut off is never sent again, the user is told to look.
 */
export async function currentReview(services: Services, id: string): Promise<Review | undefined> {
  const review = await reviewItem(id).read();
  if (!review || (await isUnderWay(id))) return review;
  if (review.phase === 'loading') void loadReview(services, review);
  if (review.phase === 'applying') {
    const { fields, phase: _, id: _id, enterpriseNumber: _number, relationCode: _code, ...comparison } = review;
    return setState(review, {
      phase: 'failed',
      failure: { kind: 'unsettled', service: 'adminpulse' },
      comparison,
      ticked: fields,
    });
  }
  return review;
}
