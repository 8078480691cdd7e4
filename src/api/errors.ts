/**
 * The errors that the border to the two services makes, all of them. Each carries what its text needs and no personal
 * data; `background/failure.ts` turns them into what the user's pages receive.
 */
import type { CalledService, ISODateTime } from '../company/company.ts';

/** Any failure of a call to a service. */
export class ServiceError extends Error {
  readonly service: CalledService;

  constructor(service: CalledService, message: string) {
    super(message);
    this.name = new.target.name;
    this.service = service;
  }
}

/** No connection could be made, or it broke before an answer came. */
export class Offline extends ServiceError {
  constructor(service: CalledService) {
    super(service, `${service} could not be reached`);
  }
}

/** No answer within the time allowed. */
export class TimedOut extends ServiceError {
  constructor(service: CalledService) {
    super(service, `${service} did not answer in time`);
  }
}

/** There is no credential for a call that needs one. */
export class NotConnected extends ServiceError {
  constructor(service: CalledService) {
    super(service, `there is no credential for ${service}`);
  }
}

/** The credential is wrong, expired or withdrawn (401). */
export class Unauthorized extends ServiceError {
  constructor(service: CalledService) {
    super(service, `${service} refused the credential`);
  }
}

/** The credential is right, and may not do this (403). */
export class Forbidden extends ServiceError {
  readonly permission: 'read' | 'write';

  constructor(service: CalledService, permission: 'read' | 'write') {
    super(service, `the credential for ${service} lacks permission to ${permission}`);
    this.permission = permission;
  }
}

/** The service does not know what was asked for (404). */
export class NotFound extends ServiceError {
  /** The number or code that was asked for. */
  readonly subject: string;

  constructor(service: CalledService, subject: string) {
    super(service, `${service} does not know ${subject}`);
    this.subject = subject;
  }
}

/** Too many calls (429). */
export class RateLimited extends ServiceError {
  readonly retryAt: ISODateTime | undefined;
  /** The limit is that of openthebox's access without credentials. */
  readonly anonymous: boolean;

  constructor(service: CalledService, retryAt: ISODateTime | undefined, anonymous = false) {
    super(service, `${service} allows no more calls for now`);
    this.retryAt = retryAt;
    this.anonymous = anonymous;
  }
}

/** The service failed (5xx). */
export class ServerError extends ServiceError {
  readonly status: number;

  constructor(service: CalledService, status: number) {
    super(service, `${service} failed with status ${status}`);
    this.status = status;
  }
}

/** The service refused what was sent (another 4xx); `detail` is its own message, as plain text. */
export class Rejected extends ServiceError {
  readonly status: number;
  readonly detail: string;

  constructor(service: CalledService, status: number, detail: string) {
    super(service, `${service} refused the request with status ${status}`);
    this.status = status;
    this.detail = detail;
  }
}

/** The answer has another form than expected; `path` is where in it, `expected` the form. */
export class UnexpectedAnswer extends ServiceError {
  readonly path: string;
  readonly expected: string;

  constructor(service: CalledService, path: string, expected: string) {
    super(service, `the answer of ${service} has no ${expected} at ${path}`);
    this.path = path;
    this.expected = expected;
  }
}

/** The user took back the extension's access to the service's host. */
export class HostPermissionMissing extends ServiceError {
  /** Match patterns to ask for. */
  readonly origins: readonly string[];

  constructor(service: CalledService, origins: readonly string[]) {
    super(service, `the extension has no access to ${origins.join(', ')}`);
    this.origins = origins;
  }
}

/** The answer is about another company than the one that was asked for. */
export class OtherCompany extends ServiceError {
  readonly asked: string;
  readonly found: string;

  constructor(service: CalledService, asked: string, found: string) {
    super(service, `${service} answered with another company`);
    this.asked = asked;
    this.found = found;
  }
}

/** A write was sent, and neither its answer nor a later reading says what became of it. */
export class Unsettled extends ServiceError {
  constructor(service: CalledService) {
    super(service, `it is not known whether ${service} took the write`);
  }
}
