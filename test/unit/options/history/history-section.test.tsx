import { act, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../../../../src/messages/index.ts';
import { HistorySection } from '../../../../src/options/history/history-section.tsx';
import { setDocumentLanguage } from '../../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { axeViolations } from '../../ui/axe.ts';
import { entry } from './history-samples.ts';

/** What the page watches, to be told that it is seen or no longer. */
const watched = new Map<Element, IntersectionObserverCallback>();
const see = (element: Element, isIntersecting: boolean) =>
  act(() => {
    const seen = { target: element, isIntersecting, boundingClientRect: { height: 640 } };
    watched.get(element)?.([seen as unknown as IntersectionObserverEntry], {} as IntersectionObserver);
  });

beforeEach(() => {
  setDocumentLanguage('test');
  watched.clear();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly tell: IntersectionObserverCallback;
      constructor(tell: IntersectionObserverCallback) {
        this.tell = tell;
      }
      observe(element: Element) {
        watched.set(element, this.tell);
      }
      unobserve(element: Element) {
        watched.delete(element);
      }
      disconnect() {}
    },
  );
});

const seeAll = async () => {
  for (const element of watched.keys()) await see(element, true);
};

/** The opened history; of a long one all is in sight. */
async function open(entries: readonly HistoryEntry[]) {
  fakeBrowser.answer({ getHistory: { ok: true, value: { entries } } });
  render(<HistorySection months={24} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Show the history' }));
  await settle();
  await seeAll();
  return user;
}

const many = (count: number) => Array.from({ length: count }, (_, index) => entry(`e${String(9999 - index)}`));

describe('the history', () => {
  it('is read only when it is asked for, part by part', async () => {
    let part = 0;
    render(<HistorySection months={24} />);
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

  it('keeps what cannot be undone apart, with the way to where it can be emptied', async () => {
    const user = await open([entry('e1')]);
    expect(screen.queryByRole('button', { name: 'Open AdminPulse' })).toBeNull();
    fakeBrowser.answer({ undoChange: { ok: true, value: { fields: [{ field: 'name', result: 'notCleared' }] } } });
    await user.click(screen.getByRole('button', { name: 'Undo Name of Bakkerij Peeters' }));
    await settle();
    expect(screen.getByRole('status').textContent).toContain('empty it there');
    expect(screen.getByRole('button', { name: 'Open AdminPulse' })).toBeTruthy();
  });

  it('says what kept it from undoing and what to do, and tries again', async () => {
    const user = await open([entry('e1')]);
    fakeBrowser.answer({ undoChange: { ok: false, failure: { kind: 'offline', service: 'adminpulse' } } });
    await user.click(screen.getByRole('button', { name: 'Undo Name of Bakkerij Peeters' }));
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(
      /^AdminPulse cannot be reached\. Check the internet connection/,
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(fakeBrowser.messages('undoChange')).toHaveLength(2);
  });

  it('shows at once what was put back, and keeps the list while it is read again', async () => {
    const user = await open(many(30));
    const undo = screen.getAllByRole('button', { name: 'Undo Name of Bakkerij Peeters' })[15];
    fakeBrowser.answer({ undoChange: { ok: true, value: { fields: [{ field: 'name', result: 'undone' }] } } });
    // The new entry is read; the rest is yet to come.
    fakeBrowser.answer({
      getHistory: () => {
        fakeBrowser.leaveUnanswered('getHistory');
        return { ok: true, value: { entries: [entry('f0')], next: 'f0' } };
      },
    });
    await user.click(undo as HTMLElement);
    await settle();
    await seeAll();
    expect(screen.getAllByRole('listitem')).toHaveLength(31);
    expect(screen.getAllByRole('button', { name: 'Undo Name of Bakkerij Peeters' })).toHaveLength(30);
    expect(document.activeElement).toBe(screen.getAllByRole('listitem')[16]);
  });

  it('has on the page what is near what the user sees, and keeps the place of the rest', async () => {
    await open(many(25));
    const [first, second] = [...watched.keys()] as [HTMLElement, HTMLElement];
    expect(screen.getAllByRole('listitem').at(-1)?.getAttribute('aria-posinset')).toBe('25');
    await see(second, false);
    expect(screen.getAllByRole('listitem')).toHaveLength(15);
    expect(second.style.height).toBe('640px');
    await see(second, true);
    expect(second.style.height).toBe('');
    // The keyboard's place stays.
    within(first).getAllByRole('button')[0]?.focus();
    await see(first, false);
    expect(screen.getAllByRole('listitem')).toHaveLength(25);
  });

  it('says how long changes are kept', async () => {
    await open([]);
    expect(screen.getByRole('region', { name: 'History' }).textContent).toContain('kept for 24 months');
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

describe('the export', () => {
  const exportCsv = () => screen.getByRole('button', { name: 'Export as CSV' });

  it('says how many changes it has', async () => {
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
    const user = await open([entry('e1')]);
    await user.click(exportCsv());
    await settle();
    expect(screen.getByRole('status').textContent).toBe('1 change exported.');
  });

  it('is not made of a part', async () => {
    let parts = 0;
    fakeBrowser.answer({
      getHistory: () => {
        parts += 1;
        return parts === 1
          ? { ok: true, value: { entries: [entry('e1')], next: 'e1' } }
          : { ok: false, failure: { kind: 'internal', detail: 'x' } };
      },
    });
    const created = vi.fn(() => 'blob:x');
    Object.assign(URL, { createObjectURL: created, revokeObjectURL: () => {} });
    render(<HistorySection months={24} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Show the history' }));
    await settle();
    expect(exportCsv().getAttribute('aria-disabled')).toBe('true');
    await user.click(exportCsv());
    await settle();
    expect(created).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('says when it fails', async () => {
    Object.assign(URL, {
      createObjectURL: () => {
        throw new Error('no space');
      },
    });
    const user = await open([entry('e1')]);
    await user.click(exportCsv());
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('The extension itself made a mistake.');
    expect(fakeBrowser.messages('noteUnexpectedError')).toMatchObject([{ name: 'Error' }]);
  });
});
