import type { Field } from '../../company/company.ts';
import type { Comparison, FieldOutcome, Review } from '../../messages.ts';
import { fieldList } from '../../ui/field-labels.ts';
import { plural, type TextKey, text } from '../../ui/texts.ts';
import { isDifference, isTickable } from './differences.ts';
import { type Ticks, tickedFields } from './ticks.ts';

/** The one sentence of the status region: what will happen, is happening, or has happened. Empty while an alert speaks. */
export function statusText(review: Review | undefined, ticks: Ticks): string {
  switch (review?.phase) {
    case undefined:
    case 'loading':
      return text('statusLoading');
    case 'choosing':
      return '';
    case 'ready':
      return intention(review, ticks);
    case 'applying':
      return plural('statusApplying', review.fields.length, review.relation.code);
    case 'applied':
      return outcomeText(review.outcome, review.relation.code);
    case 'failed':
      return review.comparison === undefined ? '' : intention(review.comparison, ticks);
  }
}

function intention({ changes, relation }: Comparison, ticks: Ticks): string {
  const differences = changes.filter(isDifference);
  if (differences.length === 0) return text('statusNoDifferences');
  if (!differences.some(isTickable)) return text('statusNothingToWrite');
  const ticked = tickedFields(ticks, changes).length;
  if (ticked === 0) return text('statusNothingTicked');
  return ticked === differences.length
    ? plural('statusAllTicked', ticked, relation.code)
    : plural('statusSomeTicked', ticked, differences.length, relation.code);
}

function outcomeText(outcome: readonly FieldOutcome[], code: string): string {
  const fieldsThat = (result: FieldOutcome['result']): Field[] =>
    outcome.filter((field) => field.result === result).map(({ field }) => field);
  const said = (result: FieldOutcome['result'], key: TextKey) => {
    const fields = fieldsThat(result);
    return fields.length === 0 ? undefined : text(key, fieldList(fields));
  };
  const written = fieldsThat('written').length;
  const sentences = [
    written === 0 ? text('statusNothingWritten', code) : plural('statusWritten', written, code),
    said('partly', 'statusPartly'),
    said('kept', 'statusKept'),
    said('other', 'statusOther'),
  ];
  return sentences.filter((sentence) => sentence !== undefined).join('. ');
}
