import { parseLanguage } from '../company/language.ts';
import type { Meaning } from '../schema/field-place.ts';
import { type Agreement, type Agreements, isEqual } from './agreement.ts';
import { type Candidate, filled } from './candidate.ts';
import type { Confidence, RankedPlace, Reason, Service, ValueKind } from './finding.ts';
import { type Hint, hintOf } from './key-words.ts';
import { knownWorth } from './known-paths.ts';
import type { Node } from './tree.ts';

/** What may have a meaning on each side. */
export type Question = { readonly meaning: Meaning } & Readonly<Record<Service, readonly Candidate[]>>;

/** A side of a question as it was decided; without a choice where none is likely. */
type Answer = { readonly choice?: Choice; readonly ranked: readonly RankedPlace[] };

export type Choice = {
  readonly candidate: Candidate;
  readonly confidence: Confidence;
  readonly reasons: readonly Reason[];
};

export type Decided = { readonly meaning: Meaning } & Readonly<Record<Service, Answer>>;

/** Agreement proves that two places mean one fact, and from here on it says nothing of which fact that is. */
const MOST_EVIDENCE = 12;
const LEAST_EVIDENCE = -8;
/** Two places mean one fact only if there is some evidence of it. */
const PAIR_EVIDENCE = 2;

/** What one sample is worth in which only one of two places agrees with the other service; less where the other is empty. */
const DISCORD = 2.6;
const DISCORD_WITH_NOTHING = 0.6;

/** What a score must be, and how far ahead of those of all other places. */
const LIMITS: Readonly<Record<Confidence, { readonly score: number; readonly margin: number }>> = {
  certain: { score: 11, margin: 8 },
  presumed: { score: 3.5, margin: 3 },
};

/** What it is worth that all values of a place have the kind, where nothing else is known: dates and texts are everywhere. */
const KIND_ALONE: Readonly<Record<ValueKind, number>> = {
  number: 2.5,
  website: 2.5,
  address: 3,
  legalForm: 3,
  monthDay: 2.5,
  phone: 1.5,
  links: 2,
  situation: 1,
  language: 1,
  date: 0,
  text: -0.5,
  code: 0,
};

/** Kinds of which a company has several facts: agreement alone does not say which of them a place has. */
const AMBIGUOUS: readonly ValueKind[] = ['phone', 'date', 'text'];

/** Samples from which on a place can be certain. */
const ENOUGH = 3;
const ENOUGH_ALONE = 6;
/** What a name has to say for a place to be certain where values leave it open. */
const CLEAR_HINT = 2;
const CLEAR_HINT_ALONE = 3.5;

/** The first of a list may be another one in the next document. */
const BY_POSITION = 1.5;

export type Scored = {
  readonly candidate: Candidate;
  readonly base: number;
  readonly hint: Hint;
  readonly alone: number;
};
type Pair = { readonly ours: Scored; readonly theirs: Scored; readonly agreement: Agreement; readonly score: number };

/** Decides all questions together: the clearest first, and a place that was taken has no second meaning. */
export function decideAll(questions: readonly Question[], agreements: Agreements): readonly Decided[] {
  const taken = new Map<Node, Confidence>();
  const decided: Decided[] = [];
  let left = questions;
  const known = new Map<Question, Judged>();
  while (left.length > 0) {
    const judged = left.map((question) => {
      const one = known.get(question) ?? judge(question, agreements, taken);
      known.set(question, one);
      return one;
    });
    const best = judged.toSorted((a, b) => b.margin - a.margin)[0];
    if (!best) break;
    decided.push(best.decided);
    for (const service of ['adminpulse', 'openthebox'] as const) {
      const choice = best.decided[service].choice;
      const nodes = choice?.candidate.nodes ?? [];
      for (const node of nodes) taken.set(node, choice?.confidence ?? 'presumed');
      for (const question of left) {
        if (question[service].some((one) => one.nodes.some((node) => nodes.includes(node)))) known.delete(question);
      }
    }
    left = left.filter(({ meaning }) => meaning !== best.decided.meaning);
  }
  return decided;
}

type Judged = { readonly decided: Decided; readonly margin: number };

