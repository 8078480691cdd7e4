import type { Failure } from '../messages/index.ts';
import { factOf } from '../messages/unexpected-errors.ts';
import { callWorker } from './worker.ts';

/** A defect of ours in a page, as the failure that is shown of it. The worker records it. */
export function unexpectedFailure(error: unknown): Failure {
  const fact = factOf(error);
  void callWorker('noteUnexpectedError', fact);
  return { kind: 'internal', detail: fact.name };
}

/** Has the worker record what nobody catches in this page. Some errors of a window are the browser's own, and have no object. */
export function recordUncaughtInPage(): void {
  addEventListener('error', ({ error }) => error && unexpectedFailure(error));
  addEventListener('unhandledrejection', ({ reason }) => unexpectedFailure(reason));
}
