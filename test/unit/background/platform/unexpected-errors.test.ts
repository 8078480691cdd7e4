import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offline } from '../../../../src/api/errors.ts';
import { toFailure } from '../../../../src/background/failures.ts';
import {
  forgetUnexpected,
  noteUnexpected,
  recordUncaught,
  recordUnexpected,
  unexpectedErrors,
} from '../../../../src/background/platform/unexpected-errors.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const NOW = '2026-02-03T10:11:12.000Z';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) });
});
afterEach(() => vi.useRealTimers());

/** As Chrome and Firefox write a stack; `fake` is this extension, the other one is not. */
const CHROME = (message: string) => `TypeError: ${message}
    at readName (chrome-extension://fake/assets/worker-a1.js:1:2345)
    at async chrome-extension://fake/assets/worker-a1.js:1:99
    at Object.evil (chrome-extension://other/assets/worker-a1.js:1:5)
    at https://app.adminpulse.be/clients/Peeters.js:3:4
    at new Promise (<anonymous>)`;
const FIREFOX = `readName@chrome-extension://fake/assets/worker-a1.js:1:2345
async*@chrome-extension://fake/assets/worker-a1.js:1:99
`;

function failing(message: string, stack = CHROME(message), name = 'TypeError'): Error {
  return Object.assign(new Error(message), { name, stack });
}

const stored = () => JSON.stringify([...fakeBrowser.local]);

describe('an unexpected error', () => {
  it.each([
    { of: 'Chrome', stack: CHROME('x') },
    { of: 'Firefox', stack: FIREFOX },
  ])('of $of is recorded with its name and where in our own files it was', async ({ stack }) => {
    recordUnexpected(failing('x', stack));
    expect(await unexpectedErrors()).toEqual([
      {
        name: 'TypeError',
        positions: ['assets/worker-a1.js:1:2345', 'assets/worker-a1.js:1:99'],
        version: '0.1.0',
        at: NOW,
        count: 1,
      },
    ]);
  });

  it('is recorded without its message, even where that looks like a stack', async () => {
    const message = 'Jan Peeters (chrome-extension://fake/Peeters.js:1:2)\n at chrome-extension://fake/Peeters.js:3:4';
    recordUnexpected(failing(message));
    recordUnexpected(failing('x', 'TypeError: x\n at f (chrome-extension://fake/Peeters NV.js:1:1)', 'Jan Peeters'));
    expect(await unexpectedErrors()).toMatchObject([
      { name: 'Error', positions: [] },
      { name: 'TypeError', positions: ['assets/worker-a1.js:1:2345', 'assets/worker-a1.js:1:99'] },
    ]);
    expect(stored()).not.toContain('Peeters');
  });

  it('is told by its type where something else than an error was thrown', async () => {
    recordUnexpected('Jan Peeters');
    expect(await unexpectedErrors()).toMatchObject([{ name: 'string', positions: [] }]);
    expect(stored()).not.toContain('Peeters');
  });

  it('that happens again is counted, with when it was last', async () => {
    recordUnexpected(failing('one'));
    vi.setSystemTime('2026-02-04T00:00:00.000Z');
    recordUnexpected(failing('another'));
    expect(await unexpectedErrors()).toMatchObject([{ count: 2, at: '2026-02-04T00:00:00.000Z' }]);
  });

  it('is counted once, however often it is caught on its way', async () => {
    const error = failing('x');
    recordUnexpected(error);
    recordUnexpected(error);
    expect(await unexpectedErrors()).toMatchObject([{ count: 1 }]);
  });

  it('is among the last twenty; the newest come first', async () => {
    for (let nth = 0; nth < 25; nth += 1) {
      vi.setSystemTime(Date.parse(NOW) + nth);
      recordUnexpected(failing('x', `at chrome-extension://fake/worker.js:1:${nth}`));
    }
    const kept = (await unexpectedErrors()).map(({ positions }) => positions[0]);
    expect(kept).toHaveLength(20);
    expect(kept[0]).toBe('worker.js:1:24');
    expect(kept.at(-1)).toBe('worker.js:1:5');
  });

  it('has a bounded number of positions', async () => {
    const lines = Array.from({ length: 100 }, (_, line) => `at chrome-extension://fake/worker.js:1:${line}`);
    recordUnexpected(failing('x', lines.join('\n')));
    expect((await unexpectedErrors())[0]?.positions).toHaveLength(10);
  });

  it('of a page is recorded by the same rules', async () => {
    await noteUnexpected({ name: 'TypeError', stack: CHROME('x') });
    expect(await unexpectedErrors()).toMatchObject([{ name: 'TypeError', positions: { length: 2 } }]);
  });

  it('is recorded where it becomes what the user is told; a failure that was foreseen is not', async () => {
    toFailure(offline('adminpulse'));
    expect(await unexpectedErrors()).toEqual([]);
    toFailure(failing('x'));
    expect(await unexpectedErrors()).toHaveLength(1);
  });

  it('is forgotten when the user wants it', async () => {
    recordUnexpected(failing('x'));
    await forgetUnexpected();
    expect(await unexpectedErrors()).toEqual([]);
    expect(fakeBrowser.local.size).toBe(0);
  });

  it('that cannot be stored raises no other one', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const full = vi.fn(() => Promise.reject(new Error('the disk is full')));
    fakeBrowser.gate = full;
    recordUnexpected(failing('x'));
    await vi.waitFor(() => expect(full).toHaveBeenCalled());
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('an error that nobody caught', () => {
  it('is recorded, as is a rejection; a failure that was foreseen is not', async () => {
    const target = new EventTarget();
    recordUncaught(target);
    target.dispatchEvent(Object.assign(new Event('error'), { error: failing('x', '', 'RangeError') }));
    target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: failing('x', '', 'SyntaxError') }));
    target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: offline('adminpulse') }));
    expect((await unexpectedErrors()).map(({ name }) => name).toSorted()).toEqual(['RangeError', 'SyntaxError']);
  });
});
