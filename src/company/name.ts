import type { Language, Version } from './company.ts';
import type { Comparison } from './comparison.ts';
import { preferredVersion, versionsFrom } from './comparison.ts';
import { foldedKey, tidy } from './folding.ts';
import { isFormOfFamily } from './legal-form.ts';

/** What is known of a company besides its name, for comparing names. */
export type NameContext = {
  /** The family of its legal form in the register: only these words are not part of the name. */
  readonly families: readonly string[];
  /** The families of its legal form on both sides: what AdminPulse's name may hold of them. */
  readonly currentFamilies: readonly string[];
  /** A sole trader: the name is "Surname, First name" in the register, and in any order in AdminPulse. */
  readonly naturalPerson: boolean;
  readonly language: Language | undefined;
};

/** A legal form has at most this many words ("… vennootschap met onbeperkte aansprakelijkheid …"). */
const MAX_FORM_WORDS = 16;

/** In a longer text, which is no company's name, no legal form is looked for. In characters. */
const MAX_LENGTH = 400;

const AND = new Set(['en', 'et', 'and', 'und']);
const AND_SIGNS = new Set(['&', '+']);

/**
 * Compares AdminPulse's name with the versions of the register. Equal after folding is `spelling` unless nothing is
 * left to offer; capitals, accents, punctuation, the kind of "and", and the family's own legal form do not count.
 * Offered is the name without legal form; if the register writes capitals only, in the casing that AdminPulse has.
 */
export function compareNames(
  current: string,
  versions: readonly Version<string>[],
  context: NameContext,
): Comparison<string> | undefined {
  const preferred = preferredVersion(versions, context.language);
  if (!preferred) return undefined;
  const text = tidy(current);
  const candidates = versionsFrom(preferred, versions).map(({ value }) => ({
    value,
    bare: nameWithoutForm(value, context.families),
  }));
  if (candidates.some(({ bare }) => bare === text)) return { verdict: 'same', proposed: text };
  const currentKeys = nameKeys(current, context.currentFamilies, context);
  const equal = candidates.find(({ value }) =>
    nameKeys(value, context.families, context).some((key) => currentKeys.includes(key)),
  );
  if (!equal) return { verdict: 'different', proposed: candidates[0]?.bare ?? '' };
  const offer = isAllCapitals(equal.bare) ? nameWithoutForm(current, context.currentFamilies) : equal.bare;
  return { verdict: offer === text ? 'same' : 'spelling', proposed: offer };
}

type Word = { readonly key: string; readonly start: number; readonly end: number };

/** The words of a name, folded; every kind of "and" is `&`. */
function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+|[&+]/gu)].map((match) => {
    const key = AND_SIGNS.has(match[0]) ? '&' : foldedKey(match[0]);
    return { key: AND.has(key) ? '&' : key, start: match.index, end: match.index + match[0].length };
  });
}

/**
 * A name without the words of its own legal form at either end: "Otman CommV" is "Otman" if it is a CommV. A name
 * that consists of nothing else is left as it is.
 */
export function nameWithoutForm(name: string, families: readonly string[]): string {
  const text = tidy(name);
  if (text.length > MAX_LENGTH) return text;
  const words = wordsOf(text);
  const { first, last } = withoutForm(words, families);
  const start = first === 0 ? 0 : openingBefore(text, words[first]?.start ?? 0);
  const end = last === words.length - 1 ? text.length : closingAfter(text, words[last]?.end ?? text.length);
  return text.slice(start, end);
}

type Span = { readonly first: number; readonly last: number };

/**
 * The first and the last word that are not the legal form's; at least one word is left. "Foo & BV" leaves an "and" when its
 * legal form is taken off, which goes with it.
 */
function withoutForm(words: readonly Word[], families: readonly string[]): Span {
  let first = 0;
  let last = words.length - 1;
  const isForm = (from: number, to: number, place: 'before' | 'after') => {
    const key = words
      .slice(from, to)
      .map((word) => word.key)
      .join('');
    return families.some((family) => isFormOfFamily(key, family, place));
  };
  const lengths = Array.from({ length: MAX_FORM_WORDS }, (_, index) => MAX_FORM_WORDS - index);
  for (;;) {
    const after = lengths.find((length) => last - length >= first && isForm(last - length + 1, last + 1, 'after'));
    if (after) {
      last = withoutAnd(words, { first, last: last - after }).last;
      continue;
    }
    const before = lengths.find((length) => first + length <= last && isForm(first, first + length, 'before'));
    if (!before) return { first, last };
    first = withoutAnd(words, { first: first + before, last }).first;
  }
}

/** Without an "and" at the ends; at least one word is left. */
function withoutAnd(words: readonly Word[], { first, last }: Span): Span {
  let from = first;
  let to = last;
  while (to > from && words[to]?.key === '&') to -= 1;
  while (from < to && words[from]?.key === '&') from += 1;
  return { first: from, last: to };
}

/** Brackets, quotes and dots that touch the first or last word belong to the name: "Foo & Co. BV" is "Foo & Co.". */
function closingAfter(text: string, position: number): number {
  let end = position;
  while (')]."!?»”’\''.includes(text[end] ?? ' ')) end += 1;
  return end;
}

function openingBefore(text: string, position: number): number {
  let start = position;
  while ('(["«“‘\''.includes(text[start - 1] ?? ' ')) start -= 1;
  return start;
}

/** What a name is compared by. A sole trader's words count in any order. */
function nameKeys(
  name: string,
  families: readonly string[],
  { naturalPerson }: Pick<NameContext, 'naturalPerson'>,
): readonly string[] {
  if (name.length > MAX_LENGTH) return [foldedKey(name)];
  const words = wordsOf(tidy(name));
  // A name without one letter or digit ("@!") is compared as it stands.
  if (words.length === 0) return [tidy(name)];
  const { first, last } = withoutAnd(words, withoutForm(words, families));
  const bare = words.slice(first, last + 1).map(({ key }) => key);
  const keys = [bare.join('')];
  return naturalPerson ? [...keys, bare.toSorted().join(' ')] : keys;
}

function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
