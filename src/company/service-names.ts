import type { CalledService } from './company.ts';

/** The services' own spellings; they are the same in every language. */
export const SERVICE_NAMES: Readonly<Record<CalledService, string>> = {
  openthebox: 'openthebox',
  adminpulse: 'AdminPulse',
  vies: 'VIES (ec.europa.eu)',
};
