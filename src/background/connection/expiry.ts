import type { ISODate } from '../../company/company.ts';
import { daysFrom } from '../../company/dates.ts';
import type { Expiry } from '../../messages/index.ts';

/** Days before AdminPulse's key expires from which the user is told. */
const NOTICE_DAYS = 14;

/** A key that expires today still works today, as far as the date says. */
export function expiryOf(on: ISODate, today: ISODate): Expiry {
  const days = daysFrom(today, on);
  return { on, state: days < 0 ? 'past' : days <= NOTICE_DAYS ? 'soon' : 'later' };
}
