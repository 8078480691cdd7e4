/**
 * All locks of the worker. They are Web Locks: each ends with the worker that holds it, so that what is under way without its
 * lock is known to have been cut off.
 *
 * | lock                                    | held by                                                          | waits?        |
 * | --------------------------------------- | ---------------------------------------------------------------- | ------------- |
 * | `reviews-opened`, `creations-opened`    | the eviction of old windows' records                             | yes           |
 * | `review-window:ID`, `window:ID`         | opening a window, or bringing it to the front                    | yes           |
 * | `review:ID` (of a creation too)         | whatever moves a review or a creation to its next state          | no            |
 * | `relation:CODE`                         | a write to the relation, or its reconciliation                   | yes           |
 * | `relation:NUMBER`                       | a create of a relation with the number, or its reconciliation    | yes           |
 * | `change:ID`                             | the steps of a change; the reconciliation of one of its entries  | yes           |
 * | `relation:person WORDS`                 | a create of a person for a link                                  | yes           |
 * | `relation-index`                        | a build of the index of relations                                | a refresh     |
 * | `preferences`, `refused`, `sealing-key`, `inferred-places` | one read-modify-write of one stored item      | yes           |
 * | `unexpected-errors`                     | the same; whoever holds another lock does not wait for it        | yes           |
 *
 * A write takes `review:` → `relation:CODE` → `relation:NUMBER` (several of them sorted) → `change:` → `relation:person`.
 * Reconciling takes `change:` → `relation:`, the other way round, and may run under a relation's lock: an apply that is to make
 * a company reconciles earlier creates of its number first. No deadlock comes of it:
 *
 * - `review:` is never waited for; under the locks of the first two rows and of the last two, no other one is.
 * - A write never waits for its `change:`. The id is new, and its entries, which are all that anybody finds the change by, are
 *   stored under the lock. So whoever holds a relation's lock to write waits for nobody who reconciles.
 * - Under a relation's lock only creates of numbers are reconciled, which take `relation:NUMBER` and no `relation:CODE`.
 * - Nor does another who reconciles the same change wait for the `relation:CODE` of its update. Steps are sent in their order,
 *   and the update is the last: as long as a create of the change is open, its update was not sent, and nothing is to be read.
 *
 * Whoever reconciles anything but a create of a number under a relation's lock breaks this.
 */

/** A lock that is taken under no other lock but `review:`, and under which none is waited for. */
type SimpleLock =
  | 'reviews-opened'
  | 'creations-opened'
  | `review-window:${string}`
  | `window:${string}`
  | 'relation-index'
  | 'preferences'
  | 'refused'
  | 'sealing-key'
  | 'inferred-places'
  | 'unexpected-errors';

export const withLock = <T>(name: SimpleLock, task: () => Promise<T>): Promise<T> => withNamed(name, task);

/** Undefined, at once, where another holds the lock. */
export const tryWithLock = <T>(name: SimpleLock, task: () => Promise<T>): Promise<T | undefined> =>
  tryWithNamed(name, task);

/**
 * Runs a task that changes a review or a creation, unless another one is changing it: nothing waits in line, for it was asked
 * for by somebody who saw a state that is about to be gone.
 */
export const tryWithReviewLock = <T>(id: string, task: () => Promise<T>): Promise<T | undefined> =>
  tryWithNamed(reviewLock(id), task);

export async function isReviewLocked(id: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === reviewLock(id));
}

/** Runs a task that writes to the relation with this code, or reconciles a create of this number. */
export const withRelationLock = <T>(codeOrNumber: string, task: () => Promise<T>): Promise<T> =>
  withNamed(`relation:${codeOrNumber}`, task);

/** Runs a task that makes relations with these numbers. Sorted to avoid deadlock. */
export const withNumberLocks = <T>(numbers: readonly string[], task: () => Promise<T>): Promise<T> =>
  numbers.toSorted().reduce<() => Promise<T>>((inner, number) => () => withNamed(`relation:${number}`, inner), task)();

/** Runs a task that makes a person, who is told apart by the words of the name only. */
export const withPersonLock = <T>(words: string, task: () => Promise<T>): Promise<T> =>
  withNamed(`relation:person ${words}`, task);

/** Runs the steps of a change, or reconciles what was left of it, while no other is at it. */
export const withChangeLock = <T>(change: string, task: () => Promise<T>): Promise<T> =>
  withNamed(`change:${change}`, task);

const reviewLock = (id: string) => `review:${id}`;

const withNamed = <T>(name: string, task: () => Promise<T>): Promise<T> => navigator.locks.request(name, task);

const tryWithNamed = <T>(name: string, task: () => Promise<T>): Promise<T | undefined> =>
  navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? task() : undefined));
