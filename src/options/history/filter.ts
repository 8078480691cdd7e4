import { fold, foldedWords } from '../../company/folding.ts';
import type { HistoryEntry } from '../../messages/index.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { shownNumber } from '../../ui/numbers.ts';
import { valueText } from '../../ui/value-text.ts';

export type Filter = {
  readonly words: string;
  /** '': any. */
  readonly kind: HistoryEntry['kind'] | '';
  readonly outcome: HistoryEntry['outcome'] | '';
};

export const NO_FILTER: Filter = { words: '', kind: '', outcome: '' };

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
  return [relation.name, relation.code, enterpriseNumber, shownNumber(enterpriseNumber), who, ...values].join(' ');
}
