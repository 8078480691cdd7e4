import type { Link } from '../../company/company.ts';
import { shownDate } from '../../ui/dates.ts';
import { shownNumber } from '../../ui/numbers.ts';
import { language, plural, type TextKey, text } from '../../ui/texts.ts';

/** How many links there are, and behind "Show" which. */
export function LinkList({ links }: { readonly links: readonly Link[] }) {
  if (links.length === 0) return <span>{plural('links', 0)}</span>;
  return (
    <details class="links">
      <summary>
        {plural('links', links.length)} · <span class="more">{text('linksShow')}</span>
      </summary>
      <ul>
        {links.map((link, index) => (
          <li key={index}>
            <bdi>{link.name ?? (link.relationCode === undefined ? text('linkUnnamed') : link.relationCode)}</bdi>
            <small>{linkFacts(link)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The edge types of openthebox's graph (legend of its published widget); the direction is not in them. */
const ROLES: ReadonlyMap<string, TextKey> = new Map([
  ['ADMINISTERS', 'linkMandate'],
  ['ADMINISTERS VIA', 'linkMandateVia'],
  ['PARTICIPATES IN', 'linkParticipation'],
  ['POLITICAL MANDATE', 'linkPoliticalMandate'],
  ['OTHER MANDATE', 'linkOtherMandate'],
]);

/** AdminPulse gives a link's type as a number whose meaning is not published: it is shown as the number it is. */
function roleText(role: string): string {
  const key = ROLES.get(role.replaceAll('_', ' '));
  if (key !== undefined) return text(key);
  return /^\d+$/.test(role) ? text('linkType', role) : role;
}

function linkFacts({ role, enterpriseNumber, relationCode, name, since, until, share, historic }: Link): string {
  const facts = [
    role && roleText(role),
    enterpriseNumber && shownNumber(enterpriseNumber),
    name === undefined ? undefined : relationCode,
    share === undefined ? undefined : new Intl.NumberFormat(language(), { style: 'percent' }).format(share / 100),
    since && text('linkSince', shownDate(since)),
    until && text('linkUntil', shownDate(until)),
    historic === true && until === undefined ? text('linkHistoric') : undefined,
  ];
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
}
