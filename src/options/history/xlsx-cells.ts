/** Characters; Excel calls a file damaged that has more in a cell. */
const LONGEST = 32_767;

type Cell = { readonly value: string; readonly type: StringConstructor };

/** A table as cells of an Excel sheet: every one is a text, so that nothing is taken for a formula. */
export function xlsxCells(rows: readonly (readonly string[])[]): Cell[][] {
  return rows.map((row) => row.map((text) => ({ value: fitting(text), type: String })));
}

const fitting = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
