import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Comparison, Failure, Review, ReviewState } from '../../messages/index.ts';
import { comparisonOf, isWriting } from '../../messages/review-state.ts';
import type { Entry } from '../journal/entry.ts';
import { outcomeOf } from '../journal/read-back.ts';
import { reconcile } from '../journal/reconcile.ts';
import { entriesOf } from '../journal/store.ts';
import { undoOutcome } from '../journal/undo.ts';
import { withMade } from '../links/additions.ts';
import { withNamedLinks } from '../links/named-links.ts';
import { tryWithReviewLock } from '../platform/locks.ts';
import { loadRelation } from '../relations/load-relation.ts';
import { notifyPages } from '../relations/notify-pages.ts';
import { snapshotOf } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { compare, withDismissedFields } from './comparison.ts';
import { contextItem, reviewItem, setState } from './store.ts';

type Interrupted = Extract<Review, { phase: 'applying' | 'undoing' }>;

/** Settles a review whose worker ended while it wrote, by the journal; nothing is sent again. */
export async function reconcileReview(services: Services, id: string): Promise<void> {
  const changed = await tryWithReviewLock(id, async () => {
    // A write that ended in the meantime was not cut off.
    const review = await reviewItem(id).read();
    if (!isWriting(review)) return undefined;
    const entries = await Promise.all((await entriesOf(review.change)).map((entry) => reconcile(services, entry)));
    const isWritten = entries.some(({ state }) => state === 'verified');
    const seen = (isWritten && (await comparedAnew(services, review))) || comparisonOf(review);
    if (!seen) return undefined;
    const comparison = withMade(seen, entries);
    await setState(review, stateAfter(review, comparison, entries));
    return isWritten
      ? { relationCode: comparison.relation.code, enterpriseNumber: review.enterpriseNumber }
      : undefined;
  });
  if (changed) await notifyPages(changed);
}

function stateAfter(review: Interrupted, comparison: Comparison, entries: readonly Entry[]): ReviewState {
  const failure = failureOf(entries);
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
function failureOf(entries: readonly Entry[]): Failure | undefined {
  const states = entries.filter((entry) => isOfRelation(entry) || entry.state !== 'verified').map(({ state }) => state);
  if (states.includes('unsettled')) return { kind: 'unsettled', service: 'adminpulse' };
  if (states.includes('verified')) return undefined;
  return entries.find(({ failure }) => failure)?.failure ?? { kind: 'notSent' };
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
  } catch {
    // What was written is known all the same.
    return undefined;
  }
}
