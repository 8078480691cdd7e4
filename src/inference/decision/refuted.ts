import type { Pair } from './pairs.ts';
import { partnerOf } from './pairs.ts';
import { AMBIGUOUS, CLEAR_HINT, type Scored } from './scored.ts';

/** A place of which agreement has to tell what it is, and that agrees with none of the other side though there was enough. */
export function isRefuted(one: Scored, pairs: readonly Pair[]): boolean {
  const compared = pairs.filter((pair) => pair.agreement.of >= 3);
  return (
    (AMBIGUOUS.includes(one.candidate.kind) || one.candidate.kind === 'number') &&
    compared.length > 0 &&
    compared.every(({ agreement }) => agreement.equal === 0)
  );
}

/** A place that agrees with no likely place of the other side, though there was enough to compare, is less likely itself. */
export function penaltyOf(pairs: readonly Pair[], key: 'ours' | 'theirs'): number {
  const compared = pairs.filter((pair) => pair.agreement.of >= 4 && partnerOf(pair, key).hint.score >= CLEAR_HINT);
  return compared.length === 0
    ? 0
    : Math.max(-3, Math.min(0, ...[Math.max(...compared.map(({ agreement }) => agreement.evidence))]) / 2);
}
