import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../sandbox/sandbox.ts';
import { sendToWorker } from './messages.ts';
import { openOptions, openSession, type Session } from './session.ts';
import { sentences, text, textPattern } from './text.ts';
import { says } from './until.ts';
import { connect } from './user.ts';

const RELATION = '/relations/APR00510';
const COMPANY = '/api/companies/BE0001004246';
const openthebox = { host: 'openthebox.be', path: `^${COMPANY}$` } as const;
const adminpulse = { host: 'api.adminpulse.be', path: RELATION } as const;

let session: Session;
beforeAll(async () => {
  session = await openSession({ shape: 'nested' });
});
afterAll(() => session?.close());
beforeEach(() => session.sandbox.reset({ shape: 'nested' }));
afterEach(() => session.closePages());

const review = async (code: string) => session.fetch(await session.openRelation(code));
const writes = () =>
  session.sandbox.requests().filter(({ host, method }) => host === 'api.adminpulse.be' && method === 'PUT');

const notUnderstood = (service: string, expected: string | RegExp = /\S+/) =>
  sentences(
    text('failureUnexpectedAnswer', service),
    text('failureUnexpectedAnswerNext'),
    textPattern('failureUnexpectedAnswerDetail', /\S+/, expected),
  );
const otherCompany = (service: string) =>
  sentences(
    text('failureOtherCompany', service, 'BE 0001.004.246', 'BE 0001.005.533'),
    text('failureOtherCompanyNext'),
  );

describe('a review that cannot be made says why and what to do next', () => {
  const reading: readonly { readonly when: string; readonly fault: Fault; readonly says: RegExp }[] = [
    {
      when: 'openthebox refuses the credentials',
      fault: { ...openthebox, kind: 'status', status: 401 },
      says: sentences(text('failureUnauthorizedOpenthebox'), text('failureUnauthorizedOpentheboxNext')),
    },
    {
      when: 'the subscription lacks access',
      fault: { ...openthebox, kind: 'status', status: 403 },
      says: sentences(text('failureForbiddenOpenthebox'), text('failureForbiddenOpentheboxNext')),
    },
    {
      when: 'openthebox limits calls',
      fault: { ...openthebox, kind: 'status', status: 429, headers: { 'retry-after': '120' } },
      says: sentences(text('failureRateLimited', 'openthebox'), textPattern('failureRetryAfter', /[\d/ ]*\d\d:\d\d/)),
    },
    {
      when: 'openthebox fails',
      fault: { ...openthebox, kind: 'status', status: 500 },
      says: sentences(text('failureServerError', 'openthebox', 500), text('failureServerErrorNext')),
    },
    {
      when: 'openthebox breaks its JSON',
      fault: { ...openthebox, kind: 'broken-json' },
      says: notUnderstood('openthebox', 'JSON'),
    },
    {
      when: 'openthebox answers HTML',
      fault: { ...openthebox, kind: 'html' },
      says: notUnderstood('openthebox', 'JSON'),
    },
    {
      when: 'openthebox answers a list',
      fault: { ...openthebox, kind: 'wrong-shape' },
      says: notUnderstood('openthebox'),
    },
    {
      when: 'the connection to openthebox drops',
      fault: { ...openthebox, kind: 'drop' },
      says: sentences(text('failureOffline', 'openthebox'), text('failureOfflineNext')),
    },
    {
      when: 'openthebox answers with another company',
      fault: { ...openthebox, kind: 'replace', values: { vat: 'BE0001005533', enterpriseNumber: '0001005533' } },
      says: otherCompany('openthebox'),
    },
    {
      when: 'AdminPulse refuses the key',
      fault: { ...adminpulse, kind: 'status', status: 401 },
      says: sentences(text('failureUnauthorizedAdminPulse'), text('failureUnauthorizedAdminPulseNext')),
    },
    {
      when: 'the key may not read',
      fault: { ...adminpulse, kind: 'status', status: 403 },
      says: sentences(text('failureForbiddenRead'), text('failureForbiddenReadNext')),
    },
    {
      when: 'AdminPulse does not know the relation',
      fault: { ...adminpulse, kind: 'status', status: 404 },
      says: sentences(text('failureNotFoundAdminPulse', 'APR00510'), text('failureNotFoundAdminPulseNext')),
    },
    {
      when: 'AdminPulse limits calls',
      fault: { ...adminpulse, kind: 'status', status: 429 },
      says: sentences(text('failureRateLimited', 'AdminPulse'), text('failureRetrySoon')),
    },
    {
      when: 'AdminPulse fails',
      fault: { ...adminpulse, kind: 'status', status: 503 },
      says: sentences(text('failureServerError', 'AdminPulse', 503), text('failureServerErrorNext')),
    },
    {
      when: 'AdminPulse cuts its JSON off',
      fault: { ...adminpulse, kind: 'truncated-json' },
      says: notUnderstood('AdminPulse', 'JSON'),
    },
    {
      when: 'AdminPulse answers HTML',
      fault: { ...adminpulse, kind: 'html' },
      says: notUnderstood('AdminPulse', 'JSON'),
    },
    {
      when: 'the connection to AdminPulse drops',
      fault: { ...adminpulse, kind: 'drop' },
      says: sentences(text('failureOffline', 'AdminPulse'), text('failureOfflineNext')),
    },
    {
      when: 'AdminPulse answers with another relation',
      fault: { ...adminpulse, kind: 'replace', values: { vatNumber: 'BE 0001.005.533', companyNumber: '0001005533' } },
      says: otherCompany('AdminPulse'),
    },
  ];

  it.each(reading)('$when', async ({ fault, says }) => {
    session.sandbox.fault(fault);
    const opened = await review('APR00510');
    expect(await opened.alert()).toMatch(says);
    expect(writes()).toEqual([]);
  });

  it('openthebox does not know the number', async () => {
    const opened = await review('APR00566');
    expect(await opened.alert()).toMatch(
      sentences(text('failureNotFoundOpenthebox', 'BE 0001.053.637'), text('failureNotFoundOpentheboxNext')),
    );
  });

  it('and can be tried again', async () => {
    session.sandbox.fault({ ...openthebox, kind: 'status', status: 400, times: 1 });
    const opened = await review('APR00510');
    await opened.alert();
    await opened.press('tryAgain');
    expect(await opened.rows()).toHaveLength(10);
  });
});