function judge(question: Question, agreements: Agreements, taken: ReadonlyMap<Node, Confidence>): Judged {
  const { meaning } = question;
  const free = (service: Service) =>
    question[service]
      .filter(({ nodes }) => !nodes.some((node) => taken.has(node)))
      .map((one) => scored(service, meaning, one));
  // A place whose other meaning is only presumed keeps this one from being certain.
  const contested = (service: Service) =>
    question[service]
      .filter(({ nodes }) => nodes.some((node) => taken.get(node) === 'presumed'))
      .map((one) => scored(service, meaning, one));
  const [ours, theirs] = [free('adminpulse'), free('openthebox')];
  const pairs = pairsOf(ours, theirs, agreements);
  const pair = bestPair(pairs, agreements);
  const context = { pairsOf: pairsBy(pairs), agreements, pair };
  const adminpulse = sideOf('adminpulse', ours, contested('adminpulse'), context);
  const openthebox = sideOf('openthebox', theirs, contested('openthebox'), context);
  return {
    decided: { meaning, adminpulse: adminpulse.answer, openthebox: openthebox.answer },
    margin: Math.max(adminpulse.margin, openthebox.margin),
  };
}

/** A candidate with what its names and values say of a meaning. */
export function scored(service: Service, meaning: Meaning, candidate: Candidate): Scored {
  const own = hintOf(meaning, candidate.names);
  const parts = candidate.partNames?.map((name) => hintOf(meaning, [name]).score) ?? [];
  const worst = Math.min(0, ...parts);
  const hint = worst < 0 ? { ...own, score: own.score + worst } : own;
  const known = candidate.place.paths.map(({ path }) => knownWorth(service, meaning, path));
  const base =
    Math.max(-7, Math.min(5, hint.score)) +
    Math.max(...known) -
    (candidate.nodes.some(({ isByPosition }) => isByPosition) ? BY_POSITION : 0) +
    candidate.fit +
    (candidate.fitOf?.[meaning] ?? 0);
  return { candidate, base, hint, alone: base + KIND_ALONE[candidate.kind] };
}

function pairsOf(ours: readonly Scored[], theirs: readonly Scored[], agreements: Agreements): readonly Pair[] {
  return ours.flatMap((one) =>
    theirs.map((other) => {
      const agreement = agreements(one.candidate, other.candidate);
      const evidence = Math.max(LEAST_EVIDENCE, Math.min(MOST_EVIDENCE, agreement.evidence));
      return { ours: one, theirs: other, agreement, score: evidence + one.base + other.base };
    }),
  );
}

/** The pair with the best score; of several places that agree with one, the one that does so in more samples. */
function bestPair(pairs: readonly Pair[], agreements: Agreements): Pair | undefined {
  const agreeing = pairs.filter(({ agreement }) => agreement.evidence >= PAIR_EVIDENCE);
  let best = agreeing.toSorted((a, b) => b.score - a.score || b.agreement.evidence - a.agreement.evidence)[0];
  for (let round = 0; best && round < 4; round += 1) {
    const { ours, theirs } = best;
    const better = agreeing.find(
      (pair) =>
        (pair.theirs === theirs && pair.ours !== ours && lead(pair.ours, ours, theirs, agreements, 'adminpulse') > 0) ||
        (pair.ours === ours && pair.theirs !== theirs && lead(pair.theirs, theirs, ours, agreements, 'openthebox') > 0),
    );
    if (!better) break;
    best = better;
  }
  return best;
}

/** How far one place is ahead of another of the same side, by agreement with one place of the other side, and by what else is known. */
function lead(one: Scored, other: Scored, partner: Scored, agreements: Agreements, side: Service): number {
  const of = ({ candidate }: Scored) =>
    side === 'adminpulse' ? agreements(candidate, partner.candidate) : agreements(partner.candidate, candidate);
  const [a, b] = [of(one).bySample, of(other).bySample];
  let discord = 0;
  for (const [index, first] of a.entries()) {
    const second = b[index];
    if (first === true && second !== true) discord += second === false ? DISCORD : DISCORD_WITH_NOTHING;
    if (second === true && first !== true) discord -= first === false ? DISCORD : DISCORD_WITH_NOTHING;
  }
  const isReading = one.candidate.group !== undefined && one.candidate.group === other.candidate.group;
  return (discord + one.base - other.base) * (isReading ? READING : 1);
}

/** Two readings of one place differ in a part alone. */
const READING = 2.5;

/** The pairs in which a place of one side stands. */
type PairsOf = (one: Scored) => readonly Pair[];

