import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { call, openthebox } from './client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const CREDENTIALS = {
  client_id: 'otb-office-7',
  client_secret: 'otb-secret',
  audience: 'https://openthebox.be/api',
  grant_type: 'client_credentials',
};
const requestToken = (change: object = {}) =>
  call(sandbox, 'openthebox.be', '/oauth/token', { body: { ...CREDENTIALS, ...change } });
const COMPANY = '/api/companies/BE0001004246';

describe('access', () => {
  test('a token is valid for 24 hours', async () => {
    const { json } = await requestToken();
    const { access_token: token } = json as { access_token: string };
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 86_400 });

    sandbox.advance(86_399_000);
    expect((await openthebox(sandbox, COMPANY, token)).status).toBe(200);
    sandbox.advance(2_000);
    expect((await openthebox(sandbox, COMPANY, token)).status).toBe(401);
  });

  test.each([
    { what: 'a wrong secret', change: { client_secret: 'wrong' }, status: 401, error: 'access_denied' },
    { what: 'an unknown client', change: { client_id: 'nobody' }, status: 401, error: 'access_denied' },
    { what: 'another audience', change: { audience: 'https://example.org' }, status: 400, error: 'invalid_request' },
    { what: 'no secret', change: { client_secret: undefined }, status: 400, error: 'invalid_request' },
  ])('$what is refused', async ({ change, status, error }) => {
    expect(await requestToken(change)).toMatchObject({ status, json: { error } });
  });

  test('a token that was never given is refused', async () => {
    expect((await openthebox(sandbox, COMPANY, 'made-up')).status).toBe(401);
  });

  test('without a token, twenty calls are answered, then 429 in plain text; a token lifts the limit', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 20; count += 1) statuses.add((await openthebox(sandbox, COMPANY)).status);
    const refused = await openthebox(sandbox, COMPANY);
    const { access_token: token } = (await requestToken()).json as { access_token: string };

    expect([...statuses]).toEqual([200]);
    expect(refused).toMatchObject({ status: 429, json: undefined, text: expect.stringContaining('Too many') });
    expect((await openthebox(sandbox, COMPANY, token)).status).toBe(200);
  });
});

describe('companies', () => {
  test('a company has its id, and what is known of it', async () => {
    expect((await openthebox(sandbox, COMPANY)).json).toMatchObject({
      vat: 'BE0001004246',
      vatNumber: 'BE0001004246',
      nameNl: 'Bakkerij Peeters & Zonen',
      juridicalForm: '610',
      addressNl: { street: 'Korenmarkt', number: '7', zipCode: '9000', city: 'Gent', countryCode: 'BE' },
      fiscalYearEnd: { day: 30, month: 6 },
    });
  });

  test('a company that is not VAT-liable has an id and no VAT number', async () => {
    const { json } = await openthebox(sandbox, '/api/companies/BE0001040670');
    expect(json).toMatchObject({ vat: 'BE0001040670' });
    expect(json).not.toHaveProperty('vatNumber');
  });

  test('some dates are milliseconds of midnight in Brussels', async () => {
    const winter = await openthebox(sandbox, '/api/companies/BE0001006820');
    const summer = await openthebox(sandbox, '/api/companies/BE0001010778');
    expect(winter.json).toMatchObject({ startDate: Date.parse('2020-02-16T23:00:00Z') });
    expect(summer.json).toMatchObject({ startDate: Date.parse('1998-03-29T22:00:00Z') });
  });

  test.each(['BE0001053637', '0001004246', 'BE0001.004.246', 'be0001004246'])('%s is not found', async (id) => {
    expect(await openthebox(sandbox, `/api/companies/${id}`)).toMatchObject({ status: 404, json: undefined });
  });

  test('the most recent annual account has its period and those before it', async () => {
    expect((await openthebox(sandbox, `${COMPANY}/annual-accounts/most-recent`)).json).toMatchObject({
      periodStartDate: '2024-07-01',
      periodEndDate: '2025-06-30',
      annualAccountSummaries: [{ periodEndDate: '2025-06-30' }, { periodEndDate: '2024-06-30' }, {}],
    });
  });

  test('a sole trader has deposited no accounts', async () => {
    expect((await openthebox(sandbox, '/api/companies/BE0001043244/annual-accounts/most-recent')).status).toBe(404);
  });

  test('the company page shows hostile names as text', async () => {
    const { text } = await openthebox(sandbox, '/company/BE0001051063');
    expect(text).toContain('&lt;img src=x');
    expect(text).not.toContain('<img');
  });
});

describe('search and graph', () => {
  test('a search finds persons, with the id as character codes, and companies', async () => {
    expect((await openthebox(sandbox, '/api/entities/search/peeters/nl')).json).toEqual([
      expect.objectContaining({ pid: [49, 48, 48, 48, 48, 49], firstName: 'An', lastName: 'Peeters' }),
      expect.objectContaining({ firstName: 'Jef' }),
      expect.objectContaining({ vat: 'BE0001004246' }),
      expect.objectContaining({ vat: 'BE0001008206', juridicalSituation: '050' }),
      expect.objectContaining({ vat: 'BE0001007711' }),
    ]);
  });

  test.each(['0001.004.246', 'BE0001004246', 'cafe creme'])('a search by "%s" finds one company', async (query) => {
    const { json } = await openthebox(sandbox, `/api/entities/search/${encodeURIComponent(query)}/fr`);
    expect(json).toHaveLength(1);
  });

  test('the neighbourhood of a company marks what is historic', async () => {
    const { json } = await openthebox(sandbox, '/api/graph/neighbourhood/Company/BE0001004246/nl?hops=1');
    const edges = (json as { group: string; data: object }[]).filter(({ group }) => group === 'edges');
    expect(edges.map(({ data }) => data)).toMatchObject([
      { type: 'ADMINISTERS', historic: false },
      { type: 'ADMINISTERS', historic: true, endDate: '2019-11-30' },
      { type: 'PARTICIPATES IN', historic: false, percentage: 75 },
    ]);
  });

  test('a director through a management company stands with both', async () => {
    const { json } = await openthebox(sandbox, '/api/graph/neighbourhood/Company/BE0001010778/nl?hops=1');
    const captions = (json as { data: { caption?: string; type: string } }[]).map(
      ({ data }) => data.caption ?? data.type,
    );
    expect(captions).toEqual([
      'Transport Verhoeven',
      'KV MANAGEMENT',
      'Kris Verhoeven',
      'ADMINISTERS',
      'ADMINISTERS VIA',
    ]);
  });

  test('the neighbourhood of a person holds the companies', async () => {
    const { text } = await openthebox(sandbox, '/api/graph/neighbourhood/Person/100001/nl?hops=1');
    expect(text).toContain('BE0001004246');
    expect(text).toContain('BE0001007711');
  });
});
