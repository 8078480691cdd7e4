import {
  formatEnterpriseNumber,
  formatEstablishmentNumber,
  parseEnterpriseNumber,
  parseEstablishmentNumber,
} from '../../company/enterprise-number.ts';
import type { LookupAnswer } from '../../messages/index.ts';
import { language, plural, text } from '../../ui/texts.ts';
import type { LookupState } from './use-lookup.ts';

/** What the lookup says of its state, in one sentence. Empty while an alert speaks. */
export function lookupStatus(state: LookupState): string {
  switch (state.phase) {
    case 'empty':
      return text('lookupEmpty');
    case 'loading':
      return text('lookupLoading');
    case 'failed':
      return '';
    case 'foreign':
      return text('lookupForeign', state.vatNumber, countryName(state.country));
    case 'found':
      return found(state.answer);
  }
}

/** Whether the sentence is to be seen even above a list: it says more than how many there are. */
export function saysMore(state: LookupState): boolean {
  if (state.phase !== 'found') return false;
  const { query, hits, count } = state.answer;
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
