import type { FieldChange } from '../../company/company.ts';
import type { Draft } from '../../messages/index.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { text } from '../../ui/texts.ts';
import { presumedIn } from '../changes/ticks.ts';
import { TERM_LABELS } from './answers.ts';

/** Labels of what has a place that is presumed: fields of a new relation, and what else is sent. */
export function presumedLabels({ presumed = [] }: Draft, changes: readonly FieldChange[]): readonly string[] {
  return [...presumedIn(changes).map(fieldLabel), ...presumed.map((term) => text(TERM_LABELS[term]))];
}
