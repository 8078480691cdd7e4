import { useRef } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { HistoryEntry, HistoryField } from '../../messages/index.ts';
import { dayAndTime } from '../../ui/dates.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { numberText } from '../../ui/numbers.ts';
import { WRITE_RESULTS } from '../../ui/outcome-texts.ts';
import { text } from '../../ui/texts.ts';
import { valueText } from '../../ui/value-text.ts';
import { KINDS, OUTCOMES } from './labels.ts';

type Props = {
  readonly entry: HistoryEntry;
  /** Where it stands in the list, from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
  readonly busy: boolean;
  readonly onUndo: (fields: readonly Field[]) => void;
};

/** One change: when, which relation, by whose key, and each field before and after. */
export function HistoryItem({ entry, place, of, busy, onUndo }: Props) {
  const item = useRef<HTMLDivElement>(null);
  const { relation, enterpriseNumber, kind, outcome, who, retrievedAt, fields } = entry;
  const name = relation.name || relation.code;
  const undoable = fields.filter((field) => mayBeUndone(entry, field)).map(({ field }) => field);
  const undo = (some: readonly Field[]) => {
    // The button may be gone afterwards; the keyboard stays at the change.
    item.current?.focus({ preventScroll: true });
    onUndo(some);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <li> may not stand in the list's blocks.
    <div
      ref={item}
      role="listitem"
      aria-setsize={of}
      aria-posinset={place}
      tabIndex={-1}
      class="change"
      data-kind={kind}
      data-outcome={outcome}
    >
      <div class="about">
        <strong>{name}</strong>
        <span class="facts">
          <span>{dayAndTime(entry.at).join(' ')}</span>
          <span>{numberText(enterpriseNumber)}</span>
          {relation.code !== '' && <span>{relation.code}</span>}
          <span>{text(KINDS[kind])}</span>
          <span class="outcome">{text(OUTCOMES[outcome])}</span>
          {who !== '' && <span>{who}</span>}
          {retrievedAt !== undefined && <span>{text('historySourceAt', dayAndTime(retrievedAt).join(' '))}</span>}
        </span>
        {undoable.length > 1 && (
          <button
            type="button"
            aria-disabled={busy}
            aria-label={text('historyUndoAll', name)}
            onClick={() => undo(undoable)}
          >
            {text('undo')}
          </button>
        )}
      </div>
      <table aria-label={name}>
        <thead class="hidden">
          <tr>
            <th scope="col">{text('columnField')}</th>
            <th scope="col">{text('historyBefore')}</th>
            <th scope="col">{text('historyAfter')}</th>
            <th scope="col">{text('historyResult')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.field} data-field={field.field}>
              <th scope="row">{fieldLabel(field.field)}</th>
              <td class="before">
                <FieldValue field={field.field} value={field.before} />
              </td>
              <td class="after">
                <FieldValue field={field.field} value={field.after} />
              </td>
              <td>
                {resultOf(field)}{' '}
                {undoable.includes(field.field) && (
                  <button
                    type="button"
                    class="link"
                    aria-disabled={busy}
                    aria-label={text('historyUndoField', fieldLabel(field.field), name)}
                    onClick={() => undo([field.field])}
                  >
                    {text('undo')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ValueProps = { readonly field: Field; readonly value: HistoryField['before'] };

function FieldValue({ field, value }: ValueProps) {
  return value === undefined ? <i>{text('valueEmpty')}</i> : <span class="value">{valueText(field, value)}</span>;
}

function resultOf({ result, undone }: HistoryField): string {
  if (undone) return text('outcomeUndone');
  return result === undefined ? '' : text(WRITE_RESULTS[result]);
}

/** A new relation cannot be taken back; what AdminPulse did not take need not be. */
function mayBeUndone({ kind, outcome }: HistoryEntry, { result, undone }: HistoryField): boolean {
  return kind !== 'create' && outcome === 'verified' && !undone && (result === 'written' || result === 'partly');
}
