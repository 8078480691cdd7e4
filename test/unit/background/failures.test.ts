import { describe, expect, it } from 'vitest';
import * as errors from '../../../src/api/errors.ts';
import { toFailure } from '../../../src/background/failures.ts';

type Thrown = Exclude<errors.FailureKind, 'notSent' | 'internal'>;

/** Each failure that is thrown, as it is stored and sent; the type demands that no kind is left out. */
const THROWN: { readonly [K in Thrown]: readonly [errors.FailureError, Extract<errors.Failure, { kind: K }>] } = {
  offline: [errors.offline('adminpulse'), { kind: 'offline', service: 'adminpulse' }],
  timeout: [errors.timeout('adminpulse'), { kind: 'timeout', service: 'adminpulse' }],
  notConnected: [errors.notConnected('adminpulse'), { kind: 'notConnected', service: 'adminpulse' }],
  unauthorized: [errors.unauthorized('adminpulse'), { kind: 'unauthorized', service: 'adminpulse' }],
  forbidden: [
    errors.forbidden('adminpulse', 'write'),
    { kind: 'forbidden', service: 'adminpulse', permission: 'write' },
  ],
  notFound: [
    errors.notFound('adminpulse', 'APR00510'),
    { kind: 'notFound', service: 'adminpulse', subject: 'APR00510' },
  ],
  rateLimited: [
    errors.rateLimited('adminpulse', '2026-01-01T00:00:00.000Z'),
    { kind: 'rateLimited', service: 'adminpulse', anonymous: false, retryAt: '2026-01-01T00:00:00.000Z' },
  ],
  serverError: [errors.serverError('adminpulse', 502), { kind: 'serverError', service: 'adminpulse', status: 502 }],
  rejected: [
    errors.rejected('adminpulse', 409, 'detail'),
    { kind: 'rejected', service: 'adminpulse', status: 409, detail: 'detail' },
  ],
  unexpectedAnswer: [
    errors.unexpectedAnswer('adminpulse', '$.name', 'string'),
    { kind: 'unexpectedAnswer', service: 'adminpulse', path: '$.name', expected: 'string' },
  ],
  hostPermissionMissing: [
    errors.hostPermissionMissing('adminpulse', ['https://api.adminpulse.be/*']),
    { kind: 'hostPermissionMissing', service: 'adminpulse', origins: ['https://api.adminpulse.be/*'] },
  ],
  otherCompany: [
    errors.otherCompany('adminpulse', '0001004246', '0001005533'),
    { kind: 'otherCompany', service: 'adminpulse', asked: '0001004246', found: '0001005533' },
  ],
  unsettled: [errors.unsettled('adminpulse'), { kind: 'unsettled', service: 'adminpulse' }],
  reviewGone: [errors.reviewGone(), { kind: 'reviewGone' }],
  entryGone: [errors.entryGone(), { kind: 'entryGone' }],
  setByAdministrator: [errors.setByAdministrator(), { kind: 'setByAdministrator' }],
  policyUnreadable: [errors.policyUnreadable(), { kind: 'policyUnreadable' }],
  featureOff: [errors.featureOff(), { kind: 'featureOff' }],
};
const CASES = Object.entries(THROWN).map(([kind, [error, failure]]) => ({ kind, error, failure }));

describe('what the user is told of an error', () => {
  it.each(CASES)('$kind is what was thrown, to the letter', ({ error, failure }) => {
    expect(toFailure(error)).toStrictEqual(failure);
  });

  it('says of a limit until when it holds only where the service said so', () => {
    expect(toFailure(errors.rateLimited('openthebox', undefined, true))).toStrictEqual({
      kind: 'rateLimited',
      service: 'openthebox',
      anonymous: true,
    });
  });

  it('says nothing of what a call was about in the error that is thrown', () => {
    for (const { error } of CASES) expect(String(error)).not.toMatch(/\d{4}|APR|detail|\$/);
  });

  it.each([new TypeError('a client: Peeters'), 'a text: Peeters', undefined])('says nothing of %s itself', (error) => {
    expect(toFailure(error).kind).toBe('internal');
    expect(JSON.stringify(toFailure(error))).not.toContain('Peeters');
  });
});

describe('a check for a failure', () => {
  it.each(CASES)('knows $kind by its kind', ({ error, failure }) => {
    expect(errors.isFailure(error)).toBe(true);
    expect(errors.isFailure(error, failure.kind)).toBe(true);
    expect(errors.isFailure(error, 'notSent')).toBe(false);
    expect(errors.isServiceFailure(error)).toBe('service' in failure);
  });

  it.each([new TypeError('x'), { failure: { kind: 'offline' } }, undefined])('is not deceived by %s', (error) => {
    expect(errors.isFailure(error)).toBe(false);
    expect(errors.isServiceFailure(error)).toBe(false);
  });
});
