import type { Link, LinkMeaning } from '../../company/company.ts';
import type { LinkMatch } from '../../company/links/compare-links.ts';
import { language, type TextKey, text } from '../../ui/texts.ts';

const MEANINGS: Readonly<Record<LinkMeaning, TextKey>> = {
  director: 'linkDirector',
  shareholder: 'linkShareholder',
  directorOf: 'linkDirectorOf',
  participation: 'linkParticipationOf',
  politicalMandate: 'linkPoliticalMandate',
  otherMandate: 'linkOtherMandate',
  mandate: 'linkMandate',
  shareholding: 'linkParticipation',
  contact: 'linkContact',
  beneficiary: 'linkBeneficiary',
  trustee: 'linkTrustee',
  partner: 'linkPartner',
  auditor: 'linkAuditor',
  otherMeans: 'linkOtherMeans',
};

const MATCHES: Readonly<Record<LinkMatch, TextKey>> = {
  both: 'linkBoth',
  'only-openthebox': 'linkOnlyOpenthebox',
  'only-adminpulse': 'linkOnlyAdminPulse',
  ended: 'linkEnded',
  past: 'linkPast',
  undecided: 'linkUndecided',
};

export function meaningText(means: LinkMeaning): string {
  return text(MEANINGS[means]);
}

/** What the party is to the company. A type of AdminPulse that is not known is shown as the number that it is. */
export function roleText({ means, role = '', throughCompany }: Link): string {
  if (throughCompany) return text('linkMandateVia');
  if (means !== undefined) return meaningText(means);
  return /^\d+$/.test(role) ? text('linkType', role) : role;
}

export function matchText(match: LinkMatch): string {
  return text(MATCHES[match]);
}

export function partyName({ name, relationCode, foreignNumber }: Link): string {
  return name ?? relationCode ?? foreignNumber ?? text('linkUnnamed');
}

/** A share in per cent, with at most two decimals. */
export function shareText(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 2 }).format(share / 100);
}
