import type { Omnibox } from 'webextension-polyfill';
import { isFailure } from '../../api/errors.ts';
import { formatEnterpriseNumber, parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import type { CompanyHit } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import { lookUp } from './look-up.ts';

type Suggestion = Omnibox.SuggestResult;

/** Browsers show no more. */
const MAX_SUGGESTIONS = 6;
/** ms without a key before openthebox is asked. */
const DEBOUNCE_MS = 200;
const MIN_QUERY_LENGTH = 2;

/** Companies for what is typed in the address bar after `otb`; none where a newer text came, or openthebox failed. */
export async function suggestionsFor(services: Services, typed: string): Promise<Suggestion[]> {
  const query = typed.trim();
  if (query.length < MIN_QUERY_LENGTH) return [];
  const isLatest = await services.latest('address bar, pause', async () => {
    await new Promise((resolve) => setTimeout(resolve, DEBOUNCE_MS));
    return true;
  });
  if (!isLatest) return [];
  // A failure has no place in the address bar: the lookup that Enter opens says it.
  const answer = await lookUp(services, { query, requester: 'address bar' }).catch(nothingForFailure);
  return (answer?.hits ?? []).slice(0, MAX_SUGGESTIONS).map(suggestionOf);
}

function nothingForFailure(error: unknown): null {
  if (!isFailure(error)) throw error;
  return null;
}

function suggestionOf({ enterpriseNumber, name, legalForm, municipality }: CompanyHit): Suggestion {
  const number = parseEnterpriseNumber(enterpriseNumber);
  const facts = [municipality, number && `BE ${formatEnterpriseNumber(number)}`].filter(Boolean).join(' · ');
  return {
    content: `BE${enterpriseNumber}`,
    description: inAddressBar(`${name} ${legalForm ?? ''}`.trim(), facts),
  };
}

/** Chrome reads a description as XML, and drops all of them for one that is not well-formed; to Firefox it is text. */
function inAddressBar(name: string, facts: string): string {
  const isXml = import.meta.env.MODE !== 'firefox';
  return isXml ? `${escaped(name)} <dim>${escaped(facts)}</dim>` : `${name} – ${facts}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Without the control characters, which XML does not allow in any form. */
function escaped(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
