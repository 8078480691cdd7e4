import { Unsettled } from '../../api/errors.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Services } from '../services.ts';
import { OPEN } from './entry.ts';
import { mayArrive, settle } from './settle.ts';
import { entriesIn } from './store.ts';

/**
 * Settles earlier creates of a relation with this number, before another one is planned. Throws `Unsettled` where one may
 * still arrive, or cannot be looked for: a second one would be made beside it. One that AdminPulse answered long ago and that
 * is not there was removed since, and hinders nothing.
 */
export async function settleEarlierCreates(services: Services, number: EnterpriseNumber): Promise<void> {
  const open = await entriesIn(OPEN);
  const earlier = open.filter(({ kind, enterpriseNumber }) => kind === 'create' && enterpriseNumber === number);
  const settled = await Promise.all(earlier.map((entry) => settle(services, entry)));
  const isOpen = settled.some(
    (entry) => entry.state === 'unsettled' && (entry.answeredAt === undefined || mayArrive(entry)),
  );
  if (isOpen) throw new Unsettled('adminpulse');
}
