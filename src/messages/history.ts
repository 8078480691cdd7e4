import type { Field, ISODateTime, Value } from '../company/company.ts';
import type { FieldOutcome } from './review.ts';

/** What became of a change: `notSent` the worker ended before it was sent; `refused` AdminPulse said no; `unsettled` it was sent, and what became of it could not be read yet. */
export type ChangeOutcome = 'underWay' | 'verified' | 'notSent' | 'refused' | 'unsettled';

/** One field of a change, before and after. */
export type HistoryField = {
  readonly field: Field;
  readonly before?: Value;
  readonly after?: Value;
  /** Absent until it was verified. */
  readonly result?: FieldOutcome['result'];
  /** It was put back since. */
  readonly undone?: boolean;
};

/** A change of one relation, as the history shows it. */
export type HistoryEntry = {
  readonly id: string;
  readonly at: ISODateTime;
  /** The label of the API key it was written with. */
  readonly who: string;
  readonly kind: 'update' | 'create' | 'undo';
  readonly relation: { readonly code: string; readonly name: string };
  readonly enterpriseNumber: string;
  /** When openthebox's values were read; absent for an undo. */
  readonly retrievedAt?: ISODateTime;
  readonly fields: readonly HistoryField[];
  readonly outcome: ChangeOutcome;
};

/** A part of the history, newest first; `next` is the cursor of the part after it. */
export type HistoryPart = { readonly entries: readonly HistoryEntry[]; readonly next?: string };
