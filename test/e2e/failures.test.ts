import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../sandbox/sandbox.ts';
import { type House, openHouse, openOptions } from './house.ts';
import { sendToWorker } from './messages.ts';
import { says } from './until.ts';
import { connect } from './user.ts';

const RELATION = '/relations/APR00510';
const COMPANY = '/api/companies/BE0001004246';
const openthebox = { host: 'openthebox.be', path: `^${COMPANY}$` } as const;
const adminpulse = { host: 'api.adminpulse.be', path: RELATION } as const;

let house: House;
beforeAll(async () => {
  house = await openHouse({ shape: 'nested' });
});
afterAll(() => house?.close());
beforeEach(() => house.sandbox.reset({ shape: 'nested' }));
afterEach(() => house.closePages());

const review = async (code: string) => house.fetch(await house.openRelation(code));
const writes = () =>
  house.sandbox.requests().filter(({ host, method }) => host === 'api.adminpulse.be' && method === 'PUT');

describe('a review that cannot be made says why and what to do next', () => {
  const reading: readonly [string, Fault, RegExp][] = [
    [
      'openthebox refuses the credentials',
      { ...openthebox, kind: 'status', status: 401 },
      /openthebox refused.*subscription/s,
    ],
    [
      'the subscription lacks access',
      { ...openthebox, kind: 'status', status: 403 },
      /subscription does not give access/,
    ],
    [
      'openthebox limits calls',
      { ...openthebox, kind: 'status', status: 429, headers: { 'retry-after': '120' } },
      /openthebox allows no more requests.*Try again after/s,
    ],
    [
      'openthebox fails',
      { ...openthebox, kind: 'status', status: 500 },
      /openthebox reports a fault of its own \(status 500\)/,
    ],
    [
      'openthebox breaks its JSON',
      { ...openthebox, kind: 'broken-json' },
      /openthebox answered in a form.*expected: JSON/s,
    ],
    ['openthebox answers HTML', { ...openthebox, kind: 'html' }, /openthebox answered in a form.*expected: JSON/s],
    ['openthebox answers a list', { ...openthebox, kind: 'wrong-shape' }, /openthebox answered in a form/],
    [
      'the connection to openthebox drops',
      { ...openthebox, kind: 'drop' },
      /openthebox cannot be reached.*connection/s,
    ],
    [
      'openthebox answers with another company',
      { ...openthebox, kind: 'replace', values: { vat: 'BE0001005533', enterpriseNumber: '0001005533' } },
      /another company.*0001\.005\.533/s,
    ],
    ['AdminPulse refuses the key', { ...adminpulse, kind: 'status', status: 401 }, /AdminPulse refused the API key/],
    ['the key may not read', { ...adminpulse, kind: 'status', status: 403 }, /may not read relations.*Read relations/s],
    [
      'AdminPulse does not know the relation',
      { ...adminpulse, kind: 'status', status: 404 },
      /no relation for APR00510/,
    ],
    [
      'AdminPulse limits calls',
      { ...adminpulse, kind: 'status', status: 429 },
      /AdminPulse allows no more requests.*Try again/s,
    ],
    [
      'AdminPulse fails',
      { ...adminpulse, kind: 'status', status: 503 },
      /AdminPulse reports a fault of its own \(status 503\)/,
    ],
    [
      'AdminPulse cuts its JSON off',
      { ...adminpulse, kind: 'truncated-json' },
      /AdminPulse answered in a form.*expected: JSON/s,
    ],
    ['AdminPulse answers HTML', { ...adminpulse, kind: 'html' }, /AdminPulse answered in a form/],
    ['the connection to AdminPulse drops', { ...adminpulse, kind: 'drop' }, /AdminPulse cannot be reached/],
    [
      'AdminPulse answers with another relation',
      { ...adminpulse, kind: 'replace', values: { vatNumber: 'BE 0001.005.533', companyNumber: '0001005533' } },
      /another company.*0001\.005\.533/s,
    ],
  ];

  it.each(reading)('%s', async (_what, fault, text) => {
    house.sandbox.fault(fault);
    const opened = await review('APR00510');
    expect(await opened.alert()).toMatch(text);
    expect(writes()).toEqual([]);
  });

  it('openthebox does not know the number', async () => {
    const opened = await review('APR00566');
    expect(await opened.alert()).toMatch(/openthebox does not know BE 0001\.053\.637/);
  });

  it('and can be tried again', async () => {
    house.sandbox.fault({ ...openthebox, kind: 'status', status: 400, times: 1 });
    const opened = await review('APR00510');
    await opened.alert();
    await opened.press('Try again');
    expect(await opened.rows()).toHaveLength(10);
  });
});

