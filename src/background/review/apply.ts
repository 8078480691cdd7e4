import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import { type Changes, patchRelation } from '../../adminpulse/patch.ts';
import {
  Forbidden,
  HostPermissionMissing,
  NotConnected,
  NotFound,
  RateLimited,
  Rejected,
  Unauthorized,
  UnexpectedAnswer,
  Unsettled,
} from '../../api/errors.ts';
import { sameJson } from '../../api/same-json.ts';
import type { Field, FieldChange, FlatField, Language } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Comparison, FieldOutcome, Review } from '../../messages.ts';
import { toFailure } from '../failure.ts';
import { tellPages } from '../page-notice.ts';
import type { Services } from '../services.ts';
import { compare, type ReadRelation, readRelation, seenValues } from './compare.ts';
import { knownOrLearnt } from './learnt.ts';
import { outcomeOf } from './outcome.ts';
import { alone, type ReviewWork, reviewItem, setState, workItem } from './store.ts';

/**
 * Writes the ticked fields of a review, in these steps:
 *
 *     read again ─► a ticked field changed? ──yes──► show the new comparison; nothing is written
 *          │ no
 *          ▼
 *     send once ─► refused? ──yes──► say so; nothing is written
 *          │ no, or it is not known
 *          ▼
 *     read again ─► compare field by field: written, kept, partly, other
 *
 * One write at a time per relation. A write is never sent twice: what became of one whose answer did not come is settled
 * by reading.
 */
export function applyReview(services: Services, id: string, fields: readonly Field[]): Promise<void> {
  return alone(id, async () => {
    const review = await reviewItem(id).read();
    const work = await workItem(id).read();
    // A second click, or an old page: only a review that is shown can be applied.
    if (review?.phase !== 'ready' && review?.phase !== 'failed') return;
    const comparison = comparisonOf(review);
    if (!comparison || !work) return;

    const changes = comparison.changes.filter(({ field, writable }) => writable && fields.includes(field));
    if (changes.length === 0) return;
    await setState(review, { phase: 'applying', fields: changes.map(({ field }) => field), ...comparison });
    try {
      await navigator.locks.request(`relation:${work.relationCode}`, () =>
        write(services, { review, work, comparison, changes }),
      );
    } catch (error) {
      await setState(review, {
        phase: 'failed',
        failure: toFailure(error),
        comparison,
        ticked: changes.map(({ field }) => field),
      });
    }
  });
}

type Job = {
  readonly review: Review;
  readonly work: ReviewWork;
  readonly comparison: Comparison;
  readonly changes: readonly FieldChange[];
};

async function write({ adminpulse }: Services, job: Job): Promise<void> {
  const { review, work, comparison, changes } = job;
  const learnt = await knownOrLearnt(adminpulse);
  const number = review.enterpriseNumber as EnterpriseNumber;
  const read = async () => readRelation(await adminpulse.relation(work.relationCode), number, learnt, Date.now());

  const before = await read();
  const seen = seenValues(before);
  const conflict = changes.map(({ field }) => field).filter((field) => !sameJson(seen[field], work.seen[field]));
  if (conflict.length > 0) {
    await show(job, before, (now) => ({ phase: 'ready', ...now, conflict }));
    return;
  }

  const language: Language = before.company.language ?? 'nl';
  const values = Object.fromEntries(changes.map(({ field, proposed }) => [field, proposed])) as Changes;
  const patch = patchRelation(before.raw, before.readings, values, { learnt, language });
  if (!patch.ok) throw new UnexpectedAnswer('adminpulse', pathOf(patch.field, before), patch.field);

  const doubt = await send(adminpulse, before, patch.body);
  // Something was sent: whatever keeps it from being read again, it may not be said that nothing was written.
  const after = await read().catch(() => {
    throw new Unsettled('adminpulse');
  });
  const outcome = changes.map((change): FieldOutcome => outcomeOf(change, before, after, work.proposed));
  // The answer did not come and nothing changed: it is as if nothing had been sent.
  if (doubt && outcome.every(({ result }) => result === 'kept')) throw doubt;

  await show(job, after, (now) => ({ phase: 'applied', ...now, outcome }));
  await tellPages({ relationCode: comparison.relation.code, enterpriseNumber: number });
}

/** Stores the comparison with the relation as it is now, and what stood there for the next apply. */
async function show(
  { review, work, comparison }: Job,
  relation: ReadRelation,
  state: (now: Comparison) => Parameters<typeof setState>[1],
): Promise<void> {
  await workItem(review.id).write({ ...work, seen: seenValues(relation) });
  const now = compare(relation, work.proposed, comparison.anonymous);
  // Links are not written, so what is known of them stays true; their names would cost a call each.
  const links = comparison.changes.filter(({ field }) => field === 'linkedRelations');
  const changes = [...now.changes.filter(({ field }) => field !== 'linkedRelations'), ...links];
  await setState(review, state({ ...now, changes }));
}

/** Failures that say that nothing was written. */
const REFUSALS = [Forbidden, HostPermissionMissing, NotConnected, NotFound, RateLimited, Rejected, Unauthorized];

/** Sends once. A failure after which the write may have been taken is handed back, to be settled by reading. */
async function send(adminpulse: Adminpulse, relation: ReadRelation, body: Readonly<Record<string, unknown>>) {
  try {
    await adminpulse.update(relation.raw, body);
    return undefined;
  } catch (error) {
    if (REFUSALS.some((refusal) => error instanceof refusal)) throw error;
    return error;
  }
}

function pathOf(field: FlatField, { readings }: ReadRelation): string {
  return readings[field]?.place?.path ?? readings[field]?.candidate.path ?? '$';
}

function comparisonOf(review: Review): Comparison | undefined {
  if (review.phase === 'failed') return review.comparison;
  return review.phase === 'ready' ? review : undefined;
}
