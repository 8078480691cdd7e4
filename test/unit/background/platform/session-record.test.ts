import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { offline } from '../../../../src/api/errors.ts';
import { tryWithReviewLock } from '../../../../src/background/platform/locks.ts';
import { sessionRecord } from '../../../../src/background/platform/session-record.ts';
import type { ReviewState } from '../../../../src/messages/index.ts';
import { REVIEW_RECORD } from '../../../../src/messages/storage-keys.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const records = sessionRecord<ReviewState, string>({
  shared: REVIEW_RECORD,
  context: { prefix: 'test-work:', schema: z.string() },
  opened: 'reviews-opened',
  maximum: 2,
  writing: ['undoing'],
  page: 'test',
  windowLock: 'review-window:',
});

const LOADING: ReviewState = { phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' };
const CHOOSING: ReviewState = { phase: 'choosing', candidates: [] };
/** As far as a record reads it. */
const UNDOING = { phase: 'undoing', change: 'c1', undoes: 'c0' } as ReviewState;

const about = (id: string) => ({ id, enterpriseNumber: '0001004246' });
const keys = (id: string) => [...fakeBrowser.session.keys()].filter((key) => key.endsWith(`:${id}`));
const stored = (id: string) => fakeBrowser.session.get(`review:${id}`);
const phase = async (id: string) => (await records.known(id)).phase;

const work = { load: vi.fn(async () => {}), reconcile: vi.fn(async () => {}) };
const open = (id: string) => records.open(about(id), work);

/** Holds the record's lock, as the worker does that is at it; what is returned lets it go. */
async function lock(id: string): Promise<() => Promise<unknown>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held: Promise<unknown> = released;
  await new Promise<void>((taken) => {
    held = tryWithReviewLock(id, () => {
      taken();
      return released;
    });
  });
  return () => {
    release();
    return held;
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
});

describe('many records', () => {
  it('lose the one that was opened longest ago, with all that is stored for it', async () => {
    await open('1');
    await records.contextItem('1').write('its context');
    await open('2');
    await open('1');
    await open('3');
    expect([keys('1').length, keys('2').length, keys('3').length]).toEqual([3, 0, 2]);
  });

  it('keep one that is under way, until its turn comes again', async () => {
    await open('1');
    const release = await lock('1');
    for (const id of ['2', '3', '4']) await open(id);
    expect(keys('1')).not.toEqual([]);
    await release();
    await open('4');
    expect([keys('1'), keys('2')]).toEqual([[], []]);
    expect(keys('3')).not.toEqual([]);
  });
});

describe('opening a record', () => {
  it('opens its window and reads meanwhile', async () => {
    await open('1');
    expect(work.load).toHaveBeenCalledExactlyOnceWith({ ...about('1'), ...LOADING });
    expect(fakeBrowser.pages.map(({ documentUrl }) => documentUrl)).toEqual([expect.stringContaining('#test=1')]);
    expect(await records.isOpen('1')).toBe(true);
  });

  it('waits for what is read, and another one for the window only', async () => {
    let end = () => {};
    work.load.mockImplementationOnce(() => new Promise((resolve) => (end = resolve)));
    const first = open('1');
    await open('1');
    expect(fakeBrowser.pages).toHaveLength(1);
    end();
    await first;
    expect(work.load).toHaveBeenCalledOnce();
  });

  it('leaves it as it is where its window is open', async () => {
    await open('1');
    await records.set(about('1'), CHOOSING);
    await open('1');
    expect(await phase('1')).toBe('choosing');
    expect(fakeBrowser.focused).toHaveLength(1);
  });

  it('reads again where its window was closed, or has lost its record', async () => {
    await open('1');
    fakeBrowser.pages.length = 0;
    await open('1');
    fakeBrowser.session.clear();
    await open('1');
    expect(work.load).toHaveBeenCalledTimes(3);
    expect(fakeBrowser.pages).toHaveLength(1);
  });

  it('reads nothing where something is at it', async () => {
    await records.set(about('1'), CHOOSING);
    const release = await lock('1');
    await open('1');
    expect(work.load).not.toHaveBeenCalled();
    expect(await phase('1')).toBe('choosing');
    await release();
  });

  it('finds out what became of a write that was cut off', async () => {
    await records.set(about('1'), UNDOING);
    await open('1');
    expect(work.reconcile).toHaveBeenCalledExactlyOnceWith('1');
    expect(work.load).not.toHaveBeenCalled();
  });
});

describe('the record as its page shows it', () => {
  it('goes on where it was cut off', async () => {
    await records.set(about('1'), LOADING);
    await records.set(about('2'), UNDOING);
    await records.set(about('3'), CHOOSING);
    for (const id of ['1', '2', '3']) await records.current(id, work);
    expect(work.load).toHaveBeenCalledExactlyOnceWith({ ...about('1'), ...LOADING }, 'if it was cut off');
    expect(work.reconcile).toHaveBeenCalledExactlyOnceWith('2');
  });

  it('is gone where nothing is stored, or something else', async () => {
    fakeBrowser.session.set('review:2', 'something else');
    for (const id of ['1', '2']) {
      await expect(records.current(id, work)).rejects.toMatchObject({ failure: { kind: 'reviewGone' } });
    }
  });
});

describe('reading what a record shows', () => {
  it('stores each part that arrives, and what comes of them', async () => {
    const parts = { ...about('1'), relationCode: 'APR00510' };
    const seen: unknown[] = [];
    await records.load(parts, async (follow) => {
      for (const service of ['adminpulse', 'openthebox'] as const) {
        seen.push(stored('1'));
        expect(await follow(service, Promise.resolve(service))).toBe(service);
      }
      seen.push(stored('1'));
      return CHOOSING;
    });
    expect(seen).toEqual([
      { ...parts, ...LOADING },
      { ...parts, ...LOADING, adminpulse: 'done' },
      { ...parts, ...LOADING, adminpulse: 'done', openthebox: 'done' },
    ]);
    expect(stored('1')).toEqual({ ...parts, ...CHOOSING });
  });

  it('stores what went wrong', async () => {
    await records.load(about('1'), () => Promise.reject(offline('adminpulse')));
    expect(stored('1')).toMatchObject({ phase: 'failed', failure: { kind: 'offline', service: 'adminpulse' } });
  });

  it('does nothing where something is at the record, or where it was not cut off', async () => {
    await records.set(about('1'), CHOOSING);
    const read = vi.fn(async () => CHOOSING);
    await records.load(about('1'), read, 'if it was cut off');
    const release = await lock('1');
    await records.load(about('1'), read);
    await release();
    expect(read).not.toHaveBeenCalled();
  });
});
