import { isFailure } from '../../api/errors.ts';
import type { Review } from '../../messages/index.ts';
import { comparisonOf } from '../../messages/review-state.ts';
import { newChangeId } from '../journal/entry.ts';
import { entriesOf } from '../journal/store.ts';
import { undo } from '../journal/undo.ts';
import { tryWithReviewLock } from '../platform/locks.ts';
import { notifyPages, type Written } from '../relations/notify-pages.ts';
import type { Services } from '../services.ts';
import { comparedAnew, showDefect } from './reconcile.ts';
import { reviews, setState } from './store.ts';

/** Undoes what a review wrote. Throws `reviewGone`; every other failure becomes the review's state. */
export async function undoReview(services: Services, id: string): Promise<void> {
  const undone = await tryWithReviewLock(id, () => undoChanges(services, id));
  if (undone) await notifyPages(undone);
}

async function undoChanges(services: Services, id: string): Promise<Written | undefined> {
  const review = await reviews.known(id);
  const undoes = undoableChange(review);
  const comparison = comparisonOf(review);
  if (!undoes || !comparison) return undefined;

  const change = newChangeId(Date.now());
  const undoing = await setState(review, { phase: 'undoing', change, undoes, ...comparison });
  try {
    const outcomes = [];
    // What was written last is put back first. A relation that was made stays: nobody knows a way to take it back.
    const entries = await entriesOf(undoes);
    for (const entry of entries.filter(({ kind }) => kind !== 'create').reverse()) {
      const fields = entry.fields.map(({ field }) => field);
      outcomes.push(...(await undo(services, entry, fields, change)).fields);
    }
    const now = (await comparedAnew(services, undoing)) ?? comparison;
    await setState(review, { phase: 'undone', ...now, undone: outcomes });
    return { relationCode: comparison.relation.code, enterpriseNumber: review.enterpriseNumber };
  } catch (error) {
    if (!isFailure(error)) return showDefect(services, id, error);
    await setState(review, { phase: 'failed', failure: error.failure, comparison, undoes });
    return undefined;
  }
}

function undoableChange(review: Review): string | undefined {
  if (review.phase === 'applied') return review.change;
  return review.phase === 'failed' ? review.undoes : undefined;
}
