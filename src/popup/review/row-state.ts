import type { Field, FieldChange } from '../../company/company.ts';
import type { FieldOutcome, Review } from '../../messages.ts';

/** All that a row of the table shows. */
export type RowState = {
  readonly change: FieldChange;
  readonly ticked: boolean;
  /** `open`: to be decided; `busy`: a write is under way; `done`: written, nothing left to tick. */
  readonly mode: 'open' | 'busy' | 'done';
  readonly outcome: FieldOutcome['result'] | undefined;
  /** The value in AdminPulse changed between the review and the write. */
  readonly changedJustNow: boolean;
};

/** What became of the field in the write that just ended; `undefined` where it was not written. */
export function outcomeOf(review: Review, field: Field): FieldOutcome['result'] | undefined {
  if (review.phase !== 'applied') return undefined;
  return review.outcome.find((outcome) => outcome.field === field)?.result;
}
