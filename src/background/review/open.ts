import { reviewGone } from '../../api/errors.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Review } from '../../messages/index.ts';
import { isReviewLocked } from '../platform/locks.ts';
import { focusWindow, openWindow } from '../platform/page-window.ts';
import type { Services } from '../services.ts';
import { loadReview } from './load.ts';
import { isWriting, reconcileReview } from './reconcile.ts';
import { evictOldest, reviewId, reviewItem, reviewPage, setState } from './store.ts';

/**
 * Opens the review of a relation in its window and reads both sides meanwhile. A review whose window is open is brought to
 * the front as it is: what the user ticked there stays.
 */
export async function openReview(services: Services, number: EnterpriseNumber, code?: string): Promise<void> {
  const id = reviewId(number, code);
  await evictOldest(id);
  const loading: Promise<void>[] = [];
  // Two clicks at once open one window.
  await navigator.locks.request(`review-window:${id}`, async () => {
    const isOpen = await focusWindow(id, reviewPage(id));
    // A window that the browser restored after a restart has lost its review.
    const left = await reviewItem(id).read();
    if (isOpen && left) return;
    if (isWriting(left)) {
      loading.push(reconcileReview(services, id));
    } else if (!(await isReviewLocked(id))) {
      const about = { id, enterpriseNumber: number, ...(code && { relationCode: code }) };
      const review = await setState(about, { phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' });
      loading.push(loadReview(services, review));
    }
    if (!isOpen) await openWindow(id, reviewPage(id));
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
 * starts again; what became of a write is found out. Both arrive as the review's next state.
 */
export async function currentReview(services: Services, id: string): Promise<Review> {
  const review = await knownReview(id);
  if (review.phase === 'loading') void loadReview(services, review, 'if it was cut off');
  if (isWriting(review)) void reconcileReview(services, id);
  return review;
}

/** Throws `reviewGone` for one that is not kept any more. */
async function knownReview(id: string): Promise<Review> {
  const review = await reviewItem(id).read();
  if (!review) throw reviewGone();
  return review;
}
