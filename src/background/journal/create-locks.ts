import { unsettled } from '../../api/errors.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { withRelationLock } from '../platform/locks.ts';
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
  // Settling waits for the same locks, so it comes before they are taken.
  await Promise.all((await openCreates(numbers)).map((entry) => reconcile(services, entry)));
  // In one order, so that nobody waits for a number that is held by somebody who waits for this one.
  const raw = numbers.toSorted().reduce<() => Promise<T>>(
    (inner, number) => () => withRelationLock(number, inner),
    async () => {
      // Another window may have sent one while this one waited.
      if ((await openCreates(numbers)).some(blocksCreate)) throw unsettled('adminpulse');
      return task();
    },
  );
  return raw();
}

async function openCreates(numbers: readonly EnterpriseNumber[]): Promise<readonly Entry[]> {
  const open = await entriesIn(OPEN);
  return open.filter(
    ({ kind, enterpriseNumber }) => kind === 'create' && numbers.some((number) => number === enterpriseNumber),
  );
}

/** One that AdminPulse answered long ago and that is not there was removed since. */
const blocksCreate = (entry: Entry) =>
  entry.state === 'unsettled' && (entry.answeredAt === undefined || mayStillArrive(entry));
