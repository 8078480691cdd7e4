import type { ComponentChildren } from 'preact';
import type { MappingRow } from '../../messages.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { valueText } from '../../ui/value-text.ts';

const HOW: Readonly<Record<MappingRow['how'], TextKey>> = {
  default: 'mappingHowDefault',
  chosen: 'mappingHowChosen',
  managed: 'setByAdministrator',
  notFound: 'mappingHowNotFound',
};

type Props = {
  readonly row: MappingRow;
  readonly picking: boolean;
  readonly onPick: () => void;
  readonly onDefault: () => void;
  /** The picker, below the row. */
  readonly children: ComponentChildren;
};

/** One field: where it stands, how that was found, what stands there, and how it is read. */
export function MappingTableRow({ row, picking, onPick, onDefault, children }: Props) {
  const { field, how, path, sample, meaning, choosable } = row;
  const label = fieldLabel(field);
  return (
    <>
      <tr data-field={field} data-how={how}>
        <th scope="row">{label}</th>
        <td>
          {path !== undefined && <code class="path">{path}</code>} <span class={`how ${how}`}>{text(HOW[how])}</span>
        </td>
        <td class="sample">{sample}</td>
        <td>{meaning === undefined ? '' : valueText(field, meaning)}</td>
        <td class="actions">
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
          {how === 'chosen' && (
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
