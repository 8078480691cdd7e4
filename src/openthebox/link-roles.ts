import type { Link, LinkMeaning } from '../company/company.ts';

/** An edge type as the legend writes it, with spaces. */
export const roleOf = (type: string) => type.trim().toUpperCase().replaceAll('_', ' ');

/** Undefined for an edge type that the legend does not have. */
export function meaningOf(type: string, direction: 'in' | 'out'): LinkMeaning | undefined {
  return MEANINGS.get(roleOf(type))?.[direction];
}

/**
 * The edge types of openthebox's graph (legend of its published widget), and what they mean for the company that is looked
 * at: `in` where the other one administers or owns it, `out` where it does so itself.
 */
const MEANINGS: ReadonlyMap<string, { readonly in: LinkMeaning; readonly out: LinkMeaning }> = new Map([
  ['ADMINISTERS', { in: 'director', out: 'directorOf' }],
  ['ADMINISTERS VIA', { in: 'director', out: 'directorOf' }],
  ['PARTICIPATES IN', { in: 'shareholder', out: 'participation' }],
  ['POLITICAL MANDATE', { in: 'politicalMandate', out: 'politicalMandate' }],
  ['OTHER MANDATE', { in: 'otherMandate', out: 'otherMandate' }],
]);

const VIA = 'ADMINISTERS VIA';

/** A mandate that a person holds through a company. */
export const isVia = (role: string | undefined) => roleOf(role ?? '') === VIA;

/** What a role means where it is not said who holds it: a mandate, or a share. */
export function undirectedMeaningOf(role: string): Pick<Link, 'means' | 'throughCompany'> {
  const sort = sortOfRole(role);
  if (sort === 'other') return {};
  return sort === 'share'
    ? { means: 'shareholding' }
    : { means: 'mandate', ...(isVia(role) && { throughCompany: true }) };
}

/** What mandates and shares of the company's answer are compared with those of its graph by. */
export function sortOfRole(role: string | undefined): 'mandate' | 'share' | 'other' {
  const name = roleOf(role ?? '');
  if (name === 'ADMINISTERS' || name === VIA) return 'mandate';
  return name === 'PARTICIPATES IN' ? 'share' : 'other';
}
