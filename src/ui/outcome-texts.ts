import type { FieldOutcome, UndoOutcome } from '../messages/index.ts';
import type { TextKey } from './texts.ts';

/** What became of a field in a write. */
export const WRITE_RESULTS: Readonly<Record<FieldOutcome['result'], TextKey>> = {
  written: 'outcomeWritten',
  kept: 'outcomeKept',
  partly: 'outcomePartly',
  other: 'outcomeOther',
};

/** What became of a field in an undo. */
export const UNDO_RESULTS: Readonly<Record<UndoOutcome['fields'][number]['result'], TextKey>> = {
  undone: 'outcomeUndone',
  leftAlone: 'outcomeLeftAlone',
  notCleared: 'outcomeNotCleared',
  kept: 'outcomeUndoKept',
};
