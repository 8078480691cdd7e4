/**
 * Runs a task for somebody who asks again and again; a newer task of the same asker ends the one before it, which then
 * answers undefined. The tasks under way are all that is kept.
 */
export type Latest = <T>(asker: string, task: (signal: AbortSignal) => Promise<T>) => Promise<T | undefined>;

export function createLatest(): Latest {
  const underWay = new Map<string, AbortController>();
  return async (asker, task) => {
    underWay.get(asker)?.abort();
    const controller = new AbortController();
    underWay.set(asker, controller);
    const { signal } = controller;
    try {
      const answer = await task(signal);
      return signal.aborted ? undefined : answer;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    } finally {
      if (underWay.get(asker) === controller) underWay.delete(asker);
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
