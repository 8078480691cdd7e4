import type { HistoryEntry, HistoryField, UndoOutcome } from '../../messages/index.ts';
import type { TextKey } from '../../ui/texts.ts';

export const KINDS: Readonly<Record<HistoryEntry['kind'], TextKey>> = {
  update: 'historyUpdate',
  create: 'historyCreate',
  undo: 'historyUndo',
};

export const OUTCOMES: Readonly<Record<HistoryEntry['outcome'], TextKey>> = {
  verified: 'historyVerified',
  notSent: 'historyNotSent',
  refused: 'historyRefused',
  unsettled: 'historyUnsettled',
  underWay: 'historyUnderWay',
};

export const RESULTS: Readonly<Record<NonNullable<HistoryField['result']>, TextKey>> = {
  written: 'outcomeWritten',
  kept: 'outcomeKept',
  partly: 'outcomePartly',
  other: 'outcomeOther',
};

export const UNDO_RESULTS: Readonly<Record<UndoOutcome['fields'][number]['result'], TextKey>> = {
  undone: 'outcomeUndone',
  leftAlone: 'outcomeLeftAlone',
  notCleared: 'outcomeNotCleared',
  kept: 'outcomeUndoKept',
};
