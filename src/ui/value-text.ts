import { formatAddress } from '../company/address-format.ts';
import type { Address, Field, Link, Value } from '../company/company.ts';
import { dateText } from '../company/date-text.ts';
import { numberText } from './numbers.ts';
import { language, plural } from './texts.ts';

/** What was read for a field, in one line. */
export function valueText(field: Field, value: Value): string {
  if (isLinks(value)) return plural('links', value.length);
  if (typeof value !== 'string') return formatAddress(value, language()).join(', ');
  if (field === 'enterpriseNumber' || field === 'vatNumber') return numberText(value);
  return field === 'incorporationDate' || field === 'fiscalYearEnd' ? dateText(value) : value;
}

const isLinks = (value: string | Address | readonly Link[]): value is readonly Link[] => Array.isArray(value);
