import { renderHook } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Review, ReviewState } from '../../../../src/messages/index.ts';
import { REVIEW_RECORD } from '../../../../src/messages/storage-keys.ts';
import { useSessionRecord } from '../../../../src/popup/changes/use-session-record.ts';
import { callWorker } from '../../../../src/ui/worker.ts';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';

const LOADING: ReviewState = { phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' };
const CHOOSING: ReviewState = { phase: 'choosing', candidates: [] };
const GONE = { ok: false, failure: { kind: 'reviewGone' } } as const;

const recordOf = (state: ReviewState): Review => ({ id: 'r1', enterpriseNumber: '0001004246', ...state });
const answer = (state: ReviewState) => fakeBrowser.answer({ getReview: { ok: true, value: recordOf(state) } });
const store = (state: ReviewState) => act(() => fakeBrowser.store('review:r1', recordOf(state)));
const asked = () => fakeBrowser.messages('getReview').length;

const follow = (onShow?: (record: Review) => void) =>
  renderHook(() =>
    useSessionRecord({
      shared: REVIEW_RECORD,
      id: 'r1',
      ask: (reviewId) => callWorker('getReview', { reviewId }),
      underWay: ['loading'],
      ...(onShow && { onShow }),
    }),
  ).result;

afterEach(() => void vi.useRealTimers());

describe('a record that a window follows', () => {
  it('is the worker’s answer first, then what is stored, and each state is told', async () => {
    const told: string[] = [];
    answer(LOADING);
    const shown = follow(({ phase }) => told.push(phase));
    await settle();
    expect(shown.current.record).toEqual(recordOf(LOADING));
    await store(CHOOSING);
    expect(shown.current.record).toEqual(recordOf(CHOOSING));
    expect(told).toEqual(['loading', 'choosing']);
  });

  it('is not replaced by an older answer', async () => {
    const release = fakeBrowser.hold();
    answer(LOADING);
    const shown = follow();
    await store(CHOOSING);
    release();
    await settle();
    expect(shown.current.record?.phase).toBe('choosing');
  });

  it('is asked for again if the worker ends before it answers, and once only', async () => {
    fakeBrowser.loseWorker(1);
    answer(CHOOSING);
    const shown = follow();
    await settle();
    expect(shown.current.record?.phase).toBe('choosing');
    expect(asked()).toBe(2);
  });

  it('that is gone says so, and is not asked for again', async () => {
    fakeBrowser.answer({ getReview: GONE });
    const shown = follow();
    await settle();
    expect(shown.current).toMatchObject({ failure: GONE.failure });
    expect(asked()).toBe(1);
  });

  it('is asked for now and then as long as it is under way', async () => {
    answer(LOADING);
    follow();
    await settle();
    vi.useFakeTimers();
    await store({ ...LOADING, openthebox: 'done' });
    await store(CHOOSING);
    await store(LOADING);
    const before = asked();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(asked() - before).toBe(3);
    await store(CHOOSING);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(asked() - before).toBe(3);
  });

  it('shows what the worker did not do, unless the record has moved on since', async () => {
    answer(CHOOSING);
    const shown = follow();
    await settle();
    const { showFailure } = shown.current;
    await act(() => showFailure(GONE));
    expect(shown.current).toMatchObject({ record: { phase: 'choosing' }, failure: GONE.failure });
    await store(LOADING);
    await act(() => showFailure(GONE));
    expect(shown.current.failure).toBeUndefined();
  });
});
