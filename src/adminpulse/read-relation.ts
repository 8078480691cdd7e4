import { type Address, type Company, FIELDS, type Field, type ISODateTime, type Link } from '../company/company.ts';
import { parseDate } from '../company/dates.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { parseFiscalYearEnd } from '../company/fiscal-year-end.ts';
import { parseLanguage } from '../company/language.ts';
import { isTooLong, readText } from '../company/plain-text.ts';
import { type ChosenPaths, chosenPlaces } from '../schema/chosen-paths.ts';
import { isEmpty, type Place, placesAt } from '../schema/json-path.ts';
import { ALSO_KNOWN, CANDIDATES, type Candidate, CONTEXT } from '../schema/relation-candidates.ts';
import { addressKeys, readAddressParts } from './address-parts.ts';
import { EMPTY_SCHEMA, type OfficeProfile } from './office-schema.ts';
import { LINK_TYPES } from './profile.ts';

/** A relation as AdminPulse's API answers it. */
export type RawRelation = Readonly<Record<string, unknown>>;

/** Where a field of one relation stands, and what stands there. */
export type Reading = {
  readonly candidate: Candidate;
  /** The place; absent where a new item of a list, or a key that this relation lacks, has to be made. */
  readonly place?: Place;
  /** The neutral value; absent where nothing stands there. */
  readonly value?: NeutralValue;
};

type NeutralValue = string | Address | readonly Link[];

/** The readings of one relation. A field that is absent was not found, or has a form that is not understood. */
export type Readings = Partial<Record<Field, Reading>>;

/** Finds each of the ten fields in a relation; `known` says where other relations have the fields that this one lacks. */
export function readFields(raw: RawRelation, profile: OfficeProfile): Readings {
  const readings: Partial<Record<Field, Reading>> = {};
  for (const field of FIELDS) {
    const reading = readField(field, raw, profile);
    if (reading) readings[field] = reading;
  }
  return readings;
}

/**
 * The first candidate under which a value is understood; else the first whose place exists and is empty; else the one at
 * which other relations have the field. A place that holds something not understood makes the field unreadable, unless the
 * empty place is inside it. A path that the office chose stands in for all candidates.
 */
export function readField(field: Field, raw: RawRelation, profile: OfficeProfile): Reading | undefined {
  let empty: Reading | undefined;
  const notUnderstood: Place[] = [];
  const candidates = candidatesOf(field, profile.chosen);
  for (const candidate of candidates) {
    for (const place of chosenPlaces(candidate.path, raw)) {
      if (field === 'address' && !isAddressPlace(place)) continue;
      if (isEmptyPlace(field, place)) {
        empty ??= { candidate, place };
        continue;
      }
      const value = NEUTRAL[field](place.value);
      if (value !== undefined) return { candidate, place, value };
      notUnderstood.push(place);
    }
  }
  const { place: emptyPlace } = empty ?? {};
  if (notUnderstood.some((place) => !emptyPlace || !isInside(emptyPlace, place))) return undefined;
  if (empty) return empty;
  const elsewhere = candidates.find(({ path }) => path === profile.fields[field]?.path);
  return elsewhere && { candidate: elsewhere };
}

/** A chosen path that is also a candidate keeps what the profile knows of its list. */
function candidatesOf(field: Field, chosen: ChosenPaths | undefined): readonly Candidate[] {
  const path = chosen?.[field];
  if (path === undefined) return CANDIDATES[field];
  return [CANDIDATES[field].find((candidate) => candidate.path === path) ?? { path }];
}

const isInside = (inner: Place, outer: Place) => outer.keys.every((key, index) => inner.keys[index] === key);

function isAddressPlace({ value }: Place): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { street, postalCode } = addressKeys(value);
  return street !== undefined || postalCode !== undefined;
}

function isEmptyPlace(field: Field, place: Place): boolean {
  if (field === 'linkedRelations') return !Array.isArray(place.value) && isEmpty(place.value);
  if (field === 'address') return isEmpty(readAddressParts(place.value as object));
  return isEmpty(place.value);
}

