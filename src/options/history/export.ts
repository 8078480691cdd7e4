import type { HistoryEntry } from '../../messages.ts';
import { toCsv } from './csv.ts';
import { historyRows } from './history-rows.ts';
import { xlsxCells } from './xlsx-cells.ts';

const NAME = 'openthebox-adminpulse-history';

export async function exportCsv(entries: readonly HistoryEntry[]): Promise<void> {
  download(new Blob([toCsv(historyRows(entries))], { type: 'text/csv;charset=utf-8' }), `${NAME}.csv`);
}

/** The writer is large, and is loaded when it is wanted. */
export async function exportXlsx(entries: readonly HistoryEntry[]): Promise<void> {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  download(await writeXlsx(xlsxCells(historyRows(entries))).toBlob(), `${NAME}.xlsx`);
}

function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the file from the address after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