function pairsBy(pairs: readonly Pair[]): PairsOf {
  const ours = Map.groupBy(pairs, (pair) => pair.ours);
  const theirs = Map.groupBy(pairs, (pair) => pair.theirs);
  return (one) => ours.get(one) ?? theirs.get(one) ?? [];
}

type Context = { readonly pairsOf: PairsOf; readonly agreements: Agreements; readonly pair: Pair | undefined };

/** What it is worth that no other place has values of the kind. */
const ONLY_ONE = 1;

function sideOf(
  side: Service,
  free: readonly Scored[],
  contested: readonly Scored[],
  context: Context,
): { readonly answer: Answer; readonly margin: number } {
  const { pair, pairsOf } = context;
  const key = side === 'adminpulse' ? 'ours' : 'theirs';
  const penalty = new Map(free.map((one) => [one, penaltyOf(pairsOf(one), key)]));
  const aloneOf = (one: Scored) => one.alone + (penalty.get(one) ?? 0);
  const supportOf = (one: Scored, without?: Scored) =>
    Math.max(
      aloneOf(one),
      ...pairsOf(one).flatMap((other) =>
        other.agreement.evidence >= PAIR_EVIDENCE && partnerOf(other, key) !== without ? [other.score] : [],
      ),
    );
  const best = pair ? pair[key] : free.toSorted((a, b) => aloneOf(b) - aloneOf(a))[0];
  const ranked = free
    .map((one) => ({ one, score: supportOf(one) + (one === best ? 100 : 0) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ one, score }) => ({
      place: one.candidate.place,
      score: one === best ? score - 100 : score,
      reasons: reasonsOf(one, bestAgreement(pairsOf(one)), false),
    }));
  if (!best) return { answer: { ranked }, margin: 0 };

  const isOnlyOne = free.length === 1 && contested.length === 0;
  const alone = aloneOf(best) + (isOnlyOne ? ONLY_ONE : 0);
  const score = pair ? Math.max(pair.score, alone) : alone;
  const leadOver = (rival: Scored) => {
    if (!pair) return score - aloneOf(rival);
    const partner = partnerOf(pair, key);
    const byAgreement = lead(best, rival, partner, context.agreements, side);
    const isReading = best.candidate.group !== undefined && best.candidate.group === rival.candidate.group;
    return isReading ? byAgreement : Math.min(byAgreement, score - supportOf(rival, partner));
  };
  const twins = free.filter((one) => one !== best && isTwin(one.candidate, best.candidate));
  const margin = Math.min(...free.filter((one) => one !== best && !twins.includes(one)).map(leadOver), 30);
  const rivalry = Math.min(margin, ...[...contested, ...twins].map(leadOver));
  const confidence = confidenceOf(best, score, margin, rivalry, pair, free.length, isRefuted(best, pairsOf(best)));
  const reasons = reasonsOf(best, pair?.agreement, free.length === 1);
  return {
    answer: { ranked, ...(confidence && { choice: { candidate: best.candidate, confidence, reasons } }) },
    margin: confidence ? Math.min(margin, score) : -1,
  };
}

/** Documents in which two places have to have the same to be taken for one fact. */
const ENOUGH_FOR_TWINS = 5;

/**
 * Two names that are the same in each document: either is the name, and it is not certain which is the one to write. Codes and
 * the words for them are one fact too.
 */
function isTwin(a: Candidate, b: Candidate): boolean {
  if (a.kind !== b.kind || !WITH_TWINS.includes(a.kind) || filled(a.facts) < ENOUGH_FOR_TWINS) return false;
  if (a.kind === 'code') return isSamePartition(a, b) && isSamePartition(b, a);
  return a.facts.every((facts, index) => {
    const others = b.facts[index] ?? [];
    return facts.length === 0 ? others.length === 0 : isEqual(facts, others);
  });
}

const WITH_TWINS: readonly ValueKind[] = ['text', 'situation', 'language', 'code'];

/** Whether documents that have the same at one place have the same at the other. */
function isSamePartition(a: Candidate, b: Candidate): boolean {
  const isBelowOne = a.nodes[0]?.parent !== undefined && a.nodes[0].parent === b.nodes[0]?.parent;
  const keyOf = ({ facts }: Candidate, index: number) => facts[index]?.[0]?.keys[0];
  const seen = new Map<string | undefined, string | undefined>();
  return (
    isBelowOne &&
    a.facts.every((_, index) => {
      const [key, other] = [keyOf(a, index), keyOf(b, index)];
      if (!seen.has(key)) seen.set(key, other);
      return seen.get(key) === other;
    })
  );
}

