import { FIELDS, type Field } from '../../company/company.ts';
import type { Comparison } from '../../messages/index.ts';
import { doubtText } from '../../ui/doubt-text.ts';
import { fieldLabel, fieldList } from '../../ui/field-labels.ts';
import { text } from '../../ui/texts.ts';
import { presumedIn } from '../changes/ticks.ts';

/** What the user is asked to confirm: fields that could be written, and those whose place is not certain any more. */
export function toConfirm({ changes, doubts = [] }: Comparison): Field[] {
  const presumed = presumedIn(changes);
  return FIELDS.filter((field) => presumed.includes(field) || doubts.some((doubt) => doubt.field === field));
}

/** What was never certain in one sentence; of what was, for each place why it is not any more. */
export function presumedSentences({ changes, doubts = [] }: Comparison): readonly string[] {
  const never = presumedIn(changes).filter((field) => !doubts.some((doubt) => doubt.field === field));
  const doubted = doubts.map((doubt) => `${fieldLabel(doubt.field)}: ${doubtText(doubt.service, doubt)}`);
  return [
    ...(never.length > 0 ? [text('presumedNotice', fieldList(never))] : []),
    ...doubted,
    ...(doubted.length > 0 ? [text('doubtNotice')] : []),
  ];
}
