import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../src/company/company.ts';
import type { Sample, Service } from '../../../src/inference/finding.ts';
import { inferPlaces } from '../../../src/inference/infer-places.ts';
import { generateOffice } from '../../sandbox/shapes/generated/office/office.ts';
import { ACCOUNTING_PACKAGES } from './hand-written/accounting-packages.ts';
import { type Document, type HandWritten, isRight } from './hand-written/compare.ts';
import { companyFacts, relationFacts } from './hand-written/facts.ts';
import { RELATION_MANAGERS } from './hand-written/relation-managers.ts';

const SEED = 77;
const RELATIONS = 12;
/** Relations that the inference does not see: a place has to be right in them too. */
const FURTHER = 12;

const office = generateOffice(SEED, RELATIONS + FURTHER);

type Seen = Partial<Readonly<Record<Service, Document>>>;

function documentsOf(shape: HandWritten): readonly Seen[] {
  return office.relations.map((relation, index) => {
    const company = office.register.companies.get(relation.enterpriseNumber ?? '');
    const facts = relationFacts(relation, index);
    const theirs = company && companyFacts(company, index);
    return {
      adminpulse: { answer: asJson(shape.adminpulse(facts)), facts },
      ...(theirs && { openthebox: { answer: asJson(shape.openthebox(theirs)), facts: theirs } }),
    };
  });
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The fields that are found, and those of them whose place is not right in all documents. */
function foundIn(shape: HandWritten, relations: number) {
  const documents = documentsOf(shape);
  const samples = documents.slice(0, relations).map(
    ({ adminpulse, openthebox }): Sample => ({
      relation: adminpulse?.answer,
      ...(openthebox && { company: openthebox.answer }),
    }),
  );
  const inferred = inferPlaces(samples);
  return (['adminpulse', 'openthebox'] as const).map((service) => {
    const own = documents.flatMap(({ [service]: document }) => document ?? []);
    const findings = inferred[service].findings.filter(({ meaning }) =>
      (FIELDS as readonly string[]).includes(meaning),
    );
    const wrong = findings.filter((finding) => !isRight(finding, own));
    return { found: findings.map(({ meaning }) => meaning), wrong };
  });
}

const SHAPES = Object.entries({ ...ACCOUNTING_PACKAGES, ...RELATION_MANAGERS });

describe('the places in shapes of other programs', () => {
  it.each(SHAPES)('are right, and found but for a few, from twelve relations: %s', (_, shape) => {
    const [adminpulse, openthebox] = foundIn(shape, RELATIONS);
    expect([adminpulse?.wrong, openthebox?.wrong]).toEqual([[], []]);
    expect(adminpulse?.found.length, String(adminpulse?.found)).toBeGreaterThanOrEqual(shape.least.adminpulse);
    expect(openthebox?.found.length, String(openthebox?.found)).toBeGreaterThanOrEqual(shape.least.openthebox);
  });

  it.each(SHAPES)('are right from three relations: %s', (_, shape) => {
    expect(foundIn(shape, 3).map(({ wrong }) => wrong)).toEqual([[], []]);
  });
});
