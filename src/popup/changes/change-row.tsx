import { useId } from 'preact/hooks';
import type { Field, FieldChange } from '../../company/company.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { CurrentValue, ProposedValue } from './change-values.tsx';
import type { RowState } from './row-state.ts';
import { isDifference, isTickable } from './ticks.ts';

const UPDATE: Record<Field, TextKey> = {
  name: 'updateName',
  legalForm: 'updateLegalForm',
  enterpriseNumber: 'updateEnterpriseNumber',
  vatNumber: 'updateVatNumber',
  website: 'updateWebsite',
  address: 'updateAddress',
  phone: 'updatePhone',
  incorporationDate: 'updateIncorporationDate',
  fiscalYearEnd: 'updateFiscalYearEnd',
  linkedRelations: 'updateLinkedRelations',
};

type Props = {
  readonly state: RowState;
  readonly onTick: (ticked: boolean) => void;
  readonly onKeep: ((field: Field, keep: boolean) => void) | undefined;
  /** Stands below the proposed value. */
  readonly unfold?: preact.JSX.Element;
};

/** One field: its label, both values, why or why not, and the checkbox that says whether it is written. */
export function ChangeRow({ state, onTick, onKeep, unfold }: Props) {
  const { change, ticked, mode, outcome, changedJustNow } = state;
  const reasonId = useId();
  const reason = reasonOf(change);
  const on = mode === 'done' ? outcome?.kind === 'written' : ticked;
  return (
    <tr data-field={change.field} data-verdict={change.verdict} class={on ? 'on' : 'off'}>
      <td class="tick">
        {mode !== 'done' && isTickable(change) && (
          <input
            type="checkbox"
            aria-label={text(UPDATE[change.field])}
            aria-describedby={reason === undefined ? undefined : reasonId}
            checked={ticked}
            disabled={mode === 'busy'}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
        )}
        {outcome !== undefined && <span class={`mark ${outcome.kind}`} aria-hidden="true" />}
      </td>
      <th scope="row">
        {fieldLabel(change.field)}
        {changedJustNow && <small class="just-now">{text('changedJustNow')}</small>}
      </th>
      <td>
        <CurrentValue change={change} isUnfolding={unfold !== undefined} />
        {onKeep !== undefined && <Keep change={change} onKeep={onKeep} />}
      </td>
      <td>
        <ProposedValue change={change} isUnfolding={unfold !== undefined} />
        {unfold}
        {reason !== undefined && (
          <small id={reasonId} class="reason">
            {reason}
          </small>
        )}
        {outcome !== undefined && <small class={`outcome ${outcome.kind}`}>{text(outcome.text)}</small>}
      </td>
    </tr>
  );
}

type KeepProps = { readonly change: FieldChange; readonly onKeep: (field: Field, keep: boolean) => void };

/** Keeps AdminPulse's value of a real difference, or takes that decision back. */
function Keep({ change, onKeep }: KeepProps) {
  const { field, verdict, kept = false } = change;
  if (!isDifference(change) || verdict === 'spelling') return null;
  return (
    <button
      type="button"
      class="link keep"
      aria-label={text(kept ? 'revokeKeptOf' : 'keepMineOf', fieldLabel(field))}
      onClick={() => onKeep(field, !kept)}
    >
      {text(kept ? 'revokeKept' : 'keepMine')}
    </button>
  );
}

function reasonOf({ reason, verdict, kept }: FieldChange): string | undefined {
  if (kept) return text('keptByYou');
  if (reason !== undefined) return text(reason);
  return verdict === 'unreadable' ? text('reasonMappingNotFound') : undefined;
}
