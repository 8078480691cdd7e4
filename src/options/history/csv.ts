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
