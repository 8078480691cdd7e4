import type { Field, FieldChange } from '../../company/company.ts';
import type { FieldOutcome, Review, UndoOutcome } from '../../messages/index.ts';
import type { TextKey } from '../../ui/texts.ts';

/** All that a row of the table shows. */
export type RowState = {
  readonly change: FieldChange;
  readonly ticked: boolean;
  /** `open`: to be decided; `busy`: a write is under way; `done`: written or undone, nothing left to tick. */
  readonly mode: 'open' | 'busy' | 'done';
  readonly outcome: RowOutcome | undefined;
  /** The value in AdminPulse changed between the review and the write. */
  readonly changedJustNow: boolean;
};

/** What became of a field in the write or undo that just ended. */
type RowOutcome = {
  readonly says: TextKey;
  readonly is: 'written' | 'undone' | 'other';
};

const WRITTEN: Record<FieldOutcome['result'], RowOutcome> = {
  written: { says: 'outcomeWritten', is: 'written' },
  kept: { says: 'outcomeKept', is: 'other' },
  partly: { says: 'outcomePartly', is: 'other' },
  other: { says: 'outcomeOther', is: 'other' },
};

const UNDONE: Record<UndoOutcome['fields'][number]['result'], RowOutcome> = {
  undone: { says: 'outcomeUndone', is: 'undone' },
  leftAlone: { says: 'outcomeLeftAlone', is: 'other' },
  notCleared: { says: 'outcomeNotCleared', is: 'other' },
  kept: { says: 'outcomeUndoKept', is: 'other' },
};

/** `undefined` where the field was not written. */
export function outcomeOf(review: Review, { field, current }: FieldChange): RowOutcome | undefined {
  const isIts = (outcome: { readonly field: Field }) => outcome.field === field;
  const written = review.phase === 'applied' ? review.outcome.find(isIts)?.result : undefined;
  const undone = review.phase === 'undone' ? review.undone.find(isIts)?.result : undefined;
  // What was empty before has no old value that could have been kept.
  if (written === 'kept' && current === undefined) return { says: 'outcomeNotTaken', is: 'other' };
  return (written && WRITTEN[written]) ?? (undone && UNDONE[undone]);
}

const MODES: Partial<Record<Review['phase'], RowState['mode']>> = {
  applying: 'busy',
  undoing: 'busy',
  applied: 'done',
  undone: 'done',
};

export function modeOf({ phase }: Review): RowState['mode'] {
  return MODES[phase] ?? 'open';
}
