import { isFailure } from '../../api/errors.ts';
import type { Field } from '../../company/company.ts';
import type { LinkToAdd } from '../../messages/index.ts';
import { comparisonOf } from '../../messages/review-state.ts';
import { newChangeId } from '../journal/entry.ts';
import { additionsOf } from '../links/additions.ts';
import { tryWithReviewLock, withRelationLock } from '../platform/locks.ts';
import { notifyPages, type Written } from '../relations/notify-pages.ts';
import type { Services } from '../services.ts';
import { showDefect } from './reconcile.ts';
import { contextItem, reviewItem, reviews, setState } from './store.ts';
import { writeReview } from './write-review.ts';

/**
 * Writes the ticked fields of a review, in these steps:
 *
 *     read again ─► a ticked field changed? ──yes──► show the new comparison; nothing is written
 *          │ no
 *          ▼
 *     make the relations that links are to lead to, one by one; then as above
 *          │
 *          ▼
 *     send once, read again ─► for each field: written, kept, partly, other
 *
 * One write at a time per relation; the journal keeps each step before it is taken. A write is never sent twice: what became
 * of one whose answer did not come is found out by reading.
 */
export async function applyReview(
  services: Services,
  id: string,
  fields: readonly Field[],
  links: readonly LinkToAdd[] = [],
): Promise<void> {
  const written = await tryWithReviewLock(id, () => applyFields(services, id, fields, links));
  // The write is over, whatever becomes of the notice.
  if (written) await notifyPages(written);
}

/** Throws `reviewGone`; every other failure becomes the review's state, and so does a defect of ours as far as it can be stored. What was written, for the pages that show it. */
async function applyFields(
  services: Services,
  id: string,
  fields: readonly Field[],
  links: readonly LinkToAdd[],
): Promise<Written | undefined> {
  const review = await reviews.known(id);
  const context = await contextItem(id).read();
  // An old page: only a review that is shown can be applied.
  const comparison = review.phase === 'ready' || review.phase === 'failed' ? comparisonOf(review) : undefined;
  if (!comparison || !context) return undefined;

  const additions = additionsOf(comparison, links);
  const isAsked = (field: Field) => fields.includes(field) && (field !== 'linkedRelations' || additions.length > 0);
  const changes = comparison.changes.filter(({ field, writable }) => writable && isAsked(field));
  if (changes.length === 0) return undefined;
  const ticked = changes.map(({ field }) => field);
  const change = newChangeId(Date.now());
  await setState(review, { phase: 'applying', fields: ticked, change, ...comparison });
  try {
    return await withRelationLock(context.relationCode, () =>
      writeReview(services, { review, context, comparison, changes, additions, change }),
    );
  } catch (error) {
    if (!isFailure(error)) return showDefect(services, id, error);
    // Relations may have been made before the step that failed: they are known to the review's state.
    const now = await reviewItem(id).read();
    const left = (now && comparisonOf(now)) ?? comparison;
    await setState(review, { phase: 'failed', failure: error.failure, comparison: left, ticked });
    return undefined;
  }
}
