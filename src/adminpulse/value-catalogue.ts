import * as z from 'zod/mini';
import { foldedKey } from '../company/folding.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import type { ChosenPaths } from '../schema/chosen-paths.ts';
import type { ContextMeaning, Places } from '../schema/field-place.ts';
import { FORMATS } from '../schema/formats.ts';
import { isEmpty, placesAt } from '../schema/json-path.ts';
import { placeFormatOf } from '../schema/place-formats.ts';
import { CATALOGUE_PATHS } from '../schema/relation-candidates.ts';
import { EMPTY_SCHEMA, type OfficeProfile } from './office-schema.ts';
import { contextText, numbersOf, type RawRelation, readField } from './read-relation.ts';

/** The types of relation that AdminPulse's help names. */
const KINDS = ['company', 'soleProprietor', 'person'] as const;
export type Kind = (typeof KINDS)[number];

/** What the catalogue covers: the lists of values that an office's AdminPulse uses, and places of which the value does not matter. */
const CATALOGUE_TOPICS = [
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
export type CatalogueTopic = (typeof CATALOGUE_TOPICS)[number];

/** Their values are dates and names: only where they stand is kept. */
const PLACES_ONLY: readonly CatalogueTopic[] = ['since', 'firstName', 'lastName'];

const CatalogueValue = z.object({
  /** As AdminPulse has it. */
  value: z.union([z.string(), z.number(), z.boolean()]),
  /** Relations that have it, of those that were looked at. */
  count: z.number(),
  /** Codes of a few of them, to look it up in AdminPulse. */
  examples: z.array(z.string()),
  /** How many of them are of each kind, as their legal forms and numbers show it. */
  kinds: z.partialRecord(z.enum(KINDS), z.number()),
});
export type CatalogueValue = z.infer<typeof CatalogueValue>;

/**
 * The values that an office's relations have where a new one needs one. Codes and words only, no personal data: it may be
 * stored where it is convenient.
 */
export const ValueCatalogue = z.object({
  version: z.literal(1),
  /** Epoch milliseconds. */
  at: z.number(),
  /** Relations that were looked at. */
  relations: z.number(),
  topics: z.partialRecord(
    z.enum(CATALOGUE_TOPICS),
    z.object({
      path: z.string(),
      /** The form of a date. */
      format: z.optional(z.string()),
      /** The most frequent first. */
      terms: z.array(CatalogueValue),
    }),
  ),
});
export type ValueCatalogue = z.infer<typeof ValueCatalogue>;
type Entry = NonNullable<ValueCatalogue['topics'][CatalogueTopic]>;

/** A list of codes has no more different values; a text has, and its values are nobody's vocabulary. */
const MAX_VALUES = 60;
/** In characters. */
const MAX_VALUE_LENGTH = 80;
const MAX_EXAMPLES = 3;

/** Learns from relations; a topic that none of them shows is absent. */
export function buildCatalogue(
  relations: readonly RawRelation[],
  chosen: ChosenPaths,
  now: number,
  places: Places = {},
): ValueCatalogue {
  const known = { ...EMPTY_SCHEMA, chosen, places };
  const topics: Partial<Record<CatalogueTopic, Entry>> = {};
  for (const topic of CATALOGUE_TOPICS) {
    const entry = buildTopic(topic, relations, known);
    if (entry) topics[topic] = entry;
  }
  return { version: 1, at: now, relations: relations.length, topics };
}

function buildTopic(topic: CatalogueTopic, relations: readonly RawRelation[], known: Known): Entry | undefined {
  for (const path of pathsOf(topic, relations, known)) {
    const found = relations.flatMap((raw) => valuesAt(path, raw).map((value) => ({ value, raw })));
    if (found.length === 0) continue;
    if (PLACES_ONLY.includes(topic)) return { path, ...formatOf(topic, found, known), terms: [] };
    const terms = valuesOf(found, known);
    if (terms.length <= MAX_VALUES) return { path, terms };
  }
  return undefined;
}

type Known = OfficeProfile & { readonly chosen: ChosenPaths; readonly places: Places };

/** The meanings of topics that are no fields. */
export const TOPIC_MEANINGS: Partial<Record<CatalogueTopic, ContextMeaning>> = {
  relationType: 'type',
  status: 'status',
  language: 'language',
  ownCompany: 'ownCompany',
  since: 'since',
};

/** A legal form stands where the mapping finds it, a composite one at its first text. */
function pathsOf(topic: CatalogueTopic, relations: readonly RawRelation[], known: Known): readonly string[] {
  const meaning = TOPIC_MEANINGS[topic];
  const place = meaning && known.places[meaning];
  if (place) return place.paths.map(({ path }) => path);
  if (topic !== 'legalForm') return CATALOGUE_PATHS[topic];
  const paths = relations.flatMap((raw) => {
    const reading = readField('legalForm', raw, known);
    if (reading?.value === undefined) return [];
    const [part] = reading.by?.parts ?? [];
    return [reading.candidate.path + (part?.keys ?? []).map((key) => `[${JSON.stringify(key)}]`).join('')];
  });
  return [...new Set(paths)];
}

type Scalar = CatalogueValue['value'];

function valuesAt(path: string, raw: RawRelation): Scalar[] {
  return placesAt(path, raw).flatMap(({ value }) =>
    isEmpty(value) || typeof value === 'object' || String(value).length > MAX_VALUE_LENGTH ? [] : [value as Scalar],
  );
}

type Found = { readonly value: Scalar; readonly raw: RawRelation };

function formatOf(topic: CatalogueTopic, [first]: readonly Found[], { places }: Known): { readonly format?: string } {
  if (topic !== 'since') return {};
  const format = places.since
    ? placeFormatOf('incorporationDate', places.since.format, first?.value)?.name
    : FORMATS.incorporationDate.find(({ has }) => has(first?.value))?.name;
  return format ? { format } : {};
}

function valuesOf(found: readonly Found[], known: Known): CatalogueValue[] {
  const byValue = Map.groupBy(found, ({ value }) => value);
  const terms = [...byValue].map(([value, all]) => ({
    value,
    count: all.length,
    examples: all.flatMap(({ raw }) => contextText(raw, 'code', known.places) ?? []).slice(0, MAX_EXAMPLES),
    kinds: Object.fromEntries(
      [...Map.groupBy(all, ({ raw }) => kindOfRelation(raw, known))].flatMap(([kind, some]) =>
        kind ? [[kind, some.length]] : [],
      ),
    ),
  }));
  return terms.toSorted((a, b) => b.count - a.count);
}

/** The family of a sole trader, which has no legal form. */
const SOLE_TRADER = 'NP';

/** What a relation is, as its legal form and its numbers show it; undefined for a legal form that is not known. */
function kindOfRelation(raw: RawRelation, known: Known): Kind | undefined {
  const text = readField('legalForm', raw, known)?.value;
  const form = typeof text === 'string' ? parseLegalForm(text) : undefined;
  if (form) return form.family === SOLE_TRADER ? 'soleProprietor' : 'company';
  if (text !== undefined) return undefined;
  return numbersOf(raw, known.chosen, known.places).length > 0 ? 'soleProprietor' : 'person';
}

/** AdminPulse's names for them in English, Dutch and French, as a value may spell them. */
const WORDS: Readonly<Record<Kind, readonly string[]>> = {
  company: ['company', 'bedrijf', 'societe', 'vennootschap', 'legalperson', 'rechtspersoon'],
  soleProprietor: ['soleproprietor', 'soleproprietorship', 'soletrader', 'eenmanszaak', 'entrepriseindividuelle'],
  person: ['person', 'persoon', 'personne', 'naturalperson', 'natuurlijkpersoon'],
};

/** The kind that a type's own word names. */
export function kindInWord(value: CatalogueValue['value']): Kind | undefined {
  return typeof value === 'string' ? KINDS.find((kind) => WORDS[kind].includes(foldedKey(value))) : undefined;
}

/**
 * The type that relations of this kind have: the one whose word names the kind, else the only one that relations of this
 * kind were seen to have. Undefined where that is not clear: it is never guessed.
 */
export function typeOfKind(kind: Kind, types: readonly CatalogueValue[]): CatalogueValue | undefined {
  const named = types.filter(({ value }) => kindInWord(value) === kind);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const used = types.filter(({ value, kinds }) => kindInWord(value) === undefined && (kinds[kind] ?? 0) > 0);
  return used.length === 1 ? used[0] : undefined;
}
