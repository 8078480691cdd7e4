import { opentheboxPage } from '../company/addresses.ts';
import { formatEnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';

/** `BE 0123.456.749`; a text that is no enterprise number (a relation's code) is returned as it is. */
export function numberText(numberOrCode: string): string {
  const number = parseEnterpriseNumber(numberOrCode);
  return number === undefined ? numberOrCode : `BE ${formatEnterpriseNumber(number)}`;
}

/** The page of a company in openthebox. `undefined` where the text is no enterprise number: no link is made of it. */
export function companyPage(numberOrCode: string): string | undefined {
  const number = parseEnterpriseNumber(numberOrCode);
  return number && opentheboxPage(number);
}
