import { type Choices, NO_CHOICES } from './choices.ts';
import {
  type Company,
  FIELDS,
  type Field,
  type FieldChange,
  type ReasonKey,
  type Value,
  type Verdict,
} from './company.ts';
import { FIELD_RULES, isBlank, isWritableForm, type Sides, sidesOf } from './field-rules.ts';

/**
 * Compares a relation (`current`, from AdminPulse) with the register (`proposed`, from openthebox): one row for each of
 * the ten fields, in their order, less those that the office leaves out. Proposed values are in AdminPulse's style and the relation's language. A row is
 * ticked if openthebox's value differs or is the only one, and nothing speaks against writing it unasked, or the office
 * decided so.
 */
export function diffCompanies(current: Company, proposed: Company, choices: Choices = NO_CHOICES): FieldChange[] {
  const sides = sidesOf(current, proposed, choices);
  const ticks: Partial<Readonly<Record<Field, boolean>>> = choices.ticks ?? {};
  return FIELDS.filter((field) => !choices.leftOut?.includes(field)).map((field) => {
    const row = rowOf(field, sides);
    const isOffered = OFFERED.has(row.verdict);
    const isPresumed = isOffered && choices.presumed?.includes(field) === true;
    const writable = isOffered && !row.shownOnly && !isPresumed;
    const reason = isPresumed ? PRESUMED : row.reason;
    return {
      field,
      current: row.current,
      proposed: row.proposed,
      verdict: row.verdict,
      ticked: writable && row.verdict !== 'spelling' && (ticks[field] ?? row.reason === undefined),
      writable,
      ...(reason && { reason }),
      source: sourceOf(field, row.proposed === undefined ? current : proposed),
    };
  });
}

/** How a relation's field stands to one value, as in a diff in which openthebox has that value and no other. */
export function compareField(field: Field, current: Company, value: Value): Verdict {
  return rowOf(field, sidesOf(current, companyWith(field, value), NO_CHOICES)).verdict;
}

/** The fields of which a company may have several versions, or several values. */
const VERSIONED: readonly Field[] = ['name', 'address'];
const LISTED: readonly Field[] = ['website', 'phone'];

function companyWith(field: Field, value: Value): Company {
  const fact = VERSIONED.includes(field) ? [{ value }] : LISTED.includes(field) ? [value] : value;
  return { [field]: fact, provenance: { service: 'openthebox', retrievedAt: '', paths: {}, unreadable: [] } };
}

/** Whether the two sides can be one company: false if both have a number and the numbers differ. */
export function sameCompany(current: Company, proposed: Company): boolean {
  const ours = current.enterpriseNumber ?? current.vatNumber;
  const theirs = proposed.enterpriseNumber ?? proposed.vatNumber;
  return ours === undefined || theirs === undefined || ours === theirs;
}

const OFFERED: ReadonlySet<Verdict> = new Set(['spelling', 'different', 'only-openthebox']);

type Row = {
  readonly current: Value | undefined;
  readonly proposed: Value | undefined;
  readonly verdict: Verdict;
  readonly reason?: ReasonKey | undefined;
  readonly shownOnly?: true;
};

function rowOf(field: Field, sides: Sides): Row {
  const rule = FIELD_RULES[field];
  const current = given(rule.current(sides));
  if (sides.current.company.provenance.unreadable.includes(field)) {
    const proposed = given(rule.proposed(sides));
    return { current, proposed, verdict: 'unreadable', reason: 'reasonMappingNotFound' };
  }
  if (current === undefined) return rowWithoutCurrent(field, sides);
  const comparison = rule.compare(sides);
  if (comparison === undefined || given(comparison.proposed) === undefined) {
    return { current, proposed: undefined, verdict: 'only-adminpulse', reason: reasonOfAbsence(field, sides) };
  }
  const reason =
    comparison.reason ??
    { same: undefined, spelling: OTHER_SPELLING, different: rule.reasons.different }[comparison.verdict];
  return { current, ...comparison, reason };
}

const PRESUMED: ReasonKey = 'reasonPresumed';
const OTHER_SPELLING: ReasonKey = 'reasonOtherSpelling';

function rowWithoutCurrent(field: Field, sides: Sides): Row {
  const rule = FIELD_RULES[field];
  const proposed = given(rule.proposed(sides));
  if (proposed === undefined) return { current: undefined, proposed, verdict: 'same' };
  const isUnknownForm = field === 'legalForm' && !isWritableForm(sides.proposed.form);
  return {
    current: undefined,
    proposed,
    verdict: 'only-openthebox',
    reason: isUnknownForm ? 'reasonUnknownLegalForm' : rule.reasons.alone,
    ...(isUnknownForm && { shownOnly: true }),
  };
}

function reasonOfAbsence(field: Field, { proposed }: Sides): ReasonKey {
  return proposed.company.provenance.unreadable.includes(field)
    ? 'reasonNotUnderstoodInOpenthebox'
    : 'reasonNotInOpenthebox';
}

function given(value: Value | undefined): Value | undefined {
  return value === undefined || isBlank(value) ? undefined : value;
}

function sourceOf(field: Field, { provenance }: Company): FieldChange['source'] {
  const { service, retrievedAt, paths } = provenance;
  return { service, path: paths[field] ?? '', retrievedAt };
}
