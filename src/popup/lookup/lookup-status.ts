import {
  formatEnterpriseNumber,
  formatEstablishmentNumber,
  parseEnterpriseNumber,
  parseEstablishmentNumber,
} from '../../company/enterprise-number.ts';
import type { LookupAnswer } from '../../messages/index.ts';
import { language, plural, text } from '../../ui/texts.ts';
import type { Search } from './use-lookup.ts';

/** How the search stands, in one sentence. Empty while an alert speaks. */
export function lookupStatus(search: Search): string {
  switch (search.phase) {
    case 'empty':
      return text('lookupEmpty');
    case 'loading':
      return text('lookupLoading');
    case 'failed':
      return '';
    case 'foreign':
      return text('lookupForeign', search.vatNumber, countryName(search.country));
    case 'found':
      return found(search.answer);
  }
}

/** Whether the sentence is in sight even above a list: it has more than how many there are. */
export function hasDetail(search: Search): boolean {
  if (search.phase !== 'found') return false;
  const { query, hits, count } = search.answer;
  return count > hits.length || parseEstablishmentNumber(query) !== undefined;
}

function found({ query, hits, count }: LookupAnswer): string {
  const establishment = parseEstablishmentNumber(query);
  if (establishment !== undefined) {
    const key = hits.length > 0 ? 'lookupEstablishment' : 'lookupEstablishmentUnknown';
    return text(key, formatEstablishmentNumber(establishment));
  }
  if (count > hits.length) return text('lookupCut', hits.length, new Intl.NumberFormat(language()).format(count));
  if (count > 0) return plural('lookupFound', count);
  const number = parseEnterpriseNumber(query);
  return number ? text('lookupNumberUnknown', `BE ${formatEnterpriseNumber(number)}`) : text('lookupNothing', query);
}

function countryName(code: string): string {
  return new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code;
}
