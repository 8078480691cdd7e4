import browser from 'webextension-polyfill';
import { z } from 'zod';
import type { Company, Field } from '../../company/company.ts';
import type { Review, ReviewState } from '../../messages.ts';
import { storageItem } from '../storage-item.ts';

/** What the worker keeps of a review beside what is shown: the values that an apply writes and compares with. */
export type ReviewWork = {
  /** The relation's code or id, as its calls need it. */
  readonly relationCode: string;
  readonly proposed: Company;
  /** What stood in the relation at each field's place when the user saw it. */
  readonly seen: Partial<Record<Field, unknown>>;
};

// Both were made by this worker and live in memory only: their outer form is enough to tell them from a foreign value.
const StoredReview = z.custom<Review>(
  (value) => z.looseObject({ id: z.string(), phase: z.string() }).safeParse(value).success,
);
const StoredWork = z.custom<ReviewWork>(
  (value) => z.looseObject({ relationCode: z.string() }).safeParse(value).success,
);

/** One review per relation: opening the same one again finds it. */
export function reviewId(enterpriseNumber: string, relationCode: string | undefined): string {
  return relationCode ? `${enterpriseNumber}-${relationCode}` : enterpriseNumber;
}

export const reviewItem = (id: string) => storageItem('session', `review:${id}`, StoredReview);
export const workItem = (id: string) => storageItem('session', `review-work:${id}`, StoredWork);
export const tabItem = (id: string) => storageItem('session', `review-tab:${id}`, z.number());

/** What a review is about. */
export type ReviewSubject = Pick<Review, 'id' | 'enterpriseNumber' | 'relationCode'>;

/** Moves a review to its next state; what it is about stays. */
export async function setState(review: ReviewSubject, state: ReviewState): Promise<Review> {
  const { id, enterpriseNumber, relationCode } = review;
  const next: Review = { id, enterpriseNumber, ...(relationCode && { relationCode }), ...state };
  await reviewItem(id).write(next);
  return next;
}

/**
 * Runs a task that changes a review, alone. A lock ends with the worker, so that a review that is under way without a lock
 * is one whose worker died.
 */
export const alone = <T>(id: string, task: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`review:${id}`, task);

export async function isUnderWay(id: string): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].some(({ name }) => name === `review:${id}`);
}

export const reviewPage = (id: string) =>
  browser.runtime.getURL(`src/popup/popup.html#review=${encodeURIComponent(id)}`);
