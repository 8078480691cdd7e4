import type { Comparison, Review } from '../../messages/index.ts';

/** What the review compares, in each state that has it. */
export function comparisonOf(review: Review): Comparison | undefined {
  switch (review.phase) {
    case 'ready':
    case 'applying':
    case 'applied':
    case 'undoing':
    case 'undone':
      return review;
    case 'failed':
      return review.comparison;
    default:
      return undefined;
  }
}

export function isWriting(phase: Review['phase'] | undefined): boolean {
  return phase === 'applying' || phase === 'undoing';
}
