import { compareAddressParts } from './address.ts';
import type { Address, Field, Link, Value } from './company.ts';
import { parseEnterpriseNumber } from './enterprise-number.ts';
import { isSameMonthDay } from './fiscal-year-end.ts';
import { fold } from './folding.ts';
import { compareLegalForms, parseLegalForm } from './legal-form.ts';
import { compareNames } from './name.ts';
import { parsePhones } from './phone.ts';
import { websiteKey } from './website.ts';

type IsSame = (held: Value, value: Value, families: readonly string[]) => boolean;

const ofTexts =
  (isSame: (held: string, value: string, families: readonly string[]) => boolean): IsSame =>
  (held, value, families) =>
    typeof held === 'string' && typeof value === 'string' && isSame(held, value, families);

const isSameNumber = ofTexts((held, value) => {
  const number = parseEnterpriseNumber(value);
  return number !== undefined && parseEnterpriseNumber(held) === number;
});

const IS_SAME: Readonly<Record<Field, IsSame>> = {
  name: ofTexts((held, value, families) => {
    const context = { families, currentFamilies: families, naturalPerson: false, language: undefined };
    return compareNames(held, [{ value }], context)?.verdict !== 'different';
  }),
  legalForm: ofTexts((held, value) => {
    const [a, b] = [parseLegalForm(held), parseLegalForm(value)];
    return a && b ? compareLegalForms(a, b) === 'same' : fold(held) === fold(value);
  }),
  enterpriseNumber: isSameNumber,
  vatNumber: isSameNumber,
  website: ofTexts((held, value) => websiteKey(held) !== undefined && websiteKey(held) === websiteKey(value)),
  address: (held, value) => compareAddressParts(held as Address, value as Address) === 'same',
  phone: ofTexts((held, value) => {
    const phones = parsePhones(value);
    return phones.length > 0 && parsePhones(held).join() === phones.join();
  }),
  incorporationDate: ofTexts((held, value) => held === value),
  fiscalYearEnd: ofTexts(isSameMonthDay),
  // Links are added to those that there are.
  linkedRelations: (held, value) => {
    const links = held as readonly Link[];
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
export function isSameValue(field: Field, held: Value, value: Value, families: readonly string[] = []): boolean {
  return (typeof held === 'string' && held === value) || IS_SAME[field](held, value, families);
}
