import type { Creation } from './creation.ts';
import type { Review } from './review.ts';

/** A record in `storage.session`, one for each window: the worker writes it, and the window's page follows it. */
export type SharedRecord<R> = {
  keyOf(id: string): string;
  isRecord(stored: unknown): stored is R;
};

/** The worker is the only writer, and it lives in memory only: its outer form is enough to tell it from a foreign value. */
function sharedRecord<R extends { readonly id: string; readonly phase: string }>(prefix: string): SharedRecord<R> {
  return {
    keyOf: (id) => `${prefix}${id}`,
    isRecord: (stored): stored is R =>
      typeof stored === 'object' &&
      stored !== null &&
      'id' in stored &&
      typeof stored.id === 'string' &&
      'phase' in stored &&
      typeof stored.phase === 'string',
  };
}

export const REVIEW_RECORD = sharedRecord<Review>('review:');
export const CREATION_RECORD = sharedRecord<Creation>('creation:');

/** What the lookup is to look up when it opens next, a text: written by the worker, taken away by the popup. */
export const LOOKUP_ASKED_KEY = 'lookup-asked';