const partnerOf = (pair: Pair, key: 'ours' | 'theirs') => (key === 'ours' ? pair.theirs : pair.ours);

/** A place of which agreement has to tell what it is, and that agrees with none of the other side though there was enough. */
function isRefuted(one: Scored, pairs: readonly Pair[]): boolean {
  const compared = pairs.filter((pair) => pair.agreement.of >= 3);
  return (
    (AMBIGUOUS.includes(one.candidate.kind) || one.candidate.kind === 'number') &&
    compared.length > 0 &&
    compared.every(({ agreement }) => agreement.equal === 0)
  );
}

/** A place that agrees with no likely place of the other side, though there was enough to compare, is less likely itself. */
function penaltyOf(pairs: readonly Pair[], key: 'ours' | 'theirs'): number {
  const compared = pairs.filter((pair) => pair.agreement.of >= 4 && partnerOf(pair, key).hint.score >= CLEAR_HINT);
  return compared.length === 0
    ? 0
    : Math.max(-3, Math.min(0, ...[Math.max(...compared.map(({ agreement }) => agreement.evidence))]) / 2);
}

function bestAgreement(pairs: readonly Pair[]): Agreement | undefined {
  return pairs
    .filter((pair) => pair.agreement.of > 0)
    .toSorted((a, b) => b.agreement.evidence - a.agreement.evidence)[0]?.agreement;
}

function confidenceOf(
  best: Scored,
  score: number,
  margin: number,
  rivalry: number,
  pair: Pair | undefined,
  rivals: number,
  isRefuted: boolean,
): Confidence | undefined {
  if (score < LIMITS.presumed.score || margin < LIMITS.presumed.margin) return undefined;
  if (!pair && isRefuted) return undefined;
  // One value may be of a kind by chance.
  if (!pair && best.hint.score <= 0 && filled(best.candidate.facts) < 2) return undefined;
  if (best.candidate.isOpen && filled(best.candidate.facts) < ENOUGH_ALONE) return undefined;
  if (filled(best.candidate.facts) < ENOUGH_ALONE && best.candidate.nodes.some(isByLanguageAlone)) return undefined;
  const isByPosition = best.candidate.nodes.some((node) => node.isByPosition);
  if (isByPosition && (!pair || filled(best.candidate.facts) < ENOUGH_ALONE)) return undefined;
  const { kind, facts, fit } = best.candidate;
  if (pair) {
    const isNamed = Math.max(pair.ours.hint.score, pair.theirs.hint.score) >= CLEAR_HINT && best.hint.score >= 0;
    const isProven =
      !best.candidate.isUnsure &&
      !best.candidate.isOpen &&
      pair.agreement.equal >= ENOUGH &&
      (isNamed || !AMBIGUOUS.includes(kind));
    return isProven && score >= LIMITS.certain.score && rivalry >= LIMITS.certain.margin ? 'certain' : 'presumed';
  }
  const isAlone = rivals === 1 && best.hint.score >= CLEAR_HINT_ALONE && KIND_ALONE[kind] >= 2 && fit > -0.5;
  return isAlone && filled(facts) >= ENOUGH_ALONE ? 'certain' : 'presumed';
}

/** An item of a list of which nothing but the language tells it from others: in a few documents those may be missing. */
function isByLanguageAlone({ item, paths }: Node): boolean {
  const type = item?.type?.value;
  return typeof type === 'string' && parseLanguage(type) !== undefined && !paths[0]?.includes('&&');
}

export function reasonsOf(
  { candidate, hint }: Scored,
  agreement: Agreement | undefined,
  isOnlyOne: boolean,
): readonly Reason[] {
  const { kind, share } = candidate;
  return [
    ...(agreement && agreement.of > 0
      ? [{ kind: 'agreement', equal: agreement.equal, of: agreement.of } as const]
      : []),
    // Of codes it is told how many different ones there are.
    kind === 'code'
      ? { kind: 'varies', distinct: share.count, of: share.of }
      : { kind: 'valueKind', valueKind: kind, count: share.count, of: share.of },
    ...(hint.word !== undefined && hint.score > 0 ? [{ kind: 'keyWord', word: hint.word } as const] : []),
    ...(isOnlyOne ? [{ kind: 'onlyOne' } as const] : []),
  ];
}
