import type { ChosenPaths } from '../api/chosen-paths.ts';
import { foldedKey } from '../company/folding.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import { NOTHING_LEARNT } from './learnt.ts';
import { numbersOf } from './numbers-of.ts';
import { type RawRelation, readField } from './read-relation.ts';
import type { Term } from './vocabulary.ts';

/** The types of relation that AdminPulse's help names. */
export const KINDS = ['company', 'soleProprietor', 'person'] as const;
export type Kind = (typeof KINDS)[number];

/** The family of a sole trader, which has no legal form. */
const SOLE_TRADER = 'NP';

/** What a relation is, as its legal form and its numbers show it; undefined for a legal form that is not known. */
export function kindOfRelation(raw: RawRelation, chosen: ChosenPaths): Kind | undefined {
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
