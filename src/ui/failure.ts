import type { CalledService } from '../company/company.ts';
import type { Failure } from '../messages/index.ts';
import { instantText } from './dates.ts';
import { numberText } from './numbers.ts';
import { text } from './texts.ts';

/** What the user can do about a failure with one click, besides reading. */
export type Remedy = 'tryAgain' | 'openSettings' | 'askForPermission' | 'reload';

/** A failure in the user's language: what happened and what to do next. */
export type Explanation = {
  readonly cause: string;
  readonly next: string;
  /** What an administrator or the service's own words say; shown in small print. */
  readonly detail?: string;
  readonly remedy?: Remedy;
};

type Failures = { [F in Failure as F['kind']]: F };
type Explainers = { [K in keyof Failures]: (failure: Failures[K]) => Explanation };

/** The services' own spellings; they are the same in every language. */
export const SERVICE_NAMES: Record<CalledService, string> = {
  openthebox: 'openthebox',
  adminpulse: 'AdminPulse',
  vies: 'VIES (ec.europa.eu)',
};

const EXPLAINERS: Explainers = {
  offline: ({ service }) => ({
    cause: text('failureOffline', SERVICE_NAMES[service]),
    next: text('failureOfflineNext'),
    remedy: 'tryAgain',
  }),
  timeout: ({ service }) => ({
    cause: text('failureTimeout', SERVICE_NAMES[service]),
    next: text('failureTimeoutNext'),
    remedy: 'tryAgain',
  }),
  notConnected: ({ service }) => ({
    cause: text('failureNotConnected', SERVICE_NAMES[service]),
    next: text(service === 'openthebox' ? 'failureNotConnectedOpentheboxNext' : 'failureNotConnectedAdminPulseNext'),
    remedy: 'openSettings',
  }),
  unauthorized: ({ service }) => ({
    cause: text(service === 'openthebox' ? 'failureUnauthorizedOpenthebox' : 'failureUnauthorizedAdminPulse'),
    next: text(service === 'openthebox' ? 'failureUnauthorizedOpentheboxNext' : 'failureUnauthorizedAdminPulseNext'),
    remedy: 'openSettings',
  }),
  forbidden: ({ service, permission }) => ({ ...forbidden(service, permission), remedy: 'openSettings' }),
  notFound: ({ service, subject }) => ({
    cause: text(
      service === 'openthebox' ? 'failureNotFoundOpenthebox' : 'failureNotFoundAdminPulse',
      numberText(subject),
    ),
    next: text(service === 'openthebox' ? 'failureNotFoundOpentheboxNext' : 'failureNotFoundAdminPulseNext'),
    remedy: 'tryAgain',
  }),
  rateLimited: ({ service, retryAt, anonymous }) =>
    anonymous === true
      ? {
          cause: text('failureAnonymousLimit'),
          next: text('failureAnonymousLimitNext'),
          remedy: 'openSettings',
        }
      : {
          cause: text('failureRateLimited', SERVICE_NAMES[service]),
          next:
            retryAt === undefined
              ? text('failureRetrySoon')
              : text('failureRetryAfter', instantText(retryAt, Date.now())),
          remedy: 'tryAgain',
        },
  serverError: ({ service, status }) => ({
    cause: text('failureServerError', SERVICE_NAMES[service], status),
    next: text('failureServerErrorNext'),
    remedy: 'tryAgain',
  }),
  rejected: ({ service, status, detail }) => ({
    cause: text('failureRejected', SERVICE_NAMES[service], status),
    next: text(service === 'adminpulse' ? 'failureRejectedNext' : 'failureRejectedReadNext'),
    ...(detail === '' ? {} : { detail }),
    remedy: 'tryAgain',
  }),
  unexpectedAnswer: ({ service, path, expected }) => ({
    cause: text('failureUnexpectedAnswer', SERVICE_NAMES[service]),
    next: text('failureUnexpectedAnswerNext'),
    detail: text('failureUnexpectedAnswerDetail', path, expected),
    remedy: 'tryAgain',
  }),
  hostPermissionMissing: ({ service }) => ({
    cause: text('failureHostPermission', SERVICE_NAMES[service]),
    next: text('failureHostPermissionNext'),
    remedy: 'askForPermission',
  }),
  otherCompany: ({ service, asked, found }) => ({
    cause: text('failureOtherCompany', SERVICE_NAMES[service], numberText(asked), numberText(found)),
    next: text('failureOtherCompanyNext'),
    remedy: 'tryAgain',
  }),
  unsettled: ({ service }) => ({
    cause: text('failureUnsettled', SERVICE_NAMES[service]),
    next: text('failureUnsettledNext'),
    remedy: 'tryAgain',
  }),
  notSent: () => ({ cause: text('failureNotSent'), next: text('failureNotSentNext') }),
  reviewGone: () => ({ cause: text('failureReviewGone'), next: text('failureReviewGoneNext') }),
  entryGone: () => ({ cause: text('failureEntryGone'), next: text('failureEntryGoneNext'), remedy: 'reload' }),
  setByAdministrator: () => ({
    cause: text('failureSetByAdministrator'),
    next: text('failureSetByAdministratorNext'),
  }),
  featureOff: () => ({ cause: text('failureFeatureOff'), next: text('failureFeatureOffNext') }),
  policyUnreadable: () => ({
    cause: text('failurePolicyUnreadable'),
    next: text('failurePolicyUnreadableNext'),
    remedy: 'tryAgain',
  }),
  internal: ({ detail }) => ({
    cause: text('failureInternal'),
    next: text('failureInternalNext'),
    detail,
    remedy: 'reload',
  }),
};

/** The text of a failure, in four languages, for every kind there is. */
export function explain<K extends keyof Failures>(failure: Failures[K]): Explanation {
  return EXPLAINERS[failure.kind as K](failure);
}

function forbidden(service: CalledService, permission: 'read' | 'write'): { cause: string; next: string } {
  if (service === 'openthebox') {
    return { cause: text('failureForbiddenOpenthebox'), next: text('failureForbiddenOpentheboxNext') };
  }
  return permission === 'read'
    ? { cause: text('failureForbiddenRead'), next: text('failureForbiddenReadNext') }
    : { cause: text('failureForbiddenWrite'), next: text('failureForbiddenWriteNext') };
}
