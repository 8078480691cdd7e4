import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import { fieldList } from '../../ui/field-labels.ts';
import { type PluralKey, plural, text } from '../../ui/texts.ts';
import type { LinksPanelProps } from '../links/link-choices.ts';
import { LinksRow } from '../links/links-row.tsx';
import { ChangeRow } from './change-row.tsx';
import type { RowState } from './row-state.ts';
import { isTickable } from './ticks.ts';

type Props = {
  readonly rows: readonly RowState[];
  readonly onTick: (fields: readonly Field[], ticked: boolean) => void;
  /** Absent while nothing can be decided. */
  readonly onKeep: ((field: Field, keep: boolean) => void) | undefined;
  /** The links that the last row unfolds. Absent where it only counts them. */
  readonly links?: Omit<LinksPanelProps, 'mayChoose'> | undefined;
};

/** The ten fields: differences open, fields that are equal or only spelt differently folded behind a line each. */
export function ChangesTable({ rows, onTick, onKeep, links }: Props) {
  const { table, keep } = useKeeping(rows, onKeep);
  const { open, spelling, same, kept } = grouped(rows);
  const fieldRow = (state: RowState, unfold?: preact.JSX.Element) => (
    <ChangeRow
      key={state.change.field}
      state={state}
      onTick={(ticked) => onTick([state.change.field], ticked)}
      onKeep={keep}
      {...(unfold && { unfold })}
    />
  );
  const row = (state: RowState) =>
    state.change.field === 'linkedRelations' && links !== undefined && links.links.length > 0 ? (
      <LinksRow
        {...links}
        key={state.change.field}
        mayChoose={state.mode === 'open' && state.change.kept !== true}
        row={(unfold) => fieldRow(state, unfold)}
      />
    ) : (
      fieldRow(state)
    );

  return (
    <table ref={table} class="changes" aria-label={text('changes')}>
      <thead>
        <tr>
          <td class="tick">
            <AllDifferences rows={open.filter(({ change }) => isTickable(change))} onTick={onTick} />
          </td>
          <th scope="col">{text('columnField')}</th>
          <th scope="col">{text('columnAdminPulse')}</th>
          <th scope="col">{text('columnOpenthebox')}</th>
        </tr>
      </thead>
      <tbody>{open.map(row)}</tbody>
      <Fold title="foldKept" rows={kept} row={row} />
      <Fold title="foldSpelling" rows={spelling} row={row} />
      <Fold title="foldEqual" rows={same} row={row} />
    </table>
  );
}

const fieldOf = ({ change }: RowState) => change.field;

/** A row that is kept, or no longer, moves: the focus goes where its button, or the line that it is folded behind, is now. */
function useKeeping(rows: readonly RowState[], onKeep: Props['onKeep']) {
  const table = useRef<HTMLTableElement>(null);
  const moving = useRef<Field | undefined>(undefined);
  const kept = fieldList(rows.filter(({ change }) => change.kept).map(fieldOf));
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
      onChange={() => onTick(rows.map(fieldOf), !all)}
    />
  );
}

type FoldProps = {
  readonly title: PluralKey;
  readonly rows: readonly RowState[];
  readonly row: (state: RowState) => preact.JSX.Element;
};

/** Rows behind a line that says what they are; folded, they are hidden from everybody, screen readers too. */
function Fold({ title, rows, row }: FoldProps) {
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  if (rows.length === 0) return null;
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
              {plural(title, rows.length, fieldList(rows.map(fieldOf)))}
            </button>
          </td>
        </tr>
      </tbody>
      <tbody id={id} hidden={!unfolded}>
        {rows.map(row)}
      </tbody>
    </>
  );
}

/** The rows that stand open, and those that are folded behind one line each. */
type Grouped = {
  readonly open: readonly RowState[];
  readonly spelling: readonly RowState[];
  readonly same: readonly RowState[];
  /** The user decided to keep AdminPulse's value. */
  readonly kept: readonly RowState[];
};

/** Sorts the rows into what to look at and what can be folded; what was just written, or changed, is never folded. */
function grouped(rows: readonly RowState[]): Grouped {
  const groupOf = ({ change, outcome, changedJustNow }: RowState): keyof Grouped => {
    if (outcome !== undefined || changedJustNow) return 'open';
    if (change.verdict === 'same' || change.verdict === 'spelling') return change.verdict;
    return change.kept === true ? 'kept' : 'open';
  };
  const { open = [], spelling = [], same = [], kept = [] } = Object.groupBy(rows, groupOf);
  return { open, spelling, same, kept };
}
