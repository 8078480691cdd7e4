import { isFailure } from '../../api/errors.ts';

/**
 * Runs a task for somebody who asks again and again; a newer task of the same requester ends the one before it, which then
 * answers undefined. The tasks under way are all that is kept.
 */
export type LatestOnly = <T>(requester: string, task: (signal: AbortSignal) => Promise<T>) => Promise<T | undefined>;

export function createLatestOnly(): LatestOnly {
  const underWay = new Map<string, AbortController>();
  return async (requester, task) => {
    underWay.get(requester)?.abort();
    const controller = new AbortController();
    underWay.set(requester, controller);
    const { signal } = controller;
    try {
      const answer = await task(signal);
      return signal.aborted ? undefined : answer;
    } catch (error) {
      if (signal.aborted && (error === signal.reason || isFailure(error))) return undefined;
      throw error;
    } finally {
      if (underWay.get(requester) === controller) underWay.delete(requester);
    }
  };
}

/** Waits for all, so that nothing goes on after a failure has been shown; then the first failure in order counts. */
export async function allOrFirstFailure<T extends readonly unknown[]>(
  parts: { [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const settled = await Promise.allSettled(parts);
  const failed = settled.find((part) => part.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((part) => (part.status === 'fulfilled' ? part.value : undefined)) as unknown as T;
}
