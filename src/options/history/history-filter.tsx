import { useId } from 'preact/hooks';
import { fold, foldedWords } from '../../company/folding.ts';
import type { HistoryEntry } from '../../messages/index.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { numberText } from '../../ui/numbers.ts';
import { SelectField, type SelectOption } from '../../ui/select-field.tsx';
import { type TextKey, text } from '../../ui/texts.ts';
import { valueText } from '../../ui/value-text.ts';
import { KINDS, OUTCOMES } from './labels.ts';

export type Filter = {
  readonly words: string;
  /** '': any. */
  readonly kind: HistoryEntry['kind'] | '';
  readonly outcome: HistoryEntry['outcome'] | '';
};

export const NO_FILTER: Filter = { words: '', kind: '', outcome: '' };

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

/** The entries that have every word that is searched for, in any of their texts, and the kind and outcome that are asked for. */
export function filtered(entries: readonly HistoryEntry[], { words, kind, outcome }: Filter): readonly HistoryEntry[] {
  const wanted = foldedWords(words);
  return entries.filter(
    (entry) =>
      (kind === '' || entry.kind === kind) &&
      (outcome === '' || entry.outcome === outcome) &&
      (wanted.length === 0 || hasAll(searchedText(entry), wanted)),
  );
}

const hasAll = (text: string, words: readonly string[]) => words.every((word) => text.includes(word));

/** Made once for each entry: the user types the words letter by letter. */
const SEARCHED = new WeakMap<HistoryEntry, string>();

function searchedText(entry: HistoryEntry): string {
  const known = SEARCHED.get(entry);
  if (known !== undefined) return known;
  const made = fold(textOf(entry));
  SEARCHED.set(entry, made);
  return made;
}

function textOf({ relation, enterpriseNumber, who, fields }: HistoryEntry): string {
  const values = fields.flatMap(({ field, before, after }) => [
    fieldLabel(field),
    ...[before, after].map((value) => (value === undefined ? '' : valueText(field, value))),
  ]);
  return [relation.name, relation.code, enterpriseNumber, numberText(enterpriseNumber), who, ...values].join(' ');
}
