import { useId } from 'preact/hooks';
import { SelectField, type SelectOption } from '../../ui/select-field.tsx';
import { type TextKey, text } from '../../ui/texts.ts';
import type { Filter } from './filter.ts';
import { KINDS, OUTCOMES } from './labels.ts';

type Props = { readonly filter: Filter; readonly onChange: (filter: Filter) => void };

/** Which changes are in the list. */
export function HistoryFilter({ filter, onChange }: Props) {
  const id = useId();
  const { words, kind, outcome } = filter;
  return (
    <search class="history-filter">
      <label for={id}>{text('historySearch')}</label>
      <input
        id={id}
        type="search"
        value={words}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
      <SelectField
        label={text('historyKind')}
        options={optionsOf(KINDS)}
        value={kind}
        onChange={(chosen) => onChange({ ...filter, kind: chosen })}
      />
      <SelectField
        label={text('historyOutcome')}
        options={optionsOf(OUTCOMES)}
        value={outcome}
        onChange={(chosen) => onChange({ ...filter, outcome: chosen })}
      />
    </search>
  );
}

/** All of them, or one. */
function optionsOf<T extends string>(labels: Readonly<Record<T, TextKey>>): readonly SelectOption<T | ''>[] {
  const values = Object.keys(labels) as T[];
  return [{ value: '', label: text('historyAll') }, ...values.map((value) => ({ value, label: text(labels[value]) }))];
}
