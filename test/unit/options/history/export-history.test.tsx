import { describe, expect, it } from 'vitest';
import { historyRows, toCsv, xlsxCells } from '../../../../src/options/history/export-history.ts';
import { entry } from './history-samples.ts';

describe('the exported history', () => {
  it('has a row for a change without fields', () => {
    const [head, row] = historyRows([entry('e1', { fields: [], outcome: 'refused' })]);
    expect(row).toHaveLength(head?.length ?? 0);
    expect(row?.[10]).toBe('refused by AdminPulse');
  });

  it('cuts what does not fit into a cell of Excel', () => {
    const [[fits, long] = []] = xlsxCells([['x'.repeat(32_767), 'x'.repeat(100_000)]]);
    expect(fits?.value).toBe('x'.repeat(32_767));
    expect(long?.value).toBe(`${'x'.repeat(32_766)}…`);
  });

  it('has a row for each field, on the user’s clock', () => {
    const [head, ...rows] = historyRows([entry('e1')]);
    expect(head).toHaveLength(13);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.slice(2, 11)).toEqual([
      'Bakkerij Peeters',
      'APR00510',
      'BE 0001.004.246',
      'Changed',
      'Name',
      'Bakkerij Peeters',
      'Bakkerij Peeters & Zonen',
      'written',
      'verified',
    ]);
    expect(rows[0]?.[0]).toMatch(/^24\/11\/2026$/);
  });

  it.each([
    ['plain', 'plain'],
    ['a;b', '"a;b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+32 9 234 56 78', "'+32 9 234 56 78"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=x', "'\t=x"],
    ['=a;b', '"\'=a;b"'],
  ])('writes %j so that Excel takes it for a text', (text, cell) => {
    expect(toCsv([[text]])).toBe(`\u{feff}${cell}\r\n`);
  });
});
