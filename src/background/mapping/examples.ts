import { readField } from '../../adminpulse/read-relation.ts';
import { isFailure, notFound } from '../../api/errors.ts';
import { FIELDS, type Field, type Service, type Value } from '../../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import type { MappingRow } from '../../messages/index.ts';
import { type Answers, readCompany } from '../../openthebox/read-company.ts';
import type { ChosenPaths } from '../../schema/chosen-paths.ts';
import type { FieldPlace } from '../../schema/field-place.ts';
import { placesAt } from '../../schema/json-path.ts';
import { userLanguage } from '../platform/language.ts';
import { type InferredPlaces, inferredPlaces, placesOf } from '../relations/inferred-places.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { relationCode } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { companyRow, relationRow, valuesIn } from './mapping-rows.ts';

/** A real answer of a service, and what the mapping makes of it. */
export type Example = {
  /** What it is an answer about: a relation's code, a company's number. */
  readonly subject: string;
  readonly answer: unknown;
  readonly rows: (chosen: ChosenPaths) => readonly MappingRow[];
  /** What is read for the field under these paths. */
  readonly read: (field: Field, chosen: ChosenPaths) => unknown;
  /** What is read for the field where it stands now, or would be at this place; undefined where no value is. */
  readonly readAt: (field: Field, place?: FieldPlace) => FieldReading | undefined;
};

export type FieldReading = {
  /** Where the value, or the object that holds its parts, stands in this answer. */
  readonly path: string;
  readonly rawValue: unknown;
  /** Its versions, the one that a review would propose first. */
  readonly values: readonly [Value, ...Value[]];
};

/** An example, or nothing where there is none to take by itself. Throws the errors of the calls. */
export function exampleOf(
  service: Service,
  services: Services,
  subject: string | undefined,
): Promise<Example | undefined> {
  return service === 'adminpulse' ? relationExample(services, subject) : companyExample(services, subject);
}

async function relationExample({ adminpulse }: Services, subject: string | undefined): Promise<Example | undefined> {
  const raw = await oneRelation({ adminpulse }, subject);
  if (!raw) return undefined;
  const profile = await loadOfficeProfile(adminpulse);
  const { adminpulse: inferred } = await inferredPlaces();
  return {
    subject: relationCode(raw, profile.places),
    answer: raw,
    rows: (chosen) => FIELDS.map((field) => relationRow(field, raw, { ...profile, chosen }, inferred[field])),
    read: (field, chosen) => readField(field, raw, { ...profile, chosen })?.value,
    readAt: (field, place) => {
      const { chosen, places } = place ? insteadOf(profile, field, place) : profile;
      const reading = readField(field, raw, { ...profile, ...(chosen && { chosen }), ...(places && { places }) });
      if (!reading?.place || reading.value === undefined) return undefined;
      return { path: reading.place.path, rawValue: reading.place.value, values: [reading.value] };
    },
  };
}

/** What is known of the other fields, and of this one the place. */
function insteadOf({ chosen, places }: Pick<Answers, 'chosen' | 'places'>, field: Field, place: FieldPlace) {
  const { [field]: _, ...others } = chosen ?? {};
  return { chosen: others, places: { ...places, [field]: place } };
}

/** The relation with this code or number, else the first of the list, in full. */
async function oneRelation({ adminpulse }: Pick<Services, 'adminpulse'>, subject: string | undefined) {
  const number = subject === undefined ? undefined : parseEnterpriseNumber(subject);
  if (subject !== undefined && number === undefined) return adminpulse.relation(subject);
  const [row] = number ? await adminpulse.relationsWithNumber(number) : await adminpulse.firstRelations(1);
  if (row) return adminpulse.relation(relationCode(row, await placesOf('adminpulse')));
  if (number) throw notFound('adminpulse', number);
  return undefined;
}

async function companyExample(services: Services, subject: string | undefined): Promise<Example | undefined> {
  const number = subject === undefined ? await firstNumber(services) : parseEnterpriseNumber(subject);
  if (number === undefined) {
    if (subject !== undefined) throw notFound('openthebox', subject);
    return undefined;
  }
  const answers = await services.openthebox.answers(number, userLanguage());
  const { openthebox: inferred } = await inferredPlaces();
  return exampleOfCompany(number, answers, inferred);
}

/** An answer of openthebox as an example. */
export function exampleOfCompany(
  number: EnterpriseNumber,
  answers: Answers,
  inferred: InferredPlaces['openthebox'],
): Example {
  const read = (chosen: ChosenPaths) => readCompany({ ...answers, chosen });
  return {
    subject: number,
    answer: answers.company,
    rows: (chosen) => {
      const company = read(chosen);
      return FIELDS.map((field) =>
        companyRow(field, answers.company, company, { chosen: chosen[field], inferred: inferred[field] }),
      );
    },
    read: (field, chosen) => valuesIn(field, read(chosen))[0],
    readAt: (field, place) => {
      const company = readCompany(place ? { ...answers, ...insteadOf(answers, field, place) } : answers);
      const path = company.provenance.paths[field];
      const [value, ...others] = valuesIn(field, company);
      if (path === undefined || value === undefined) return undefined;
      const rawValue = path.startsWith('$') ? placesAt(path, answers.company)[0]?.value : undefined;
      return { path, rawValue, values: [value, ...others] };
    },
  };
}

/** The number of the first relation, where AdminPulse is connected and the mapping finds one. */
async function firstNumber(services: Services): Promise<EnterpriseNumber | undefined> {
  try {
    const example = await relationExample(services, undefined);
    return example && numberIn(example);
  } catch (error) {
    if (isFailure(error, 'notConnected')) return undefined;
    throw error;
  }
}

/** The number that the mapping finds in an example. */
export function numberIn({ readAt }: Example): EnterpriseNumber | undefined {
  const reading = readAt('enterpriseNumber') ?? readAt('vatNumber');
  return reading?.values[0] as EnterpriseNumber | undefined;
}
