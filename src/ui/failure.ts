import type { CalledService } from '../company/company.ts';
import { SERVICE_NAMES } from '../company/service-names.ts';
import type { Failure } from '../messages/index.ts';
import { instantText } from './dates.ts';
import { numberText } from './numbers.ts';
import { type TextKey, text } from './texts.ts';

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

/** A text, or a text and what fills its `$1`, `$2` …. */
type Sentence = TextKey | readonly [TextKey, ...(string | number)[]];

/** What is the same for all failures of a kind, or what one failure makes of it. */
type Of<F, T> = T | ((failure: F) => T);

type Row<F> = {
  readonly cause: Of<F, Sentence>;
  readonly next: Of<F, Sentence>;
  readonly detail?: (failure: F) => string | undefined;
  readonly remedy?: Of<F, Remedy>;
};

type Failures = { [F in Failure as F['kind']]: F };
type About = { readonly service: CalledService };

const named =
  (key: TextKey) =>
  ({ service }: About): Sentence => [key, SERVICE_NAMES[service]];

const byService =
  (openthebox: TextKey, adminpulse: TextKey) =>
  ({ service }: About): TextKey =>
    service === 'openthebox' ? openthebox : adminpulse;

const byPermission =
  (openthebox: TextKey, read: TextKey, write: TextKey) =>
  ({ service, permission }: Failures['forbidden']): TextKey => {
    if (service === 'openthebox') return openthebox;
    return permission === 'read' ? read : write;
  };

const notFoundBy = byService('failureNotFoundOpenthebox', 'failureNotFoundAdminPulse');

/** The text of each kind; the type demands that none is left out. */
const TEXTS: { readonly [K in keyof Failures]: Row<Failures[K]> } = {
  offline: { cause: named('failureOffline'), next: 'failureOfflineNext', remedy: 'tryAgain' },
  timeout: { cause: named('failureTimeout'), next: 'failureTimeoutNext', remedy: 'tryAgain' },
  notConnected: {
    cause: named('failureNotConnected'),
    next: byService('failureNotConnectedOpentheboxNext', 'failureNotConnectedAdminPulseNext'),
    remedy: 'openSettings',
  },
  unauthorized: {
    cause: byService('failureUnauthorizedOpenthebox', 'failureUnauthorizedAdminPulse'),
    next: byService('failureUnauthorizedOpentheboxNext', 'failureUnauthorizedAdminPulseNext'),
    remedy: 'openSettings',
  },
  forbidden: {
    cause: byPermission('failureForbiddenOpenthebox', 'failureForbiddenRead', 'failureForbiddenWrite'),
    next: byPermission('failureForbiddenOpentheboxNext', 'failureForbiddenReadNext', 'failureForbiddenWriteNext'),
    remedy: 'openSettings',
  },
  notFound: {
    cause: (failure) => [notFoundBy(failure), numberText(failure.subject)],
    next: byService('failureNotFoundOpentheboxNext', 'failureNotFoundAdminPulseNext'),
    remedy: 'tryAgain',
  },
  rateLimited: {
    cause: ({ service, anonymous }) => (anonymous ? 'failureAnonymousLimit' : named('failureRateLimited')({ service })),
    next: ({ anonymous, retryAt }) => {
      if (anonymous) return 'failureAnonymousLimitNext';
      return retryAt === undefined ? 'failureRetrySoon' : ['failureRetryAfter', instantText(retryAt, Date.now())];
    },
    remedy: ({ anonymous }) => (anonymous ? 'openSettings' : 'tryAgain'),
  },
  serverError: {
    cause: ({ service, status }) => ['failureServerError', SERVICE_NAMES[service], status],
    next: 'failureServerErrorNext',
    remedy: 'tryAgain',
  },
  rejected: {
    cause: ({ service, status }) => ['failureRejected', SERVICE_NAMES[service], status],
    next: ({ service }) => (service === 'adminpulse' ? 'failureRejectedNext' : 'failureRejectedReadNext'),
    detail: ({ detail }) => detail || undefined,
    remedy: 'tryAgain',
  },
  unexpectedAnswer: {
    cause: named('failureUnexpectedAnswer'),
    next: 'failureUnexpectedAnswerNext',
    detail: ({ path, expected }) => text('failureUnexpectedAnswerDetail', path, expected),
    remedy: 'tryAgain',
  },
  hostPermissionMissing: {
    cause: named('failureHostPermission'),
    next: 'failureHostPermissionNext',
    remedy: 'askForPermission',
  },
  otherCompany: {
    cause: ({ service, asked, found }) => [
      'failureOtherCompany',
      SERVICE_NAMES[service],
      numberText(asked),
      numberText(found),
    ],
    next: 'failureOtherCompanyNext',
    remedy: 'tryAgain',
  },
  unsettled: { cause: named('failureUnsettled'), next: 'failureUnsettledNext', remedy: 'tryAgain' },
  notSent: { cause: 'failureNotSent', next: 'failureNotSentNext' },
  reviewGone: { cause: 'failureReviewGone', next: 'failureReviewGoneNext' },
  entryGone: { cause: 'failureEntryGone', next: 'failureEntryGoneNext', remedy: 'reload' },
  setByAdministrator: { cause: 'failureSetByAdministrator', next: 'failureSetByAdministratorNext' },
  featureOff: { cause: 'failureFeatureOff', next: 'failureFeatureOffNext' },
  policyUnreadable: { cause: 'failurePolicyUnreadable', next: 'failurePolicyUnreadableNext', remedy: 'tryAgain' },
  internal: {
    cause: 'failureInternal',
    next: 'failureInternalNext',
    detail: ({ detail }) => detail,
    remedy: 'reload',
  },
};

/** The text of a failure, in four languages, for every kind there is. */
export function explain<K extends keyof Failures>(failure: Failures[K]): Explanation {
  const row = TEXTS[failure.kind as K];
  const of = <T>(value: Of<Failures[K], T>): T =>
    typeof value === 'function' ? (value as (failure: Failures[K]) => T)(failure) : value;
  const inWords = (sentence: Sentence) => (typeof sentence === 'string' ? text(sentence) : text(...sentence));
  const detail = row.detail?.(failure);
  return {
    cause: inWords(of(row.cause)),
    next: inWords(of(row.next)),
    ...(detail !== undefined && { detail }),
    ...(row.remedy && { remedy: of(row.remedy) }),
  };
}
