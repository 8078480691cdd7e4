import type { Agreements } from '../agreement.ts';
import type { Service } from '../finding.ts';
import { confidenceOf } from './confidence.ts';
import { lead, PAIR_EVIDENCE, type Pair, type PairsOf, partnerOf } from './pairs.ts';
import type { Answer } from './question.ts';
import { bestAgreement, reasonsOf } from './reasons.ts';
import { isRefuted, penaltyOf } from './refuted.ts';
import type { Scored } from './scored.ts';
import { isTwin } from './twins.ts';

type Context = { readonly pairsOf: PairsOf; readonly agreements: Agreements; readonly pair: Pair | undefined };

/** What it is worth that no other place has values of the kind. */
const ONLY_ONE = 1;

export function sideOf(
  side: Service,
  free: readonly Scored[],
  contested: readonly Scored[],
  context: Context,
): { readonly answer: Answer; readonly margin: number } {
  const { pair, pairsOf } = context;
  const key = side === 'adminpulse' ? 'ours' : 'theirs';
  const penalty = new Map(free.map((one) => [one, penaltyOf(pairsOf(one), key)]));
  const aloneOf = (one: Scored) => one.alone + (penalty.get(one) ?? 0);
  const supportOf = (one: Scored, without?: Scored) =>
    Math.max(
      aloneOf(one),
      ...pairsOf(one).flatMap((other) =>
        other.agreement.evidence >= PAIR_EVIDENCE && partnerOf(other, key) !== without ? [other.score] : [],
      ),
    );
  const best = pair ? pair[key] : free.toSorted((a, b) => aloneOf(b) - aloneOf(a))[0];
  const ranked = free
    .map((one) => ({ one, score: supportOf(one) + (one === best ? 100 : 0) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ one, score }) => ({
      place: one.candidate.place,
      score: one === best ? score - 100 : score,
      reasons: reasonsOf(one, bestAgreement(pairsOf(one)), false),
    }));
  if (!best) return { answer: { ranked }, margin: 0 };

  const isOnlyOne = free.length === 1 && contested.length === 0;
  const alone = aloneOf(best) + (isOnlyOne ? ONLY_ONE : 0);
  const score = pair ? Math.max(pair.score, alone) : alone;
  const leadOver = (rival: Scored) => {
    if (!pair) return score - aloneOf(rival);
    const partner = partnerOf(pair, key);
    const byAgreement = lead(best, rival, partner, context.agreements, side);
    const isReading = best.candidate.group !== undefined && best.candidate.group === rival.candidate.group;
    return isReading ? byAgreement : Math.min(byAgreement, score - supportOf(rival, partner));
  };
  const twins = free.filter((one) => one !== best && isTwin(one.candidate, best.candidate));
  const margin = Math.min(...free.filter((one) => one !== best && !twins.includes(one)).map(leadOver), 30);
  const rivalry = Math.min(margin, ...[...contested, ...twins].map(leadOver));
  const confidence = confidenceOf(best, score, margin, rivalry, pair, free.length, isRefuted(best, pairsOf(best)));
  const reasons = reasonsOf(best, pair?.agreement, free.length === 1);
  return {
    answer: { ranked, ...(confidence && { choice: { candidate: best.candidate, confidence, reasons } }) },
    margin: confidence ? Math.min(margin, score) : -1,
  };
}
