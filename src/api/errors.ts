/**
 * Everything that is expected to go wrong: one union, and one class that is thrown with a member of it. Any other error
 * is a defect of ours. A failure holds what its text needs and nothing more; the texts are in `ui/failure.ts`.
 */
import type { CalledService, ISODateTime } from '../company/company.ts';

/** What went wrong, as data: it is stored, and it is what the user's pages receive. */
export type Failure =
  /** No connection could be made, or it broke before an answer came. */
  | { readonly kind: 'offline'; readonly service: CalledService }
  /** No answer within the time allowed. */
  | { readonly kind: 'timeout'; readonly service: CalledService }
  /** There is no credential for a call that needs one. */
  | { readonly kind: 'notConnected'; readonly service: CalledService }
  /** The credential is wrong, expired or withdrawn (401). */
  | { readonly kind: 'unauthorized'; readonly service: CalledService }
  /** The credential is right, and may not do this (403). */
  | { readonly kind: 'forbidden'; readonly service: CalledService; readonly permission: 'read' | 'write' }
  /** The service does not know what was asked for (404); `subject` is its number or code. */
  | { readonly kind: 'notFound'; readonly service: CalledService; readonly subject: string }
  /** Too many calls (429). `anonymous`: the limit of openthebox's access without credentials. */
  | {
      readonly kind: 'rateLimited';
      readonly service: CalledService;
      readonly retryAt?: ISODateTime;
      readonly anonymous?: boolean;
    }
  /** The service failed (5xx). */
  | { readonly kind: 'serverError'; readonly service: CalledService; readonly status: number }
  /** The service refused what was sent (400, 409, 422); `detail` is its own message, plain text. */
  | { readonly kind: 'rejected'; readonly service: CalledService; readonly status: number; readonly detail: string }
  /** The answer has another form than expected; `path` is where in it, `expected` the form. */
  | {
      readonly kind: 'unexpectedAnswer';
      readonly service: CalledService;
      readonly path: string;
      readonly expected: string;
    }
  /** The user took back the extension's access to the service's host; `origins` are match patterns to ask for. */
  | { readonly kind: 'hostPermissionMissing'; readonly service: CalledService; readonly origins: readonly string[] }
  /** The number in the answer is not the one that was asked for. */
  | { readonly kind: 'otherCompany'; readonly service: CalledService; readonly asked: string; readonly found: string }
  /** A write was sent, and neither its answer nor a later reading says what became of it. */
  | { readonly kind: 'unsettled'; readonly service: CalledService }
  /** The write never left the browser, which ended the worker before, or never arrived. */
  | { readonly kind: 'notSent' }
  /** The browser was closed since the review was made: its window may be restored, what it showed is not. */
  | { readonly kind: 'reviewGone' }
  /** The entry of the history was deleted, in another window, since it was shown. */
  | { readonly kind: 'entryGone' }
  /** The administrator set this: it cannot be changed in this browser. */
  | { readonly kind: 'setByAdministrator' }
  /** The administrator switched this part of the product off. */
  | { readonly kind: 'featureOff' }
  /** What the administrator set cannot be read: what he may have switched off is not on. */
  | { readonly kind: 'policyUnreadable' }
  /** A defect of ours. `detail` holds no personal data; `unanswered`: the worker ended before it answered. */
  | { readonly kind: 'internal'; readonly detail: string; readonly unanswered?: true };

export type FailureKind = Failure['kind'];

type FailureOf<K extends FailureKind> = Extract<Failure, { readonly kind: K }>;

/** The one expected error: it carries what went wrong. Its message holds no data of a client. */
export class FailureError<F extends Failure = Failure> extends Error {
  readonly failure: F;

  constructor(failure: F) {
    super('service' in failure ? `${failure.service}: ${failure.kind}` : failure.kind);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Whether the error is an expected failure; of one of these kinds, where any are given. */
export function isFailure<K extends FailureKind>(
  error: unknown,
  ...kinds: readonly K[]
): error is FailureError<FailureOf<K>> {
  if (!(error instanceof FailureError)) return false;
  return kinds.length === 0 || kinds.includes(error.failure.kind);
}

/** Whether it is a failure of a call to a service. */
export function isServiceFailure(error: unknown): error is FailureError {
  return isFailure(error) && 'service' in error.failure;
}

export const offline = (service: CalledService) => new FailureError({ kind: 'offline', service });
export const timeout = (service: CalledService) => new FailureError({ kind: 'timeout', service });
export const notConnected = (service: CalledService) => new FailureError({ kind: 'notConnected', service });
export const unauthorized = (service: CalledService) => new FailureError({ kind: 'unauthorized', service });
export const forbidden = (service: CalledService, permission: 'read' | 'write') =>
  new FailureError({ kind: 'forbidden', service, permission });
export const notFound = (service: CalledService, subject: string) =>
  new FailureError({ kind: 'notFound', service, subject });
export const rateLimited = (service: CalledService, retryAt: ISODateTime | undefined, anonymous = false) =>
  new FailureError({ kind: 'rateLimited', service, anonymous, ...(retryAt && { retryAt }) });
export const serverError = (service: CalledService, status: number) =>
  new FailureError({ kind: 'serverError', service, status });
export const rejected = (service: CalledService, status: number, detail: string) =>
  new FailureError({ kind: 'rejected', service, status, detail });
export const unexpectedAnswer = (service: CalledService, path: string, expected: string) =>
  new FailureError({ kind: 'unexpectedAnswer', service, path, expected });
export const hostPermissionMissing = (service: CalledService, origins: readonly string[]) =>
  new FailureError({ kind: 'hostPermissionMissing', service, origins });
export const otherCompany = (service: CalledService, asked: string, found: string) =>
  new FailureError({ kind: 'otherCompany', service, asked, found });
export const unsettled = (service: CalledService) => new FailureError({ kind: 'unsettled', service });
export const reviewGone = () => new FailureError({ kind: 'reviewGone' });
export const entryGone = () => new FailureError({ kind: 'entryGone' });
export const setByAdministrator = () => new FailureError({ kind: 'setByAdministrator' });
export const policyUnreadable = () => new FailureError({ kind: 'policyUnreadable' });
export const featureOff = () => new FailureError({ kind: 'featureOff' });
