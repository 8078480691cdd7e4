import type { Field } from '../company/company.ts';
import type { Meaning } from '../schema/field-place.ts';
import { addressCandidates } from './address/candidates.ts';
import { createAgreements } from './agreement.ts';
import type { Candidate } from './candidate.ts';
import { identityCandidates, vocabularyCandidates } from './context-candidates.ts';
import { decideAll } from './decision/decide.ts';
import { decideNumbers } from './decision/decide-numbers.ts';
import type { Decided, Question } from './decision/question.ts';
import type { Finding, Sample, Service, Side } from './finding.ts';
import { joinVersions } from './language-versions.ts';
import {
  dateCandidates,
  languageCandidates,
  numberCandidates,
  phoneCandidates,
  type Scene,
  situationCandidates,
  websiteCandidates,
} from './leaf-candidates.ts';
import { legalFormCandidates } from './legal-form-candidates.ts';
import { identitiesOf, linkCandidates } from './link-candidates.ts';
import { nameCandidates } from './name-candidates.ts';
import { flatten, type Node } from './tree.ts';
import { createKinds, type Kinds } from './value-kinds.ts';
import { yearEndCandidates } from './year-end-candidates.ts';

export type Inferred = Readonly<Record<Service, Side>>;

/**
 * Finds where the facts stand in the answers of the two services, from relations and their companies: by what the values are, by
 * their agreement over the samples, and by the names of keys. What is not likely is not found.
 */
export function inferPlaces(samples: readonly Sample[]): Inferred {
  const kinds = createKinds();
  const relations = sceneOf(
    'adminpulse',
    samples.map(({ relation }) => relation),
    kinds,
  );
  const companies = sceneOf(
    'openthebox',
    samples.map(({ company }) => company),
    kinds,
  );
  const agreements = createAgreements();
  const questions = fieldQuestions(relations, companies);
  const numbers = decideNumbers(numberCandidates(relations), numberCandidates(companies), agreements);
  const fields = [...numbers, ...decideAll(questions, agreements)];
  const taken = new Set(
    fields.flatMap(({ adminpulse, openthebox }) =>
      [adminpulse, openthebox].flatMap(({ choice }) => choice?.candidate.nodes ?? []),
    ),
  );
  const rest = contextQuestions(relations, companies, questions).map((question) => ({
    ...question,
    adminpulse: question.adminpulse.filter(({ nodes }) => !nodes.some((node) => taken.has(node))),
    openthebox: question.openthebox.filter(({ nodes }) => !nodes.some((node) => taken.has(node))),
  }));
  const decided = [...fields, ...decideAll(rest, agreements)];
  return { adminpulse: sideOf(decided, 'adminpulse'), openthebox: sideOf(decided, 'openthebox') };
}

function sceneOf(service: Service, documents: readonly unknown[], kinds: Kinds): Scene {
  return {
    // What is written is one place; what is only read may be several.
    nodes: flatten(documents, service === 'openthebox'),
    kinds,
    present: documents.filter((document) => document !== undefined).length,
  };
}

type Candidates = (scene: Scene) => readonly Candidate[];

const OF_FIELD: Readonly<
  Record<Exclude<Field, 'linkedRelations' | 'vatNumber' | 'enterpriseNumber' | 'address' | 'name'>, Candidates>
> = {
  legalForm: legalFormCandidates,
  website: websiteCandidates,
  phone: phoneCandidates,
  incorporationDate: dateCandidates,
  fiscalYearEnd: yearEndCandidates,
};

function fieldQuestions(relations: Scene, companies: Scene): readonly Question[] {
  const theirs = addressCandidates(companies);
  const ours = addressCandidates(relations, theirs);
  const address = {
    meaning: 'address' as const,
    adminpulse: ours,
    openthebox: joinVersions(addressCandidates(companies, ours)),
  };
  const name = {
    meaning: 'name' as const,
    adminpulse: nameCandidates(relations, partsOf(address.adminpulse)),
    openthebox: joinVersions(nameCandidates(companies, partsOf(address.openthebox))),
  };
  const others = (Object.entries(OF_FIELD) as [Field, Candidates][]).map(([meaning, candidates]) => ({
    meaning,
    adminpulse: candidates(relations),
    openthebox: joinVersions(candidates(companies)),
  }));
  return [name, address, ...others];
}

const partsOf = (candidates: readonly Candidate[]): ReadonlySet<Node> =>
  new Set(candidates.flatMap(({ nodes }) => nodes));

function contextQuestions(relations: Scene, companies: Scene, fields: readonly Question[]): readonly Question[] {
  const identities = identitiesOf(relations);
  const links = linkCandidates(relations, identities);
  const [link] = links.toSorted((a, b) => b.fit - a.fit);
  const { code, id } = identityCandidates(identities, link && link.fit >= CLEAR_LINK ? link.identity : undefined);
  const words = vocabularyCandidates(relations);
  const companyWords = vocabularyCandidates(companies);
  const candidatesOf = (meaning: Field) => fields.find((question) => question.meaning === meaning)?.adminpulse ?? [];
  const ofRelation = (meaning: Meaning, adminpulse: readonly Candidate[]): Question => ({
    meaning,
    adminpulse,
    openthebox: [],
  });
  return [
    ofRelation('linkedRelations', links),
    ofRelation('code', code),
    ofRelation('id', id),
    ofRelation('language', languageCandidates(relations)),
    ofRelation('status', words),
    ofRelation('type', words),
    ofRelation('ownCompany', words),
    ofRelation('since', candidatesOf('incorporationDate')),
    ofRelation('endDate', candidatesOf('incorporationDate')),
    ofRelation('commercialName', candidatesOf('name')),
    { meaning: 'juridicalSituation', adminpulse: [], openthebox: situationCandidates(companies) },
    { meaning: 'typeOfEnterprise', adminpulse: [], openthebox: companyWords },
  ];
}

/** From here on links are told from other lists, so that what they name is what names relations. */
const CLEAR_LINK = 3;

function sideOf(decided: readonly Decided[], service: Service): Side {
  const findings = decided.flatMap(({ meaning, [service]: { choice } }): Finding[] =>
    choice ? [{ meaning, place: choice.candidate.place, confidence: choice.confidence, reasons: choice.reasons }] : [],
  );
  return {
    findings,
    ranked: Object.fromEntries(
      decided.flatMap(({ meaning, [service]: { ranked } }) => (ranked.length > 0 ? [[meaning, ranked]] : [])),
    ),
  };
}
