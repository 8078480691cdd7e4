import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Comparison, Failure, Review, ReviewState } from '../../messages/index.ts';
import { comparisonOf, isWriting } from '../../messages/review-state.ts';
import { toFailure } from '../failures.ts';
import type { Entry } from '../journal/entry.ts';
import { outcomeOf } from '../journal/read-back.ts';
import { reconcile } from '../journal/reconcile.ts';
import { entriesOf } from '../journal/store.ts';
import { undoOutcome } from '../journal/undo.ts';
import { withMade } from '../links/additions.ts';
import { withNamedLinks } from '../links/named-links.ts';
import { tryWithReviewLock } from '../platform/locks.ts';
import { recordUnexpected } from '../platform/unexpected-errors.ts';
import { loadRelation } from '../relations/load-relation.ts';
import { notifyPages, type Written } from '../relations/notify-pages.ts';
import { snapshotOf } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { compare, withDismissedFields } from './comparison.ts';
import { contextItem, reviewItem, setState } from './store.ts';

type Interrupted = Extract<Review, { phase: 'applying' | 'undoing' }>;

/** Reconciles a review whose worker ended while it wrote, by the journal; nothing is sent again. */
export async function reconcileReview(services: Services, id: string): Promise<void> {
  const changed = await tryWithReviewLock(id, async () => {
    const review = await reviewItem(id).read();
    // A write that ended in the meantime was not cut off.
    return isWriting(review) ? showByJournal(services, review, { kind: 'notSent' }) : undefined;
  });
  if (changed) await notifyPages(changed);
}

/**
 * Shows what the journal knows of a write that ended before that could be shown: what became of it is read, and where nothing
 * of it was sent, `otherwise` says why. What was written, for the pages that show it.
 */
async function showByJournal(
  services: Services,
  review: Interrupted,
  otherwise: Failure,
): Promise<Written | undefined> {
  const entries = await Promise.all((await entriesOf(review.change)).map((entry) => reconcile(services, entry)));
  const isWritten = entries.some(({ state }) => state === 'verified');
  const seen = (isWritten && (await comparedAnew(services, review))) || comparisonOf(review);
  if (!seen) return undefined;
  const comparison = withMade(seen, entries);
  await setState(review, stateAfter(review, comparison, entries, otherwise));
  return isWritten ? { relationCode: comparison.relation.code, enterpriseNumber: review.enterpriseNumber } : undefined;
}

/**
 * Shows a defect of ours in a write. It may have come after something was sent, which the journal knows; where the write's end
 * was shown before, that stays.
 */
export async function showDefect(services: Services, id: string, error: unknown): Promise<Written | undefined> {
  const failure = toFailure(error);
  const review = await reviewItem(id).read();
  return isWriting(review) ? showByJournal(services, review, failure) : undefined;
}

function stateAfter(
  review: Interrupted,
  comparison: Comparison,
  entries: readonly Entry[],
  otherwise: Failure,
): ReviewState {
  const failure = failureOf(entries, otherwise);
  if (review.phase === 'applying') {
    return failure
      ? { phase: 'failed', failure, comparison, ticked: review.fields }
      : { phase: 'applied', ...comparison, outcome: outcomeOf(entries.filter(isOfRelation)), change: review.change };
  }
  return failure
    ? { phase: 'failed', failure, comparison, undoes: review.undoes }
    : { phase: 'undone', ...comparison, undone: entries.flatMap((entry) => undoOutcome(entry).fields) };
}

/** A relation that was made for a link is told apart from what became of the relation itself. */
const isOfRelation = ({ kind }: Entry) => kind !== 'create';

/** Why nothing can be said to be written; undefined where something was. */
function failureOf(entries: readonly Entry[], otherwise: Failure): Failure | undefined {
  const states = entries.filter((entry) => isOfRelation(entry) || entry.state !== 'verified').map(({ state }) => state);
  if (states.includes('unsettled')) return { kind: 'unsettled', service: 'adminpulse' };
  if (states.includes('verified')) return undefined;
  return entries.find(({ failure }) => failure)?.failure ?? otherwise;
}

/** How the relation compares now; undefined where it cannot be read. What is read counts as seen, for it is shown. */
export async function comparedAnew(services: Services, review: Review): Promise<Comparison | undefined> {
  const context = await contextItem(review.id).read();
  const shown = comparisonOf(review);
  if (!context || !shown) return undefined;
  try {
    const number = review.enterpriseNumber as EnterpriseNumber;
    const read = await loadRelation(services, context.relationCode, number);
    const relation = await withNamedLinks(services.adminpulse, read);
    const comparison = compare(relation, context.proposed, shown.anonymous);
    await contextItem(review.id).write({ ...context, seen: snapshotOf(relation) });
    return withDismissedFields(shown, comparison);
  } catch (error) {
    // What was written is known all the same.
    recordUnexpected(error);
    return undefined;
  }
}
