import type { Field, FieldChange } from '../../company/company.ts';
import type { Review } from '../../messages/index.ts';

/** What the user decided, per field; where he did not, the default of the row holds. */
export type Ticks = ReadonlyMap<Field, boolean>;

export const NO_TICKS: Ticks = new Map();

/** Is the row's checkbox ticked? Never where the row has none. */
export function isTicked(ticks: Ticks, change: FieldChange): boolean {
  return isTickable(change) && (ticks.get(change.field) ?? change.ticked);
}

/** The fields that *Apply* would write. */
export function tickedFields(ticks: Ticks, changes: readonly FieldChange[]): Field[] {
  return changes.filter((change) => isTicked(ticks, change)).map(({ field }) => field);
}

/** The fields whose place is presumed: they are written once the user confirmed it. */
export function presumedIn(changes: readonly FieldChange[]): Field[] {
  return changes.filter(({ reason }) => reason === 'reasonPresumed').map(({ field }) => field);
}

/** The ticks with some fields set or cleared. */
export function withTicks(ticks: Ticks, fields: readonly Field[], ticked: boolean): Ticks {
  return new Map([...ticks, ...fields.map((field): [Field, boolean] => [field, ticked])]);
}

/**
 * The ticks after the review took a new state.
 * - A field that somebody else just changed must be decided anew: it is cleared, the others stay.
 * - A window that is opened on a write under way, or on one that failed, shows what was ticked then.
 * - After a write the decisions are used up.
 */
export function ticksAfter(ticks: Ticks, review: Review): Ticks {
  switch (review.phase) {
    case 'ready':
      return review.conflict === undefined ? ticks : withTicks(ticks, review.conflict, false);
    case 'applying':
      return exactly(review.fields, review.changes);
    case 'failed':
      return review.ticked === undefined || review.comparison === undefined
        ? ticks
        : exactly(review.ticked, review.comparison.changes);
    case 'applied':
    case 'undone':
      return NO_TICKS;
    default:
      return ticks;
  }
}

function exactly(fields: readonly Field[], changes: readonly FieldChange[]): Ticks {
  return new Map(changes.map(({ field }) => [field, fields.includes(field)]));
}

/** openthebox says something else than AdminPulse, be it only in spelling. */
export function isDifference({ verdict }: FieldChange): boolean {
  return verdict === 'different' || verdict === 'only-openthebox' || verdict === 'spelling';
}

/** A difference that is yet to be decided on. */
export function isUndecided(change: FieldChange): boolean {
  return isDifference(change) && change.kept !== true;
}

/** A difference that the user can tick. Of linked relations, each link is ticked on its own. */
export function isTickable(change: FieldChange): boolean {
  return change.writable && isUndecided(change) && change.field !== 'linkedRelations';
}
