import type { Field } from '../../company/company.ts';
import type { Comparison, FieldOutcome, Review, UndoOutcome } from '../../messages/index.ts';
import { fieldList } from '../../ui/field-labels.ts';
import { listed, plural, type TextKey, text } from '../../ui/texts.ts';
import { isUndecided } from '../changes/ticks.ts';

/**
 * The one sentence of the status region: what will happen, is happening, or has happened. Empty while an alert speaks.
 * `ticked`: what *Apply* would write; `missing`: labels of what is still to be chosen for links.
 */
export function statusText(review: Review | undefined, ticked: readonly Field[], missing: readonly TextKey[]): string {
  switch (review?.phase) {
    case undefined:
    case 'loading':
      return text('statusLoading');
    case 'choosing':
      return '';
    case 'ready':
      return intention(review, ticked.length, missing);
    case 'applying':
      return plural('statusApplying', review.fields.length, review.relation.code);
    case 'applied':
      return outcomeText(review.outcome, review.relation.code);
    case 'undoing':
      return text('statusUndoing', review.relation.code);
    case 'undone':
      return undoneText(review.undone, review.relation.code);
    case 'failed':
      return review.comparison === undefined ? '' : intention(review.comparison, ticked.length, missing);
  }
}

function intention({ changes, relation }: Comparison, ticked: number, missing: readonly TextKey[]): string {
  if (missing.length > 0) return text('stillToChoose', listed(missing.map((label) => text(label))));
  const differences = changes.filter(isUndecided);
  if (differences.length === 0) return text('statusNoDifferences');
  if (!differences.some(({ writable }) => writable)) return text('statusNothingToWrite');
  if (ticked === 0) return text('statusNothingTicked');
  return ticked === differences.length
    ? plural('statusAllTicked', ticked, relation.code)
    : plural('statusSomeTicked', ticked, differences.length, relation.code);
}

function outcomeText(outcome: readonly FieldOutcome[], code: string): string {
  const written = fieldsThat(outcome, 'written').length;
  return sentences(
    written === 0 ? text('statusNothingWritten', code) : plural('statusWritten', written, code),
    message(outcome, 'partly', 'statusPartly'),
    message(outcome, 'kept', 'statusKept'),
    message(outcome, 'other', 'statusOther'),
  );
}

function undoneText(undone: UndoOutcome['fields'], code: string): string {
  const back = fieldsThat(undone, 'undone').length;
  return sentences(
    back === 0 ? text('statusNothingUndone', code) : plural('statusUndone', back, code),
    message(undone, 'leftAlone', 'statusLeftAlone'),
    message(undone, 'notCleared', 'statusNotCleared'),
    message(undone, 'kept', 'statusUndoKept'),
  );
}

type Results<R> = readonly { readonly field: Field; readonly result: R }[];

function fieldsThat<R>(outcome: Results<R>, result: R): Field[] {
  return outcome.filter((field) => field.result === result).map(({ field }) => field);
}

/** The sentence that names the fields with this result; undefined where there are none. */
function message<R>(outcome: Results<R>, result: R, key: TextKey): string | undefined {
  const fields = fieldsThat(outcome, result);
  return fields.length === 0 ? undefined : text(key, fieldList(fields));
}

const sentences = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join('. ');
