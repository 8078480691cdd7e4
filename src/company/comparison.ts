import type { Language, ReasonKey, Version } from './company.ts';

/** What the comparison of one field says: how the two values stand to each other, and what openthebox's offers. */
export type Comparison<T> = {
  readonly verdict: 'same' | 'spelling' | 'different';
  /** The value to offer, in AdminPulse's style. */
  readonly proposed: T;
  /** What to mind; where it is absent, the field's own reason holds, if it has one. */
  readonly reason?: ReasonKey;
  /** The value is shown, but must not be written. */
  readonly shownOnly?: true;
};

type Texts = readonly string[];
type CompareTexts = (current: Texts, proposed: Texts) => Comparison<string> | undefined;

/** The value elsewhere in the relation (a mobile number, a second website) that is one of those proposed. */
export function knownElsewhere(compare: CompareTexts, elsewhere: Texts = [], proposed: Texts = []): string | undefined {
  return elsewhere.find((text) => {
    const verdict = compare([text], proposed)?.verdict;
    return verdict === 'same' || verdict === 'spelling';
  });
}

/** Compares a field's value; what the relation holds elsewhere already is not offered once more in its place. */
export function compareWithElsewhere(
  compare: CompareTexts,
  current: Texts,
  elsewhere: Texts | undefined,
  proposed: Texts,
): Comparison<string> | undefined {
  const comparison = current.length > 0 ? compare(current, proposed) : undefined;
  if (comparison && comparison.verdict !== 'different') return comparison;
  const known = knownElsewhere(compare, elsewhere, proposed);
  return known === undefined ? comparison : { verdict: 'same', proposed: known };
}

/** The version in a language, else one without a language, else the first: the source's own preference. */
export function preferredVersion<T>(
  versions: readonly Version<T>[],
  language: Language | undefined,
): Version<T> | undefined {
  return versions.find((version) => version.language === language) ?? versions[0];
}

/** All versions, one of them first. */
export function versionsFrom<T>(first: Version<T>, versions: readonly Version<T>[]): readonly Version<T>[] {
  return [first, ...versions.filter((version) => version !== first)];
}
