import type { Field, FieldChange } from '../../company/company.ts';
import type { FieldOutcome, UndoOutcome } from '../../messages/index.ts';
import { UNDO_RESULTS, WRITE_RESULTS } from '../../ui/outcome-texts.ts';
import type { TextKey } from '../../ui/texts.ts';
import { isTicked, type Ticks } from './ticks.ts';

/** A row of the table: a field with both its values, and all that the table shows of how it stands. */
export type RowState = {
  readonly change: FieldChange;
  readonly ticked: boolean;
  readonly mode: Mode;
  readonly outcome: RowOutcome | undefined;
  /** The value in AdminPulse changed between the review and the write. */
  readonly changedJustNow: boolean;
};

/** `open`: to be decided; `busy`: a write is under way; `done`: written or undone, nothing left to tick. */
type Mode = 'open' | 'busy' | 'done';

/** What became of a field in the write or undo that just ended. */
type RowOutcome = {
  readonly text: TextKey;
  readonly kind: 'written' | 'undone' | 'other';
};

/** How the whole table stands: where its write is, and what it knows of single fields. */
export type TableState = {
  readonly mode: Mode;
  readonly written?: readonly FieldOutcome[];
  readonly undone?: UndoOutcome['fields'];
  /** Fields that changed in AdminPulse between the review and the write. */
  readonly conflict?: readonly Field[];
};

/** The table's rows, in the order of the fields. */
export function rowsOf(changes: readonly FieldChange[], ticks: Ticks, state: TableState): readonly RowState[] {
  return changes.map((change) => ({
    change,
    ticked: isTicked(ticks, change),
    mode: state.mode,
    outcome: outcomeOf(change, state),
    // One that is presumed by now did not change.
    changedJustNow: state.conflict?.includes(change.field) === true && change.reason !== 'reasonPresumed',
  }));
}

/** `undefined` where the field was not written. */
function outcomeOf({ field, current }: FieldChange, { written, undone }: TableState): RowOutcome | undefined {
  const result = written?.find((outcome) => outcome.field === field)?.result;
  // What was empty before has no old value that could have been kept.
  if (result === 'kept' && current === undefined) return { text: 'outcomeNotTaken', kind: 'other' };
  if (result !== undefined) return { text: WRITE_RESULTS[result], kind: result === 'written' ? 'written' : 'other' };
  const undo = undone?.find((outcome) => outcome.field === field)?.result;
  return undo && { text: UNDO_RESULTS[undo], kind: undo === 'undone' ? 'undone' : 'other' };
}
