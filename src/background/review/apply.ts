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
import { FIELDS, type Field, type FieldChange, type FlatField, type Language } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Comparison, FieldOutcome, Review, ReviewState } from '../../messages.ts';
import { toFailure } from '../failure.ts';
import { tellPages } from '../page-notice.ts';
import type { Services } from '../services.ts';
import { compare, type ReadRelation, readRelation, seenValues } from './compare.ts';
import { knownOrLearnt } from './learnt.ts';
import { outcomeOf } from './outcome.ts';
import { ReviewGone } from './review-gone.ts';
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
export async function applyReview(services: Services, id: string, fields: readonly Field[]): Promise<void> {
  const written = await alone(id, () => applyFields(services, id, fields));
  // The write is over, whatever becomes of the notice.
  if (written) await tellPages(written);
}

/** Throws `ReviewGone`; every other failure becomes the review's state. What was written, for the pages that show it. */
async function applyFields(services: Services, id: string, fields: readonly Field[]): Promise<Written | undefined> {
  const review = await reviewItem(id).read();
  const work = await workItem(id).read();
  if (!review) throw new ReviewGone();
  // An old page: only a review that is shown can be applied.
  const comparison = comparisonOf(review);
  if (!comparison || !work) return undefined;

  const changes = comparison.changes.filter(({ field, writable }) => writable && fields.includes(field));
  if (changes.length === 0) return undefined;
  const ticked = changes.map(({ field }) => field);
  await setState(review, { phase: 'applying', fields: ticked, ...comparison });
  try {
    return await navigator.locks.request(`relation:${work.relationCode}`, () =>
      write(services, { review, work, comparison, changes }),
    );
  } catch (error) {
    await setState(review, { phase: 'failed', failure: toFailure(error), comparison, ticked });
    return undefined;
  }
}

type Job = {
  readonly review: Review;
  readonly work: ReviewWork;
  readonly comparison: Comparison;
  readonly changes: readonly FieldChange[];
};

type Written = Parameters<typeof tellPages>[0];

async function write({ adminpulse }: Services, job: Job): Promise<Written | undefined> {
  const { review, work, comparison, changes } = job;
  const learnt = await knownOrLearnt(adminpulse);
  const number = review.enterpriseNumber as EnterpriseNumber;
  const read = async () => {
    const relation = readRelation(await adminpulse.relation(work.relationCode), number, learnt, Date.now());
    return { ...relation, now: withLinksOf(comparison, compare(relation, work.proposed, comparison.anonymous)) };
  };

  const before = await read();
  const conflict = conflictsOf(job, before);
  if (conflict.length > 0) {
    await show(job, before, { phase: 'ready', ...before.now, conflict });
    return undefined;
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

  await show(job, after, { phase: 'applied', ...after.now, outcome });
  return { relationCode: comparison.relation.code, enterpriseNumber: number };
}

/** A relation that was just read, and how it compares now. */
type Reread = ReadRelation & { readonly now: Comparison };

/** They say which company the relation is, so that a change of them counts though they are not written. */
const IDENTITY: readonly Field[] = ['enterpriseNumber', 'vatNumber'];

/** The fields that are not as the user saw them: another value at its place, or another proposal or judgement of it. */
function conflictsOf({ work, comparison, changes }: Job, relation: Reread): Field[] {
  const seen = seenValues(relation);
  const ticked = changes.map(({ field }) => field);
  return FIELDS.filter((field) => ticked.includes(field) || IDENTITY.includes(field)).filter(
    (field) =>
      !sameJson(seen[field], work.seen[field]) || !sameJson(rowOf(field, relation.now), rowOf(field, comparison)),
  );
}

function rowOf(field: Field, { changes }: Comparison): unknown {
  const row = changes.find((change) => change.field === field);
  return [row?.current ?? null, row?.proposed ?? null, row?.verdict];
}

/** Links are not written, so what is known of them stays true; their names would cost a call each. */
function withLinksOf(earlier: Comparison, now: Comparison): Comparison {
  const isLinks = ({ field }: FieldChange) => field === 'linkedRelations';
  const changes = [...now.changes.filter((change) => !isLinks(change)), ...earlier.changes.filter(isLinks)];
  return { ...now, changes };
}

/**
 * Stores the review's state, and then what stands in the relation for the next apply: a worker that ends in between finds a
 * conflict too many, and not one too few.
 */
async function show({ review, work }: Job, relation: ReadRelation, state: ReviewState): Promise<void> {
  await setState(review, state);
  await workItem(review.id).write({ ...work, seen: seenValues(relation) });
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

/** What is shown of a review that can be applied, without what belongs to its present state. */
function comparisonOf(review: Review): Comparison | undefined {
  if (review.phase === 'failed') return review.comparison;
  if (review.phase !== 'ready') return undefined;
  const { heading, relation, changes, situation, retrievedAt, anonymous } = review;
  return { heading, relation, changes, ...(situation && { situation }), retrievedAt, anonymous };
}
