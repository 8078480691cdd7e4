import { type CatalogueChoices, newRelation } from '../../adminpulse/new-relation.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import type { Changes } from '../../adminpulse/patch.ts';
import { isFailure, reviewGone, unexpectedAnswer } from '../../api/errors.ts';
import type { FieldChange } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { languageOf, REQUIREMENTS } from '../../messages/creation-state.ts';
import type { Creation, CreationAnswers, CreationState, Draft, Failure } from '../../messages/index.ts';
import { toFailure } from '../failures.ts';
import { withCreateLocks } from '../journal/create-locks.ts';
import { type Entry, newChangeId, type PlannedWrite } from '../journal/entry.ts';
import { outcomeOf } from '../journal/read-back.ts';
import { reconcile } from '../journal/reconcile.ts';
import { entriesOf } from '../journal/store.ts';
import { journaled, write } from '../journal/write.ts';
import { tryWithReviewLock } from '../platform/locks.ts';
import { recordUnexpected } from '../platform/unexpected-errors.ts';
import { findExisting } from '../relations/find-existing.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { loadCatalogue } from '../relations/value-catalogue.ts';
import type { Services } from '../services.ts';
import { assertFeatureEnabled } from '../settings/managed.ts';
import { existsAs } from './exists-as.ts';
import { withPresumed } from './presumed-draft.ts';
import { type CreationContext, creationContextItem, creationItem, setCreation } from './store.ts';

/** What the user decided. */
type Decided = Extract<CreationState, { phase: 'creating' }>['sent'];

type Job = {
  readonly creation: Creation;
  readonly draft: Draft;
  readonly context: CreationContext;
  readonly sent: Decided;
};

/**
 * Makes a relation, in these steps:
 *
 *     reconcile earlier creates of the number ─► one may still arrive? ──yes──► say so; nothing is sent
 *          │ no
 *          ▼
 *     look the number up ─► found? ──yes──► show it; nothing is made
 *          │ no
 *          ▼
 *     a place that is written to presumed by now? ──yes──► show it; nothing is made
 *          │ no
 *          ▼
 *     switched off by the administrator? ──yes──► say so; nothing is made
 *          │ no
 *          ▼
 *     send once, by the journal ─► refused? ──yes──► say so; nothing is made
 *          │ no, or it is not known
 *          ▼
 *     read it by the code in the answer, else look the number up ─► compare field by field
 *
 * It is never sent twice: what became of one whose answer did not come, or whose worker ended, is found out by looking
 * the number up.
 */
export async function createRelation(services: Services, id: string, sent: Decided): Promise<void> {
  await tryWithReviewLock(id, async () => {
    const creation = await creationItem(id).read();
    const context = await creationContextItem(id).read();
    if (!creation || !context) throw reviewGone();
    // An old page: only what is shown can be sent.
    if (creation.phase !== 'ready') return;
    const { draft } = creation;
    await setCreation(creation, await sendCreate(services, { creation, draft, context, sent }));
  });
}

async function sendCreate(services: Services, job: Job): Promise<CreationState> {
  const { creation, draft, sent } = job;
  const number = creation.enterpriseNumber as EnterpriseNumber;
  const change = newChangeId(Date.now());
  const creating = { phase: 'creating', draft, sent, change } as const;
  try {
    await setCreation(creation, creating);
    return await withCreateLocks(services, [number], async () => {
      const existing = await findExisting(services, number, 'for certain');
      if (existing.length > 0) return existsAs(existing);
      const profile = await loadOfficeProfile(services.adminpulse);
      const now = withPresumed(draft, profile);
      if (isHeldBack(job, now)) return { phase: 'ready', draft: now, sent };
      const body = await bodyOf(services, job, profile);
      // The window may have been open when the administrator switched it off.
      await assertFeatureEnabled('create');
      return await journaled(change, [stepOf(job)], async ([planned]) => {
        if (!planned) throw new Error('nothing was planned');
        const { entry } = await write(services, profile, planned, () => services.adminpulse.create(body));
        return await created(services, job, entry);
      });
    });
  } catch (error) {
    if (isFailure(error)) return notMade(job, error.failure);
    // A defect of ours may have come after something was sent, which the journal knows.
    return byJournal(services, { ...creation, ...creating }, toFailure(error));
  }
}

