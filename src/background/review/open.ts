import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Review } from '../../messages.ts';
import type { Services } from '../services.ts';
import { loadReview } from './load.ts';
import { ReviewGone } from './review-gone.ts';
import { alone, isUnderWay, makeRoomFor, reviewId, reviewItem, setState } from './store.ts';
import { focusReviewWindow, openReviewWindow } from './window.ts';

/**
 * Opens the review of a relation in its window and reads both sides meanwhile. A review whose window is open is brought to
 * the front as it is: what the user ticked there stays.
 */
export async function openReview(services: Services, number: EnterpriseNumber, code?: string): Promise<void> {
  const id = reviewId(number, code);
  await makeRoomFor(id);
  const loading: Promise<void>[] = [];
  // Two clicks at once open one window.
  await navigator.locks.request(`review-window:${id}`, async () => {
    const isOpen = await focusReviewWindow(id);
    // A window that the browser restored after a restart has lost its review.
    if (isOpen && (await reviewItem(id).read())) return;
    if (!(await isUnderWay(id))) {
      const about = { id, enterpriseNumber: number, ...(code && { relationCode: code }) };
      const review = await setState(about, { phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' });
      loading.push(loadReview(services, review));
    }
    if (!isOpen) await openReviewWindow(id);
  });
  await Promise.all(loading);
}

/** Reads both sides of a review again. */
export async function refreshReview(services: Services, id: string): Promise<void> {
  await loadReview(services, await knownReview(id));
}

/** Goes on with one of several relations that have the number. */
export async function chooseRelation(services: Services, id: string, code: string): Promise<void> {
  const review = await knownReview(id);
  if (review.phase !== 'choosing' || !review.candidates.some((candidate) => candidate.code === code)) return;
  await loadReview(services, { ...review, relationCode: code });
}

/**
 * The review as its page shows it. One that is under way while no worker is at it was cut off when the worker ended: reading
 * starts again; a write that was cut off is never sent again, the user is told to look.
 */
export async function currentReview(services: Services, id: string): Promise<Review> {
  const review = await knownReview(id);
  if (review.phase === 'loading') void loadReview(services, review, 'if it was cut off');
  if (review.phase !== 'applying') return review;
  return (await alone(id, () => unsettled(id))) ?? review;
}

/** Looks again, now that nothing else is at it: a write that ended in the meantime was not cut off. */
async function unsettled(id: string): Promise<Review> {
  const review = await knownReview(id);
  if (review.phase !== 'applying') return review;
  const { fields, phase: _, id: _id, enterpriseNumber: _number, relationCode: _code, ...comparison } = review;
  return setState(review, {
    phase: 'failed',
    failure: { kind: 'unsettled', service: 'adminpulse' },
    comparison,
    ticked: fields,
  });
}

/** Throws `ReviewGone` for one that is not kept any more. */
async function knownReview(id: string): Promise<Review> {
  const review = await reviewItem(id).read();
  if (!review) throw new ReviewGone();
  return review;
}
