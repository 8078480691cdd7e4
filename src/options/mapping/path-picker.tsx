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
  /** Whether the focus moves into the answer. */
  readonly takesFocus: boolean;
  readonly onChoose: (path: string) => void;
};

/** Chooses a field's place in a real answer, or takes a JSONPath that is typed. */
export function PathPicker({ field, path, tree, takesFocus, onChoose }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(path);
  return (
    <div class="path-picker">
      <p class="detail">{text('mappingPickerHelp')}</p>
      <AnswerTree
        label={text('mappingTree', fieldLabel(field))}
        nodes={tree}
        takesFocus={takesFocus}
        onChoose={onChoose}
      />
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
      </form>
    </div>
  );
}
