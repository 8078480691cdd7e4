import { addressKeys } from '../../adminpulse/address-parts.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import { type RawRelation, readField } from '../../adminpulse/read-relation.ts';
import { isFailure, notFound } from '../../api/errors.ts';
import { type Company, FIELDS, type Field, type Service, type Value } from '../../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import type { MappingRow } from '../../messages/index.ts';
import { type Answers, readCompany } from '../../openthebox/read-company.ts';
import { type ChosenPaths, OPENTHEBOX_FIELDS } from '../../schema/chosen-paths.ts';
import { placesAt } from '../../schema/json-path.ts';
import { userLanguage } from '../platform/language.ts';
import { type InferredPlace, inferredPlaces, isPresumed, placesOf } from '../relations/inferred-places.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { relationCode } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { shortPath, shortText } from './answer-tree.ts';

/** A real answer of a service, and what the mapping makes of it. */
export type Example = {
  /** What it is an answer about: a relation's code, a company's number. */
  readonly subject: string;
  readonly answer: unknown;
  readonly rows: (chosen: ChosenPaths) => readonly MappingRow[];
  /** What is read for the field under these paths. */
  readonly read: (field: Field, chosen: ChosenPaths) => unknown;
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
  const reading = (field: Field, chosen: ChosenPaths) => readField(field, raw, { ...profile, chosen });
  return {
    subject: relationCode(raw, profile.places),
    answer: raw,
    rows: (chosen) => FIELDS.map((field) => relationRow(field, raw, { ...profile, chosen }, inferred[field])),
    read: (field, chosen) => reading(field, chosen)?.value,
  };
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

function relationRow(
  field: Field,
  raw: RawRelation,
  profile: OfficeProfile,
  inferred: InferredPlace | undefined,
): MappingRow {
  const reading = readField(field, raw, profile);
  const chosen = profile.chosen?.[field];
  const value = reading?.value;
  const found = reading?.place ? shortPath(reading.place.keys) : reading?.candidate.path;
  return row(field, {
    chosen,
    found,
    sample: reading?.value === undefined ? undefined : sampleOf(field, reading.place?.value),
    meaning: value,
    inferred,
    choosable: true,
  });
}

/** Of a relation that is itself the address's holder, only the parts of the address. */
function sampleOf(field: Field, value: unknown): unknown {
  if (field !== 'address' || typeof value !== 'object' || value === null) return value;
  const keys = Object.values(addressKeys(value));
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));
}

async function companyExample(services: Services, subject: string | undefined): Promise<Example | undefined> {
  const number = subject === undefined ? await firstNumber(services) : parseEnterpriseNumber(subject);
  if (number === undefined) {
    if (subject !== undefined) throw notFound('openthebox', subject);
    return undefined;
  }
  const answers = await services.openthebox.answers(number, userLanguage());
  const { openthebox: inferred } = await inferredPlaces();
  const read = (chosen: ChosenPaths) => readCompany({ ...answers, chosen });
  return {
    subject: number,
    answer: answers.company,
    rows: (chosen) => {
      const company = read(chosen);
      return FIELDS.map((field) =>
        companyRow(field, answers, company, { chosen: chosen[field], inferred: inferred[field] }),
      );
    },
    read: (field, chosen) => meaningIn(field, read(chosen)),
  };
}

/** The number of the first relation, where AdminPulse is connected and the mapping finds one. */
async function firstNumber(services: Services): Promise<EnterpriseNumber | undefined> {
  try {
    const example = await relationExample(services, undefined);
    const { chosen } = await loadOfficeProfile(services.adminpulse);
    const number = example?.read('enterpriseNumber', chosen ?? {}) ?? example?.read('vatNumber', chosen ?? {});
    return number as EnterpriseNumber | undefined;
  } catch (error) {
    if (isFailure(error, 'notConnected')) return undefined;
    throw error;
  }
}

function companyRow(
  field: Field,
  answers: Answers,
  company: Company,
  { chosen, inferred }: Pick<RowParts, 'chosen' | 'inferred'>,
): MappingRow {
  const path = company.provenance.paths[field];
  const place = path?.startsWith('$') ? placesAt(path, answers.company)[0] : undefined;
  return row(field, {
    chosen,
    found: place ? shortPath(place.keys) : path,
    sample: place?.value,
    meaning: meaningIn(field, company),
    inferred,
    choosable: OPENTHEBOX_FIELDS.some((other) => other === field),
  });
}

/** The first version of a fact, as a review would propose it. */
function meaningIn(field: Field, company: Company): Value | undefined {
  const fact: unknown = company[field];
  if (field === 'linkedRelations') return company.linkedRelations;
  const first: unknown = Array.isArray(fact) ? fact[0] : fact;
  return (typeof first === 'object' && first !== null && 'value' in first ? first.value : first) as Value | undefined;
}

type RowParts = {
  readonly chosen: string | undefined;
  readonly found: string | undefined;
  readonly sample: unknown;
  readonly meaning: Value | undefined;
  readonly inferred: InferredPlace | undefined;
  readonly choosable: boolean;
};

function row(field: Field, { chosen, found, sample, meaning, inferred, choosable }: RowParts): MappingRow {
  const path = chosen ?? found;
  const evidence = chosen === undefined && path !== undefined ? inferred?.reasons : undefined;
  return {
    field,
    how: chosen !== undefined ? 'chosen' : found !== undefined ? howFound(inferred) : 'notFound',
    ...(path !== undefined && { path }),
    ...(sample !== undefined && sample !== null && { sample: shortText(sample) }),
    ...(meaning !== undefined && { meaning }),
    ...(evidence && { evidence }),
    ...(evidence && inferred?.doubted && { doubt: inferred.doubted }),
    choosable,
  };
}

function howFound(inferred: InferredPlace | undefined): MappingRow['how'] {
  if (!inferred) return 'default';
  if (isPresumed(inferred)) return 'presumed';
  return inferred.confirmed ? 'confirmed' : 'inferred';
}
