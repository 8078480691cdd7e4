import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/messages/index.ts';
import { explain } from '../../../src/ui/failure.ts';

const SERVICES = ['openthebox', 'adminpulse'] as const;

/** Each kind there is; the type check fails when one is missing. */
const KINDS: { [F in Failure as F['kind']]: (service: (typeof SERVICES)[number]) => readonly Failure[] } = {
  offline: (service) => [{ kind: 'offline', service }],
  timeout: (service) => [{ kind: 'timeout', service }],
  notConnected: (service) => [{ kind: 'notConnected', service }],
  unauthorized: (service) => [{ kind: 'unauthorized', service }],
  forbidden: (service) => [
    { kind: 'forbidden', service, permission: 'read' },
    { kind: 'forbidden', service, permission: 'write' },
  ],
  notFound: (service) => [{ kind: 'notFound', service, subject: '0001004246' }],
  rateLimited: (service) => [
    { kind: 'rateLimited', service },
    { kind: 'rateLimited', service, retryAt: new Date().toISOString() },
    { kind: 'rateLimited', service, anonymous: true },
  ],
  serverError: (service) => [{ kind: 'serverError', service, status: 503 }],
  rejected: (service) => [{ kind: 'rejected', service, status: 400, detail: 'Bad website' }],
  unexpectedAnswer: (service) => [{ kind: 'unexpectedAnswer', service, path: '$.name', expected: 'text' }],
  hostPermissionMissing: (service) => [{ kind: 'hostPermissionMissing', service, origins: ['https://x.example/*'] }],
  otherCompany: (service) => [{ kind: 'otherCompany', service, asked: '0001004246', found: '0001007711' }],
  unsettled: (service) => [{ kind: 'unsettled', service }],
  notSent: () => [{ kind: 'notSent' }],
  reviewGone: () => [{ kind: 'reviewGone' }],
  entryGone: () => [{ kind: 'entryGone' }],
  setByAdministrator: () => [{ kind: 'setByAdministrator' }],
  featureOff: () => [{ kind: 'featureOff' }],
  policyUnreadable: () => [{ kind: 'policyUnreadable' }],
  internal: () => [{ kind: 'internal', detail: 'x is undefined' }],
};

const FAILURES = Object.values(KINDS).flatMap((of) => SERVICES.flatMap(of));

describe('explain', () => {
  it.each(FAILURES)('names cause and next step of %j, with everything filled in', (failure) => {
    const { cause, next } = explain(failure);
    expect(cause).toMatch(/^.{10,}\.$/);
    expect(next).toMatch(/^.{10,}\.$/);
    expect(`${cause} ${next}`).not.toMatch(/\$\d|undefined/);
  });

  it('says which service it is about', () => {
    for (const failure of FAILURES) {
      if (!('service' in failure) || failure.kind === 'forbidden') continue;
      const name = failure.kind === 'rateLimited' && failure.anonymous ? 'openthebox' : failure.service;
      expect(explain(failure).cause.toLowerCase()).toContain(name);
    }
  });

  it('names the permission that the key lacks', () => {
    expect(explain({ kind: 'forbidden', service: 'adminpulse', permission: 'write' }).next).toContain(
      'Write relations',
    );
    expect(explain({ kind: 'forbidden', service: 'adminpulse', permission: 'read' }).next).toContain('Read relations');
  });

  it('names both companies when the wrong one answered', () => {
    const { cause } = explain({
      kind: 'otherCompany',
      service: 'adminpulse',
      asked: '0001004246',
      found: '0001007711',
    });
    expect(cause).toContain('BE 0001.007.711 instead of BE 0001.004.246');
  });

  it('says when to try again, if the service said so', () => {
    const retryAt = new Date(Date.now());
    const time = `${String(retryAt.getHours()).padStart(2, '0')}:${String(retryAt.getMinutes()).padStart(2, '0')}`;
    const { next } = explain({ kind: 'rateLimited', service: 'adminpulse', retryAt: retryAt.toISOString() });
    expect(next).toBe(`Try again after ${time}.`);
  });
});
