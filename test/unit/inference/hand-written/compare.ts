import { compareAddresses } from '../../../../src/company/address.ts';
import type { Address, FlatField } from '../../../../src/company/company.ts';
import { parseEnterpriseNumber } from '../../../../src/company/enterprise-number.ts';
import { parseLegalForm } from '../../../../src/company/legal-form.ts';
import { parsePhones } from '../../../../src/company/phone.ts';
import { websiteKey } from '../../../../src/company/website.ts';
import type { Finding } from '../../../../src/inference/finding.ts';
import type { FieldPlace } from '../../../../src/schema/field-place.ts';
import { isEmpty, placesAt } from '../../../../src/schema/json-path.ts';
import { readPlace } from '../../../../src/schema/read-place.ts';
import { type Facts, monthDay } from './facts.ts';

/** A shape written by hand, for both services; of the ten and the nine fields at least so many are found in twelve relations. */
export type HandWritten = {
  readonly adminpulse: (facts: Facts) => unknown;
  readonly openthebox: (facts: Facts) => unknown;
  readonly least: { readonly adminpulse: number; readonly openthebox: number };
};

export type Document = { readonly answer: unknown; readonly facts: Facts };

/** Whether a place has in each document what the facts say, or nothing where they say nothing. */
export function isRight({ meaning, place }: Finding, documents: readonly Document[]): boolean {
  return documents.every(({ answer, facts }) =>
    meaning === 'linkedRelations'
      ? isSameList(linksAt(place, answer), facts.links)
      : isSame(meaning as FlatField, readAt(meaning as FlatField, place, answer), facts),
  );
}

function readAt(field: FlatField, place: FieldPlace, answer: unknown): string | Address | undefined {
  for (const { path } of place.paths) {
    const [first] = placesAt(path, answer).filter(({ value }) => !isEmpty(value));
    const read = first && readPlace(field, place, first.value);
    if (read !== undefined && read !== '') return read;
  }
  return undefined;
}

function linksAt({ paths, item }: FieldPlace, answer: unknown): readonly string[] {
  const lists = paths.flatMap(({ path }) => placesAt(path, answer).flatMap(({ value }) => value));
  return lists.map((one) => {
    let held: unknown = one;
    for (const key of item?.value ?? []) held = (held as Record<string, unknown>)[key];
    return String(held);
  });
}

const isSameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one));

type Read = string | Address | undefined;

function isSame(field: FlatField, read: Read, facts: Facts): boolean {
  if (field === 'address') return isSameAddress(read as Address | undefined, facts);
  const [expected, key] = EXPECTED[field];
  const wanted = expected(facts);
  // What a sole trader is called has no code, and is an abbreviation of this program alone.
  if (field === 'legalForm' && facts.legalForm?.code === '') {
    return [undefined, facts.legalForm.word, facts.legalForm.abbreviation].includes(read as string | undefined);
  }
  if (wanted === null) return read === undefined;
  return typeof read === 'string' && key(read) === key(wanted);
}

function isSameAddress(read: Address | undefined, { seat }: Facts): boolean {
  if (!seat || !read) return !seat && !(read?.street ?? read?.postalCode);
  const { street, number, zip, city, box } = seat;
  const value = { street, number, postalCode: zip, municipality: city, ...(box && { box }) };
  return compareAddresses(read, [{ value }], undefined)?.verdict === 'same';
}

const text = (value: string) => value.trim();
const number = (value: string) => parseEnterpriseNumber(value) ?? value;

const EXPECTED: Readonly<
  Record<
    Exclude<FlatField, 'address'>,
    readonly [expected: (facts: Facts) => string | null, key: (value: string) => string]
  >
> = {
  name: [({ name }) => name, text],
  legalForm: [
    ({ legalForm }) => legalForm && (legalForm.code || legalForm.word),
    (value) => parseLegalForm(value)?.family ?? value,
  ],
  enterpriseNumber: [(facts) => facts.number, number],
  vatNumber: [({ vatNumber }) => vatNumber, number],
  website: [({ website }) => website, (value) => websiteKey(value) ?? value],
  phone: [({ phone }) => phone, (value) => parsePhones(value)[0] ?? value],
  incorporationDate: [({ founded }) => founded, text],
  fiscalYearEnd: [({ yearEnd }) => monthDay(yearEnd), text],
};
