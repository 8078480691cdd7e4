import { addressKeys } from '../../adminpulse/address-parts.ts';
import type { Known } from '../../adminpulse/learnt.ts';
import { NORMAL_HANDLING_LEVELS } from '../../adminpulse/profile.ts';
import { contextText, type RawRelation, type Readings, readFields, toCompany } from '../../adminpulse/read-relation.ts';
import { OtherCompany } from '../../api/errors.ts';
import type { Place } from '../../api/json-path.ts';
import type { Choices } from '../../company/choices.ts';
import { type Company, FIELDS, type Field, type FieldChange } from '../../company/company.ts';
import { diffCompanies, sameCompany } from '../../company/diff.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { juridicalSituation } from '../../company/juridical-situation.ts';
import { compareLinks } from '../../company/links/compare-links.ts';
import type { Comparison, RelationSummary, RelationWarning } from '../../messages.ts';

/** A relation as it was just read, in every form that a review needs. */
export type ReadRelation = {
  readonly raw: RawRelation;
  readonly readings: Readings;
  readonly company: Company;
  /** What the office decided of how changes are proposed. */
  readonly choices: Choices;
};

/**
 * Reads a relation's answer. Throws `OtherCompany` when its enterprise number, or where it has none its VAT number, is not
 * the one that the review is about: the answer of a lookup is checked, not trusted.
 */
export function readRelation(raw: RawRelation, number: EnterpriseNumber, known: Known, now: number): ReadRelation {
  const readings = readFields(raw, known);
  const found = readings.enterpriseNumber?.value ?? readings.vatNumber?.value;
  if (found !== number) {
    throw new OtherCompany('adminpulse', number, typeof found === 'string' ? found : '');
  }
  const company = toCompany(raw, readings, new Date(now).toISOString());
  // An office may want all values in one language, whatever that of the relation.
  const { valueLanguage: language = company.language, choices = {} } = known;
  return { raw, readings, company: { ...company, ...(language && { language }) }, choices };
}

/** Reads the answer of a relation that has no number to be checked by: a person. */
export function readPerson(raw: RawRelation, known: Known, now: number): ReadRelation {
  const readings = readFields(raw, known);
  return { raw, readings, company: toCompany(raw, readings, new Date(now).toISOString()), choices: {} };
}

/** What the review shows. Throws `OtherCompany` when the enterprise numbers of the two sides differ. */
export function compare(relation: ReadRelation, proposed: Company, anonymous: boolean): Comparison {
  if (!sameCompany(relation.company, proposed)) {
    const asked = relation.company.enterpriseNumber ?? relation.company.vatNumber ?? '';
    throw new OtherCompany('openthebox', asked, proposed.enterpriseNumber ?? proposed.vatNumber ?? '');
  }
  const situation = juridicalSituation(proposed.juridicalSituation);
  const summary = summarise(relation.raw, relation.company.name?.[0]?.value);
  const changes = diffCompanies(relation.company, proposed, relation.choices);
  return {
    heading: headingOf(changes) ?? summary.name,
    relation: summary,
    changes,
    ...linksOf(relation.company, proposed),
    ...(situation && { situation: { level: situation.level, code: situation.code } }),
    retrievedAt: proposed.provenance.retrievedAt,
    anonymous,
  };
}

/** A relation without links has an empty list of them; where the mapping finds none, nothing can be said. */
function linksOf(current: Company, proposed: Company): Pick<Comparison, 'links'> {
  const isKnown = !current.provenance.unreadable.includes('linkedRelations');
  if (!isKnown || !proposed.linkedRelations) return {};
  return { links: compareLinks(current.linkedRelations ?? [], proposed.linkedRelations) };
}

/** The company's name as openthebox has it now, in AdminPulse's spelling where the two are equal. */
function headingOf(changes: readonly FieldChange[]): string | undefined {
  const name = changes.find(({ field }) => field === 'name');
  const isEqual = name?.verdict === 'same' || name?.verdict === 'spelling';
  const value = isEqual ? name.current : (name?.proposed ?? name?.current);
  return typeof value === 'string' ? value : undefined;
}

/** What stands at each field's place, to notice a change by anyone else. */
export function seenValues({ readings }: ReadRelation): Partial<Record<Field, unknown>> {
  return Object.fromEntries(FIELDS.map((field) => [field, seenAt(field, readings[field]?.place)]));
}

function seenAt(field: Field, place: Place | undefined): unknown {
  if (!place) return null;
  if (field !== 'address' || place.keys.length > 0) return place.value;
  // The parts are keys of the relation itself: what else stands in it is not the address.
  const relation = place.value as RawRelation;
  return Object.fromEntries(Object.values(addressKeys(relation)).map((key) => [key, relation[key]]));
}

export function relationCode(raw: RawRelation): string {
  return contextText(raw, 'code') ?? contextText(raw, 'id') ?? '';
}

/** `name` is what the mapping finds, for a relation that has no name to display. */
export function summarise(raw: RawRelation, name?: string): RelationSummary {
  const customerCode = contextText(raw, 'customerCode');
  return {
    code: relationCode(raw),
    name: contextText(raw, 'displayName') ?? name ?? '',
    ...(customerCode && { customerCode }),
    warnings: warningsOf(raw),
  };
}

function warningsOf(raw: RawRelation): RelationWarning[] {
  const handlingLevel = contextText(raw, 'handlingLevel');
  const warnings: RelationWarning[] = [];
  if (contextText(raw, 'endDate')) warnings.push('relationEnded');
  if (handlingLevel && !NORMAL_HANDLING_LEVELS.includes(handlingLevel.toLowerCase())) warnings.push('handlingLevel');
  return warnings;
}
