import { useId } from 'preact/hooks';
import type { HistoryEntry } from '../../messages/index.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import type { Filter } from './filter.ts';
import { KINDS, OUTCOMES } from './labels.ts';

type Props = { readonly filter: Filter; readonly onChange: (filter: Filter) => void };

/** Which changes are shown. */
export function HistoryFilter({ filter: { words, kind, outcome }, onChange }: Props) {
  const id = useId();
  const filter = (change: {
    words?: string;
    kind?: HistoryEntry['kind'] | undefined;
    outcome?: HistoryEntry['outcome'] | undefined;
  }) => {
    const next = { words, kind, outcome, ...change };
    onChange({
      words: next.words,
      ...(next.kind && { kind: next.kind }),
      ...(next.outcome && { outcome: next.outcome }),
    });
  };
  return (
    <search class="history-filter">
      <label for={id}>{text('historySearch')}</label>
      <input
        id={id}
        type="search"
        value={words}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => filter({ words: event.currentTarget.value })}
      />
      <Choice label="historyKind" options={KINDS} value={kind} onChange={(chosen) => filter({ kind: chosen })} />
      <Choice
        label="historyOutcome"
        options={OUTCOMES}
        value={outcome}
        onChange={(chosen) => filter({ outcome: chosen })}
      />
    </search>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: TextKey;
  readonly options: Readonly<Record<T, TextKey>>;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
};

function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  const id = useId();
  const values = Object.keys(options) as T[];
  return (
    <>
      <label for={id}>{text(label)}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(values.find((one) => one === event.currentTarget.value))}
      >
        <option value="">{text('historyAll')}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {text(options[one])}
          </option>
        ))}
      </select>
    </>
  );
}
