import { useRef, useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { Mapping } from '../../messages.ts';
import { explain } from '../../ui/failure.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { MappingTableRow } from './mapping-row.tsx';
import { PathPicker } from './path-picker.tsx';
import type { MappingHandle } from './use-mapping.ts';

const COLUMNS: readonly TextKey[] = [
  'columnField',
  'mappingColumnPath',
  'mappingColumnSample',
  'mappingColumnMeaning',
  'mappingColumnActions',
];

type Props = {
  readonly mapping: Mapping;
  readonly set: MappingHandle['set'];
  readonly label: string;
  readonly say: (said: string) => void;
};

/** The ten fields of a service, one row each; one of them at a time is being chosen. */
export function MappingTable({ mapping, set, label, say }: Props) {
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
  const change = async (field: Field, path: string | null) => {
    setRefused(undefined);
    const answer = await set(field, path);
    if (!answer.ok) return setRefused(explain(answer.failure).cause);
    if (!answer.value.accepted) return setRefused(text(answer.value.reason, answer.value.detail ?? ''));
    close(field);
    say(text('mappingChanged', fieldLabel(field)));
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
            onDefault={() => void change(row.field, null)}
          >
            <PathPicker
              field={row.field}
              path={row.path ?? ''}
              tree={mapping.tree}
              refused={refused}
              onChoose={(path) => void change(row.field, path)}
              onClose={() => close(row.field)}
            />
          </MappingTableRow>
        ))}
      </tbody>
    </table>
  );
}
