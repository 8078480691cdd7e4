import { type Changes, patchRelation } from '../../adminpulse/patch.ts';
import { unexpectedAnswer } from '../../api/errors.ts';
import { FIELDS, type Field, type FieldChange, type Link } from '../../company/company.ts';
import type { Comparison, MadeRelation, Review } from '../../messages/index.ts';
import { sameJson } from '../../schema/json-path.ts';
import type { PlannedWrite } from '../journal/entry.ts';
import { fieldBefore, relationOf } from '../journal/planned-fields.ts';
import { type Addition, makingStep, presentLinks, toMake } from '../links/additions.ts';
import { type ReadRelation, snapshotOf } from '../relations/relation.ts';
import { carriedOver, compare } from './comparison.ts';
import type { ReviewContext } from './store.ts';

/** What is to be written, as the user saw it. */
export type Job = {
  readonly review: Review;
  readonly context: ReviewContext;
  readonly comparison: Comparison;
  readonly changes: readonly FieldChange[];
  /** Links, where linked relations are among the changes. */
  readonly additions: readonly Addition[];
  /** The journal's id. */
  readonly change: string;
};

/** All that an apply is planned by, as it was just read. */
export type Snapshot = {
  readonly relation: ReadRelation;
  /** How the relation compares now. */
  readonly now: Comparison;
  /** Relations that were made in this review so far. */
  readonly made: readonly MadeRelation[];
  /** A company that is to be made has become a relation since the user looked. */
  readonly isMadeElsewhere: boolean;
  /** The links as they will stand in the relation, less those that it has already. */
  readonly links: readonly Link[];
};

export type Writes = {
  /** Relations that links lead to; they are made first, in this order. */
  readonly creates: readonly PlannedWrite[];
  readonly update: PlannedWrite;
  /** What the update sends. */
  readonly body: Readonly<Record<string, unknown>>;
};

/** Plans an apply: its writes, or the fields that are not as the user saw them, for which nothing is written. Throws `unexpectedAnswer` where the relation shows no way to write a field. */
export function planApply(snapshot: Snapshot, job: Job): Writes | { readonly conflict: readonly Field[] } {
  const changed = changedFields(snapshot, job);
  if (changed.length > 0) return { conflict: changed };
  if (snapshot.isMadeElsewhere) return { conflict: ['linkedRelations'] };
  const { retrievedAt } = job.context.proposed.provenance;
  return {
    creates: toMake(job.additions, snapshot.made).map((addition) => makingStep(addition, retrievedAt)),
    update: {
      kind: 'update',
      relation: relationOf(snapshot.relation),
      enterpriseNumber: job.review.enterpriseNumber,
      retrievedAt,
      fields: fieldsOf(snapshot, job),
    },
    body: bodyOf(snapshot, job),
  };
}

/** How a relation that was read again compares; what is known of the links without a call stays. */
export function compareAgain({ comparison, context }: Job, relation: ReadRelation): Comparison {
  return carriedOver(comparison, compare(relation, context.proposed, comparison.anonymous));
}

/** They say which company the relation is: a change of them is a conflict though they are not written. */
const IDENTITY: readonly Field[] = ['enterpriseNumber', 'vatNumber'];

/**
 * The fields that have another value in the relation by now, or another proposal or judgement of it, and the ticked ones that
 * may not be written any more.
 */
export function changedFields(
  { relation, now }: Pick<Snapshot, 'relation' | 'now'>,
  { context, comparison, changes }: Job,
): Field[] {
  const seen = snapshotOf(relation);
  const ticked = changes.map(({ field }) => field);
  return FIELDS.filter((field) => ticked.includes(field) || IDENTITY.includes(field)).filter(
    (field) =>
      !sameJson(seen[field], context.seen[field]) ||
      !sameJson(rowOf(field, now), rowOf(field, comparison)) ||
      (ticked.includes(field) && !isWritable(field, relation, now)),
  );
}

/** The row of the links is carried over from before: what is presumed of them is asked of the profile. */
function isWritable(field: Field, { profile }: ReadRelation, { changes }: Comparison): boolean {
  const isPresumed = profile.choices?.presumed?.includes(field) === true;
  return !isPresumed && changes.some((row) => row.field === field && row.writable);
}

function rowOf(field: Field, { changes }: Comparison): unknown {
  const row = changes.find((change) => change.field === field);
  return [row?.current ?? null, row?.proposed ?? null, row?.verdict];
}

function fieldsOf({ relation, links }: Snapshot, { changes }: Job): PlannedWrite['fields'] {
  return changes.map(({ field, proposed }) =>
    fieldBefore(field, relation, field === 'linkedRelations' ? [...presentLinks(relation), ...links] : proposed),
  );
}

function bodyOf({ relation, links }: Snapshot, { changes }: Job): Readonly<Record<string, unknown>> {
  const { raw, profile, readings, company } = relation;
  const values = changes.map(({ field, proposed }) => [field, field === 'linkedRelations' ? links : proposed]);
  const context = { profile, language: company.language ?? 'nl' };
  const patch = patchRelation(raw, readings, Object.fromEntries(values) as Changes, context);
  if (patch.ok) return patch.body;
  const { place, candidate } = readings[patch.field] ?? {};
  throw unexpectedAnswer('adminpulse', place?.path ?? candidate?.path ?? '$', patch.field);
}
