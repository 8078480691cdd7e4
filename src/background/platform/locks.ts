/**
 * Runs a task that changes a review, unless another one is changing it: nothing waits in line, for it was asked for by
 * somebody who saw a state that is about to be gone. A lock ends with the worker, so that a review that is under way without
 * a lock is one whose worker died.
 */
export const tryWithReviewLock = <T>(id: string, task: () => Promise<T>): Promise<T | undefined> =>
  navigator.locks.request(reviewLock(id), { ifAvailable: true }, async (lock) => (lock ? task() : undefined));

const reviewLock = (id: string) => `review:${id}`;

export async function isReviewLocked(id: string): Promise<boolean> {
  const { held: raw = [] } = await navigator.locks.query();
  return raw.some(({ name }) => name === reviewLock(id));
}

/** Held by the worker that is at the change; it ends with the worker. */
const changeLock = (change: string) => `change:${change}`;

/** Runs a task while no worker is at the change. */
export const withChangeLock = <T>(change: string, task: () => Promise<T>): Promise<T> =>
  navigator.locks.request(changeLock(change), task);

/** Runs a task that writes to the relation with this code, or that makes one with this number: one at a time. */
export const withRelationLock = <T>(relation: string, task: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`relation:${relation}`, task);