describe('an answer that has less, or something else, than expected', () => {
  it('leaves out what openthebox does not say', async () => {
    house.sandbox.fault({ ...openthebox, kind: 'remove', key: 'website' });
    const opened = await review('APR00510');
    expect(await opened.row('website')).toMatchObject({ verdict: 'same', ticked: null });
  });

  it('says so where openthebox’s value has an unknown form', async () => {
    house.sandbox.fault({ ...openthebox, kind: 'replace', values: { startDate: 'lente 2012' } });
    const opened = await review('APR00510');
    const row = await opened.row('incorporationDate');
    expect(row).toMatchObject({ verdict: 'only-adminpulse', ticked: null });
    expect(row.proposed).toMatch(/not understand|understood/);
  });

  it('leaves alone what is not found in AdminPulse', async () => {
    house.sandbox.fault({ ...adminpulse, kind: 'replace', values: { foundingDate: 'lente 2012' } });
    const opened = await review('APR00510');
    expect(await opened.row('incorporationDate')).toMatchObject({ verdict: 'unreadable', ticked: null });
  });

  it('shows a company whose annual accounts and graph fail', async () => {
    house.sandbox.fault({ host: 'openthebox.be', path: '/api/graph', kind: 'status', status: 500 });
    house.sandbox.fault({ host: 'openthebox.be', path: `${COMPANY}/annual`, kind: 'html' });
    const opened = await review('APR00510');
    expect(await opened.row('name')).toMatchObject({ verdict: 'different' });
    expect((await opened.row('linkedRelations')).proposed).toMatch(/not understand|understood|not be read/);
  });
});

describe('a number that two relations have', () => {
  it('asks which one is meant, and goes on with that one', async () => {
    const popup = await house.driven.openToolbarPopup(
      await house.driven.newPage('https://app.adminpulse.be/#/relations'),
    );
    await house.driven.inWorker(() => undefined);
    await sendToWorker(popup, 'openReview', { enterpriseNumber: '0001.052.350' });
    const page = await house.driven.waitForReview();
    await says(page, 'Immo Scheldezicht (verhuur)');
    await page.locator('::-p-text(Immo Scheldezicht (verhuur))').click();
    await page.waitForSelector('tr[data-field]');
    expect(await page.$eval('header', (header) => header.textContent)).toContain('APR00565');
  });

  it('does not ask where the page says which relation it is', async () => {
    const opened = await review('APR00565');
    expect(await opened.rows()).toHaveLength(10);
  });
});

