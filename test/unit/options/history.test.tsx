import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../../../src/messages.ts';
import { toCsv } from '../../../src/options/history/csv.ts';
import { filtered } from '../../../src/options/history/filter.ts';
import { historyRows } from '../../../src/options/history/history-rows.ts';
import { HistorySection } from '../../../src/options/history/history-section.tsx';
import { setDocumentLanguage } from '../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../component-setup.ts';
import { axeViolations } from '../ui/axe.ts';

const entry = (id: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  at: '2026-11-24T09:05:00.000Z',
  who: 'Kantoor Lindeboom',
  kind: 'update',
  relation: { code: 'APR00510', name: 'Bakkerij Peeters' },
  enterpriseNumber: '0001004246',
  retrievedAt: '2026-11-24T09:04:00.000Z',
  fields: [
    { field: 'name', before: 'Bakkerij Peeters', after: 'Bakkerij Peeters & Zonen', result: 'written' },
    { field: 'website', after: 'https://peeters.example', result: 'kept' },
  ],
  outcome: 'verified',
  ...more,
});

beforeEach(() => {
  setDocumentLanguage('test');
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

async function open(entries: readonly HistoryEntry[]) {
  fakeBrowser.answer({ getHistory: { ok: true, value: { entries } } });
  render(<HistorySection />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Show the history' }));
  await settle();
  return user;
}

describe('the history', () => {
  it('is read only when it is asked for, part by part', async () => {
    let part = 0;
    render(<HistorySection />);
    expect(fakeBrowser.messages('getHistory')).toEqual([]);
    fakeBrowser.answer({
      getHistory: () => {
        part += 1;
        return { ok: true, value: { entries: [entry(`e${part}`)], ...(part < 3 && { next: `e${part}` }) } };
      },
    });
    await userEvent.setup().click(screen.getByRole('button', { name: 'Show the history' }));
    await settle();
    await settle();
    expect(fakeBrowser.messages('getHistory')).toEqual([
      { limit: 500 },
      { limit: 500, after: 'e1' },
      { limit: 500, after: 'e2' },
    ]);
    expect(screen.getByText('3 changes')).toBeTruthy();
  });

  it('says that nothing was written yet, and what keeps it from being read', async () => {
    await open([]);
    expect(screen.getByText('Nothing has been written yet.')).toBeTruthy();
  });

  it('shows who, when, which relation, each field before and after, and what became of it', async () => {
    await open([entry('e1')]);
    const change = screen.getByRole('listitem');
    for (const said of ['Bakkerij Peeters', 'APR00510', 'BE 0001.004.246', 'verified', 'Kantoor Lindeboom'])
      expect(change.textContent).toContain(said);
    const row = within(change).getByRole('row', { name: /^Website/ });
    expect(row.textContent).toContain('empty');
    expect(row.textContent).toContain('AdminPulse kept the old value');
    expect(await axeViolations()).toEqual([]);
  });

  it('offers to undo what was written, and says what became of that', async () => {
    const user = await open([entry('e1')]);
    expect(screen.queryByRole('button', { name: /Undo Website/ })).toBeNull();
    fakeBrowser.answer({ undoChange: { ok: true, value: { fields: [{ field: 'name', result: 'leftAlone' }] } } });
    await user.click(screen.getByRole('button', { name: 'Undo Name of Bakkerij Peeters' }));
    await settle();
    expect(fakeBrowser.messages('undoChange')).toEqual([{ entryId: 'e1', fields: ['name'] }]);
    expect(screen.getByRole('status').textContent).toContain('left as it is');
  });

  it('offers no undo of a new relation, nor of what was undone or never arrived', async () => {
    await open([
      entry('e1', { kind: 'create' }),
      entry('e2', { outcome: 'notSent' }),
      entry('e3', { fields: [{ field: 'name', before: 'a', after: 'b', result: 'written', undone: true }] }),
    ]);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });
});

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
    expect(filtered(entries, { words }).map(({ id }) => id)).toEqual(ids);
  });

  it('keeps to a kind and an outcome', () => {
    expect(filtered(entries, { words: '', kind: 'undo' }).map(({ id }) => id)).toEqual(['e2']);
    expect(filtered(entries, { words: '', outcome: 'verified' }).map(({ id }) => id)).toEqual(['e1']);
    expect(filtered(entries, { words: '', kind: 'undo', outcome: 'verified' })).toEqual([]);
  });
});

describe('the export', () => {
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