describe('an answer that has less, or something else, than expected', () => {
  it('leaves out what openthebox does not say', async () => {
    session.sandbox.fault({ ...openthebox, kind: 'remove', key: 'website' });
    const opened = await review('APR00510');
    expect(await opened.row('website')).toMatchObject({ verdict: 'same', ticked: null });
  });

  it('says so where openthebox’s value has an unknown form', async () => {
    session.sandbox.fault({ ...openthebox, kind: 'replace', values: { startDate: 'lente 2012' } });
    const opened = await review('APR00510');
    const row = await opened.row('incorporationDate');
    expect(row).toMatchObject({ verdict: 'only-adminpulse', ticked: null });
    expect(row.proposed).toContain(text('reasonNotUnderstoodInOpenthebox'));
  });

  it('leaves alone what is not found in AdminPulse', async () => {
    session.sandbox.fault({ ...adminpulse, kind: 'replace', values: { foundingDate: 'lente 2012' } });
    const opened = await review('APR00510');
    expect(await opened.row('incorporationDate')).toMatchObject({ verdict: 'unreadable', ticked: null });
  });

  it('shows a company whose annual accounts and graph fail', async () => {
    session.sandbox.fault({ host: 'openthebox.be', path: '/api/graph', kind: 'status', status: 500 });
    session.sandbox.fault({ host: 'openthebox.be', path: `${COMPANY}/annual`, kind: 'html' });
    const opened = await review('APR00510');
    expect(await opened.row('name')).toMatchObject({ verdict: 'different' });
    expect((await opened.row('linkedRelations')).proposed).toContain(text('reasonNotUnderstoodInOpenthebox'));
  });
});

