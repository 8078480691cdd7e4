import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import { NORMAL_HANDLING_LEVELS } from '../../adminpulse/profile.ts';
import { readRawValue } from '../../adminpulse/raw-value.ts';
import {
  codeOf,
  contextText,
  type RawRelation,
  type Reading,
  type Readings,
  readField,
  readFields,
  toCompany,
} from '../../adminpulse/read-relation.ts';
import { otherCompany } from '../../api/errors.ts';
import { type Company, FIELDS, type Field, type Link } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { parseLegalForm } from '../../company/legal-form.ts';
import type { RelationSummary, RelationWarning } from '../../messages/index.ts';
import type { Places } from '../../schema/field-place.ts';

/** What a link shows of the relation that it leads to. A sole trader has a number, and is a person all the same. */
export function partyOf(raw: RawRelation, profile: OfficeProfile): Pick<Link, 'name' | 'enterpriseNumber' | 'kind'> {
  const read = (field: 'name' | 'legalForm' | 'enterpriseNumber' | 'vatNumber') =>
    readField(field, raw, profile)?.value as string | undefined;
  const number = (read('enterpriseNumber') ?? read('vatNumber')) as EnterpriseNumber | undefined;
  const name = contextText(raw, 'displayName', profile.places) ?? read('name');
  const isPerson = parseLegalForm(read('legalForm') ?? '')?.family === 'NP';
  return {
    ...(name && { name }),
    ...(number && { enterpriseNumber: number }),
    ...(isPerson ? { kind: 'person' } : number && { kind: 'company' }),
  };
}

/** A relation as it was just read, in every form that a review needs. */
export type ReadRelation = {
  readonly raw: RawRelation;
  /** What it was read by: a write to it has to follow the same. */
  readonly profile: OfficeProfile;
  readonly readings: Readings;
  readonly company: Company;
};

/**
 * Reads a relation's answer. Throws `otherCompany` when its enterprise number, or where it has none its VAT number, is not
 * the one that the review is about: the answer of a lookup is checked, not trusted.
 */
export function readRelation(
  raw: RawRelation,
  number: EnterpriseNumber,
  profile: OfficeProfile,
  now: number,
): ReadRelation {
  const readings = readFields(raw, profile);
  const found = readings.enterpriseNumber?.value ?? readings.vatNumber?.value;
  if (found !== number) {
    throw otherCompany('adminpulse', number, typeof found === 'string' ? found : '');
  }
  const company = toCompany(raw, readings, new Date(now).toISOString(), profile.places);
  // An office may want all values in one language, whatever that of the relation.
  const { valueLanguage: language = company.language } = profile;
  return { raw, profile, readings, company: { ...company, ...(language && { language }) } };
}

/** Reads the answer of a relation that has no number to be checked by: a person. */
export function readPerson(raw: RawRelation, profile: OfficeProfile, now: number): ReadRelation {
  const readings = readFields(raw, profile);
  return { raw, profile, readings, company: toCompany(raw, readings, new Date(now).toISOString(), profile.places) };
}

/** What stands at each field's place, to notice a change by anyone else. */
export function snapshotOf({ raw, readings }: ReadRelation): Partial<Record<Field, unknown>> {
  return Object.fromEntries(FIELDS.map((field) => [field, snapshotAt(field, raw, readings[field])]));
}

/** With the same fact in its other form, where there is one: a write replaces both. */
function snapshotAt(field: Field, raw: RawRelation, reading: Reading | undefined): unknown {
  const rawValue = reading && readRawValue(field, raw, reading);
  if (!rawValue) return null;
  return 'twin' in rawValue ? rawValue : rawValue.value;
}

export function relationCode(raw: RawRelation, places?: Places): string {
  return codeOf(raw, places) ?? '';
}

/** `name` is what the mapping finds, for a relation that has no name to display. */
export function summarise(raw: RawRelation, name?: string, places?: Places): RelationSummary {
  const customerCode = contextText(raw, 'customerCode');
  return {
    code: relationCode(raw, places),
    name: contextText(raw, 'displayName', places) ?? name ?? '',
    ...(customerCode && { customerCode }),
    warnings: warningsOf(raw, places),
  };
}

function warningsOf(raw: RawRelation, places: Places | undefined): RelationWarning[] {
  const handlingLevel = contextText(raw, 'handlingLevel');
  const warnings: RelationWarning[] = [];
  if (contextText(raw, 'endDate', places)) warnings.push('relationEnded');
  if (handlingLevel && !NORMAL_HANDLING_LEVELS.includes(handlingLevel.toLowerCase())) warnings.push('handlingLevel');
  return warnings;
}
