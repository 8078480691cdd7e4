import { unsettled } from '../../api/errors.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { withNumberLocks } from '../platform/locks.ts';
import type { Services } from '../services.ts';
import { type Entry, OPEN } from './entry.ts';
import { mayStillArrive, reconcile } from './reconcile.ts';
import { entriesIn } from './store.ts';

/**
 * Runs a task that makes a relation of each of these numbers: alone at them, and when no earlier create of one may still
 * arrive. Throws `unsettled` where one may, or cannot be looked for: a second one would be made beside it.
 */
export async function withCreateLocks<T>(
  services: Services,
  numbers: readonly EnterpriseNumber[],
  task: () => Promise<T>,
): Promise<T> {
  // Reconciling takes the same locks, so it comes before them.
  await Promise.all((await openCreates(numbers)).map((entry) => reconcile(services, entry)));
  return withNumberLocks(numbers, async () => {
    // Another window may have sent one while this one waited.
    if ((await openCreates(numbers)).some(blocksCreate)) throw unsettled('adminpulse');
    return task();
  });
}

async function openCreates(numbers: readonly EnterpriseNumber[]): Promise<readonly Entry[]> {
  const open = await entriesIn(OPEN);
  return open.filter(
    ({ kind, enterpriseNumber }) => kind === 'create' && numbers.some((number) => number === enterpriseNumber),
  );
}

/** An answered create blocks until its relation has had time to show; one that is not there by then was removed again. */
const blocksCreate = (entry: Entry) =>
  entry.state === 'unsettled' && (entry.answeredAt === undefined || mayStillArrive(entry));
