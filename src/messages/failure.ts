import type { CalledService, ISODateTime } from '../company/company.ts';

/** What went wrong, as data: the texts, in the user's language, are made of it by `ui/failure`. */
export type Failure =
  | { readonly kind: 'offline'; readonly service: CalledService }
  | { readonly kind: 'timeout'; readonly service: CalledService }
  | { readonly kind: 'notConnected'; readonly service: CalledService }
  | { readonly kind: 'unauthorized'; readonly service: CalledService }
  | { readonly kind: 'forbidden'; readonly service: CalledService; readonly permission: 'read' | 'write' }
  | { readonly kind: 'notFound'; readonly service: CalledService; readonly subject: string }
  /** `anonymous`: the limit of openthebox's access without credentials. */
  | {
      readonly kind: 'rateLimited';
      readonly service: CalledService;
      readonly retryAt?: ISODateTime;
      readonly anonymous?: boolean;
    }
  | { readonly kind: 'serverError'; readonly service: CalledService; readonly status: number }
  /** The service refused what was sent (400, 409, 422); `detail` is its own message, plain text. */
  | { readonly kind: 'rejected'; readonly service: CalledService; readonly status: number; readonly detail: string }
  | {
      readonly kind: 'unexpectedAnswer';
      readonly service: CalledService;
      readonly path: string;
      readonly expected: string;
    }
  | { readonly kind: 'hostPermissionMissing'; readonly service: CalledService; readonly origins: readonly string[] }
  /** The number in the answer is not the one that was asked for. */
  | { readonly kind: 'otherCompany'; readonly service: CalledService; readonly asked: string; readonly found: string }
  /** The write was sent and its answer did not come: what the relation holds could not be read. */
  | { readonly kind: 'unsettled'; readonly service: CalledService }
  /** The write never left the browser, which ended the worker before, or never arrived. */
  | { readonly kind: 'notSent' }
  /** The browser was closed since the review was made: it has to be fetched again. */
  | { readonly kind: 'reviewGone' }
  /** It cannot be changed in this browser. */
  | { readonly kind: 'setByAdministrator' }
  /** The administrator switched this part of the product off. */
  | { readonly kind: 'featureOff' }
  /** A defect of ours. `detail` holds no personal data; `unanswered`: the worker ended before it answered. */
  | { readonly kind: 'internal'; readonly detail: string; readonly unanswered?: true };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
