import { useId } from 'preact/hooks';
import type { Field, FieldChange } from '../../company/company.ts';
import type { FieldOutcome } from '../../messages.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { CurrentValue, ProposedValue } from './change-values.tsx';
import { isTickable } from './differences.ts';
import type { RowState } from './row-state.ts';

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

const OUTCOMES: Record<FieldOutcome['result'], TextKey> = {
  written: 'outcomeWritten',
  kept: 'outcomeKept',
  partly: 'outcomePartly',
  other: 'outcomeOther',
};

type Props = {
  readonly state: RowState;
  readonly onTick: (ticked: boolean) => void;
};

/** One field: its label, both values, why or why not, and the checkbox that says whether it is written. */
export function ChangeRow({ state, onTick }: Props) {
  const { change, ticked, mode, outcome, changedJustNow } = state;
  const reasonId = useId();
  const reason = reasonOf(change);
  const on = mode === 'done' ? outcome === 'written' : ticked;
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
        {outcome !== undefined && <span class={`mark ${outcome}`} aria-hidden="true" />}
      </td>
      <th scope="row">
        {fieldLabel(change.field)}
        {changedJustNow && <small class="just-now">{text('changedJustNow')}</small>}
      </th>
      <td>
        <CurrentValue change={change} />
      </td>
      <td>
        <ProposedValue change={change} />
        {reason !== undefined && (
          <small id={reasonId} class="reason">
            {reason}
          </small>
        )}
        {outcome !== undefined && <small class={`outcome ${outcome}`}>{text(OUTCOMES[outcome])}</small>}
      </td>
    </tr>
  );
}

function reasonOf({ reason, verdict }: FieldChange): string | undefined {
  if (reason !== undefined) return text(reason);
  return verdict === 'unreadable' ? text('reasonMappingNotFound') : undefined;
}