describe('a number that two relations have', () => {
  it('asks which one is meant, and goes on with that one', async () => {
    const popup = await session.driven.openToolbarPopup(
      await session.driven.newPage('https://app.adminpulse.be/#/relations'),
    );
    await session.driven.inWorker(() => undefined);
    await sendToWorker(popup, 'openReview', { enterpriseNumber: '0001.052.350' });
    const page = await session.driven.waitForReview();
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

  const refused: readonly { readonly how: string; readonly fault: Fault; readonly says: RegExp }[] = [
    {
      how: 'refused as invalid',
      fault: { ...put, kind: 'status', status: 400, body: { message: 'Website is too long' } },
      says: sentences(
        text('failureRejected', 'AdminPulse', 400),
        text('failureRejectedNext'),
        text('nothingWasWritten'),
        /.*Website is too long/,
      ),
    },
    {
      how: 'refused for want of permission',
      fault: { ...put, kind: 'status', status: 403 },
      says: sentences(text('failureForbiddenWrite'), text('failureForbiddenWriteNext'), text('nothingWasWritten')),
    },
    {
      how: 'refused for too many calls',
      fault: { ...put, kind: 'status', status: 429 },
      says: sentences(text('failureRateLimited', 'AdminPulse'), text('failureRetrySoon'), text('nothingWasWritten')),
    },
    {
      how: 'failed in AdminPulse before anything was done',
      fault: { ...put, kind: 'status', status: 500 },
      says: sentences(
        text('failureServerError', 'AdminPulse', 500),
        text('failureServerErrorNext'),
        text('nothingWasWritten'),
      ),
    },
    {
      how: 'lost on its way',
      fault: { ...put, kind: 'drop' },
      says: sentences(text('failureOffline', 'AdminPulse'), text('failureOfflineNext'), text('nothingWasWritten')),
    },
  ];
  it.each(refused)(
    'that is $how leaves the relation as it was, is sent once, and keeps the review',
    async ({ fault, says }) => {
      const opened = await review('APR00510');
      await opened.tickOnly('name', 'website');
      const before = session.sandbox.relation('APR00510');
      session.sandbox.fault(fault);
      expect(await opened.apply()).toMatchObject({ failed: true, said: expect.stringMatching(says) });
      expect(session.sandbox.relation('APR00510')).toEqual(before);
      expect(writes()).toHaveLength(1);
      const ticked = (await opened.rows()).filter((row) => row.ticked).map(({ field }) => field);
      expect(ticked).toEqual(['name', 'website']);
    },
  );

  it('whose answer is lost is settled by reading, never sent again', async () => {
    const opened = await review('APR00510');
    await opened.tickOnly('name');
    session.sandbox.fault({ ...put, kind: 'drop-after' });
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(await opened.outcome('name')).toBe(text('outcomeWritten'));
    expect(writes()).toHaveLength(1);
  });

  it('that nobody can confirm says that it is not known', async () => {
    const opened = await review('APR00510');
    await opened.tickOnly('name');
    session.sandbox.fault({ ...put, kind: 'hold', when: 'after' });
    await opened.press('applyChanges');
    await session.sandbox.whenHeld();
    session.sandbox.fault({ ...adminpulse, method: 'GET', kind: 'drop' });
    session.sandbox.release();
    const said = await opened.alert();
    expect(said).toMatch(sentences(text('failureUnsettled', 'AdminPulse'), text('failureUnsettledNext')));
    expect(said).not.toContain(text('nothingWasWritten'));
    expect(writes()).toHaveLength(1);
  });

  it('that AdminPulse accepts and does not keep says which field stayed', async () => {
    const opened = await review('APR00510');
    await opened.tickOnly('name', 'website');
    session.sandbox.fault({ ...put, kind: 'ignore-write', keys: ['name'] });
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(await opened.outcome('name')).toBe(text('outcomeKept'));
    expect(await opened.outcome('website')).toBe(text('outcomeWritten'));
  });

  it('says when AdminPulse kept what should have become empty', async () => {
    session.sandbox.reset({ shape: 'flat' });
    const opened = await review('APR00510');
    await opened.tickOnly('address');
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(await opened.outcome('address')).toBe(text('outcomePartly'));
    expect(session.sandbox.relation('APR00510')).toMatchObject({ street: 'Korenmarkt', box: '3' });
  });

  it('goes through with a relation that is addressed by its id', async () => {
    session.sandbox.fault({ ...put, kind: 'status', status: 404 });
    const opened = await review('APR00510');
    await opened.tickOnly('name');
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(session.sandbox.relation('APR00510').name).toBe('Bakkerij Peeters & Zonen');
  });
});

describe('a key that may only read', () => {
  afterAll(async () => {
    await connect(await openOptions(session.driven), 'AdminPulse');
  });

  it('is said to be so on Connect, and writes nothing', async () => {
    const options = await openOptions(session.driven);
    expect(await connect(options, 'AdminPulse', { apiKey: 'ap-read-key' })).toContain(text('connectionNoWrite'));
    const opened = await review('APR00510');
    await opened.tickOnly('name');
    expect(await opened.apply()).toMatchObject({
      failed: true,
      said: expect.stringMatching(
        sentences(text('failureForbiddenWrite'), text('failureForbiddenWriteNext'), text('nothingWasWritten')),
      ),
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
