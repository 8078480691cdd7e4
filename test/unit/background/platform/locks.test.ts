import { describe, expect, it } from 'vitest';
import {
  isReviewLocked,
  tryWithLock,
  tryWithReviewLock,
  withLock,
  withNumberLocks,
  withRelationLock,
} from '../../../../src/background/platform/locks.ts';

/** A task that ends when it is told to, and the moment it has begun. */
function held() {
  let end = () => {};
  let tellBegin = () => {};
  const isBegun = new Promise<void>((resolve) => (tellBegin = resolve));
  const task = () =>
    new Promise<string>((resolve) => {
      end = () => resolve('done');
      tellBegin();
    });
  return { task, isBegun, end: () => end() };
}

describe('locks', () => {
  it('of a review are not waited for: what comes second is not done', async () => {
    const first = held();
    const running = tryWithReviewLock('r', first.task);
    await first.isBegun;
    expect(await isReviewLocked('r')).toBe(true);
    expect(await tryWithReviewLock('r', async () => 'second')).toBeUndefined();
    expect(await tryWithReviewLock('other', async () => 'other')).toBe('other');
    first.end();
    expect(await running).toBe('done');
    expect(await isReviewLocked('r')).toBe(false);
  });

  it('of one stored thing can be waited for, or not', async () => {
    const first = held();
    const running = withLock('relation-index', first.task);
    await first.isBegun;
    expect(await tryWithLock('relation-index', async () => 'at once')).toBeUndefined();
    const waiting = withLock('relation-index', async () => 'then');
    first.end();
    expect(await Promise.all([running, waiting])).toEqual(['done', 'then']);
  });

  it('of several numbers are taken in one order, whatever order they are named in', async () => {
    const done: string[] = [];
    const each = (numbers: readonly string[]) =>
      withNumberLocks(numbers, async () => {
        await Promise.resolve();
        done.push(numbers.join());
      });
    await Promise.all([each(['1', '2', '3']), each(['3', '2', '1']), each(['2', '3', '1'])]);
    expect(done).toHaveLength(3);
  });

  it('of a number is one with that of its relation-to-be', async () => {
    const first = held();
    const making = withNumberLocks(['0001004246'], first.task);
    await first.isBegun;
    let isSecondDone = false;
    const second = withRelationLock('0001004246', async () => {
      isSecondDone = true;
    });
    await Promise.resolve();
    expect(isSecondDone).toBe(false);
    first.end();
    await Promise.all([making, second]);
    expect(isSecondDone).toBe(true);
  });
});
