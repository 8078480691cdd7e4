import type { Address, Field, Value } from '../../company/company.ts';
import { shownDate } from '../../ui/dates.ts';
import { shownNumber } from '../../ui/numbers.ts';
import { language, text } from '../../ui/texts.ts';

/** The lines in which a value is shown; an address has two, all others one. None where there is no value. */
export function valueLines(field: Field, value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value !== 'string') return isLinks(value) ? [] : addressLines(value);
  return value.trim() === '' ? [] : [shownText(field, value)];
}

function isLinks(value: Exclude<Value, string>): value is Extract<Value, readonly unknown[]> {
  return Array.isArray(value);
}

function shownText(field: Field, value: string): string {
  switch (field) {
    case 'enterpriseNumber':
      return shownNumber(value).replace(/^BE /, '');
    case 'vatNumber':
      return shownNumber(value);
    case 'incorporationDate':
    case 'fiscalYearEnd':
      return shownDate(value);
    default:
      return value;
  }
}

/** Belgian letter form: street first, the number after it; then postal code and municipality. */
function addressLines(address: Address): string[] {
  const number =
    address.box === undefined ? address.number : text('valueBox', address.number ?? '', address.box).trim();
  return [
    joined(address.street, number),
    joined(address.postalCode, address.municipality),
    foreignCountry(address.country),
  ].filter((line) => line !== '');
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

function foreignCountry(code: string | undefined): string {
  if (code === undefined || code === 'BE') return '';
  try {
    return new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code;
  } catch {
    // Not a country code: shown as the service wrote it.
    return code;
  }
}
