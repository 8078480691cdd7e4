import type { Doubt } from '../../company/choices.ts';
import { chanceOfNone, isImprobable } from './chance.ts';
import type { InferredPlace } from './inferred-places.ts';

/**
 * What a review saw at a place: `agrees` and `differs` with the other service's value; `nothing` that is understood stands
 * there; `alone`: a value, and none on the other side.
 */
export const OUTCOMES = ['agrees', 'differs', 'nothing', 'alone'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The outcome in a relation, which is told from others by its digest. */
export type Seen = { readonly relation: string; readonly outcome: Outcome };

/** Relations that are remembered for a place: as many as the rarest of facts needs before its absence says anything. */
const REMEMBERED = 16;

const SPEAKS_AGAINST: readonly Outcome[] = ['differs', 'nothing'];

/**
 * The latest relations, the newest first, each once. What spoke against the place stays though the relation agrees later: the
 * user may have written openthebox's value to it, which says nothing of where AdminPulse has its own.
 */
export function seenAfter(seen: readonly Seen[], now: Seen): readonly Seen[] {
  const before = seen.find(({ relation }) => relation === now.relation);
  if (before && SPEAKS_AGAINST.includes(before.outcome) && !SPEAKS_AGAINST.includes(now.outcome)) return seen;
  return [now, ...seen.filter((other) => other !== before)].slice(0, REMEMBERED);
}

/** So many relations at least, however improbable it is: a user may go through those that changed, or are new. */
const LEAST_VANISHED = 4;
const LEAST_DIFFERING = 8;
/** Comparisons without which an agreement is no rule that could be broken. */
const LEAST_COMPARED = 3;

/**
 * Whether a certain or confirmed place is to be doubted by the latest relations. Of ten values three are different by nature,
 * so what counts is a row of relations without an exception, as would come by chance once in a thousand times as often as the
 * value was read, or was equal, when the place was inferred:
 *
 * - nothing is read there in the latest relations;
 * - not one of the latest values is equal to the other service's. Where the user confirmed the place in spite of that
 *   (`isAccepted`), it says nothing any more.
 */
export function doubtOf(found: InferredPlace, seen: readonly Seen[], isAccepted: boolean): Doubt | undefined {
  const empty = lengthOfRun(seen, 'nothing');
  if (empty >= LEAST_VANISHED && isImprobable(chanceOfNone(found.read, empty))) return { kind: 'vanished', of: empty };
  if (isAccepted) return undefined;
  const compared = seen.filter(({ outcome }) => outcome === 'agrees' || outcome === 'differs');
  const differing = lengthOfRun(compared, 'differs');
  const agreement = found.reasons.find((reason) => reason.kind === 'agreement');
  if (!agreement || agreement.of < LEAST_COMPARED || differing < LEAST_DIFFERING) return undefined;
  const chance = chanceOfNone({ count: agreement.equal, of: agreement.of }, differing);
  return isImprobable(chance) ? { kind: 'differs', of: differing } : undefined;
}

function lengthOfRun(seen: readonly Seen[], wanted: Outcome): number {
  const end = seen.findIndex(({ outcome }) => outcome !== wanted);
  return end === -1 ? seen.length : end;
}
