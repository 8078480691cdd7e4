import type { Agreement } from '../agreement.ts';
import type { Reason } from '../finding.ts';
import type { Pair } from './pairs.ts';
import type { Scored } from './scored.ts';

export function bestAgreement(pairs: readonly Pair[]): Agreement | undefined {
  return pairs
    .filter((pair) => pair.agreement.of > 0)
    .toSorted((a, b) => b.agreement.evidence - a.agreement.evidence)[0]?.agreement;
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
