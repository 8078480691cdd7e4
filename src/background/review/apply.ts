import { type Changes, patchRelation } from '../../adminpulse/patch.ts';
import { UnexpectedAnswer } from '../../api/errors.ts';
import { sameJson } from '../../api/same-json.ts';
import { FIELDS, type Field, type FieldChange, type FlatField, type Language } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Comparison, Review, ReviewState } from '../../messages.ts';
import { toFailure } from '../failure.ts';
import { newChange } from '../journal/entry.ts';
import { fieldBefore, relationOf } from '../journal/steps.ts';
import { aloneAt, takeSteps, write } from '../journal/write.ts';
import { tellPages } from '../page-notice.ts';
import type { Services } from '../services.ts';
import { compare, type ReadRelation, readRelation, seenValues } from './compare.ts';
import { carriedOver, comparisonOf, outcomeOf } from './comparison.ts';
import { knownOrLearnt } from './learnt.ts';
import { ReviewGone } from './review-gone.ts';
import { alone, type ReviewWork, reviewItem, setState, workItem } from './store.ts';

/**
 * Writes the ticked fields of a review, in these steps:
 *
 *     read again ─► a ticked field changed? ──yes──► show the new comparison; nothing is written
 *          │ no
 *          ▼
 *     send once, read again ─► for each field: written, kept, partly, other
 *
 * One write at a time per relation; the journal keeps each step before it is taken. A write is never sent twice: what became
 * of one whose answer did not come is settled by reading.
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
  const comparison = review.phase === 'ready' || review.phase === 'failed' ? comparisonOf(review) : undefined;
  if (!comparison || !work) return undefined;

  const changes = comparison.changes.filter(({ field, writable }) => writable && fields.includes(field));
  if (changes.length === 0) return undefined;
  const ticked = changes.map(({ field }) => field);
  const change = newChange(Date.now());
  await setState(review, { phase: 'applying', fields: ticked, change, ...comparison });
  try {
    return await aloneAt(work.relationCode, () =>
      writeChanges(services, { review, work, comparison, changes, change }),
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
  /** The journal's id. */
  readonly change: string;
};

type Written = Parameters<typeof tellPages>[0];

async function writeChanges(services: Services, job: Job): Promise<Written | undefined> {
  const { adminpulse } = services;
  const { review, work, comparison, changes, change } = job;
  const learnt = await knownOrLearnt(adminpulse);
  const number = review.enterpriseNumber as EnterpriseNumber;
  const compared = (relation: ReadRelation): Reread => ({
    ...relation,
    now: carriedOver(comparison, compare(relation, work.proposed, comparison.anonymous)),
  });
  const raw = await adminpulse.relation(work.relationCode);
  const before = compared(readRelation(raw, number, learnt, Date.now()));
  const conflict = conflictsOf(job, before);
  if (conflict.length > 0) {
    await show(job, before, { phase: 'ready', ...before.now, conflict });
    return undefined;
  }

  const language: Language = before.company.language ?? 'nl';
  const values = Object.fromEntries(changes.map(({ field, proposed }) => [field, proposed])) as Changes;
  const patch = patchRelation(before.raw, before.readings, values, { learnt, language });
  if (!patch.ok) throw new UnexpectedAnswer('adminpulse', pathOf(patch.field, before), patch.field);

  const step = {
    kind: 'update',
    relation: relationOf(before),
    enterpriseNumber: number,
    retrievedAt: work.proposed.provenance.retrievedAt,
    fields: changes.map(({ field, proposed }) => fieldBefore(field, before, proposed)),
  } as const;
  await takeSteps(change, [step], async ([planned]) => {
    if (!planned) return;
    const { entry, relation } = await write(services, planned, () => adminpulse.update(before.raw, patch.body));
    const after = compared(relation);
    await show(job, after, { phase: 'applied', ...after.now, outcome: outcomeOf([entry]), change });
  });
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

/**
 * Stores the review's state, and then what stands in the relation for the next apply: a worker that ends in between finds a
 * conflict too many, and not one too few.
 */
async function show({ review, work }: Job, relation: ReadRelation, state: ReviewState): Promise<void> {
  await setState(review, state);
  await workItem(review.id).write({ ...work, seen: seenValues(relation) });
}

function pathOf(field: FlatField, { readings }: ReadRelation): string {
  return readings[field]?.place?.path ?? readings[field]?.candidate.path ?? '$';
}
