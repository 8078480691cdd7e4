import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import { type FailureKind, isFailure, unsettled } from '../../api/errors.ts';
import { toFailure } from '../failures.ts';
import { withChangeLock } from '../platform/locks.ts';
import { recordUnexpected } from '../platform/unexpected-errors.ts';
import type { Services } from '../services.ts';
import { adminpulseCredentials } from '../settings/credentials.ts';
import type { Entry, PlannedWrite } from './entry.ts';
import { isConfirmedBy, type ReadBack, readBack } from './read-back.ts';
import { addEntries, keepEntry } from './store.ts';

/**
 * Plans the steps of a change, all of them before the first is taken, and takes them. A step that is still
 * planned when nobody is at its change any more is never sent.
 */
export function journaled<T>(
  change: string,
  steps: readonly PlannedWrite[],
  take: (entries: readonly Entry[]) => Promise<T>,
): Promise<T> {
  return withChangeLock(change, async () => {
    const who = (await adminpulseCredentials.read())?.label ?? '';
    const at = now();
    const planned = steps.map((step) => ({ ...step, at, who, state: 'planned' as const }));
    return take(await addEntries(change, planned));
  });
}

/** Failures that say that nothing was written. */
const REFUSALS: readonly FailureKind[] = [
  'forbidden',
  'hostPermissionMissing',
  'notConnected',
  'notFound',
  'rateLimited',
  'rejected',
  'unauthorized',
];

/** What a gateway says when the server behind it gave no answer: it may be at it still. */
const GATEWAY_STATUSES = [502, 504];

/** What came back of a send. */
type Answer = { readonly code?: string } | { readonly error: unknown };

/**
 * Sends a planned step once, and reads what became of it, by the profile by which it was planned; `send` answers the code of
 * a relation that it made, where it is known. Throws AdminPulse's refusal, or the failure on the way when nothing of it
 * arrived, or `unsettled` where that is not known: once something was sent, a defect of ours throws that too.
 */
export async function write(
  services: Services,
  profile: OfficeProfile,
  planned: Entry,
  send: () => Promise<unknown>,
): Promise<ReadBack> {
  const sent = await keepEntry({ ...planned, state: 'sent', sentAt: now() });
  const answer: Answer = await send().then(
    (code) => (typeof code === 'string' ? { code } : {}),
    (error: unknown) => ({ error }),
  );
  if ('error' in answer && isFailure(answer.error, ...REFUSALS)) return refuse(sent, answer.error);
  try {
    return await reconcile(services, profile, sent, answer);
  } catch (error) {
    if (isFailure(error)) throw error;
    // The entry stays open, and what became of it is read later.
    recordUnexpected(error);
    throw unsettled('adminpulse');
  }
}

async function reconcile(services: Services, profile: OfficeProfile, sent: Entry, answer: Answer): Promise<ReadBack> {
  const failed = 'error' in answer ? answer : undefined;
  if (failed) recordUnexpected(failed.error);
  const entry = 'error' in answer ? sent : await keepEntry(answered(sent, answer.code));
  const back = await readBack(services, profile, entry).catch(unreadable);
  if (back !== 'unreadable') {
    if (isConfirmedBy(back)) return { ...back, entry: await keepEntry({ ...back.entry, state: 'verified' }) };
    if (failed && provesNothingArrived(failed.error)) return refuse(sent, failed.error);
  }
  // Something was sent: whatever keeps it from being known, it may not be said that nothing was written.
  await keepEntry({ ...entry, state: 'unsettled' });
  throw unsettled('adminpulse');
}

const answered = (sent: Entry, code: string | undefined): Entry => ({
  ...sent,
  relation: code === undefined ? sent.relation : { ...sent.relation, code },
  state: 'answered',
  answeredAt: now(),
});

/** A failure of the reading says nothing of the write; nor does a defect of ours. */
function unreadable(error: unknown): 'unreadable' {
  recordUnexpected(error);
  return 'unreadable';
}

async function refuse(entry: Entry, error: unknown): Promise<never> {
  const state = isFailure(error, 'offline') ? 'notSent' : 'refused';
  await keepEntry({ ...entry, state, failure: toFailure(error) });
  throw error;
}

/** Whether nothing more will come of a write that failed so. Of one that took too long, it may. */
function provesNothingArrived(error: unknown): boolean {
  return (
    isFailure(error, 'offline') || (isFailure(error, 'serverError') && !GATEWAY_STATUSES.includes(error.failure.status))
  );
}

const now = () => new Date().toISOString();
