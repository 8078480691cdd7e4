import type { Agreement, Agreements } from '../agreement.ts';
import type { Service } from '../finding.ts';
import type { Scored } from './scored.ts';

/** Agreement proves that two places mean one fact, and from here on it says nothing of which fact that is. */
const MOST_EVIDENCE = 12;
const LEAST_EVIDENCE = -8;
/** Two places mean one fact only if there is some evidence of it. */
export const PAIR_EVIDENCE = 2;

/** What one sample is worth in which only one of two places agrees with the other service; less where the other is empty. */
const DISCORD = 2.6;
const DISCORD_WITH_NOTHING = 0.6;

export type Pair = {
  readonly ours: Scored;
  readonly theirs: Scored;
  readonly agreement: Agreement;
  readonly score: number;
};

export function pairsOf(ours: readonly Scored[], theirs: readonly Scored[], agreements: Agreements): readonly Pair[] {
  return ours.flatMap((one) =>
    theirs.map((other) => {
      const agreement = agreements(one.candidate, other.candidate);
      const evidence = Math.max(LEAST_EVIDENCE, Math.min(MOST_EVIDENCE, agreement.evidence));
      return { ours: one, theirs: other, agreement, score: evidence + one.base + other.base };
    }),
  );
}

/** The pair with the best score; of several places that agree with one, the one that does so in more samples. */
export function bestPair(pairs: readonly Pair[], agreements: Agreements): Pair | undefined {
  const agreeing = pairs.filter(({ agreement }) => agreement.evidence >= PAIR_EVIDENCE);
  let best = agreeing.toSorted((a, b) => b.score - a.score || b.agreement.evidence - a.agreement.evidence)[0];
  for (let round = 0; best && round < 4; round += 1) {
    const { ours, theirs } = best;
    const better = agreeing.find(
      (pair) =>
        (pair.theirs === theirs && pair.ours !== ours && lead(pair.ours, ours, theirs, agreements, 'adminpulse') > 0) ||
        (pair.ours === ours && pair.theirs !== theirs && lead(pair.theirs, theirs, ours, agreements, 'openthebox') > 0),
    );
    if (!better) break;
    best = better;
  }
  return best;
}

/** How far one place is ahead of another of the same side, by agreement with one place of the other side, and by what else is known. */
export function lead(one: Scored, other: Scored, partner: Scored, agreements: Agreements, side: Service): number {
  const of = ({ candidate }: Scored) =>
    side === 'adminpulse' ? agreements(candidate, partner.candidate) : agreements(partner.candidate, candidate);
  const [a, b] = [of(one).bySample, of(other).bySample];
  let discord = 0;
  for (const [index, first] of a.entries()) {
    const second = b[index];
    if (first === true && second !== true) discord += second === false ? DISCORD : DISCORD_WITH_NOTHING;
    if (second === true && first !== true) discord -= first === false ? DISCORD : DISCORD_WITH_NOTHING;
  }
  const isReading = one.candidate.group !== undefined && one.candidate.group === other.candidate.group;
  return (discord + one.base - other.base) * (isReading ? READING : 1);
}

/** Two readings of one place differ in a part alone. */
const READING = 2.5;

/** The pairs in which a place of one side stands. */
export type PairsOf = (one: Scored) => readonly Pair[];

export function pairsBy(pairs: readonly Pair[]): PairsOf {
  const ours = Map.groupBy(pairs, (pair) => pair.ours);
  const theirs = Map.groupBy(pairs, (pair) => pair.theirs);
  return (one) => ours.get(one) ?? theirs.get(one) ?? [];
}

export const partnerOf = (pair: Pair, key: 'ours' | 'theirs') => (key === 'ours' ? pair.theirs : pair.ours);
