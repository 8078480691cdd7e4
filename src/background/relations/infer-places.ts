import { EMPTY_SCHEMA } from '../../adminpulse/office-schema.ts';
import { contextText, numbersOf, type RawRelation, readField } from '../../adminpulse/read-relation.ts';
import { isServiceFailure } from '../../api/errors.ts';
import { FIELDS, type Field, type Service, type Value } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { isSameValue } from '../../company/same-value.ts';
import type { Finding, Sample, Side } from '../../inference/finding.ts';
import { inferPlaces } from '../../inference/infer-places.ts';
import type { Openthebox } from '../../openthebox/openthebox.ts';
import { readCompany } from '../../openthebox/read-company.ts';
import type { ChosenPaths } from '../../schema/chosen-paths.ts';
import type { FieldPlace, Meaning, Places } from '../../schema/field-place.ts';
import { FieldPlaceSchema } from '../../schema/field-place-schema.ts';
import { isEmpty, placesAt, sameJson } from '../../schema/json-path.ts';
import { CATALOGUE_PATHS } from '../../schema/relation-candidates.ts';
import { withLock } from '../platform/locks.ts';
import { opentheboxCredentials } from '../settings/credentials.ts';
import { mappingOverrides } from '../settings/mapping-overrides.ts';
import type { Count } from './chance.ts';
import { type InferredPlace, type InferredPlaces, inferredPlaces, inferredPlacesItem } from './inferred-places.ts';
import { placeAfter } from './place-after.ts';
import { withChoices } from './place-choices.ts';
import { placesIn } from './places-in.ts';
import { catalogueItem } from './value-catalogue.ts';

/**
 * Finds from some relations and their companies where the facts stand in both services' answers, and stores it, as far as it is
 * not known better. A company that openthebox does not give is left out.
 */
export async function inferOfficePlaces(
  openthebox: Openthebox,
  relations: readonly RawRelation[],
): Promise<InferredPlaces> {
  const { adminpulse: chosen, openthebox: chosenOfCompany } = await mappingOverrides();
  const companies = await companiesOf(relations, openthebox, chosen);
  const samples = relations.map((relation, index): Sample => ({ relation, company: companies[index] }));
  const found = inferPlaces(samples);
  const given = companies.filter((company) => company !== undefined).length;
  const ofRelations = { reads: readsOfRelations(relations, chosen), documents: relations.length, companies: given };
  const ofCompanies = { reads: readsOfCompanies(companies, chosenOfCompany), documents: given, companies: given };
  return withLock('inferred-places', async () => {
    const before = await inferredPlaces();
    const after = (service: Service, looked: Looked) =>
      withChoices(before[service], (old) => placesAfter(old, found[service].findings, looked));
    const inRelations = after('adminpulse', ofRelations);
    const inCompanies = after('openthebox', ofCompanies);
    const known: InferredPlaces = {
      version: 1,
      relations: Math.max(before.relations, relations.length),
      companies: Math.max(before.companies, given),
      fieldsRead: {
        adminpulse: fieldsReadIn(inRelations, ofRelations, {
          documents: before.relations,
          fields: before.fieldsRead?.adminpulse,
        }),
        openthebox: fieldsReadIn(inCompanies, ofCompanies, {
          documents: before.companies,
          fields: before.fieldsRead?.openthebox,
        }),
      },
      adminpulse: inRelations,
      openthebox: inCompanies,
    };
    await inferredPlacesItem.write(known);
    // It was collected at the places of before.
    if (!sameJson(known.adminpulse, before.adminpulse)) await catalogueItem.write(undefined);
    return known;
  });
}

/** Found, or the likeliest of several: a company that is not the relation's agrees with it in nothing, and does no harm. */
export function likelyNumbers({ findings, ranked }: Side): Places {
  const likeliest = NUMBERS.flatMap((field) => {
    const place = ranked[field]?.[0]?.place;
    return place ? [[field, place]] : [];
  });
  return { ...Object.fromEntries(likeliest), ...placesIn(findings) };
}

const NUMBERS = ['enterpriseNumber', 'vatNumber'] as const;

/** openthebox's access without credentials is limited. */
const MAX_ANONYMOUS_CALLS = 3;

/** The company of each relation that has a number; the numbers are known by their check alone. */
async function companiesOf(
  relations: readonly RawRelation[],
  openthebox: Openthebox,
  chosen: ChosenPaths,
): Promise<readonly unknown[]> {
  const places = likelyNumbers(inferPlaces(relations.map((relation) => ({ relation }))).adminpulse);
  const isAnonymous = (await opentheboxCredentials.read()) === undefined;
  const read = isAnonymous ? relations.slice(0, MAX_ANONYMOUS_CALLS) : relations;
  return Promise.all(
    read.map((raw) => {
      const [number] = numbersOf(raw, chosen, places);
      return number === undefined ? undefined : companyOrNothing(openthebox, number);
    }),
  );
}

export async function companyOrNothing(openthebox: Openthebox, number: EnterpriseNumber): Promise<unknown> {
  try {
    return await openthebox.companyAnswer(number);
  } catch (error) {
    if (!isServiceFailure(error)) throw error;
    return undefined;
  }
}

/** What is read for a meaning in each sample: by the names that are known today, or at a place. */
type Reads = (meaning: Meaning, places?: Places) => readonly unknown[];

/** What was looked at of one service. */
type Looked = { readonly reads: Reads; readonly documents: number; readonly companies: number };

