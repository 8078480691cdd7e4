import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { adminpulse, call } from './client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const put = (code: string, body: object) => adminpulse(sandbox, `/relations/${code}`, { method: 'PUT', body });

describe('reading relations', () => {
  test('pages start at 0, and the last one holds the rest', async () => {
    sandbox.reset({ relations: 1000 });
    const total = (await adminpulse(sandbox, '/relations')).json as { totalRowCount: number };
    const last = await adminpulse(sandbox, '/relations?page=2&pageSize=400');

    expect(total.totalRowCount).toBeGreaterThanOrEqual(1000);
    expect(last.json).toMatchObject({ currentPage: 2, pageCount: 3, pageSize: 400 });
    expect((last.json as { results: unknown[] }).results).toHaveLength(total.totalRowCount - 800);
  });

  test('a page of more than 400 rows is refused', async () => {
    expect((await adminpulse(sandbox, '/relations?pageSize=401')).status).toBe(400);
  });

  test('a relation is found by its code and by its id', async () => {
    const { id } = sandbox.relation('APR00510');
    const byCode = await adminpulse(sandbox, '/relations/APR00510');
    const byId = await adminpulse(sandbox, `/relations/${id}`);

    expect(byCode.json).toMatchObject({ uniqueIdentifier: 'APR00510', name: 'Bakkerij Peeters' });
    expect(byId.json).toEqual(byCode.json);
    expect((await adminpulse(sandbox, '/relations/APR99999')).status).toBe(404);
  });

  test.each([
    { what: 'exact', vatFilter: 'exact', vatNumber: '0001004246', codes: ['APR00510'] },
    { what: 'exact, nine digits', vatFilter: 'exact', vatNumber: '001004246', codes: ['APR00510'] },
    {
      what: 'exact, two relations with one number',
      vatFilter: 'exact',
      vatNumber: '0001052350',
      codes: ['APR00564', 'APR00565'],
    },
    { what: 'exact, with BE and dots', vatFilter: 'exact', vatNumber: 'BE 0001.004.246', codes: [] },
    {
      what: 'exact, a relation that has an enterprise number only',
      vatFilter: 'exact',
      vatNumber: '0001040670',
      codes: [],
    },
    { what: 'exact, a number that no relation has', vatFilter: 'exact', vatNumber: '0001008107', codes: [] },
    {
      what: 'loose, the same number finds a relation of another company',
      vatFilter: 'loose',
      vatNumber: '0001008107',
      codes: ['APR00557'],
    },
  ] as const)('the VAT number filter: $what', async ({ vatFilter, vatNumber, codes }) => {
    sandbox.configure({ vatFilter });
    const { json } = await adminpulse(sandbox, `/relations?vatNumber=${encodeURIComponent(vatNumber)}`);
    expect((json as { results: object[] }).results).toMatchObject(
      codes.map((uniqueIdentifier) => ({ uniqueIdentifier })),
    );
  });

  test('an ignored VAT number filter returns relations of other companies', async () => {
    sandbox.configure({ vatFilter: 'ignored' });
    const { json } = await adminpulse(sandbox, '/relations?vatNumber=0001006820&pageSize=2');
    expect(json).toMatchObject({ results: [{ uniqueIdentifier: 'APR00510' }, { uniqueIdentifier: 'APR00511' }] });
  });

  test('own companies are a bare list', async () => {
    expect((await adminpulse(sandbox, '/companies')).json).toMatchObject([{ name: 'Kantoor Lindeboom' }, {}]);
  });

  test('foreign origins get no CORS headers', async () => {
    const { headers } = await call(sandbox, 'api.adminpulse.be', '/relations', {
      headers: { Authorization: 'Bearer ap-full-key', Origin: 'https://app.adminpulse.be' },
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('keys and limits', () => {
  test.each([
    { what: 'no key that is known', key: 'wrong', method: 'GET', status: 401 },
    { what: 'a key that may only see tasks', key: 'ap-tasks-key', method: 'GET', status: 403 },
    { what: 'a key that may only read', key: 'ap-read-key', method: 'GET', status: 200 },
    { what: 'a key that may only read', key: 'ap-read-key', method: 'PUT', status: 403 },
    { what: 'a key that may read and write', key: 'ap-full-key', method: 'PUT', status: 200 },
  ])('$what ($key): $method answers $status', async ({ key, method, status }) => {
    const answer = await adminpulse(sandbox, '/relations/APR00510', {
      key,
      method,
      ...(method === 'PUT' && { body: { name: 'Bakker' } }),
    });
    expect(answer.status).toBe(status);
    expect(sandbox.relation('APR00510').name).toBe(method === 'PUT' && status === 200 ? 'Bakker' : 'Bakkerij Peeters');
  });

  test('a missing scope can answer 401 instead', async () => {
    sandbox.configure({ missingScopeStatus: 401 });
    expect((await adminpulse(sandbox, '/relations', { key: 'ap-tasks-key' })).status).toBe(401);
  });

  test('more calls than a minute allows are refused until the minute is over', async () => {
    sandbox.configure({ callsPerMinute: 2, retryAfter: true });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await adminpulse(sandbox, '/companies')).status);
    const refused = await adminpulse(sandbox, '/companies');
    sandbox.advance(60_000);

    expect(statuses).toEqual([200, 200, 429]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await adminpulse(sandbox, '/companies')).status).toBe(200);
  });

  test('the limit is 480 calls, and does not say when to try again, unless a test wants otherwise', async () => {
    for (let count = 0; count < 480; count += 1) await adminpulse(sandbox, '/companies');
    const { status, headers } = await adminpulse(sandbox, '/companies');
    expect({ status, retryAfter: headers['retry-after'] }).toEqual({ status: 429, retryAfter: undefined });
  });
});

describe('writing', () => {
  test('a write changes its own keys, and ignores empty ones', async () => {
    const before = sandbox.relation('APR00510');
    const answer = await put('APR00510', { name: 'Peeters & Zonen', phone: '', email: null, box: '' });

    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(sandbox.relation('APR00510')).toEqual({
      ...before,
      name: 'Peeters & Zonen',
      displayName: 'Peeters & Zonen',
    });
  });

  test('one bad value refuses the whole write, and says which key', async () => {
    const answer = await put('APR00510', { name: 'Peeters', vatNumber: 'BE0001004247' });

    expect(answer).toMatchObject({ status: 400, json: { errors: { vatNumber: [expect.any(String)] } } });
    expect(sandbox.relation('APR00510').name).toBe('Bakkerij Peeters');
  });

  test('keys that are unknown or read-only are ignored', async () => {
    const before = sandbox.relation('APR00510');
    expect((await put('APR00510', { id: 'x', uniqueIdentifier: 'APR00001', nonsense: 1 })).status).toBe(200);
    expect(sandbox.relation('APR00510')).toEqual(before);
  });

  test('an unknown relation is not made by writing to it', async () => {
    expect((await put('APR99999', { name: 'X' })).status).toBe(404);
  });

  test('the change history says who changed what, newest first', async () => {
    await put('APR00510', { name: 'Eerste' });
    sandbox.edit('APR00510', { website: 'tweede.example' });

    const at = expect.any(Number);
    const by = 'Sofie Lindeboom';
    expect(sandbox.history('APR00510')).toEqual([
      { at, by, path: 'channels.Website', before: null, after: 'tweede.example ★' },
      { at, by, path: 'name', before: 'Bakkerij Peeters', after: 'Eerste' },
    ]);
  });

  const NEW = {
    relationType: 'Company',
    status: 'Customer',
    language: 'nl',
    name: 'Peeters Holding',
    vatNumber: 'BE0001007711',
    companyId: 'c0000001-5f1e-4c55-a6d3-08dd746e671d',
    startDate: '2026-01-01',
  };

  test('a relation is created under the next code', async () => {
    const answer = await adminpulse(sandbox, '/relations', { body: NEW });
    const { uniqueIdentifier } = answer.json as { uniqueIdentifier: string };

    expect(answer.status).toBe(201);
    expect(sandbox.relation(uniqueIdentifier)).toMatchObject({ name: 'Peeters Holding', vatNumber: 'BE0001007711' });
  });

  test('the nested shape creates with its own names, and accepts a VAT number that is pending', async () => {
    sandbox.configure({ shape: 'nested' });
    const { companyId, name } = NEW;
    const body = { companyId, name, type: 2, relationStatus: 2, languageCode: 'FR', vatPending: true };
    const { status, json } = await adminpulse(sandbox, '/relations', { body });

    expect(status).toBe(201);
    expect(sandbox.relation((json as { id: string }).id)).toMatchObject({ ...body, vatNumber: null });
  });

  test.each(Object.keys(NEW))('a relation without %s is refused', async (key) => {
    const { [key]: _left, ...body } = NEW as Record<string, string>;
    const answer = await adminpulse(sandbox, '/relations', { body });
    expect(answer).toMatchObject({ status: 400, json: { errors: { [key]: [expect.any(String)] } } });
  });
});
