import { describe, expect, it } from 'vitest';
import * as errors from '../../../src/api/errors.ts';
import { toFailure } from '../../../src/background/failures.ts';

/** One of each class of `api/errors.ts`; the type demands that none is left out. */
const ONE_OF_EACH: Readonly<Record<Exclude<keyof typeof errors, 'ServiceError'>, errors.ServiceError>> = {
  Offline: new errors.Offline('adminpulse'),
  TimedOut: new errors.TimedOut('adminpulse'),
  NotConnected: new errors.NotConnected('adminpulse'),
  Unauthorized: new errors.Unauthorized('adminpulse'),
  Forbidden: new errors.Forbidden('adminpulse', 'write'),
  NotFound: new errors.NotFound('adminpulse', 'APR00510'),
  RateLimited: new errors.RateLimited('adminpulse', '2026-01-01T00:00:00.000Z'),
  ServerError: new errors.ServerError('adminpulse', 502),
  Rejected: new errors.Rejected('adminpulse', 409, 'detail'),
  UnexpectedAnswer: new errors.UnexpectedAnswer('adminpulse', '$.name', 'string'),
  HostPermissionMissing: new errors.HostPermissionMissing('adminpulse', ['https://api.adminpulse.be/*']),
  OtherCompany: new errors.OtherCompany('adminpulse', '0001004246', '0001005533'),
  Unsettled: new errors.Unsettled('adminpulse'),
};

describe('what the user is told of an error', () => {
  it.each(Object.entries(ONE_OF_EACH))('of a service, %s, is of a kind of its own', (_name, error) => {
    expect(toFailure(error)).toMatchObject({ service: 'adminpulse' });
  });

  it('is told apart from every other', () => {
    const kinds = Object.values(ONE_OF_EACH).map((error) => toFailure(error).kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('carries all that the error says, but its message', () => {
    for (const error of Object.values(ONE_OF_EACH)) {
      const { name: _, stack: __, message: ___, ...facts } = { ...error };
      const said = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
      expect(toFailure(error)).toMatchObject(said);
    }
  });

  it.each([new TypeError('a client: Peeters'), 'a text: Peeters', undefined])('says nothing of %s itself', (error) => {
    expect(toFailure(error).kind).toBe('internal');
    expect(JSON.stringify(toFailure(error))).not.toContain('Peeters');
  });
});