/**
 * The places that are needed: of what the known names do not find, and of what they find elsewhere than where the values
 * certainly are. All else is read as before. What was known by better evidence stays.
 */
function placesAfter(
  before: InferredPlaces[Service],
  findings: readonly Finding[],
  { reads, documents, companies }: Looked,
): Partial<Record<Meaning, InferredPlace>> {
  const countAt = (meaning: Meaning, place: FieldPlace) =>
    reads(meaning, { [meaning]: place }).filter((value) => value !== undefined).length;
  // One place that cannot be kept must not make all of them unreadable.
  const storable = findings.filter(({ place }) => FieldPlaceSchema.safeParse(place).success);
  const meanings = new Set([...(Object.keys(before) as Meaning[]), ...storable.map(({ meaning }) => meaning)]);
  const after = [...meanings].flatMap((meaning) => {
    const finding = storable.find((one) => one.meaning === meaning);
    const old = before[meaning];
    const place = placeAfter(old, {
      documents,
      companies,
      isNeeded: finding !== undefined && isNeeded(finding, reads),
      readBefore: old ? countAt(meaning, old.place) : 0,
      ...(finding && { found: asStored(finding, { count: countAt(meaning, finding.place), of: documents }) }),
    });
    return place ? [[meaning, place]] : [];
  });
  return Object.fromEntries(after);
}

function asStored({ meaning, place, confidence, reasons }: Finding, read: Count): InferredPlace {
  return { place, confidence: isWhole(meaning, place) ? confidence : 'presumed', reasons: [...reasons], read };
}

/**
 * The fields of which at least one sample has a value, by the names that are known or at the place that is. Where fewer were looked
 * at than before, those of before count too.
 */
function fieldsReadIn(
  places: InferredPlaces[Service],
  { reads, documents }: Looked,
  before: { readonly documents: number; readonly fields: readonly Field[] | undefined },
): Field[] {
  const isReadIn = (values: readonly unknown[]) => values.some((value) => value !== undefined);
  return FIELDS.filter((field) => {
    const place = places[field]?.place;
    return (
      (documents < before.documents && before.fields?.includes(field)) ||
      isReadIn(reads(field)) ||
      (place !== undefined && isReadIn(reads(field, { [field]: place })))
    );
  });
}

/** An address of which no place of the box is known would be written without the box that it has. */
function isWhole(meaning: Meaning, { parts = [] }: FieldPlace): boolean {
  return meaning !== 'address' || parts.some(({ holds }) => holds.length === 0 || holds.includes('box'));
}

function isNeeded({ meaning, place, confidence, reasons }: Finding, reads: Reads): boolean {
  const byName = reads(meaning);
  if (byName.every((value) => value === undefined)) return true;
  const isShown = confidence === 'certain' && reasons.some(({ kind }) => kind === 'agreement');
  const byValue = reads(meaning, { [meaning]: place });
  return isShown && byValue.some((value, index) => value !== undefined && !isSame(meaning, value, byName[index]));
}

/** What is read of a relation beside its fields. */
const CONTEXT_READ = ['code', 'id', 'language', 'endDate'] as const satisfies readonly Meaning[];
const isRead = (meaning: Meaning): meaning is (typeof CONTEXT_READ)[number] =>
  (CONTEXT_READ as readonly Meaning[]).includes(meaning);

/** The lists of values that a new relation needs, by their names in the catalogue. */
const TOPICS: Partial<Readonly<Record<Meaning, keyof typeof CATALOGUE_PATHS>>> = {
  status: 'status',
  type: 'relationType',
  ownCompany: 'ownCompany',
  since: 'since',
};

function contextValue(raw: RawRelation, meaning: Meaning, places: Places | undefined): unknown {
  if (isRead(meaning)) return contextText(raw, meaning, places);
  const topic = TOPICS[meaning];
  const paths = places?.[meaning]?.paths.map(({ path }) => path) ?? (topic ? CATALOGUE_PATHS[topic] : []);
  return paths.flatMap((path) => placesAt(path, raw)).find(({ value }) => !isEmpty(value))?.value;
}

/** By the product's own equality, of the first version where there are several. */
function isSame(meaning: Meaning, value: unknown, other: unknown): boolean {
  const [a, b] = [firstOf(value), firstOf(other)];
  if (b === undefined || !isField(meaning) || meaning === 'linkedRelations') return sameJson(a, b);
  return isSameValue(meaning, a as Value, b as Value);
}

function firstOf(fact: unknown): unknown {
  const [first] = Array.isArray(fact) ? fact : [fact];
  return typeof first === 'object' && first !== null && 'value' in first ? first.value : first;
}

const isField = (meaning: Meaning): meaning is Field => (FIELDS as readonly string[]).includes(meaning);

function readsOfRelations(relations: readonly RawRelation[], chosen: ChosenPaths): Reads {
  return (meaning, places) =>
    relations.map((raw) =>
      isField(meaning)
        ? readField(meaning, raw, { ...EMPTY_SCHEMA, chosen, ...(places && { places }) })?.value
        : contextValue(raw, meaning, places),
    );
}

function readsOfCompanies(companies: readonly unknown[], chosen: ChosenPaths): Reads {
  const read = (places?: Places) =>
    companies.map((company): Readonly<Record<string, unknown>> => {
      if (company === undefined) return {};
      return readCompany({ company, chosen, ...(places && { places }), retrievedAt: '' });
    });
  const byName = read();
  return (meaning, places) =>
    (places ? read(places) : byName).map(
      (company) => company[meaning === 'typeOfEnterprise' ? 'naturalPerson' : meaning],
    );
}
