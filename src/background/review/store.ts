import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { Company, Field } from '../../company/company.ts';
import type { Review, ReviewState } from '../../messages/index.ts';
import { REVIEW_RECORD } from '../../messages/storage-keys.ts';
import { tryWithReviewLock } from '../platform/locks.ts';
import { tabItem } from '../platform/page-window.ts';
import { storageItem } from '../platform/storage-item.ts';

/** What the worker keeps of a review beside what is shown: the values that an apply writes and compares with. */
export type ReviewContext = {
  /** The relation's code or id, as its calls need it. */
  readonly relationCode: string;
  readonly proposed: Company;
  /** What stood in the relation at each field's place when the user saw it. */
  readonly seen: Partial<Record<Field, unknown>>;
};

const StoredReview = z.custom<Review>(REVIEW_RECORD.isRecord);
// Made by this worker and in memory only: its outer form is enough to tell it from a foreign value.
const StoredContext = z.custom<ReviewContext>(
  (value) => z.looseObject({ relationCode: z.string() }).safeParse(value).success,
);

/** One review per relation: opening the same one again finds it. */
export function reviewId(enterpriseNumber: string, relationCode: string | undefined): string {
  return relationCode ? `${enterpriseNumber}-${relationCode}` : enterpriseNumber;
}

export const reviewItem = (id: string) => storageItem('session', REVIEW_RECORD.keyOf(id), StoredReview);
export const contextItem = (id: string) => storageItem('session', `review-work:${id}`, StoredContext);

const openedItem = storageItem('session', 'reviews-opened', z.array(z.string()));

/** Reviews that are kept; one with its work takes some 20 kB of the 10 MB that `storage.session` has. */
const MAX_REVIEWS = 40;

/** Notes that a review was opened, and removes those opened longest ago; one under way stays, and stays on the list. */
export function evictOldest(id: string): Promise<void> {
  return navigator.locks.request('reviews-opened', async () => {
    const opened = [id, ...((await openedItem.read()) ?? []).filter((other) => other !== id)];
    const left: string[] = [];
    for (const old of opened.slice(MAX_REVIEWS)) {
      const isRemoved = await tryWithReviewLock(old, async () => {
        for (const item of [reviewItem(old), contextItem(old), tabItem(old)]) await item.write(undefined);
        return true;
      });
      if (!isRemoved) left.push(old);
    }
    await openedItem.write([...opened.slice(0, MAX_REVIEWS), ...left]);
  });
}

/** What a review is about. */
export type ReviewSubject = Pick<Review, 'id' | 'enterpriseNumber' | 'relationCode'>;

/** Moves a review to its next state; what it is about stays. */
export async function setState(review: ReviewSubject, state: ReviewState): Promise<Review> {
  const { id, enterpriseNumber, relationCode } = review;
  const next: Review = { id, enterpriseNumber, ...(relationCode && { relationCode }), ...state };
  await reviewItem(id).write(next);
  return next;
}

export const reviewPage = (id: string) =>
  browser.runtime.getURL(`src/popup/popup.html#review=${encodeURIComponent(id)}`);
