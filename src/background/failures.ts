import {
  Forbidden,
  HostPermissionMissing,
  NotConnected,
  NotFound,
  Offline,
  OtherCompany,
  RateLimited,
  Rejected,
  ServerError,
  TimedOut,
  Unauthorized,
  UnexpectedAnswer,
  Unsettled,
} from '../api/errors.ts';
import type { Failure, Result } from '../messages/index.ts';

/** What an error is to the user's pages. Anything that is no error of a service is a defect of ours, and says so. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Offline) return { kind: 'offline', service: error.service };
  if (error instanceof TimedOut) return { kind: 'timeout', service: error.service };
  if (error instanceof NotConnected) return { kind: 'notConnected', service: error.service };
  if (error instanceof Unauthorized) return { kind: 'unauthorized', service: error.service };
  if (error instanceof Forbidden) return { kind: 'forbidden', service: error.service, permission: error.permission };
  if (error instanceof NotFound) return { kind: 'notFound', service: error.service, subject: error.subject };
  if (error instanceof RateLimited) {
    const { service, anonymous, retryAt } = error;
    return { kind: 'rateLimited', service, anonymous, ...(retryAt && { retryAt }) };
  }
  if (error instanceof ServerError) return { kind: 'serverError', service: error.service, status: error.status };
  if (error instanceof Rejected) {
    return { kind: 'rejected', service: error.service, status: error.status, detail: error.detail };
  }
  if (error instanceof UnexpectedAnswer) {
    return { kind: 'unexpectedAnswer', service: error.service, path: error.path, expected: error.expected };
  }
  if (error instanceof HostPermissionMissing) {
    return { kind: 'hostPermissionMissing', service: error.service, origins: error.origins };
  }
  if (error instanceof OtherCompany) {
    return { kind: 'otherCompany', service: error.service, asked: error.asked, found: error.found };
  }
  if (error instanceof Unsettled) return { kind: 'unsettled', service: error.service };
  if (error instanceof SetByAdministrator) return { kind: 'setByAdministrator' };
  if (error instanceof FeatureOff) return { kind: 'featureOff' };
  if (error instanceof ReviewGone) return { kind: 'reviewGone' };
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

/** The browser was closed since the review was made: its window may be restored, what it showed is not. */
export class ReviewGone extends Error {
  override readonly name = 'ReviewGone';
}

/** The administrator switched this part of the product off. */
export class FeatureOff extends Error {
  override readonly name = 'FeatureOff';
}

/** The administrator set this: it cannot be changed here. */
export class SetByAdministrator extends Error {
  override readonly name = 'SetByAdministrator';
}