/** An address with a part that cannot be shown is not understood. */
function readAddress(value: unknown) {
  const parts = readAddressParts(value as object);
  return Object.values(parts).some(isTooLong) ? undefined : parts;
}

/** How the value of each field is read into its neutral form. */
const NEUTRAL: Readonly<Record<Field, (value: unknown) => NeutralValue | undefined>> = {
  name: readText,
  legalForm: readText,
  enterpriseNumber: (value) => parseEnterpriseNumber(readText(value) ?? ''),
  vatNumber: (value) => parseEnterpriseNumber(readText(value) ?? ''),
  website: readText,
  address: readAddress,
  phone: readText,
  incorporationDate: (value) => (typeof value === 'string' || typeof value === 'number' ? parseDate(value) : undefined),
  fiscalYearEnd: parseFiscalYearEnd,
  linkedRelations: (value) => (Array.isArray(value) ? value.flatMap(readLink) : undefined),
};

/** `linkType` and `uniqueIdentifier` of an entry of `tos` were seen in public code. */
function readLink(entry: unknown): Link[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { linkType, uniqueIdentifier } = entry as Record<string, unknown>;
  const relationCode = readText(uniqueIdentifier);
  const role = readText(linkType);
  const means = role !== undefined && Object.hasOwn(LINK_TYPES, role) ? LINK_TYPES[role] : undefined;
  return relationCode ? [{ relationCode, ...(role && { role }), ...(means && { means }) }] : [];
}

/** The relation as a company, for the comparison. */
export function toCompany(raw: RawRelation, readings: Readings, retrievedAt: ISODateTime): Company {
  const value = (field: Field) => readings[field]?.value;
  const string = (field: Field) => value(field) as string | undefined;
  const paths = Object.fromEntries(
    Object.entries(readings).map(([field, { place, candidate }]) => [field, place?.path ?? candidate.path]),
  );
  const name = string('name');
  const address = value('address') as Address | undefined;
  // The values of AdminPulse's language field are not documented.
  const language = parseLanguage(contextText(raw, 'language') ?? '');
  const entries = {
    name: name && [{ value: name }],
    legalForm: string('legalForm'),
    enterpriseNumber: string('enterpriseNumber'),
    vatNumber: string('vatNumber'),
    website: string('website') && [string('website')],
    address: address && [{ value: address }],
    phone: string('phone') && [string('phone')],
    alsoKnown: {
      phone: textsAt(ALSO_KNOWN.phone, raw),
      website: textsAt(ALSO_KNOWN.website, raw),
    },
    incorporationDate: string('incorporationDate'),
    fiscalYearEnd: string('fiscalYearEnd'),
    linkedRelations: value('linkedRelations'),
    language,
  };
  return {
    ...(Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry !== undefined)) as Partial<Company>),
    provenance: {
      service: 'adminpulse',
      retrievedAt,
      paths,
      unreadable: FIELDS.filter((field) => !readings[field]),
    },
  };
}

function textsAt(paths: readonly string[], raw: RawRelation): string[] {
  return paths.flatMap((path) => placesAt(path, raw)).flatMap(({ value }) => readText(value) ?? []);
}

/** The first text at one of the paths of `CONTEXT`. */
export function contextText(raw: RawRelation, key: keyof typeof CONTEXT): string | undefined {
  return textsAt(CONTEXT[key], raw)[0];
}

/** What names a relation in calls: its code (`APR…`), or its id where it has none. */
export function codeOf(raw: RawRelation): string | undefined {
  return contextText(raw, 'code') ?? contextText(raw, 'id');
}

const NUMBERS = ['vatNumber', 'enterpriseNumber'] as const;

/** The relation's VAT and enterprise number, each once. A foreign VAT number is none of them. */
export function numbersOf(row: RawRelation, chosen: ChosenPaths): readonly EnterpriseNumber[] {
  const values = NUMBERS.map((field) => readField(field, row, { ...EMPTY_SCHEMA, chosen })?.value);
  return [...new Set(values.filter((value) => value !== undefined))] as EnterpriseNumber[];
}
