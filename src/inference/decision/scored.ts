import type { Meaning } from '../../schema/field-place.ts';
import type { Candidate } from '../candidate.ts';
import type { Service, ValueKind } from '../finding.ts';
import { type Hint, hintOf } from '../key-words.ts';
import { knownWorth } from '../known-paths.ts';

/** What it is worth that all values of a place have the kind, where nothing else is known: dates and texts are everywhere. */
export const KIND_ALONE: Readonly<Record<ValueKind, number>> = {
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
export const AMBIGUOUS: readonly ValueKind[] = ['phone', 'date', 'text'];

/** What a name has to say for a place to be certain where values leave it open. */
export const CLEAR_HINT = 2;

/** The first of a list may be another one in the next document. */
const BY_POSITION = 1.5;

export type Scored = {
  readonly candidate: Candidate;
  readonly base: number;
  readonly hint: Hint;
  readonly alone: number;
};

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
