import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { MadeRelation } from '../../messages/index.ts';
import { withCreateLocks } from '../journal/create-locks.ts';
import type { Entry } from '../journal/entry.ts';
import { journaled, write } from '../journal/write.ts';
import { numbersToMake, toMake } from '../links/additions.ts';
import { isMadeElsewhere, make, newLinks } from '../links/link-targets.ts';
import { sourcesOf } from '../links/new-party.ts';
import { loadRelation } from '../relations/load-relation.ts';
import type { Written } from '../relations/notify-pages.ts';
import type { ReadRelation } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { assertFeatureEnabled } from '../settings/managed.ts';
import { changedFields, compareAgain, type Job, planApply, type Snapshot, type Writes } from './plan-apply.ts';
import { showConflict, showWritten } from './show-applied.ts';
import { setState } from './store.ts';

/**
 * Writes the changes, unless the relation is not as the user saw it any more: then that is shown. What was written, for the
 * pages that show it.
 */
export function writeReview(services: Services, job: Job): Promise<Written | undefined> {
  return withCreateLocks(services, numbersToMake(job.additions), async () => {
    const before = await takeSnapshot(services, job, job.comparison.made ?? []);
    const plan = planApply(before, job);
    if ('conflict' in plan) return void (await showConflict(services, job, before, plan.conflict));
    return journaled(job.change, [...plan.creates, plan.update], async (planned) => {
      const update = planned.at(-1);
      if (!update) return undefined;
      if (plan.creates.length === 0) return writeRelation(services, job, before, plan, update);
      // Making relations takes its time: what changed meanwhile is a conflict too.
      const after = await takeSnapshot(services, job, await makeRelations(services, job, before.relation, planned));
      const planNow = planApply(after, job);
      if ('conflict' in planNow) return void (await showConflict(services, job, after, planNow.conflict));
      return writeRelation(services, job, after, planNow, update);
    });
  });
}

/** Reads all that the plan needs. What shows a conflict needs no more calls, and nothing is made where that is switched off. */
async function takeSnapshot(services: Services, job: Job, made: readonly MadeRelation[]): Promise<Snapshot> {
  const { context, review, additions } = job;
  const relation = await loadRelation(services, context.relationCode, review.enterpriseNumber as EnterpriseNumber);
  const read = { relation, now: compareAgain(job, relation), made };
  const unmade = toMake(additions, made);
  if (changedFields(read, job).length > 0) return { ...read, isMadeElsewhere: false, links: [] };
  if (await isMadeElsewhere(services, unmade)) return { ...read, isMadeElsewhere: true, links: [] };
  if (unmade.length > 0) await assertFeatureEnabled('create');
  const links = await newLinks(services.adminpulse, relation, additions, made);
  return { ...read, isMadeElsewhere: false, links };
}

/** Makes the relations that links are to lead to. Each is in the review's state before the next step is taken. */
async function makeRelations(
  services: Services,
  { review, comparison, changes, additions, change }: Job,
  main: ReadRelation,
  planned: readonly Entry[],
): Promise<readonly MadeRelation[]> {
  const made = [...(comparison.made ?? [])];
  const sources = await sourcesOf(services, main);
  for (const [index, addition] of toMake(additions, made).entries()) {
    const entry = planned[index];
    if (!entry) break;
    made.push(await make(addition, entry, sources));
    const fields = changes.map(({ field }) => field);
    await setState(review, { phase: 'applying', fields, change, ...comparison, made });
  }
  return made;
}

/** The write to the relation itself. */
async function writeRelation(
  services: Services,
  job: Job,
  snapshot: Snapshot,
  { update: { fields }, body }: Writes,
  planned: Entry,
): Promise<Written> {
  const { raw, profile } = snapshot.relation;
  const send = () => services.adminpulse.update(raw, body);
  const { entry, relation } = await write(services, profile, { ...planned, fields }, send);
  await showWritten(services, job, relation, snapshot.made, entry);
  return { relationCode: job.comparison.relation.code, enterpriseNumber: job.review.enterpriseNumber };
}
