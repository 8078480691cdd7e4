import { type Address, type Company, FIELDS, type Field, type ISODateTime } from '../company/company.ts';
import { parseDate } from '../company/dates.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { parseFiscalYearEnd } from '../company/fiscal-year-end.ts';
import { parseLanguage } from '../company/language.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import { nameWithoutForm } from '../company/name.ts';
import { isTooLong, readText } from '../company/plain-text.ts';
import { type ChosenPaths, chosenPlaces } from '../schema/chosen-paths.ts';
import type { FieldPlace, Meaning, Places } from '../schema/field-place.ts';
import { isEmpty, type Place, placesAt, valueBelow } from '../schema/json-path.ts';
import { readPlace } from '../schema/read-place.ts';
import { ALSO_KNOWN, CANDIDATES, type Candidate, CONTEXT } from '../schema/relation-candidates.ts';
import { isEmptySpot, type Spot, spotsOf } from '../schema/spots.ts';
import { addressKeys, readAddressParts } from './address-parts.ts';
import { readLinks } from './link-items.ts';
import { formPosition } from './name-form.ts';
import { EMPTY_SCHEMA, type OfficeProfile } from './office-schema.ts';
import type { NeutralValue, RawRelation, Reading, Readings } from './reading.ts';

export type { RawRelation, Reading, Readings } from './reading.ts';

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
 * empty place is inside it. A path that the office chose stands in for all else, and a place that is known by its values for all
 * candidates.
 */
export function readField(field: Field, raw: RawRelation, profile: OfficeProfile): Reading | undefined {
  const known = profile.chosen?.[field] === undefined ? profile.places?.[field] : undefined;
  if (known) return readByPlace(field, known, raw, profile);
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

/** As above, at a place that is known by its values: the first of its spots that is understood, in the relation's language first. */
function readByPlace(field: Field, known: FieldPlace, raw: RawRelation, profile: OfficeProfile): Reading | undefined {
  const spots = inLanguageOf(raw, profile, spotsOf(known, raw));
  const isEmptyHere = (spot: Spot) =>
    field === 'linkedRelations' ? isEmptyPlace(field, spot) : isEmptySpot(known, spot.value);
  const empty = spots.find(isEmptyHere);
  const filled = spots.filter((spot) => !isEmptyHere(spot));
  for (const place of filled) {
    const value = readAt(field, known, place, raw, profile);
    if (value !== undefined) return { candidate: { path: place.path }, by: known, place, value };
  }
  if (filled.length > 0) return undefined;
  const path = empty?.path ?? known.paths[0]?.path ?? '$';
  return { candidate: { path }, by: known, ...(empty && { place: empty }) };
}

function readAt(field: Field, known: FieldPlace, { value: rawValue }: Place, raw: RawRelation, profile: OfficeProfile) {
  if (field === 'linkedRelations') return readLinks(rawValue, known);
  const value = readPlace(field, known, rawValue);
  const hasForm = field === 'name' && formPosition(known) !== undefined;
  return hasForm && typeof value === 'string' ? nameWithoutForm(value, familiesOf(raw, profile)) : value;
}

/** The family of the relation's legal form, which has a place of its own. */
export function familiesOf(raw: RawRelation, profile: OfficeProfile): readonly string[] {
  const form = readField('legalForm', raw, profile)?.value;
  const family = typeof form === 'string' ? parseLegalForm(form)?.family : undefined;
  return family === undefined ? [] : [family];
}

function inLanguageOf(raw: RawRelation, { places }: OfficeProfile, spots: readonly Spot[]): readonly Spot[] {
  if (spots.every(({ language }) => language === undefined)) return spots;
  const wanted = parseLanguage(contextText(raw, 'language', places) ?? '');
  const rank = ({ language }: Spot) => (language === wanted ? 0 : language === undefined ? 1 : 2);
  return spots.toSorted((a, b) => rank(a) - rank(b));
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
  linkedRelations: (value) => readLinks(value),
};

/** The relation as a company, for the comparison. */
export function toCompany(
  raw: RawRelation,
  readings: Readings,
  retrievedAt: ISODateTime,
  places: Places = {},
): Company {
  const value = (field: Field) => readings[field]?.value;
  const string = (field: Field) => value(field) as string | undefined;
  const paths = Object.fromEntries(
    Object.entries(readings).map(([field, { place, candidate }]) => [field, place?.path ?? candidate.path]),
  );
  const name = string('name');
  const address = value('address') as Address | undefined;
  // The values of AdminPulse's language field are not documented.
  const language = parseLanguage(contextText(raw, 'language', places) ?? '');
  const entries = {
    name: name && [{ value: name }],
    legalForm: string('legalForm'),
    enterpriseNumber: string('enterpriseNumber'),
    vatNumber: string('vatNumber'),
    website: string('website') && [string('website')],
    address: address && [{ value: address }],
    phone: string('phone') && [string('phone')],
    alsoKnown: {
      phone: [...textsAt(ALSO_KNOWN.phone, raw), ...siblingTexts(places.phone, raw)],
      website: [...textsAt(ALSO_KNOWN.website, raw), ...siblingTexts(places.website, raw)],
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

/** The values of all items of the list in which a fact stands. */
function siblingTexts(known: FieldPlace | undefined, raw: RawRelation): string[] {
  if (!known?.item) return [];
  const { list, value } = known.item;
  const items = placesAt(list, raw)[0]?.value;
  return Array.isArray(items) ? items.flatMap((item) => readText(valueBelow(item, value)) ?? []) : [];
}

type ContextKey = keyof typeof CONTEXT;

/** The first text at the known place, else at one of the paths of `CONTEXT`; else at the place that rows of the list have. */
export function contextText(raw: RawRelation, key: ContextKey, places: Places = {}): string | undefined {
  const known = placeOfContext(key, places);
  const texts = known ? textsOf(known, raw) : textsAt(CONTEXT[key], raw);
  const inRows = placeOfContext(key, places.ofRows ?? {});
  return texts[0] ?? (inRows && textsOf(inRows, raw)[0]);
}

const textsOf = (place: FieldPlace, raw: RawRelation) =>
  spotsOf(place, raw).flatMap(({ value }) => readText(value) ?? []);

/** A relation is displayed by its name. */
function placeOfContext(key: ContextKey, places: Places): FieldPlace | undefined {
  const meaning = key === 'displayName' ? 'name' : MEANINGS.find((one) => one === key);
  return meaning && places[meaning];
}

const MEANINGS: readonly Meaning[] = ['code', 'id', 'language', 'endDate'];

/** What names a relation in calls: its code (`APR…`), or its id where it has none. */
export function codeOf(raw: RawRelation, places: Places = {}): string | undefined {
  return contextText(raw, 'code', places) ?? contextText(raw, 'id', places);
}

const NUMBERS = ['vatNumber', 'enterpriseNumber'] as const;

/** The relation's VAT and enterprise number, each once, or those of a row of the list. A foreign VAT number is none of them. */
export function numbersOf(row: RawRelation, chosen: ChosenPaths, places: Places = {}): readonly EnterpriseNumber[] {
  const numbers = numbersBy(row, { ...EMPTY_SCHEMA, chosen, places });
  const { ofRows } = places;
  return numbers.length > 0 || !ofRows ? numbers : numbersBy(row, { ...EMPTY_SCHEMA, places: ofRows });
}

function numbersBy(row: RawRelation, profile: OfficeProfile): readonly EnterpriseNumber[] {
  const values = NUMBERS.map((field) => readField(field, row, profile)?.value);
  return [...new Set(values.filter((value) => value !== undefined))] as EnterpriseNumber[];
}
