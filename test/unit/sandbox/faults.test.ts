import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { adminpulse, call, openthebox } from './client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const AT = { host: 'api.adminpulse.be', path: '/relations' } as const;
const read = () => adminpulse(sandbox, '/relations/APR00510');
const rename = () => adminpulse(sandbox, '/relations/APR00510', { method: 'PUT', body: { name: 'Nieuw' } });

describe('what a fault makes of an answer', () => {
  test.each<[Fault, object]>([
    [
      { ...AT, kind: 'status', status: 500, body: 'Oops' },
      { status: 500, text: 'Oops' },
    ],
    [
      { ...AT, kind: 'status', status: 500 },
      { status: 500, text: '' },
    ],
    [{ ...AT, kind: 'status', status: 429, headers: { 'Retry-After': '7' } }, { headers: { 'retry-after': '7' } }],
    [
      { ...AT, kind: 'status', status: 409, body: { message: 'Busy' } },
      { status: 409, json: { message: 'Busy' } },
    ],
    [
      { ...AT, kind: 'broken-json' },
      { status: 200, json: undefined, text: expect.stringContaining('APR00510') },
    ],
    [
      { ...AT, kind: 'truncated-json' },
      { status: 200, json: undefined },
    ],
    [
      { ...AT, kind: 'html' },
      { status: 200, text: expect.stringContaining('<h1>') },
    ],
    [{ ...AT, kind: 'wrong-shape' }, { json: [{ uniqueIdentifier: 'APR00510' }] }],
    [{ ...AT, kind: 'remove', key: 'name' }, { json: expect.not.objectContaining({ name: expect.anything() }) }],
    [{ ...AT, kind: 'replace', values: { name: 42 } }, { json: { name: 42, uniqueIdentifier: 'APR00510' } }],
    [{ ...AT, kind: 'delay', ms: 1 }, { status: 200 }],
  ])('%j', async (fault, answer) => {
    sandbox.fault(fault);
    expect(await read()).toMatchObject(answer);
  });
});

describe('which requests a fault strikes', () => {
  test('as many as it says, then no more', async () => {
    sandbox.fault({ ...AT, kind: 'status', status: 503, times: 2 });
    expect([(await read()).status, (await read()).status, (await read()).status]).toEqual([503, 503, 200]);
  });

  test('those of its method, path and host only', async () => {
    sandbox.fault({ ...AT, method: 'PUT', path: '^/relations/APR\\d+$', kind: 'status', status: 500 });
    expect((await read()).status).toBe(200);
    expect((await openthebox(sandbox, '/api/companies/BE0001004246')).status).toBe(200);
    expect((await rename()).status).toBe(500);
    expect(sandbox.relation('APR00510').name).toBe('Bakkerij Peeters');
  });

  test('none after the faults are cleared', async () => {
    sandbox.fault({ ...AT, kind: 'status', status: 500 });
    sandbox.clearFaults();
    expect((await read()).status).toBe(200);
  });
});

describe('writes that go wrong', () => {
  test('a dropped request is not handled', async () => {
    sandbox.fault({ ...AT, kind: 'drop' });
    await expect(rename()).rejects.toThrow();
    expect(sandbox.relation('APR00510').name).toBe('Bakkerij Peeters');
  });

  test('a request dropped after it was handled is written all the same', async () => {
    sandbox.fault({ ...AT, kind: 'drop-after' });
    await expect(rename()).rejects.toThrow();
    expect(sandbox.relation('APR00510').name).toBe('Nieuw');
  });

  test('an ignored write answers 200 and keeps the old value of the keys named', async () => {
    sandbox.fault({ ...AT, method: 'PUT', kind: 'ignore-write', keys: ['name'] });
    const body = { name: 'Nieuw', website: 'nieuw.example' };
    const { status } = await adminpulse(sandbox, '/relations/APR00510', { method: 'PUT', body });

    expect(status).toBe(200);
    expect(sandbox.relation('APR00510')).toMatchObject({ name: 'Bakkerij Peeters', website: 'nieuw.example' });
  });

  test.each([
    ['before', 'Bakkerij Peeters'],
    ['after', 'Nieuw'],
  ] as const)('a request held %s it is handled waits until it is released', async (when, nameMeanwhile) => {
    sandbox.fault({ ...AT, kind: 'hold', when });
    const answer = rename();
    await sandbox.whenHeld();
    expect(sandbox.relation('APR00510').name).toBe(nameMeanwhile);

    sandbox.release();
    expect((await answer).status).toBe(200);
    expect(sandbox.relation('APR00510').name).toBe('Nieuw');
  });
});

describe('the control address', () => {
  test('sets faults, edits and resets as the methods do', async () => {
    const control = (method: string, path: string, body: object) =>
      call(sandbox, 'sandbox.test', path, { method, body });
    await control('POST', '/faults', { ...AT, kind: 'status', status: 500, times: 1 });
    await control('PATCH', '/relations/APR00510', { name: 'Anders' });
    expect((await read()).status).toBe(500);
    expect((await read()).json).toMatchObject({ name: 'Anders' });

    await control('POST', '/reset', { shape: 'nested' });
    expect((await call(sandbox, 'localhost', '/relations/APR00510')).json).toMatchObject({
      name: 'Bakkerij Peeters',
      companyNumber: '0001004246',
    });
  });

  test('a reset keeps what the sandbox was started with', async () => {
    const nested = await startSandbox({ shape: 'nested', anonymousLimit: 1 });
    nested.configure({ shape: 'flat' });
    nested.reset({ anonymousLimit: 0 });

    expect(nested.relation('APR00510')).toHaveProperty('companyNumber');
    expect((await openthebox(nested, '/api/companies/BE0001004246')).status).toBe(429);
    await nested.stop();
  });

  test('refuses a fault that it does not understand', async () => {
    const body = { ...AT, kind: 'explode' };
    expect((await call(sandbox, 'sandbox.test', '/faults', { body })).status).toBe(400);
  });

  test('lists the requests without the key that they carried', async () => {
    await rename();
    const { json, text } = await call(sandbox, 'sandbox.test', '/requests');
    expect(json).toMatchObject([
      {
        host: 'api.adminpulse.be',
        method: 'PUT',
        path: '/relations/APR00510',
        body: { name: 'Nieuw' },
        authorizationScheme: 'Bearer',
      },
    ]);
    expect(text).not.toContain('ap-full-key');
  });
});

test('a host that is not served answers 404', async () => {
  expect((await call(sandbox, 'aus5.mozilla.org', '/update/3')).status).toBe(404);
});
