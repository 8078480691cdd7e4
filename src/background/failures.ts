import { isFailure } from '../api/errors.ts';
import type { Failure, Result } from '../messages/index.ts';
import { recordUnexpected } from './platform/unexpected-errors.ts';

/** What an error is to the user's pages. One that is not expected is a defect of ours: it says so, and is recorded. */
export function toFailure(error: unknown): Failure {
  if (isFailure(error)) return error.failure;
  recordUnexpected(error);
  return { kind: 'internal', detail: error instanceof Error ? error.name : typeof error };
}

/** Runs a task whose every failure is told as data. */
export async function attempt<T>(task: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}
