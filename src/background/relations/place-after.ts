import { sameJson } from '../../schema/json-path.ts';
import { chanceOfNone, isImprobable } from './chance.ts';
import { type InferredPlace, isPresumed } from './inferred-places.ts';

/** What was inferred for one meaning from the answers that were just looked at. */
export type Inferred = {
  /** Answers of the service, and companies beside them. */
  readonly documents: number;
  readonly companies: number;
  /** Where the meaning was found. */
  readonly found?: InferredPlace;
  /** False where the known names read the same. */
  readonly isNeeded: boolean;
  /** Answers in which something is read at the place that was known before. */
  readonly readBefore: number;
};

/**
 * The place that is known after inferring again. Better evidence stays: a certain or confirmed place gives way only to one that
 * was found by as much of it, or where it reads nothing any more. What the user confirmed stays confirmed where it is found
 * again.
 *
 * | before             | found again by as much evidence | by less, or not at all                |
 * | ------------------ | ------------------------------- | ------------------------------------- |
 * | nothing            | taken                           | taken                                 |
 * | reads nothing now  | taken                           | taken; without any: dropped if that is no chance |
 * | certain, confirmed | taken                           | stays                                 |
 * | presumed           | taken                           | a certain one is taken; else stays    |
 * | doubted            | taken                           | stays                                 |
 */
export function placeAfter(before: InferredPlace | undefined, now: Inferred): InferredPlace | undefined {
  const { found } = now;
  const wanted = now.isNeeded ? found : undefined;
  if (!before) return wanted;
  if (now.readBefore === 0 && (wanted || isImprobable(chanceOfNone(before.read, now.documents)))) return wanted;
  if (!isPresumed(before)) return found && hasAsMuch(found, before, now) ? asConfirmed(before, wanted) : before;
  if (wanted?.confidence === 'certain' && !before.doubted) return wanted;
  return hasAsMuch(found, before, now) ? wanted : before;
}

function asConfirmed(before: InferredPlace, wanted: InferredPlace | undefined): InferredPlace | undefined {
  const isKept = wanted && before.confirmed && sameJson(before.place, wanted.place);
  return isKept ? { ...wanted, confirmed: true, ...(before.accepted && { accepted: true }) } : wanted;
}

/** Where nothing was found, all that was looked at says so. */
function hasAsMuch(found: InferredPlace | undefined, before: InferredPlace, now: Inferred): boolean {
  const compared = found ? comparedIn(found) : now.companies;
  return compared >= comparedIn(before) && now.documents >= (before.read?.of ?? 0);
}

/** Answers in which the place's value could be compared with the other service's. */
function comparedIn({ reasons }: InferredPlace): number {
  return reasons.find((reason) => reason.kind === 'agreement')?.of ?? 0;
}
