import type { DoubtedPlace } from '../company/choices.ts';
import type { Field, FieldChange, ISODateTime } from '../company/company.ts';
import type { ComparedLink } from '../company/links/compare-links.ts';
import type { Failure } from './failure.ts';

import type { MadeRelation } from './links.ts';

/** A relation as far as it is shown: which one it is, and what to mind before writing to it. */
export type RelationSummary = {
  /** `APR…`, or the id where a relation has no code. */
  readonly code: string;
  readonly name: string;
  readonly customerCode?: string;
  readonly warnings: readonly RelationWarning[];
};

export type RelationWarning = 'relationEnded' | 'handlingLevel';

/** What became of a ticked field after a write, found by reading the relation again. */
export type FieldOutcome = {
  readonly field: Field;
  /**
   * `kept`: AdminPulse kept the old value; `partly`: it took what is there and kept what should have become empty (it
   * ignores empty values); `other`: it holds neither the old nor the new value.
   */
  readonly result: 'written' | 'kept' | 'partly' | 'other';
};

/** A step of a review that waits for a service. */
export type Progress = 'waiting' | 'done';

/** A review: what an extension page shows of one relation. It lives in `storage.session` (storage-keys). */
export type Review = {
  readonly id: string;
  readonly enterpriseNumber: string;
  readonly relationCode?: string;
} & ReviewState;

export type ReviewState =
  | { readonly phase: 'loading'; readonly openthebox: Progress; readonly adminpulse: Progress }
  /** Several relations have this number: the user says which. */
  | { readonly phase: 'choosing'; readonly candidates: readonly RelationSummary[] }
  | ({ readonly phase: 'ready' } & Comparison & {
        /** Set when the relation changed since the user saw it: these fields are new, and nothing was written. */
        readonly conflict?: readonly Field[];
      })
  /** `change`: the journal's id of what is being written. */
  | ({ readonly phase: 'applying'; readonly fields: readonly Field[]; readonly change: string } & Comparison)
  | ({ readonly phase: 'applied'; readonly outcome: readonly FieldOutcome[]; readonly change: string } & Comparison)
  /** `change`: that of the undo; `undoes`: the one that it undoes. */
  | ({ readonly phase: 'undoing'; readonly change: string; readonly undoes: string } & Comparison)
  | ({ readonly phase: 'undone'; readonly undone: UndoOutcome['fields'] } & Comparison)
  /** `comparison` is there when the failure came after the review was shown: nothing is lost. */
  | {
      readonly phase: 'failed';
      readonly failure: Failure;
      readonly comparison?: Comparison;
      readonly ticked?: readonly Field[];
      /** The change of which an undo failed: it can be asked for again. */
      readonly undoes?: string;
    };

export type Comparison = {
  /** The company's name in openthebox, for the heading. */
  readonly heading: string;
  readonly relation: RelationSummary;
  readonly changes: readonly FieldChange[];
  /** Fields of which a place was certain or confirmed before, and is presumed by now, and why. */
  readonly doubts?: readonly DoubtedPlace[];
  /** Each link on either side; absent where one of the sides does not know its links. */
  readonly links?: readonly ComparedLink[];
  /** Relations that were made in this review to be linked to. */
  readonly made?: readonly MadeRelation[];
  /** A juridical situation worth a warning: its level, and its KBO code for the text. */
  readonly situation?: { readonly level: 'danger' | 'warning'; readonly code: string };
  readonly retrievedAt: ISODateTime;
  /** Without credentials, on openthebox's limited access. */
  readonly anonymous: boolean;
};

/** What an undo did, field by field. `leftAlone`: the relation no longer holds what was written; `notCleared`: AdminPulse ignores empty values. */
export type UndoOutcome = {
  readonly fields: readonly {
    readonly field: Field;
    readonly result: 'undone' | 'leftAlone' | 'notCleared' | 'kept';
  }[];
};
