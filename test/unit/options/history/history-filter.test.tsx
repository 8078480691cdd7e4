import { describe, expect, it } from 'vitest';
import { filtered, NO_FILTER } from '../../../../src/options/history/history-filter.tsx';
import { entry } from './history-samples.ts';

describe('the filter', () => {
  const entries = [
    entry('e1'),
    entry('e2', { kind: 'undo', outcome: 'refused', relation: { code: 'APR00511', name: 'Café Zoë' }, fields: [] }),
  ];
  it.each([
    ['', ['e1', 'e2']],
    ['zonen BAKKERIJ', ['e1']],
    ['cafe zoe', ['e2']],
    ['0001.004.246', ['e1', 'e2']],
    ['apr00511', ['e2']],
    ['nowhere', []],
  ])('finds %j', (words, ids) => {
    expect(filtered(entries, { ...NO_FILTER, words }).map(({ id }) => id)).toEqual(ids);
  });

  it('keeps to a kind and an outcome', () => {
    expect(filtered(entries, { ...NO_FILTER, kind: 'undo' }).map(({ id }) => id)).toEqual(['e2']);
    expect(filtered(entries, { ...NO_FILTER, outcome: 'verified' }).map(({ id }) => id)).toEqual(['e1']);
    expect(filtered(entries, { ...NO_FILTER, kind: 'undo', outcome: 'verified' })).toEqual([]);
  });
});
