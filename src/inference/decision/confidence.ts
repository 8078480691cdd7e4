import { parseLanguage } from '../../company/language.ts';
import { filled } from '../candidate.ts';
import type { Confidence } from '../finding.ts';
import type { Node } from '../tree.ts';
import type { Pair } from './pairs.ts';
import { AMBIGUOUS, CLEAR_HINT, KIND_ALONE, type Scored } from './scored.ts';

type Limit = { readonly score: number; readonly margin: number };

/** What a score must be, and how far ahead of those of all other places. */
const LIMITS = {
  certain: { score: 11, margin: 8 },
  presumed: { score: 3.5, margin: 3 },
  agreeing: { score: 2.5, margin: 0.9 },
  named: { score: 3.5, margin: 2 },
} as const satisfies Readonly<Record<string, Limit>>;

/** Samples from which on a place can be certain. */
const ENOUGH = 3;
const ENOUGH_ALONE = 6;
/** What a name has to say for a place to be certain where nothing else says it. */
const CLEAR_HINT_ALONE = 3.5;

export function confidenceOf(
  best: Scored,
  score: number,
  margin: number,
  rivalry: number,
  pair: Pair | undefined,
  rivals: number,
  isRefuted: boolean,
): Confidence | undefined {
  const least = leastOf(best, pair);
  if (score < least.score || margin < least.margin) return undefined;
  if (!pair && isRefuted) return undefined;
  // One value may be of a kind by chance.
  if (!pair && best.hint.score <= 0 && filled(best.candidate.facts) < 2) return undefined;
  if (best.candidate.isOpen && filled(best.candidate.facts) < ENOUGH_ALONE) return undefined;
  if (filled(best.candidate.facts) < ENOUGH_ALONE && best.candidate.nodes.some(isByLanguageAlone)) return undefined;
  const isByPosition = best.candidate.nodes.some((node) => node.isByPosition);
  const isInTuple = best.candidate.nodes.some((node) => node.isInTuple);
  if (isByPosition && (!pair || filled(best.candidate.facts) < ENOUGH_ALONE)) return undefined;
  const { kind, facts, fit } = best.candidate;
  if (pair) {
    const isNamed = Math.max(pair.ours.hint.score, pair.theirs.hint.score) >= CLEAR_HINT && best.hint.score >= 0;
    const isProven =
      !best.candidate.isUnsure &&
      !best.candidate.isOpen &&
      !isInTuple &&
      pair.agreement.equal >= ENOUGH &&
      (isNamed || !AMBIGUOUS.includes(kind));
    return isProven && score >= LIMITS.certain.score && rivalry >= LIMITS.certain.margin ? 'certain' : 'presumed';
  }
  const isAlone = rivals === 1 && best.hint.score >= CLEAR_HINT_ALONE && KIND_ALONE[kind] >= 2 && fit > -0.5;
  return isAlone && !isInTuple && filled(facts) >= ENOUGH_ALONE ? 'certain' : 'presumed';
}

/** What is presumed may be less far ahead where a rare value is equal at the other service, or a name says clearly what it is. */
function leastOf({ candidate, hint }: Scored, pair: Pair | undefined): Limit {
  // Three dates that end a month each are no chance.
  if (candidate.kind === 'monthDay' && filled(candidate.facts) >= ENOUGH) return LIMITS.agreeing;
  const byName = hint.score >= CLEAR_HINT_ALONE ? LIMITS.named : LIMITS.presumed;
  if (!pair) return byName;
  const { equal, of } = pair.agreement;
  // A relation often began on the day on which the company was founded.
  if (candidate.kind !== 'date' || equal > of / 2) return LIMITS.agreeing;
  if (equal === of / 2) return hint.score >= CLEAR_HINT ? LIMITS.agreeing : byName;
  return of > ENOUGH || hint.score >= CLEAR_HINT_ALONE ? byName : LIMITS.certain;
}

/** An item of a list of which nothing but the language tells it from others: in a few documents those may be missing. */
function isByLanguageAlone({ item, paths }: Node): boolean {
  const type = item?.type?.value;
  return typeof type === 'string' && parseLanguage(type) !== undefined && !paths[0]?.includes('&&');
}
