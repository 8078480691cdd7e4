import { type Changes, patchRelation } from '../../adminpulse/patch.ts';
import { unexpectedAnswer } from '../../api/errors.ts';
import { FIELDS, type Field, type FieldChange, type Link } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Comparison, MadeRelation, Review, ReviewState } from '../../messages/index.ts';
import { sameJson } from '../../schema/json-path.ts';
import { withCreateLocks } from '../journal/create-locks.ts';
import type { Entry, PlannedWrite } from '../journal/entry.ts';
import { fieldBefore, relationOf } from '../journal/planned-fields.ts';
import { outcomeOf } from '../journal/read-back.ts';
import { journaled, write } from '../journal/write.ts';
import { type Addition, isThereByNow, make, makingStep, newLinks, numbersToMake, toMake } from '../links/additions.ts';
import { withNamedLinks } from '../links/named-links.ts';
import { sourcesOf } from '../links/new-party.ts';
import type { notifyPages } from '../relations/notify-pages.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { type ReadRelation, readRelation, snapshotOf } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { assertFeatureEnabled } from '../settings/managed.ts';
import { carriedOver, compare, withDismissedFields } from './comparison.ts';
import { contextItem, type ReviewContext, setState } from './store.ts';

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

export type Written = Parameters<typeof notifyPages>[0];

/** A relation that was just read, and how it compares now. */
type Reread = ReadRelation & { readonly now: Comparison };

/**
 * Writes the changes, unless the relation is not as the user saw it any more: then that is shown. What was written, for the
 * pages that show it.
 */
export function writeReview(services: Services, job: Job): Promise<Written | undefined> {
  return withCreateLocks(services, numbersToMake(job.additions), () => writeAlone(services, job));
}

async function writeAlone(services: Services, job: Job): Promise<Written | undefined> {
  const { context, comparison, additions, change } = job;
  const before = await reread(services, job);
  const conflict = await conflictsOf(services, job, before);
  if (conflict.length > 0) return showConflict(services, job, before, conflict, comparison.made ?? []);

  if (toMake(additions).length > 0) await assertFeatureEnabled('create');
  // Before anything is made: a relation that is gone, or a list that links cannot be added to, stops it all.
  const plannedLinks = await linksFor(services, job, before, comparison.made ?? []);
  await bodyOf(services, job, before, plannedLinks);
  const { retrievedAt } = context.proposed.provenance;
  const making = toMake(additions).map((addition) => makingStep(addition, retrievedAt));
  const update: PlannedWrite = {
    kind: 'update',
    relation: relationOf(before),
    enterpriseNumber: job.review.enterpriseNumber,
    retrievedAt,
    fields: fieldsOf(job, before, plannedLinks),
  };
  return journaled(change, [...making, update], async (planned) => {
    const made = await makeRelations(services, job, before, planned);
    const last = planned.at(-1);
    return last && writeRelation(services, job, making.length > 0 ? await reread(services, job) : before, last, made);
  });
}

/** Makes the relations that links are to lead to. Each is in the review's state before the next step is taken. */
async function makeRelations(
  services: Services,
  { review, comparison, changes, additions, change }: Job,
  main: ReadRelation,
  planned: readonly Entry[],
): Promise<readonly MadeRelation[]> {
  const made = [...(comparison.made ?? [])];
  const making = toMake(additions);
  if (making.length === 0) return made;
  const sources = await sourcesOf(services, main, await loadOfficeProfile(services.adminpulse));
  for (const [index, addition] of making.entries()) {
    const entry = planned[index];
    if (!entry) break;
    made.push(await make(addition, entry, sources));
    const fields = changes.map(({ field }) => field);
    await setState(review, { phase: 'applying', fields, change, ...comparison, made });
  }
  return made;
}

/** The write to the relation itself. Making relations took its time: what changed meanwhile is a conflict too. */
async function writeRelation(
  services: Services,
  job: Job,
  before: Reread,
  planned: Entry,
  made: readonly MadeRelation[],
): Promise<Written | undefined> {
  const { review, comparison, additions, change } = job;
  const conflict = changedFields(job, before);
  if (conflict.length > 0) return showConflict(services, job, before, conflict, made);
  const links = await linksFor(services, job, before, made);
  const body = await bodyOf(services, job, before, links);
  const step = { ...planned, fields: fieldsOf(job, before, links) };
  const { entry, relation } = await write(services, step, () => services.adminpulse.update(before.raw, body));
  const after = additions.length > 0 ? await comparedWithLinks(services, job, relation) : compared(job, relation);
  const now = { ...after.now, ...(made.length > 0 && { made }) };
  await show(job, after, { phase: 'applied', ...now, outcome: outcomeOf([entry]), change });
  return { relationCode: comparison.relation.code, enterpriseNumber: review.enterpriseNumber };
}