describe('a write', () => {
  const put = { host: 'api.adminpulse.be', method: 'PUT', path: RELATION } as const;

  const refused: readonly [string, Fault, RegExp][] = [
    [
      'refused as invalid',
      { ...put, kind: 'status', status: 400, body: { message: 'Website is too long' } },
      /did not accept.*Nothing was written.*Website is too long|Website is too long/s,
    ],
    ['refused for want of permission', { ...put, kind: 'status', status: 403 }, /may not write relations/],
    ['refused for too many calls', { ...put, kind: 'status', status: 429 }, /allows no more requests/],
    ['failed in AdminPulse before anything was done', { ...put, kind: 'status', status: 500 }, /fault of its own/],
    ['lost on its way', { ...put, kind: 'drop' }, /cannot be reached/],
  ];
  it.each(refused)(
    'that is %s leaves the relation as it was, is sent once, and keeps the review',
    async (_what, fault, text) => {
      const opened = await review('APR00510');
      await opened.tickOnly('name', 'website');
      const before = house.sandbox.relation('APR00510');
      house.sandbox.fault(fault);
      const outcome = await opened.apply();
      expect(outcome).toMatchObject({ failed: true, said: expect.stringMatching(text) });
      expect(outcome.said).toContain('Nothing was written');
      expect(house.sandbox.relation('APR00510')).toEqual(before);
      expect(writes()).toHaveLength(1);
      const ticked = (await opened.rows()).filter((row) => row.ticked).map(({ field }) => field);
      expect(ticked).toEqual(['name', 'website']);
    },
  );

  it('whose answer is lost is settled by reading, never sent again', async () => {
    const opened = await review('APR00510');
    await opened.tickOnly('name');
    house.sandbox.fault({ ...put, kind: 'drop-after' });
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(await opened.outcome('name')).toBe('written');
    expect(writes()).toHaveLength(1);
  });

  it('that nobody can confirm says that it is not known', async () => {
    const opened = await review('APR00510');
    await opened.tickOnly('name');
    house.sandbox.fault({ ...put, kind: 'hold', when: 'after' });
    await opened.press('Apply changes');
    await house.sandbox.whenHeld();
    house.sandbox.fault({ ...adminpulse, method: 'GET', kind: 'drop' });
    house.sandbox.release();
    const said = await opened.alert();
    expect(said).toMatch(/did not confirm/);
    expect(said).not.toContain('Nothing was written');
    expect(writes()).toHaveLength(1);
  });

  it('that AdminPulse accepts and does not keep says which field stayed', async () => {
    const opened = await review('APR00510');
    await opened.tickOnly('name', 'website');
    house.sandbox.fault({ ...put, kind: 'ignore-write', keys: ['name'] });
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(await opened.outcome('name')).toMatch(/kept/);
    expect(await opened.outcome('website')).toBe('written');
  });

  it('says when AdminPulse kept what should have become empty', async () => {
    house.sandbox.reset({ shape: 'flat' });
    const opened = await review('APR00510');
    await opened.tickOnly('address');
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(await opened.outcome('address')).toMatch(/should have become empty/);
    expect(house.sandbox.relation('APR00510')).toMatchObject({ street: 'Korenmarkt', box: '3' });
  });

  it('goes through with a relation that is addressed by its id', async () => {
    house.sandbox.fault({ ...put, kind: 'status', status: 404 });
    const opened = await review('APR00510');
    await opened.tickOnly('name');
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(house.sandbox.relation('APR00510').name).toBe('Bakkerij Peeters & Zonen');
  });
});

describe('a key that may only read', () => {
  afterAll(async () => {
    await connect(await openOptions(house.driven), 'AdminPulse');
  });

  it('is said to be so on Connect, and writes nothing', async () => {
    const options = await openOptions(house.driven);
    expect(await connect(options, 'AdminPulse', { 'API key': 'ap-read-key' })).toMatch(/may not write relations/);
    const opened = await review('APR00510');
    await opened.tickOnly('name');
    expect(await opened.apply()).toMatchObject({
      failed: true,
      said: expect.stringMatching(/may not write relations/),
    });
  });
});

describe('texts of a service', () => {
  it('with markup in them are shown as text', async () => {
    const opened = await review('APR00563');
    const name = await opened.row('name');
    expect(name.current).toContain('Web & <b>Zoon</b>');
    expect(name.proposed).toContain('<img src=x onerror="document.title=1">');
    expect((await opened.row('address')).proposed).toContain('<script>');
    expect(await opened.page.$('table img, table b, table script')).toBeNull();
  });
});
