import type { HistoryEntry } from '../../messages/index.ts';
import { dayAndTime } from '../../ui/dates.ts';
import { download } from '../../ui/download.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { numberText } from '../../ui/numbers.ts';
import { WRITE_RESULTS } from '../../ui/outcome-texts.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { valueText } from '../../ui/value-text.ts';
import { KINDS, OUTCOMES } from './labels.ts';

const NAME = 'openthebox-adminpulse-history';

export async function exportCsv(entries: readonly HistoryEntry[]): Promise<void> {
  download(new Blob([toCsv(historyRows(entries))], { type: 'text/csv;charset=utf-8' }), `${NAME}.csv`);
}

/** The writer is large, and is loaded when it is wanted. */
export async function exportXlsx(entries: readonly HistoryEntry[]): Promise<void> {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  download(await writeXlsx(xlsxCells(historyRows(entries))).toBlob(), `${NAME}.xlsx`);
}

/** What Excel would take for a formula when it stands first in a cell. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as the CSV that Excel opens with Belgian settings: semicolons, UTF-8 with a byte order mark. A text that would be
 * taken for a formula begins with an apostrophe.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\u{feff}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Characters; Excel calls a file damaged that has more in a cell. */
const MAX_CELL_LENGTH = 32_767;

type Cell = { readonly value: string; readonly type: StringConstructor };

/** A table as cells of an Excel sheet: every one is a text, so that nothing is taken for a formula. */
export function xlsxCells(rows: readonly (readonly string[])[]): Cell[][] {
  return rows.map((row) => row.map((text) => ({ value: fitting(text), type: String })));
}

const fitting = (text: string) => (text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH - 1)}…` : text);

/** The history as a table of texts: a head, then a row for each field of each change; one without fields has a row too. */
export function historyRows(entries: readonly HistoryEntry[]): readonly (readonly string[])[] {
  return [COLUMNS.map((key) => text(key)), ...entries.flatMap(rowsOf)];
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
  const about = [day, time, relation.name, relation.code, numberText(enterpriseNumber), text(KINDS[kind])];
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
