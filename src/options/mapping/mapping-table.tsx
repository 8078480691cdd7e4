import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Field, Service } from '../../company/company.ts';
import type { Mapping, MappingChange, MappingRow, Result } from '../../messages/index.ts';
import { doubtText } from '../../ui/doubt-text.ts';
import { explain } from '../../ui/failure.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { valueText } from '../../ui/value-text.ts';
import { evidenceText } from './evidence-text.ts';
import { PlacePicker } from './place-picker.tsx';
import type { MappingHandle } from './use-mapping.ts';

const COLUMNS: readonly TextKey[] = [
  'columnField',
  'mappingColumnPath',
  'mappingColumnSample',
  'mappingColumnMeaning',
  'mappingColumnActions',
];

type Props = {
  readonly service: Service;
  readonly mapping: Mapping;
  readonly handle: MappingHandle;
  readonly label: string;
  readonly announce: (message: string) => void;
};

/** The ten fields of a service, one row each; one of them at a time is being chosen. */
export function MappingTable({ service, mapping, handle, label, announce }: Props) {
  const [picking, setPicking] = useState<Field>();
  const [refused, setRefused] = useState<string>();
  const table = useRef<HTMLTableElement>(null);

  const pick = (field: Field | undefined) => {
    setPicking(field);
    setRefused(undefined);
  };
  /** The focus returns to the button that opened the picker. */
  const close = (field: Field) => {
    pick(undefined);
    table.current?.querySelector<HTMLElement>(`[data-pick="${field}"]`)?.focus();
  };
  const change = async (field: Field, changing: Promise<Result<MappingChange>>) => {
    setRefused(undefined);
    const answer = await changing;
    if (!answer.ok) return setRefused(explain(answer.failure).cause);
    if (!answer.value.accepted) return setRefused(text(answer.value.reason, answer.value.detail ?? ''));
    close(field);
    announce(text('mappingChanged', fieldLabel(field)));
  };

  const confirmPlace = async (field: Field) => {
    const answer = await handle.confirm(field);
    announce(answer.ok ? text('placesConfirmed', fieldLabel(field)) : explain(answer.failure).cause);
  };

  return (
    <table class="mapping-table" aria-label={label} ref={table}>
      <thead>
        <tr>
          {COLUMNS.map((key) => (
            <th key={key} scope="col">
              {text(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mapping.rows.map((row) => (
          <MappingTableRow
            key={row.field}
            row={row}
            picking={picking === row.field}
            onPick={() => (picking === row.field ? close(row.field) : pick(row.field))}
            onDefault={() => void change(row.field, handle.set(row.field, null))}
            onConfirm={() => void confirmPlace(row.field)}
            service={service}
          >
            <PlacePicker
              service={service}
              field={row.field}
              path={row.path ?? ''}
              tree={mapping.tree}
              places={handle.places}
              isOpen={row.how === 'presumed'}
              refused={refused}
              onPlace={(place) => void change(row.field, handle.choose(row.field, place))}
              onPath={(path) => void change(row.field, handle.set(row.field, path))}
              onClose={() => close(row.field)}
            />
          </MappingTableRow>
        ))}
      </tbody>
    </table>
  );
}

const HOW: Readonly<Record<MappingRow['how'], TextKey>> = {
  default: 'mappingHowDefault',
  inferred: 'mappingHowInferred',
  presumed: 'mappingHowPresumed',
  confirmed: 'mappingHowConfirmed',
  chosen: 'mappingHowChosen',
  managed: 'setByAdministrator',
  notFound: 'mappingHowNotFound',
};

type MappingTableRowProps = {
  readonly service: Service;
  readonly row: MappingRow;
  readonly picking: boolean;
  readonly onPick: () => void;
  readonly onDefault: () => void;
  readonly onConfirm: () => void;
  /** The picker, below the row. */
  readonly children: ComponentChildren;
};

/** One field: where it stands, how that was found, what stands there, and how it is read. */
function MappingTableRow({ service, row, picking, onPick, onDefault, onConfirm, children }: MappingTableRowProps) {
  const { field, how, path, sample, meaning, choosable } = row;
  const label = fieldLabel(field);
  return (
    <>
      <tr data-field={field} data-how={how}>
        <th scope="row">{label}</th>
        <td>
          {path !== undefined && <code class="path">{path}</code>} <span class={`how ${how}`}>{text(HOW[how])}</span>
          {row.doubt && <small class="evidence caution">{doubtText(service, row.doubt)}</small>}
          {row.evidence && <small class="evidence">{evidenceText(service, row.evidence)}</small>}
        </td>
        <td class="sample">{sample}</td>
        <td>{meaning === undefined ? '' : valueText(field, meaning)}</td>
        <td class="actions">
          {how === 'presumed' && (
            <button type="button" aria-label={text('confirmPlaceOf', label)} onClick={onConfirm}>
              {text('confirmPlaces')}
            </button>
          )}
          {choosable && (
            <button
              type="button"
              aria-expanded={picking}
              aria-label={text('mappingChooseFor', label)}
              data-pick={field}
              onClick={onPick}
            >
              {text('mappingChoose')}
            </button>
          )}
          {row.isOwnChoice && (
            <button type="button" class="link" aria-label={text('mappingBackToDefaultFor', label)} onClick={onDefault}>
              {text('mappingBackToDefault')}
            </button>
          )}
        </td>
      </tr>
      {picking && (
        <tr class="picking">
          <td colSpan={5}>{children}</td>
        </tr>
      )}
    </>
  );
}
