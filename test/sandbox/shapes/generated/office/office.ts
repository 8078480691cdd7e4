import type { Relation } from '../../../model.ts';
import type { Company, Register } from '../../../openthebox/model.ts';
import { type Random, randomOf } from '../random.ts';
import { generatedCompany } from './company.ts';
import { DIFFERENT, DIFFERING_FIELDS, otherwise, type Standings, standingsOf } from './differences.ts';
import { type Facts, factsOf } from './facts.ts';
import { link, registerOf } from './mandates.ts';
import { generatedRelation } from './relation.ts';

/** One office's relations, and what openthebox says of those that have a number. */
export type Office = {
  readonly relations: readonly Relation[];
  readonly register: Register;
  /** How each field of a relation stands to openthebox's company, by the relation's code; none for a relation without number. */
  readonly standings: ReadonlyMap<string, Standings>;
};

export type OfficeOptions = {
  /** The share of values that differ between the sides, 0 to 1. */
  readonly different?: number;
};

const FIRST_CODE = 501;

/**
 * An office with `count` relations, made up out of real municipalities and postal codes, numbers that pass their check, and
 * real legal forms. The same seed gives the same office, and a larger count more relations after the same ones.
 */
export function generateOffice(seed: number, count: number, { different = DIFFERENT }: OfficeOptions = {}): Office {
  const random = randomOf(`office ${seed}`);
  const style = { capitals: random.chance(0.5) };
  const shift = random.below(4_000);
  const relations: Relation[] = [];
  const companies = new Map<string, Company>();
  const standings = new Map<string, Standings>();
  for (let index = 0; index < count; index += 1) {
    const own = random.fork(`relation ${index}`);
    const facts = factsOf(own.fork('facts'), shift + index);
    const standing = standingFor(facts, own.fork('standing'), different);
    const relation = generatedRelation(
      withLacks(facts, standing, 'only-openthebox'),
      FIRST_CODE + index,
      own.fork('ap'),
    );
    relations.push(relation);
    if (facts.number === null) continue;
    standings.set(relation.code, standing);
    const theirs = withLacks(differing(facts, standing, own.fork('other')), standing, 'only-adminpulse');
    companies.set(facts.number, generatedCompany(theirs, style, own.fork('otb')));
  }
  link(relations, random.fork('links'));
  const register = registerOf(relations, companies, random.fork('mandates'));
  return { relations, register, standings };
}

function standingFor(facts: Facts, random: Random, different: number): Standings {
  const standing = standingsOf(random, different);
  // The register has no legal form of a natural person.
  const legalForm = facts.legalForm === 'NP' ? 'only-adminpulse' : standing.legalForm;
  return { ...standing, legalForm, vatNumber: facts.vatLiable ? standing.vatNumber : 'neither' };
}

function differing(facts: Facts, standing: Standings, random: Random): Facts {
  return DIFFERING_FIELDS.filter((field) => standing[field] === 'different').reduce(
    (before, field) => otherwise(before, field, random.fork(field)),
    facts,
  );
}

/** The facts, and the fields that a side lacks: those that only the other has, and those that neither has. */
function withLacks(facts: Facts, standing: Standings, lacking: 'only-openthebox' | 'only-adminpulse') {
  const lacks = (Object.keys(standing) as (keyof Standings)[]).filter((field) =>
    [lacking, 'neither'].includes(standing[field]),
  );
  return { ...facts, lacks: new Set<string>(lacks) };
}
