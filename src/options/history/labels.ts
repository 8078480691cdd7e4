import type { HistoryEntry } from '../../messages/index.ts';
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
