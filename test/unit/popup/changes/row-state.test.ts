import { describe, expect, it } from 'vitest';
import { rowsOf, type TableState } from '../../../../src/popup/changes/row-state.ts';
import { NO_TICKS, withTicks } from '../../../../src/popup/changes/ticks.ts';
import { change } from '../review/review-samples.ts';

const NAME = change('name', { current: 'Peeters', proposed: 'Peeters & Zonen', ticked: true });
const WEBSITE = change('website', { proposed: 'peeters.example', verdict: 'only-openthebox' });
const written = (result: 'written' | 'kept' | 'partly' | 'other') => [{ field: 'name', result } as const];
const undone = (result: 'undone' | 'leftAlone' | 'notCleared' | 'kept') => [{ field: 'name', result } as const];

describe('the rows of the table', () => {
  it('stand in the order of the fields, ticked as each proposes or as the user decided', () => {
    const rows = rowsOf([NAME, WEBSITE], withTicks(NO_TICKS, ['website'], true), { mode: 'open' });
    expect(rows.map(({ change: { field }, ticked, mode }) => [field, ticked, mode])).toEqual([
      ['name', true, 'open'],
      ['website', true, 'open'],
    ]);
  });

  it('say which field changed between the review and the write', () => {
    const rows = rowsOf([NAME, WEBSITE], NO_TICKS, { mode: 'open', conflict: ['website'] });
    expect(rows.map(({ changedJustNow }) => changedJustNow)).toEqual([false, true]);
  });

  it.each<{ after: string; state: TableState; text: string | undefined; kind?: string }>([
    { after: 'nothing yet', state: { mode: 'busy' }, text: undefined },
    { after: 'a write of others', state: { mode: 'done', written: [] }, text: undefined },
    {
      after: 'its write',
      state: { mode: 'done', written: written('written') },
      text: 'outcomeWritten',
      kind: 'written',
    },
    {
      after: 'a write that left it',
      state: { mode: 'done', written: written('kept') },
      text: 'outcomeKept',
      kind: 'other',
    },
    {
      after: 'a write that took a part',
      state: { mode: 'done', written: written('partly') },
      text: 'outcomePartly',
      kind: 'other',
    },
    {
      after: 'a write of another value',
      state: { mode: 'done', written: written('other') },
      text: 'outcomeOther',
      kind: 'other',
    },
    { after: 'its undo', state: { mode: 'done', undone: undone('undone') }, text: 'outcomeUndone', kind: 'undone' },
    {
      after: 'an undo that left it',
      state: { mode: 'done', undone: undone('leftAlone') },
      text: 'outcomeLeftAlone',
      kind: 'other',
    },
    {
      after: 'an undo that could not empty it',
      state: { mode: 'done', undone: undone('notCleared') },
      text: 'outcomeNotCleared',
      kind: 'other',
    },
    {
      after: 'an undo that AdminPulse did not take',
      state: { mode: 'done', undone: undone('kept') },
      text: 'outcomeUndoKept',
      kind: 'other',
    },
  ])('say what became of a field after $after', ({ state, text, kind }) => {
    const [row] = rowsOf([NAME], NO_TICKS, state);
    expect(row?.outcome?.text).toBe(text);
    expect(row?.outcome?.kind).toBe(kind);
  });

  it('do not say that an old value was kept where there was none', () => {
    const [row] = rowsOf([WEBSITE], NO_TICKS, { mode: 'done', written: [{ field: 'website', result: 'kept' }] });
    expect(row?.outcome).toEqual({ text: 'outcomeNotTaken', kind: 'other' });
  });
});
