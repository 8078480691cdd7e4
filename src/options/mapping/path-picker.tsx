import { useId, useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { MappingNode } from '../../messages/index.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { text } from '../../ui/texts.ts';
import { AnswerTree } from './answer-tree.tsx';

type Props = {
  readonly field: Field;
  readonly path: string;
  readonly tree: readonly MappingNode[];
  /** Why the last choice was refused. */
  readonly refused: string | undefined;
  readonly onChoose: (path: string) => void;
  readonly onClose: () => void;
};

/** Chooses a field's place in a real answer, or takes a JSONPath that is typed. */
export function PathPicker({ field, path, tree, refused, onChoose, onClose }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(path);
  return (
    // Escape is a shortcut of the button "Cancel" below.
    <fieldset
      class="picker"
      aria-label={text('mappingChooseFor', fieldLabel(field))}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <p class="detail">{text('mappingPickerHelp')}</p>
      <AnswerTree label={text('mappingTree', fieldLabel(field))} nodes={tree} onChoose={onChoose} />
      <form
        class="typed-path"
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(typed.trim());
        }}
      >
        <label for={id}>{text('mappingTypedPath')}</label>
        <input
          id={id}
          type="text"
          required
          spellcheck={false}
          autocomplete="off"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit">{text('mappingUsePath')}</button>
        <button type="button" onClick={onClose}>
          {text('cancel')}
        </button>
      </form>
      {refused !== undefined && (
        <p role="alert" class="refused">
          {refused}
        </p>
      )}
    </fieldset>
  );
}
