import type { Comparison, Review } from './review.ts';

/** What of a review's states worker and pages both have to know. Code, unlike the rest of this folder: import it by its path. */

/** The phases in which a write of the review is under way, or was cut off. */
export const WRITING_PHASES = ['applying', 'undoing'] as const satisfies readonly Review['phase'][];
type WritingPhase = (typeof WRITING_PHASES)[number];

export const isWriting = (review: Review | undefined): review is Extract<Review, { phase: WritingPhase }> =>
  isWritingPhase(review?.phase);

export const isWritingPhase = (phase: Review['phase'] | undefined): phase is WritingPhase =>
  WRITING_PHASES.some((writing) => writing === phase);

/** What is shown of a review, without what belongs to its present state. */
export function comparisonOf(review: Review): Comparison | undefined {
  if (review.phase === 'failed') return review.comparison;
  if (review.phase === 'loading' || review.phase === 'choosing') return undefined;
  const { heading, relation, changes, doubts, links, made, situation, retrievedAt, anonymous } = review;
  return {
    heading,
    relation,
    changes,
    ...(doubts && { doubts }),
    ...(links && { links }),
    ...(made && { made }),
    ...(situation && { situation }),
    retrievedAt,
    anonymous,
  };
}
