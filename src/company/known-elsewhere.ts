import type { Comparison } from './comparison.ts';

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