function stepOf({ creation, draft, sent }: Job): PlannedWrite {
  return {
    kind: 'create',
    relation: { code: '', name: draft.heading },
    enterpriseNumber: creation.enterpriseNumber,
    retrievedAt: draft.retrievedAt,
    fields: changesOf(draft, sent).map(({ field, proposed }) => ({
      field,
      ...(proposed !== undefined && { after: proposed }),
    })),
  };
}

/** What was made, as the journal's entry has it after it was read: the index knows it from now on. */
async function created(
  { relations }: Services,
  { draft, sent }: Pick<Job, 'draft' | 'sent'>,
  entry: Entry,
): Promise<CreationState> {
  const { relation } = entry;
  // What was made is known all the same.
  await relations.add({ ...relation, numbers: [entry.enterpriseNumber as EnterpriseNumber] }).catch(recordUnexpected);
  return { phase: 'created', draft, sent, relation, outcome: outcomeOf([entry]) };
}

function notMade({ draft, sent }: Pick<Job, 'draft' | 'sent'>, failure: Failure): CreationState {
  return {
    phase: 'ready',
    draft,
    sent,
    failure: { failure, made: failure.kind === 'unsettled' ? 'unknown' : 'no' },
  };
}

/** Reconciles a create that was cut off when the worker ended, by the journal. What was only planned was not sent. */
export async function reconcileCreation(services: Services, id: string): Promise<void> {
  await tryWithReviewLock(id, async () => {
    const creation = await creationItem(id).read();
    // It may have ended since it was looked at.
    if (creation?.phase !== 'creating') return;
    await setCreation(creation, await byJournal(services, creation, { kind: 'notSent' }));
  });
}

/** What the journal knows of a create; where nothing was sent, `otherwise` says why. */
async function byJournal(
  services: Services,
  creation: Extract<Creation, { phase: 'creating' }>,
  otherwise: Failure,
): Promise<CreationState> {
  const [left] = await entriesOf(creation.change);
  const entry = left && (await reconcile(services, left));
  if (entry?.state === 'verified') return created(services, creation, entry);
  if (entry?.state === 'unsettled') return notMade(creation, { kind: 'unsettled', service: 'adminpulse' });
  return notMade(creation, entry?.failure ?? otherwise);
}

/** Whether something of what is to be sent has a place that became presumed since the user looked, or still is. */
function isHeldBack({ draft, sent }: Job, now: Draft): boolean {
  return now.presumed !== undefined || changesOf(now, sent).length < changesOf(draft, sent).length;
}

type Body = Readonly<Record<string, unknown>>;

/** What is sent: the ticked fields in the language of the relation, and what the user chose. */
async function bodyOf({ adminpulse }: Services, job: Job, profile: OfficeProfile): Promise<Body> {
  const { draft, sent, context } = job;
  const language = languageOf(draft, sent.answers);
  const values = Object.fromEntries(changesOf(draft, sent).map(({ field, proposed }) => [field, proposed])) as Changes;
  const catalogue = await loadCatalogue(adminpulse);
  const patch = newRelation(values, termsOf(draft, sent.answers, context), { profile, catalogue, language });
  if (!patch.ok) throw unexpectedAnswer('adminpulse', profile.fields[patch.field]?.path ?? '$', patch.field);
  return patch.body;
}

function changesOf(draft: Draft, { fields, answers }: Decided): readonly FieldChange[] {
  return draft.changes[languageOf(draft, answers)].filter(({ field, writable }) => writable && fields.includes(field));
}

/** The values behind the options; throws for an option that was not shown. */
function termsOf(draft: Draft, answers: CreationAnswers, { values }: CreationContext): CatalogueChoices {
  const chosen = REQUIREMENTS.map((requirement) => {
    const option = answers[requirement];
    const value = Object.hasOwn(values[requirement], option) ? values[requirement][option] : undefined;
    if (value === undefined) throw new Error(`no such option of ${requirement}`);
    return [requirement, value];
  });
  const { since, vatPending, lastName, firstName } = answers;
  return {
    ...Object.fromEntries(chosen),
    ...(draft.since && since && { since }),
    ...(draft.vatPending && vatPending && { vatPending }),
    ...(draft.person && lastName && { lastName }),
    ...(draft.person && firstName && { firstName }),
  };
}
