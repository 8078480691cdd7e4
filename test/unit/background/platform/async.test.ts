import { describe, expect, it } from 'vitest';
import { offline } from '../../../../src/api/errors.ts';
import { createLatestOnly } from '../../../../src/background/platform/async.ts';

/** A task that a newer one ended, and that then fails so. */
function endedThenFailing(errorOf: (signal: AbortSignal) => unknown): Promise<unknown> {
  const latest = createLatestOnly();
  const { promise: isEnded, resolve: end } = Promise.withResolvers<void>();
  const older = latest('somebody', async (signal) => {
    await isEnded;
    throw errorOf(signal);
  });
  const newer = latest('somebody', async () => 'newer');
  end();
  return newer.then(() => older);
}

describe('a task that a newer one of the same requester ended', () => {
  it.each([
    { of: 'the reason for its end', errorOf: (signal: AbortSignal) => signal.reason },
    { of: 'a failure that was foreseen', errorOf: () => offline('openthebox') },
  ])('answers nothing when it fails by $of', async ({ errorOf }) => {
    expect(await endedThenFailing(errorOf)).toBeUndefined();
  });

  it('does not hide a defect of ours', async () => {
    await expect(endedThenFailing(() => new TypeError('x is undefined'))).rejects.toThrow(TypeError);
  });
});
