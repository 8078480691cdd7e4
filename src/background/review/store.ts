import * as z from 'zod/mini';
import type { Company, Field } from '../../company/company.ts';
import type { Review, ReviewState } from '../../messages/index.ts';
import { WRITING_PHASES } from '../../messages/review-state.ts';
import { REVIEW_RECORD } from '../../messages/storage-keys.ts';
import { type SessionRecord, sessionRecord } from '../platform/session-record.ts';

/** What the worker keeps of a review beside what is shown: the values that an apply writes and compares with. */
export type ReviewContext = {
  /** The relation's code or id, as its calls need it. */
  readonly relationCode: string;
  readonly proposed: Company;
  /** What stood in the relation at each field's place when the user saw it. */
  readonly seen: Partial<Record<Field, unknown>>;
};

// Made by this worker and in memory only: its outer form is enough to tell it from a foreign value.
const StoredContext = z.custom<ReviewContext>(
  (value) => z.looseObject({ relationCode: z.string() }).safeParse(value).success,
);

export const reviews: SessionRecord<Review, ReviewState, ReviewContext> = sessionRecord<ReviewState, ReviewContext>({
  shared: REVIEW_RECORD,
  context: { prefix: 'review-work:', schema: StoredContext },
  opened: 'reviews-opened',
  // One with its context takes some 20 kB of the 10 MB that `storage.session` has.
  maximum: 40,
  writing: WRITING_PHASES,
  page: 'review',
  windowLock: 'review-window:',
});

export const { item: reviewItem, contextItem, set: setState } = reviews;
