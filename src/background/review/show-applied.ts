import type { Field } from '../../company/company.ts';
import type { Comparison, ReviewState } from '../../messages/index.ts';
import type { Entry } from '../journal/entry.ts';
import { outcomeOf } from '../journal/read-back.ts';
import { withNamedLinks } from '../links/named-links.ts';
import { recordUnexpected } from '../platform/unexpected-errors.ts';
import { type ReadRelation, snapshotOf } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { compare, withDismissedFields } from './comparison.ts';
import { compareAgain, type Job, type Snapshot } from './plan-apply.ts';
import { contextItem, setState } from './store.ts';

/** Shows that nothing was written, as these fields changed meanwhile. */
export async function showConflict(
  services: Services,
  job: Job,
  { relation, now, made }: Snapshot,
  conflict: readonly Field[],
): Promise<void> {
  const comparison = conflict.includes('linkedRelations') ? await compareWithLinks(services, job, relation) : now;
  await show(job, relation, { phase: 'ready', ...withMade(comparison, made), conflict });
}

/** Shows what was written, by the relation as it was read after it. */
export async function showWritten(
  services: Services,
  job: Job,
  relation: ReadRelation,
  made: Snapshot['made'],
  entry: Entry,
): Promise<void> {
  const { additions, change } = job;
  const comparison =
    additions.length > 0 ? await compareWithLinks(services, job, relation) : compareAgain(job, relation);
  await show(job, relation, {
    phase: 'applied',
    ...withMade(comparison, made),
    outcome: outcomeOf([entry]),
    change,
  });
}

/** With the links as they are now. Their names cost a call or two, which may fail: what was written is known all the same. */
async function compareWithLinks({ adminpulse }: Services, job: Job, relation: ReadRelation): Promise<Comparison> {
  const { comparison, context } = job;
  try {
    const named = await withNamedLinks(adminpulse, relation);
    return withDismissedFields(comparison, compare(named, context.proposed, comparison.anonymous));
  } catch (error) {
    recordUnexpected(error);
    return compareAgain(job, relation);
  }
}

const withMade = (comparison: Comparison, made: Snapshot['made']): Comparison => ({
  ...comparison,
  ...(made.length > 0 && { made }),
});

/**
 * Stores the review's state, and then what stands in the relation for the next apply: a worker that ends in between finds a
 * conflict too many, and not one too few.
 */
async function show({ review, context }: Job, relation: ReadRelation, state: ReviewState): Promise<void> {
  await setState(review, state);
  await contextItem(review.id).write({ ...context, seen: snapshotOf(relation) });
}
