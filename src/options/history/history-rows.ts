import type { HistoryEntry } from '../../messages/index.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { shownNumber } from '../../ui/numbers.ts';
import { WRITE_RESULTS } from '../../ui/outcome-texts.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { valueText } from '../../ui/value-text.ts';
import { KINDS, OUTCOMES } from './labels.ts';

/** The history as a table of texts: a head, then a row for each field of each change; one without fields has a row too. */
export function historyRows(entries: readonly HistoryEntry[]): readonly (readonly string[])[] {
  return [COLUMNS.map((key) => text(key)), ...entries.flatMap(rowsOf)];
}

/** On the user's clock: `24/11/2026`, `14:03`. */
export function dayAndTime(instant: string): readonly [string, string] {
  const moment = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return [
    `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`,
    `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  ];
}

const COLUMNS: readonly TextKey[] = [
  'historyDate',
  'historyTime',
  'historyRelation',
  'historyCode',
  'fieldEnterpriseNumber',
  'historyKind',
  'columnField',
  'historyBefore',
  'historyAfter',
  'historyResult',
  'historyOutcome',
  'historyWho',
  'historySource',
];

function rowsOf(entry: HistoryEntry): readonly (readonly string[])[] {
  const { at, relation, enterpriseNumber, kind, outcome, who, retrievedAt, fields } = entry;
  const [day, time] = dayAndTime(at);
  const about = [day, time, relation.name, relation.code, shownNumber(enterpriseNumber), text(KINDS[kind])];
  const source = retrievedAt === undefined ? '' : dayAndTime(retrievedAt).join(' ');
  const change = [text(OUTCOMES[outcome]), who, source];
  if (fields.length === 0) return [[...about, '', '', '', '', ...change]];
  return fields.map(({ field, before, after, result, undone }) => [
    ...about,
    fieldLabel(field),
    before === undefined ? '' : valueText(field, before),
    after === undefined ? '' : valueText(field, after),
    undone ? text('outcomeUndone') : result === undefined ? '' : text(WRITE_RESULTS[result]),
    ...change,
  ]);
}
