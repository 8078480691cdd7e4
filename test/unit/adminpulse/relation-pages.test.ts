import { describe, expect, it } from 'vitest';
import { allRows } from '../../../src/adminpulse/relation-pages.ts';

const row = (code: string) => ({ uniqueIdentifier: code });
const A = row('A');
const B = row('B');
const C = row('C');

/** A list of these pages; a page behind the last one repeats it, as some APIs do. */
function listOf(pages: readonly (readonly (typeof A)[])[], pageCount = pages.length) {
  const read: number[] = [];
  const readPage = async (index: number) => {
    read.push(index);
    return { rows: pages[index] ?? pages.at(-1) ?? [], pageCount, totalRowCount: undefined };
  };
  return { read, readPage };
}

describe('reading all pages of a list', () => {
  it('gives every row of every page, in order', async () => {
    const { read, readPage } = listOf([[A], [B, C]]);
    expect(await allRows(readPage)).toEqual([A, B, C]);
    expect(read).toEqual([0, 1]);
  });

  it('gives a row once that shifted to the next page meanwhile', async () => {
    expect(
      await allRows(
        listOf([
          [A, B],
          [B, C],
        ]).readPage,
      ),
    ).toEqual([A, B, C]);
  });

  it('ends at a page with nothing new, whatever the number of pages is said to be', async () => {
    const { read, readPage } = listOf([[A], [B]], 1_000);
    expect(await allRows(readPage)).toEqual([A, B]);
    expect(read).toEqual([0, 1, 2]);
  });

  it('keeps apart rows that have neither code nor id', async () => {
    expect(await allRows(listOf([[{ name: 'x' } as never, { name: 'y' } as never]]).readPage)).toHaveLength(2);
  });

  it('leaves out what has no code beside relations, such as the columns on a page behind the last one', async () => {
    expect(await allRows(listOf([[A], [{ key: 'name' } as never]], 2).readPage)).toEqual([A]);
  });
});
