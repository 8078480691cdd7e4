import { FIELDS } from '../../src/company/company.ts';
import type { Sample, Service } from '../../src/inference/finding.ts';
import { inferPlaces } from '../../src/inference/infer-places.ts';
import { OPENTHEBOX_FIELDS } from '../../src/schema/chosen-paths.ts';
import type { Meaning } from '../../src/schema/field-place.ts';
import { generateOffice } from '../sandbox/shapes/generated/office/office.ts';
import { presence, score } from '../sandbox/shapes/generated/score.ts';
import { generateShape, type ServiceShapes } from '../sandbox/shapes/generated/shapes.ts';

/** What became of one meaning over many shapes: `partly`: right, but for a part or a document that it misses. */
const RESULTS = ['certain', 'presumed', 'partly', 'wrongCertain', 'wrongPresumed', 'missed'] as const;
export type Result = (typeof RESULTS)[number];
type Row = Record<Result, number>;

/**
 * Why a field was missed though it has a value in the samples: its place is among none that may have the meaning, another one
 * is before it, or it is the first of them and too little says so.
 */
const CAUSES = ['noCandidate', 'behindAnother', 'inDoubt'] as const;
type Cause = (typeof CAUSES)[number];

export type Report = {
  readonly rows: Readonly<Record<Service, Partial<Record<Meaning, Row>>>>;
  readonly causes: Readonly<Record<Service, Partial<Record<Meaning, Record<Cause, number>>>>>;
  /** In how many shapes so many fields were missed or wrong, by that number. */
  readonly fieldsMissed: Readonly<Record<Service, readonly number[]>>;
  /** What is wrong, with its seed. */
  readonly wrong: readonly string[];
  readonly shapes: number;
};

const SERVICES = ['adminpulse', 'openthebox'] as const;
const IS_FIELD: Readonly<Record<Service, readonly Meaning[]>> = { adminpulse: FIELDS, openthebox: OPENTHEBOX_FIELDS };

/** Documents that the inference does not see: a place has to be right in them too. */
const FURTHER = 12;

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The shapes of both services, and an office that they answer of. */
export type Case = {
  readonly name: string;
  readonly shapes: ServiceShapes;
  readonly office: (count: number) => ReturnType<typeof generateOffice>;
};

export const casesOf = (seeds: readonly number[]): readonly Case[] =>
  seeds.map((seed) => ({
    name: String(seed),
    shapes: generateShape(seed),
    office: (count) => generateOffice(seed, count),
  }));

/** Relations of the office with their companies, as the services answer them. */
export function samplesOf({ shapes: shape, office }: Case, count: number): readonly Sample[] {
  const { relations, register } = office(count);
  return relations.map((relation) => {
    const company = register.companies.get(relation.enterpriseNumber ?? relation.vatNumber ?? '');
    return {
      relation: asJson(shape.adminpulse.single(relation)),
      ...(company && { company: asJson(shape.openthebox.answer(company, register)) }),
    };
  });
}

/**
 * Infers the places of each case from so many relations, and scores them against the truth. A field that has no value in any
 * of them cannot be found, and is not missed.
 */
export function reportOf(cases: readonly Case[], relations: number): Report {
  const rows: Record<Service, Partial<Record<Meaning, Row>>> = { adminpulse: {}, openthebox: {} };
  const causes: Record<Service, Partial<Record<Meaning, Record<Cause, number>>>> = { adminpulse: {}, openthebox: {} };
  const fieldsMissed: Record<Service, number[]> = { adminpulse: [], openthebox: [] };
  const wrong: string[] = [];
  for (const one of cases) {
    const samples = samplesOf(one, relations + FURTHER);
    const inferred = inferPlaces(samples.slice(0, relations));
    for (const service of SERVICES) {
      const documentOf = ({ relation, company }: Sample) => (service === 'adminpulse' ? relation : company);
      const documents = (some: readonly Sample[]) => some.map(documentOf).filter((one) => one !== undefined);
      const truth = (document: unknown) => one.shapes[service].truth(document);
      const present = presence(documents(samples.slice(0, relations)), truth);
      const findings = new Map(inferred[service].findings.map((finding) => [finding.meaning, finding]));
      let missed = 0;
      for (const meaning of new Set([...present.keys(), ...findings.keys()])) {
        const finding = findings.get(meaning);
        const scored = finding && score(finding.place, meaning, documents(samples), truth);
        const result = resultOf(scored, finding?.confidence === 'certain');
        const row = rows[service][meaning] ?? emptyRow();
        row[result] += 1;
        rows[service][meaning] = row;
        if (result === 'missed' && IS_FIELD[service].includes(meaning)) {
          const at = (inferred[service].ranked[meaning] ?? []).findIndex(
            ({ place }) => score(place, meaning, documents(samples), truth) !== 'wrong',
          );
          const counts = causes[service][meaning] ?? { noCandidate: 0, behindAnother: 0, inDoubt: 0 };
          counts[at < 0 ? 'noCandidate' : at > 0 ? 'behindAnother' : 'inDoubt'] += 1;
          causes[service][meaning] = counts;
        }
        if (scored === 'wrong')
          wrong.push(`${one.name} ${service} ${meaning} ${result} ${finding?.place.paths[0]?.path}`);
        const isMissed = result === 'missed' || scored === 'wrong';
        if (isMissed && IS_FIELD[service].includes(meaning)) missed += 1;
      }
      fieldsMissed[service][missed] = (fieldsMissed[service][missed] ?? 0) + 1;
    }
  }
  return { rows, causes, fieldsMissed, wrong, shapes: cases.length };
}

function emptyRow(): Row {
  return { certain: 0, presumed: 0, partly: 0, wrongCertain: 0, wrongPresumed: 0, missed: 0 };
}

function resultOf(scored: 'right' | 'wrong' | 'partly' | undefined, isCertain: boolean): Result {
  if (scored === undefined) return 'missed';
  if (scored === 'partly') return 'partly';
  if (scored === 'wrong') return isCertain ? 'wrongCertain' : 'wrongPresumed';
  return isCertain ? 'certain' : 'presumed';
}

/** All results of one kind. */
export function totalOf({ rows }: Report, result: Result): number {
  return SERVICES.flatMap((service) => Object.values(rows[service])).reduce((sum, row) => sum + row[result], 0);
}

export function foundOf(report: Report): number {
  return RESULTS.filter((result) => result !== 'missed').reduce((sum, result) => sum + totalOf(report, result), 0);
}

/** The share of shapes in which at most so many fields of a service are missed or wrong. */
export function shareWith({ fieldsMissed, shapes }: Report, service: Service, most: number): number {
  return fieldsMissed[service].slice(0, most + 1).reduce((sum, count) => sum + (count ?? 0), 0) / shapes;
}
