import { withChangeLock, withRelationLock } from '../platform/locks.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import type { Services } from '../services.ts';
import { type Entry, OPEN } from './entry.ts';
import { isConfirmedBy, readBack } from './read-back.ts';
import { entriesIn, getEntry, keepEntry } from './store.ts';

/**
 * Milliseconds after which a write that nothing is to be seen of is taken as never arrived: its worker, and with it its
 * connection, ended long ago.
 */
const ARRIVAL_WINDOW_MS = 2 * 60_000;

/** Milliseconds after which a write is not asked about any more at each start: its relation may be gone. */
const TOO_OLD = 7 * 24 * 60 * 60_000;

/** Whether something may yet be seen of a write that was sent. */
export const mayStillArrive = ({ sentAt, at }: Entry): boolean =>
  Date.now() - Date.parse(sentAt ?? at) <= ARRIVAL_WINDOW_MS;

/** Settles what earlier workers left behind. Never rejects: what cannot be read stays unsettled. */
export async function reconcileAll(services: Services): Promise<void> {
  const open = await entriesIn(OPEN);
  const recent = open.filter(({ at }) => Date.now() - Date.parse(at) < TOO_OLD);
  await Promise.all(recent.map((entry) => reconcile(services, entry)));
}

/**
 * Settles an entry whose worker ended: a planned one was not sent; what became of one that was sent is read. It is never
 * sent again. The entry as it is then.
 */
export function reconcile(services: Services, left: Entry): Promise<Entry> {
  return withChangeLock(left.change, async () => {
    // It may have come to its end, or been settled, since it was looked at.
    const entry = (await getEntry(left.id)) ?? left;
    if (!OPEN.includes(entry.state)) return entry;
    if (entry.state === 'planned') return keepEntry({ ...entry, state: 'notSent' });
    // A create is locked by its number, whatever its answer named: a relation's lock may be held by who waits for this.
    const key = entry.kind === 'create' && entry.enterpriseNumber ? entry.enterpriseNumber : entry.relation.code;
    return withRelationLock(key, () => reconcileByReading(services, entry));
  });
}

async function reconcileByReading(services: Services, entry: Entry): Promise<Entry> {
  try {
    const back = await readBack(services, await loadOfficeProfile(services.adminpulse), entry);
    if (isConfirmedBy(back)) return await keepEntry({ ...back.entry, state: 'verified' });
    const isOver = entry.answeredAt === undefined && !mayStillArrive(entry);
    return await keepEntry({ ...entry, state: isOver ? 'notSent' : 'unsettled' });
  } catch {
    // Whatever keeps it from being read now, the entry says that it is not known, and it is asked again.
    return keepEntry({ ...entry, state: 'unsettled' });
  }
}
