import { compareAddressParts } from './address.ts';
import type { Address, Field, Link, Value } from './company.ts';
import { parseEnterpriseNumber } from './enterprise-number.ts';
import { isSameMonthDay } from './fiscal-year-end.ts';
import { fold } from './folding.ts';
import { compareLegalForms, parseLegalForm } from './legal-form.ts';
import { compareNames } from './name.ts';
import { parsePhones } from './phone.ts';
import { websiteKey } from './website.ts';

type IsSame = (rawValue: Value, value: Value, families: readonly string[]) => boolean;

const ofTexts =
  (isSame: (rawValue: string, value: string, families: readonly string[]) => boolean): IsSame =>
  (rawValue, value, families) =>
    typeof rawValue === 'string' && typeof value === 'string' && isSame(rawValue, value, families);

const isSameNumber = ofTexts((rawValue, value) => {
  const number = parseEnterpriseNumber(value);
  return number !== undefined && parseEnterpriseNumber(rawValue) === number;
});

const IS_SAME: Readonly<Record<Field, IsSame>> = {
  name: ofTexts((rawValue, value, families) => {
    const context = { families, currentFamilies: families, naturalPerson: false, language: undefined };
    return compareNames(rawValue, [{ value }], context)?.verdict !== 'different';
  }),
  legalForm: ofTexts((rawValue, value) => {
    const [a, b] = [parseLegalForm(rawValue), parseLegalForm(value)];
    return a && b ? compareLegalForms(a, b) === 'same' : fold(rawValue) === fold(value);
  }),
  enterpriseNumber: isSameNumber,
  vatNumber: isSameNumber,
  website: ofTexts(
    (rawValue, value) => websiteKey(rawValue) !== undefined && websiteKey(rawValue) === websiteKey(value),
  ),
  address: (rawValue, value) => compareAddressParts(rawValue as Address, value as Address) === 'same',
  phone: ofTexts((rawValue, value) => {
    const phones = parsePhones(value);
    return phones.length > 0 && parsePhones(rawValue).join() === phones.join();
  }),
  incorporationDate: ofTexts((rawValue, value) => rawValue === value),
  fiscalYearEnd: ofTexts(isSameMonthDay),
  // Links are added to those that there are.
  linkedRelations: (rawValue, value) => {
    const links = rawValue as readonly Link[];
    return (value as readonly Link[]).every(
      ({ relationCode, role }) =>
        !relationCode || links.some((link) => link.relationCode === relationCode && (link.role ?? '') === (role ?? '')),
    );
  },
};

/**
 * Whether a field that holds the one value holds the other: no part more and none less, spelling aside. `families` are those
 * of the company's legal form, whose words are none of its name.
 */
export function isSameValue(field: Field, rawValue: Value, value: Value, families: readonly string[] = []): boolean {
  return (typeof rawValue === 'string' && rawValue === value) || IS_SAME[field](rawValue, value, families);
}
