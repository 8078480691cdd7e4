import * as z from 'zod/mini';
import { foldedKey } from '../company/folding.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import type { ChosenPaths } from '../schema/chosen-paths.ts';
import { isEmpty, placesAt } from '../schema/json-path.ts';
import { TERM_PATHS } from '../schema/relation-candidates.ts';
import { FORMATS } from './formats.ts';
import { NOTHING_LEARNT } from './office-schema.ts';
import { contextText, numbersOf, type RawRelation, readField } from './read-relation.ts';

/** The types of relation that AdminPulse's help names. */
const KINDS = ['company', 'soleProprietor', 'person'] as const;
export type Kind = (typeof KINDS)[number];

/** What is learnt of: the lists of values that an office's AdminPulse uses, and places of which the value does not matter. */
const TOPICS = [
  'relationType',
  'status',
  'language',
  'ownCompany',
  'legalForm',
  'linkType',
  'vatPending',
  'since',
  'firstName',
  'lastName',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Their values are dates and names: only where they stand is kept. */
const PLACES_ONLY: readonly Topic[] = ['since', 'firstName', 'lastName'];

const Term = z.object({
  /** As AdminPulse has it. */
  value: z.union([z.string(), z.number(), z.boolean()]),
  /** Relations that have it, of those that were looked at. */
  count: z.number(),
  /** Codes of a few of them, to look it up in AdminPulse. */
  examples: z.array(z.string()),
  /** How many of them are of each kind, as their legal forms and numbers show it. */
  kinds: z.partialRecord(z.enum(KINDS), z.number()),
});
export type Term = z.infer<typeof Term>;

/**
 * The values that an office's relations have where a new one needs one. Codes and words only, no personal data: it may be
 * stored where it is convenient.
 */
export const Vocabulary = z.object({
  version: z.literal(1),
  /** Epoch milliseconds. */
  at: z.number(),
  /** Relations that were looked at. */
  relations: z.number(),
  topics: z.partialRecord(
    z.enum(TOPICS),
    z.object({
      path: z.string(),
      /** The form of a date. */
      format: z.optional(z.string()),
      /** The most frequent first. */
      terms: z.array(Term),
    }),
  ),
});
export type Vocabulary = z.infer<typeof Vocabulary>;
type Entry = NonNullable<Vocabulary['topics'][Topic]>;

/** A list of codes has no more different values; a text has, and its values are nobody's vocabulary. */
const MOST_TERMS = 60;
/** In characters. */
const LONGEST_TERM = 80;
const MOST_EXAMPLES = 3;

/** Learns from relations; a topic that none of them shows is absent. */
export function learnVocabulary(relations: readonly RawRelation[], chosen: ChosenPaths, now: number): Vocabulary {
  const topics: Partial<Record<Topic, Entry>> = {};
  for (const topic of TOPICS) {
    const entry = learnTopic(topic, relations, chosen);
    if (entry) topics[topic] = entry;
  }
  return { version: 1, at: now, relations: relations.length, topics };
}

function learnTopic(topic: Topic, relations: readonly RawRelation[], chosen: ChosenPaths): Entry | undefined {
  for (const path of pathsOf(topic, relations, chosen)) {
    const found = relations.flatMap((raw) => valuesAt(path, raw).map((value) => ({ value, raw })));
    if (found.length === 0) continue;
    if (PLACES_ONLY.includes(topic)) return { path, ...formatOf(topic, found), terms: [] };
    const terms = termsOf(found, chosen);
    if (terms.length <= MOST_TERMS) return { path, terms };
  }
  return undefined;
}

/** A legal form stands where the mapping finds it. */
function pathsOf(topic: Topic, relations: readonly RawRelation[], chosen: ChosenPaths): readonly string[] {
  if (topic !== 'legalForm') return TERM_PATHS[topic];
  const paths = relations.flatMap((raw) => {
    const reading = readField('legalForm', raw, { ...NOTHING_LEARNT, chosen });
    return reading?.value === undefined ? [] : [reading.candidate.path];
  });
  return [...new Set(paths)];
}

type Scalar = Term['value'];

function valuesAt(path: string, raw: RawRelation): Scalar[] {
  return placesAt(path, raw).flatMap(({ value }) =>
    isEmpty(value) || typeof value === 'object' || String(value).length > LONGEST_TERM ? [] : [value as Scalar],
  );
}

type Found = { readonly value: Scalar; readonly raw: RawRelation };

function formatOf(topic: Topic, [first]: readonly Found[]): { readonly format?: string } {
  if (topic !== 'since') return {};
  const format = FORMATS.incorporationDate.find(({ has }) => has(first?.value))?.name;
  return format ? { format } : {};
}

function termsOf(found: readonly Found[], chosen: ChosenPaths): Term[] {
  const byValue = Map.groupBy(found, ({ value }) => value);
  const terms = [...byValue].map(([value, all]) => ({
    value,
    count: all.length,
    examples: all.flatMap(({ raw }) => contextText(raw, 'code') ?? []).slice(0, MOST_EXAMPLES),
    kinds: Object.fromEntries(
      [...Map.groupBy(all, ({ raw }) => kindOfRelation(raw, chosen))].flatMap(([kind, some]) =>
        kind ? [[kind, some.length]] : [],
      ),
    ),
  }));
  return terms.toSorted((a, b) => b.count - a.count);
}

/** The family of a sole trader, which has no legal form. */
const SOLE_TRADER = 'NP';

/** What a relation is, as its legal form and its numbers show it; undefined for a legal form that is not known. */
function kindOfRelation(raw: RawRelation, chosen: ChosenPaths): Kind | undefined {
  const text = readField('legalForm', raw, { ...NOTHING_LEARNT, chosen })?.value;
  const form = typeof text === 'string' ? parseLegalForm(text) : undefined;
  if (form) return form.family === SOLE_TRADER ? 'soleProprietor' : 'company';
  if (text !== undefined) return undefined;
  return numbersOf(raw, chosen).length > 0 ? 'soleProprietor' : 'person';
}

/** AdminPulse's names for them in English, Dutch and French, as a value may spell them. */
const WORDS: Readonly<Record<Kind, readonly string[]>> = {
  company: ['company', 'bedrijf', 'societe', 'vennootschap', 'legalperson', 'rechtspersoon'],
  soleProprietor: ['soleproprietor', 'soleproprietorship', 'soletrader', 'eenmanszaak', 'entrepriseindividuelle'],
  person: ['person', 'persoon', 'personne', 'naturalperson', 'natuurlijkpersoon'],
};

/** The kind that a type's own word names. */
export function kindInWord(value: Term['value']): Kind | undefined {
  return typeof value === 'string' ? KINDS.find((kind) => WORDS[kind].includes(foldedKey(value))) : undefined;
}

/**
 * The type that relations of this kind have: the one whose word names the kind, else the only one that relations of this
 * kind were seen to have. Undefined where that is not clear: it is never guessed.
 */
export function typeOfKind(kind: Kind, types: readonly Term[]): Term | undefined {
  const named = types.filter(({ value }) => kindInWord(value) === kind);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const used = types.filter(({ value, kinds }) => kindInWord(value) === undefined && (kinds[kind] ?? 0) > 0);
  return used.length === 1 ? used[0] : undefined;
}
