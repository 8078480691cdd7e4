import type { RawValue } from '../../adminpulse/raw-value.ts';
import type { Field, ISODateTime, Value } from '../../company/company.ts';
import type { Failure, FieldOutcome, UndoOutcome } from '../../messages/index.ts';

/**
 * How far a write has come. Each state is stored before the step that it announces:
 *
 *     planned ─► sent ─► answered ─► verified
 *        │        ├─────────┴──► unsettled ─► (read again later) verified | notSent
 *        │        └─► refused
 *        └─► notSent
 *
 * `planned`: it is about to be sent. `sent`: it may have been taken. `answered`: AdminPulse took it, and it is about to be
 * read. `verified`: what became of each field was read. `refused`: AdminPulse said no. `notSent`: it was not sent, or it
 * never arrived. `unsettled`: it was sent, and what became of it could not be read yet.
 */
export type EntryState = 'planned' | 'sent' | 'answered' | 'verified' | 'notSent' | 'refused' | 'unsettled';

/** One field of a write, before and after. */
export type EntryField = {
  readonly field: Field;
  /** As values that are shown and compared. */
  readonly before?: Value;
  readonly after?: Value;
  /** The raw value before; absent where there was no place for it. */
  readonly heldBefore?: RawValue;
  /** The raw value that was read after the write. */
  readonly heldAfter?: RawValue;
  readonly result?: FieldOutcome['result'];
  readonly undone?: boolean;
};

/**
 * One write to one relation: a step of a change, which is what a user decided at once. A change of several relations has an
 * entry for each.
 */
export type Entry = {
  /** The change's id, a dot and the number of the step: entries sort by time. */
  readonly id: string;
  readonly change: string;
  readonly at: ISODateTime;
  /** The label of the API key. */
  readonly who: string;
  readonly kind: 'update' | 'create' | 'undo';
  /** A relation that is yet to be made has no code. */
  readonly relation: { readonly code: string; readonly name: string };
  readonly enterpriseNumber: string;
  /** When openthebox's values were read. */
  readonly retrievedAt?: ISODateTime;
  /** The entry that this one undoes, and the fields that it was asked for and does not write, with the reason. */
  readonly undoes?: string;
  readonly leftOut?: UndoOutcome['fields'];
  readonly fields: readonly EntryField[];
  readonly state: EntryState;
  readonly sentAt?: ISODateTime;
  readonly answeredAt?: ISODateTime;
  /** Why it was refused. */
  readonly failure?: Failure;
};

/** What a step says of itself before it is planned. */
export type PlannedWrite = Pick<
  Entry,
  'kind' | 'relation' | 'enterpriseNumber' | 'retrievedAt' | 'undoes' | 'leftOut' | 'fields'
>;

/** States in which a worker that lives is at the write. */
export const UNDER_WAY: readonly EntryState[] = ['planned', 'sent', 'answered'];

/** States from which a write is still to be reconciled. */
export const OPEN: readonly EntryState[] = [...UNDER_WAY, 'unsettled'];

/** The id of a new change; ids sort by time. */
export function newChangeId(now: number): string {
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `${new Date(now).toISOString()}-${random.toString(36)}`;
}
