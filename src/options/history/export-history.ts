import type { HistoryEntry } from '../../messages/index.ts';
import { download } from '../../ui/download.ts';
import { historyRows } from './history-rows.ts';

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
