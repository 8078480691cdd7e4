import type { FieldChange } from '../../company/company.ts';

/** The rows that stand open, and those that are folded behind one line each. */
export type Grouped = {
  readonly open: readonly FieldChange[];
  readonly spelling: readonly FieldChange[];
  readonly same: readonly FieldChange[];
  /** The user decided to keep AdminPulse's value. */
  readonly kept: readonly FieldChange[];
};

/** Sorts the rows of a review into what to look at and what can be folded; `keepOpen` is never folded. */
export function grouped(changes: readonly FieldChange[], keepOpen: (change: FieldChange) => boolean): Grouped {
  const folds = (verdict: FieldChange['verdict']) => (change: FieldChange) =>
    change.verdict === verdict && !keepOpen(change);
  const isSame = folds('same');
  const isSpelling = folds('spelling');
  const isKept = (change: FieldChange) =>
    change.kept === true && !isSame(change) && !isSpelling(change) && !keepOpen(change);
  return {
    open: changes.filter((change) => !isSame(change) && !isSpelling(change) && !isKept(change)),
    spelling: changes.filter(isSpelling),
    same: changes.filter(isSame),
    kept: changes.filter(isKept),
  };
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
