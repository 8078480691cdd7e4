import type { Link } from '../../company/company.ts';
import { dateText } from '../../company/date-text.ts';
import { numberText } from '../../ui/numbers.ts';
import { plural, text } from '../../ui/texts.ts';
import { partyName, roleText, shareText } from './link-texts.ts';

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
            <bdi>{partyName(link)}</bdi>
            <small>{linkFacts(link)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function linkFacts(link: Link): string {
  const { enterpriseNumber, relationCode, name, since, until, share, historic } = link;
  const facts = [
    roleText(link),
    enterpriseNumber && numberText(enterpriseNumber),
    name === undefined ? undefined : relationCode,
    share === undefined ? undefined : shareText(share),
    since && text('linkSince', dateText(since)),
    until && text('linkUntil', dateText(until)),
    historic === true && until === undefined ? text('linkHistoric') : undefined,
  ];
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
}