async function reread({ adminpulse }: Services, job: Job): Promise<Reread> {
  const profile = await loadOfficeProfile(adminpulse);
  const raw = await adminpulse.relation(job.context.relationCode);
  return compared(job, readRelation(raw, job.review.enterpriseNumber as EnterpriseNumber, profile, Date.now()));
}

function compared({ comparison, context }: Job, relation: ReadRelation): Reread {
  return { ...relation, now: carriedOver(comparison, compare(relation, context.proposed, comparison.anonymous)) };
}

/** With the links as they are now. Their names cost a call or two, which may fail: what was written is known all the same. */
async function comparedWithLinks({ adminpulse }: Services, job: Job, relation: ReadRelation): Promise<Reread> {
  const { comparison, context } = job;
  try {
    const company = await withNamedLinks(adminpulse, relation.company, await loadOfficeProfile(adminpulse));
    const named = { ...relation, company };
    return { ...named, now: withDismissedFields(comparison, compare(named, context.proposed, comparison.anonymous)) };
  } catch {
    return compared(job, relation);
  }
}

const presentLinks = ({ readings }: ReadRelation) => (readings.linkedRelations?.value ?? []) as readonly Link[];

async function linksFor(
  { adminpulse }: Services,
  { additions }: Job,
  relation: ReadRelation,
  made: readonly MadeRelation[],
): Promise<readonly Link[]> {
  return newLinks(adminpulse, await loadOfficeProfile(adminpulse), presentLinks(relation), additions, made);
}

/** What is sent. Throws where the relation shows no way to write a field. */
async function bodyOf(
  { adminpulse }: Services,
  { changes }: Job,
  { raw, readings, company }: ReadRelation,
  links: readonly Link[],
): Promise<Readonly<Record<string, unknown>>> {
  const values = changes.map(({ field, proposed }) => [field, field === 'linkedRelations' ? links : proposed]);
  const profile = await loadOfficeProfile(adminpulse);
  const context = { profile, language: company.language ?? 'nl' };
  const patch = patchRelation(raw, readings, Object.fromEntries(values) as Changes, context);
  if (patch.ok) return patch.body;
  const { place, candidate } = readings[patch.field] ?? {};
  throw unexpectedAnswer('adminpulse', place?.path ?? candidate?.path ?? '$', patch.field);
}

function fieldsOf({ changes }: Job, relation: ReadRelation, links: readonly Link[]): PlannedWrite['fields'] {
  return changes.map(({ field, proposed }) =>
    fieldBefore(field, relation, field === 'linkedRelations' ? [...presentLinks(relation), ...links] : proposed),
  );
}

/** They say which company the relation is, so that a change of them counts though they are not written. */
const IDENTITY: readonly Field[] = ['enterpriseNumber', 'vatNumber'];

/** The fields that are not as the user saw them; a company that was to be made and is there by now is one of the links. */
async function conflictsOf(services: Services, job: Job, relation: Reread): Promise<Field[]> {
  const changed = changedFields(job, relation);
  if (changed.length > 0 || !(await isThereByNow(services, job.additions))) return changed;
  return ['linkedRelations'];
}

/** Another value at the field's place, or another proposal or judgement of it. */
function changedFields({ context, comparison, changes }: Job, relation: Reread): Field[] {
  const seen = snapshotOf(relation);
  const ticked = changes.map(({ field }) => field);
  return FIELDS.filter((field) => ticked.includes(field) || IDENTITY.includes(field)).filter(
    (field) =>
      !sameJson(seen[field], context.seen[field]) || !sameJson(rowOf(field, relation.now), rowOf(field, comparison)),
  );
}

function rowOf(field: Field, { changes }: Comparison): unknown {
  const row = changes.find((change) => change.field === field);
  return [row?.current ?? null, row?.proposed ?? null, row?.verdict];
}

/** Nothing is written to the relation. */
async function showConflict(
  services: Services,
  job: Job,
  relation: Reread,
  conflict: readonly Field[],
  made: readonly MadeRelation[],
): Promise<undefined> {
  const shown = conflict.includes('linkedRelations') ? await comparedWithLinks(services, job, relation) : relation;
  const now = { ...shown.now, ...(made.length > 0 && { made }) };
  await show(job, relation, { phase: 'ready', ...now, conflict });
}

/**
 * Stores the review's state, and then what stands in the relation for the next apply: a worker that ends in between finds a
 * conflict too many, and not one too few.
 */
async function show({ review, context }: Job, relation: ReadRelation, state: ReviewState): Promise<void> {
  await setState(review, state);
  await contextItem(review.id).write({ ...context, seen: snapshotOf(relation) });
}
