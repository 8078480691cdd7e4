import type { Address, Company, Field, FlatField, ISODate, ISODateTime, Link, Version } from '../company/company.ts';
import { parseDate } from '../company/dates.ts';
import { parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { fiscalYearEndFromAccounts, parseFiscalYearEnd } from '../company/fiscal-year-end.ts';
import { isTooLong, readText } from '../company/plain-text.ts';
import { type ChosenPaths, chosenPlaces } from '../schema/chosen-paths.ts';
import { ADDRESS_PARTS, ANNUAL_ACCOUNTS, type Candidate, COMPANY } from '../schema/company-candidates.ts';
import type { FieldPlace, Places } from '../schema/field-place.ts';
import { isEmpty, type Place, placesAt, sameJson } from '../schema/json-path.ts';
import { readPlace } from '../schema/read-place.ts';
import { isEmptySpot, type Spot, spotsOf } from '../schema/spots.ts';

/** What openthebox answered about one company; parts that it did not give are absent. */
export type Answers = {
  readonly company: unknown;
  readonly annualAccounts?: unknown;
  readonly links?: readonly Link[];
  /** Fields whose own call failed, so that they are not known for now. */
  readonly unreadable?: readonly Field[];
  /** The paths that the office chose: each stands in for all candidates of its field. */
  readonly chosen?: ChosenPaths;
  /** The places that are known by their values: each stands in for all candidates of its meaning. */
  readonly places?: Places;
  readonly retrievedAt: ISODateTime;
};

type Found<T> = Version<T> & { readonly path: string };
type Read<T> = (value: unknown) => T | undefined;

/**
 * Maps openthebox's answers to a company. A key that is missing, empty or of a form that is not understood is unknown:
 * it is left out, and never means "empty".
 */
export function readCompany(answers: Answers): Company {
  const paths: Partial<Record<Field, string>> = {};
  const unreadable = new Set<Field>(answers.unreadable);

  function all<T>(field: FlatField, candidates: readonly Candidate[], read: Read<T>): Found<T>[] {
    const chosen = answers.chosen?.[field];
    const known = chosen === undefined ? answers.places?.[field] : undefined;
    const { found, notUnderstood } = known
      ? findAt(answers.company, known, (rawValue) => readPlace(field, known, rawValue) as T | undefined)
      : find(answers.company, candidatesOf(chosen, candidates), read);
    if (found[0]) paths[field] = found[0].path;
    else if (notUnderstood || chosen !== undefined) unreadable.add(field);
    return found;
  }
  const first = <T>(field: FlatField, candidates: readonly Candidate[], read: Read<T>) =>
    all(field, candidates, read)[0]?.value;

  function context<T>(meaning: 'juridicalSituation' | 'typeOfEnterprise', read: Read<T>): T | undefined {
    const known = answers.places?.[meaning];
    const { found } = known ? findAt(answers.company, known, read) : find(answers.company, COMPANY[meaning], read);
    return found[0]?.value;
  }

  const addresses = all('address', COMPANY.address, readAddress);
  const isHistoryRead = addresses.length === 0 && answers.places?.address === undefined;
  const company = {
    name: nonEmpty(all('name', COMPANY.name, readText).map(toVersion)),
    legalForm: first('legalForm', COMPANY.legalForm, readText),
    enterpriseNumber: first('enterpriseNumber', COMPANY.enterpriseNumber, readNumber),
    vatNumber: first('vatNumber', COMPANY.vatNumber, readNumber),
    website: nonEmpty(all('website', COMPANY.website, readText).map(({ value }) => value)),
    address: nonEmpty((isHistoryRead ? all('address', COMPANY.addressHistory, readAddress) : addresses).map(toVersion)),
    phone: nonEmpty(all('phone', COMPANY.phone, readText).map(({ value }) => value)),
    incorporationDate: first('incorporationDate', COMPANY.incorporationDate, readDate),
    fiscalYearEnd: first('fiscalYearEnd', COMPANY.fiscalYearEnd, parseFiscalYearEnd) ?? fromAccounts(),
    linkedRelations: answers.links,
    juridicalSituation: context('juridicalSituation', readText),
    naturalPerson: context('typeOfEnterprise', readTypeOfEnterprise),
  };

  function fromAccounts() {
    if (answers.chosen?.fiscalYearEnd !== undefined) return undefined;
    const end = readFiscalYearEnd(answers.annualAccounts);
    if (end) paths.fiscalYearEnd = `annual accounts ${ANNUAL_ACCOUNTS.periodEnd[0]}`;
    return end;
  }
  if (answers.links) paths.linkedRelations = 'graph $';
  for (const field of Object.keys(paths) as Field[]) unreadable.delete(field);

  return {
    ...withoutUndefined(company),
    provenance: { service: 'openthebox', retrievedAt: answers.retrievedAt, paths, unreadable: [...unreadable] },
  };
}

/** A chosen path that is also a candidate keeps the language that the profile knows of it. */
function candidatesOf(chosen: string | undefined, candidates: readonly Candidate[]): readonly Candidate[] {
  if (chosen === undefined) return candidates;
  return [candidates.find(({ path }) => path === chosen) ?? { path: chosen }];
}

type Findings<T> = { readonly found: Found<T>[]; readonly notUnderstood: boolean };

/** Every value that the candidates find and `read` understands, each once, in the order of the candidates. */
function find<T>(answer: unknown, candidates: readonly Candidate[], read: Read<T>): Findings<T> {
  const spots = candidates.flatMap(({ path, language }) =>
    chosenPlaces(path, answer).map((place): Spot => ({ ...place, ...(language && { language }) })),
  );
  return findIn(spots, isEmpty, read);
}

/** As above, at a place that is known by its values. */
function findAt<T>(answer: unknown, known: FieldPlace, read: Read<T>): Findings<T> {
  return findIn(spotsOf(known, answer), (rawValue) => isEmptySpot(known, rawValue), read);
}

function findIn<T>(spots: readonly Spot[], isEmptyHere: (rawValue: unknown) => boolean, read: Read<T>): Findings<T> {
  const found: Found<T>[] = [];
  let notUnderstood = false;
  for (const { path, language, value: rawValue } of spots) {
    if (isEmptyHere(rawValue)) continue;
    const value = read(rawValue);
    notUnderstood ||= value === undefined;
    if (value === undefined) continue;
    if (found.some((other) => other.language === language && sameJson(other.value, value))) continue;
    found.push({ value, path, ...(language && { language }) });
  }
  return { found, notUnderstood };
}

function toVersion<T>({ value, language }: Found<T>): Version<T> {
  return { value, ...(language && { language }) };
}

const readNumber = (value: unknown) => {
  const text = readText(value);
  return text === undefined ? undefined : parseEnterpriseNumber(text);
};

const readDate: Read<ISODate> = (value) =>
  typeof value === 'string' || typeof value === 'number' ? parseDate(value) : undefined;

/** TypeOfEnterprise of the KBO: 1 natural person, 2 legal person. */
const readTypeOfEnterprise: Read<boolean> = (value) => {
  const code = readText(value);
  return code === '1' ? true : code === '2' ? false : undefined;
};

const readAddress: Read<Address> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const record = value as Record<string, unknown>;
  if (
    Object.values(ADDRESS_PARTS)
      .flat()
      .some((key) => isTooLong(record[key]))
  )
    return undefined;
  const parts = Object.entries(ADDRESS_PARTS).flatMap(([part, keys]) => {
    const text = keys.map((key) => readText(record[key])).find((found) => found !== undefined);
    return text === undefined ? [] : [[part, text] as const];
  });
  return parts.some(([part]) => part === 'street' || part === 'postalCode') ? Object.fromEntries(parts) : undefined;
};

/** From the last annual accounts, under the condition that `fiscalYearEndFromAccounts` sets. */
function readFiscalYearEnd(annualAccounts: unknown) {
  if (annualAccounts === undefined) return undefined;
  const dates = (paths: readonly string[]) =>
    paths.flatMap((path) => placesAt(path, annualAccounts)).flatMap((place: Place) => readDate(place.value) ?? []);
  const [periodStart] = dates(ANNUAL_ACCOUNTS.periodStart);
  const periodEnds = dates([...ANNUAL_ACCOUNTS.periodEnd, ...ANNUAL_ACCOUNTS.earlierPeriodEnds]);
  return fiscalYearEndFromAccounts({ ...(periodStart && { periodStart }), periodEnds });
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Drops the keys without a value, so that "absent" is the one way to say "unknown". */
function withoutUndefined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
