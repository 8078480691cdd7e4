import type { ISODateTime } from '../company/company.ts';

/** A defect of ours that was recorded, as often as it happened. It says where in our code it was, and holds no data. */
export type UnexpectedError = {
  /** As `TypeError`. */
  readonly name: string;
  /** Where it was thrown and what called that, as `FILE:LINE:COLUMN` of the files that ship. */
  readonly positions: readonly string[];
  /** The product's. */
  readonly version: string;
  /** When it happened last. */
  readonly at: ISODateTime;
  readonly count: number;
};

/** In characters. */
export const MAX_NAME_LENGTH = 60;
export const MAX_STACK_LENGTH = 20_000;

/** An error's name, and its stack as the browser wrote it. */
export type ErrorFact = { readonly name: string; readonly stack: string };

/** What may be told of something that was thrown. A message may hold data of a client; Chrome's stack begins with it. */
export function factOf(error: unknown): ErrorFact {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const { name, message, stack = '' } = error;
  return { name: name.slice(0, MAX_NAME_LENGTH), stack: stack.replace(`: ${message}`, '').slice(0, MAX_STACK_LENGTH) };
}
