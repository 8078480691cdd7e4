import type { EnterpriseNumber } from './enterprise-number.ts';

/** Addresses of the two services' web pages. Those that programs call stand with the services themselves. */

/** The page of a company in openthebox. */
export function opentheboxPage(number: EnterpriseNumber): string {
  return `https://openthebox.be/company/BE${number}`;
}

/** Where AdminPulse's web application runs. Also in the manifest: content script and permissions. */
export const ADMINPULSE_ORIGINS: readonly string[] = ['https://app.adminpulse.be', 'https://app.adminpulse.nl'];

/** The same as match patterns. */
export const ADMINPULSE_PAGES: readonly string[] = ADMINPULSE_ORIGINS.map((origin) => `${origin}/*`);

export const ADMINPULSE_START_PAGE = 'https://app.adminpulse.be/';

/** Where AdminPulse makes API keys (help pages of its integrators). */
export const ADMINPULSE_API_KEYS_PAGE = `${ADMINPULSE_START_PAGE}#/profile/accesstokens`;

/** Where AdminPulse may show a relation: its address there is not documented. */
export function adminPulseRelationPage(code: string): string {
  return `${ADMINPULSE_START_PAGE}#/relations/${encodeURIComponent(code)}`;
}
