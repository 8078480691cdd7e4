import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Field, FieldChange } from '../../company/company.ts';
import type { Comparison, Review } from '../../messages/index.ts';
import { fieldList } from '../../ui/field-labels.ts';
import { type PluralKey, plural, text } from '../../ui/texts.ts';
import { type LinkChoosing, NO_LINK_CHOICES } from '../links/link-choices.ts';
import { LinksRow } from '../links/links-row.tsx';
import { ChangeRow } from './change-row.tsx';
import { modeOf, outcomeOf, type RowState } from './row-state.ts';
import { grouped, isTickable, isTicked, type Ticks } from './ticks.ts';

type Props = {
  readonly review: Review;
  readonly comparison: Comparison;
  readonly ticks: Ticks;
  readonly onTick: (fields: readonly Field[], ticked: boolean) => void;
  /** Absent while nothing can be decided. */
  readonly onKeep: ((field: Field, keep: boolean) => void) | undefined;
  /** Absent where no links can be added. */
  readonly linkChoice?: LinkChoosing;
};

/** The ten fields: differences open, fields that are equal or only spelt differently folded behind a line each. */
export function ChangesTable(props: Props) {
  const { review, comparison, ticks, onTick, onKeep, linkChoice } = props;
  const { table, keep } = useKeeping(comparison.changes, onKeep);
  const stateOf = (change: FieldChange): RowState => ({
    change,
    ticked: isTicked(ticks, change),
    mode: modeOf(review),
    outcome: outcomeOf(review, change),
    changedJustNow: review.phase === 'ready' && review.conflict?.includes(change.field) === true,
  });
  const keepOpen = (change: FieldChange) => {
    const { outcome, changedJustNow } = stateOf(change);
    return outcome !== undefined || changedJustNow;
  };
  const { open, spelling, same, kept } = grouped(comparison.changes, keepOpen);
  const fieldRow = (change: FieldChange, unfold?: preact.JSX.Element) => (
    <ChangeRow
      key={change.field}
      state={stateOf(change)}
      onTick={(ticked) => onTick([change.field], ticked)}
      onKeep={keep}
      {...(unfold && { unfold })}
    />
  );
  const row = (change: FieldChange) =>
    change.field === 'linkedRelations' && comparison.links !== undefined && comparison.links.length > 0 ? (
      <LinksRow
        key={change.field}
        reviewId={review.id}
        company={comparison.heading}
        links={comparison.links}
        choices={linkChoice?.choices ?? NO_LINK_CHOICES}
        mayChoose={linkChoice !== undefined && stateOf(change).mode === 'open' && change.kept !== true}
        onChoose={(key, choice) => linkChoice?.onChoose(key, choice)}
        row={(unfold) => fieldRow(change, unfold)}
      />
    ) : (
      fieldRow(change)
    );

  return (
    <table ref={table} class="changes" aria-label={text('changes')}>
      <thead>
        <tr>
          <td class="tick">
            <AllDifferences rows={open.filter(isTickable).map(stateOf)} onTick={onTick} />
          </td>
          <th scope="col">{text('columnField')}</th>
          <th scope="col">{text('columnAdminPulse')}</th>
          <th scope="col">{text('columnOpenthebox')}</th>
        </tr>
      </thead>
      <tbody>{open.map(row)}</tbody>
      <Fold title="foldKept" changes={kept} row={row} />
      <Fold title="foldSpelling" changes={spelling} row={row} />
      <Fold title="foldEqual" changes={same} row={row} />
    </table>
  );
}

/** A row that is kept, or no longer, moves: the focus goes where its button, or the line that it is folded behind, is now. */
function useKeeping(changes: readonly FieldChange[], onKeep: Props['onKeep']) {
  const table = useRef<HTMLTableElement>(null);
  const moving = useRef<Field | undefined>(undefined);
  const kept = fieldList(changes.filter((change) => change.kept).map(({ field }) => field));
  useLayoutEffect(() => {
    const row = moving.current && table.current?.querySelector(`tr[data-field="${moving.current}"]`);
    moving.current = undefined;
    const folded = row?.closest('tbody[hidden]');
    const target = folded
      ? `[aria-controls="${folded.id}"]`
      : `tr[data-field="${row?.getAttribute('data-field')}"] .keep`;
    if (row) table.current?.querySelector<HTMLElement>(target)?.focus();
  }, [kept]);
  const keep =
    onKeep &&
    ((field: Field, keeps: boolean) => {
      moving.current = field;
      onKeep(field, keeps);
    });
  return { table, keep };
}

type AllProps = {
  readonly rows: readonly RowState[];
  readonly onTick: Props['onTick'];
};

/** Ticks or clears all differences that stand open; half-ticked while only some are. */
function AllDifferences({ rows, onTick }: AllProps) {
  if (rows.length < 2 || rows.some(({ mode }) => mode === 'done')) return null;
  const all = rows.every(({ ticked }) => ticked);
  return (
    <input
      type="checkbox"
      aria-label={text('allDifferences')}
      checked={all}
      indeterminate={!all && rows.some(({ ticked }) => ticked)}
      disabled={rows.some(({ mode }) => mode === 'busy')}
      onChange={() =>
        onTick(
          rows.map(({ change }) => change.field),
          !all,
        )
      }
    />
  );
}

type FoldProps = {
  readonly title: PluralKey;
  readonly changes: readonly FieldChange[];
  readonly row: (change: FieldChange) => preact.JSX.Element;
};

/** Rows behind a line that says what they are; folded, they are hidden from everybody, screen readers too. */
function Fold({ title, changes, row }: FoldProps) {
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  if (changes.length === 0) return null;
  return (
    <>
      <tbody class="fold">
        <tr>
          <td colSpan={4}>
            <button
              type="button"
              class="disclosure"
              aria-expanded={unfolded}
              aria-controls={id}
              onClick={() => setUnfolded(!unfolded)}
            >
              {plural(title, changes.length, fieldList(changes.map(({ field }) => field)))}
            </button>
          </td>
        </tr>
      </tbody>
      <tbody id={id} hidden={!unfolded}>
        {changes.map(row)}
      </tbody>
    </>
  );
}
