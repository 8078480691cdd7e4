import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CreationWindow } from './creation-window.ts';
import { sendToWorker } from './messages.ts';
import { openOptions, openSession, type Session } from './session.ts';
import { listed, plural, sentences, text, textPattern } from './text.ts';
import { says, until } from './until.ts';
import { connect, named } from './user.ts';

const BV = '0001008107';
const BRUSSELS_SRL = '0001061258';
const VZW = '0001061357';
const SOLE_TRADER = '0001061456';
const post = { host: 'api.adminpulse.be', method: 'POST', path: '/relations' } as const;

let session: Session;
beforeAll(async () => {
  session = await openSession({ shape: 'nested' });
});
afterAll(() => session?.close());
beforeEach(() => session.sandbox.reset({ shape: 'nested' }));
afterEach(() => session.closePages());

const adminpulseCalls = () => session.sandbox.requests().filter(({ host }) => host === 'api.adminpulse.be');
const posts = () => adminpulseCalls().filter(({ method }) => method === 'POST');

/** Asks for the window as the popup's button does. */
async function openCreate(enterpriseNumber: string): Promise<CreationWindow> {
  const popup = await session.driven.openPopupTab();
  await sendToWorker(popup, 'openCreate', { enterpriseNumber });
  return new CreationWindow(await session.driven.waitForReview());
}

/** Chooses what is not proposed. */
async function fillIn(creation: CreationWindow): Promise<void> {
  await creation.choose('createStatus', '1 · ');
  await creation.choose('createOwnCompany', 'Kantoor Lindeboom');
}

/** The relation that was made. */
async function made(creation: CreationWindow) {
  const { said, how } = await creation.create();
  expect({ said, how }).toMatchObject({
    how: 'created',
    said: expect.stringMatching(textPattern('createDoneOther', /\d+/, /APR\d+/)),
  });
  return session.sandbox.relation(/APR\d+/.exec(said)?.[0] ?? '');
}

describe('a relation is created', () => {
  it('of a BV, with all that openthebox knows, and each field is verified', async () => {
    const creation = await openCreate(BV);
    expect(await creation.chosen('createRelationType')).toBe(`${text('kindCompany')} (2)`);
    expect(await creation.chosen('createLanguage')).toBe('Dutch (NL)');
    expect(await creation.status()).toBe(text('stillToChoose', listed('createStatus', 'createOwnCompany')));
    await fillIn(creation);
    expect((await creation.rows()).filter(({ ticked }) => ticked).map(({ field }) => field)).toEqual([
      'name',
      'legalForm',
      'enterpriseNumber',
      'vatNumber',
      'address',
      'incorporationDate',
      'fiscalYearEnd',
    ]);
    const relation = await made(creation);
    expect(relation).toMatchObject({
      name: 'KV MANAGEMENT',
      legalForm: 'Besloten vennootschap',
      companyNumber: '0001008107',
      vatNumber: 'BE 0001.008.107',
      type: 2,
      relationStatus: 1,
      languageCode: 'NL',
      addresses: [{ type: 'Seat', street: 'Kiewitstraat', zipCode: '3500', isFavorite: true }],
      legal: { foundation: { foundingDate: '20/05/2015' } },
      accountantInfo: { endFinancialYear: { day: 31, month: 12 } },
      startDate: expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/),
    });
    const code = String(relation.uniqueIdentifier);
    expect(await creation.status()).toBe(plural('createDone', 7, code));
    await says(creation.page, text('openInAdminPulseNote', code));
  });

  it('of a Brussels SRL, whose language is the user’s to say: the values follow it', async () => {
    const creation = await openCreate(BRUSSELS_SRL);
    expect(await creation.chosen('createLanguage')).toBe(text('createChoose'));
    await fillIn(creation);
    expect(await creation.status()).toBe(text('stillToChoose', listed('createLanguage')));
    await creation.choose('createLanguage', 'French');
    expect(await creation.row('name')).toMatchObject({ proposed: expect.stringContaining('ATELIERS ZINNEKE') });
    expect(await creation.row('legalForm')).toMatchObject({ proposed: expect.stringContaining('SRL') });
    expect(await made(creation)).toMatchObject({
      languageCode: 'FR',
      legalForm: 'Société à responsabilité limitée',
      addresses: [{ street: 'Rue du Vieux Marché aux Grains', city: 'Bruxelles' }],
      communications: [
        { type: 'Website', isFavorite: true },
        { type: 'Phone', isFavorite: true },
      ],
    });
  });

  it('of an association without VAT, with no VAT number and the mark for it', async () => {
    const creation = await openCreate(VZW);
    await fillIn(creation);
    await says(creation.page, text('createVatPendingWhy'));
    expect(await made(creation)).toMatchObject({ vatNumber: null, vatPending: true, companyNumber: VZW });
  });

  it('of a sole trader, with both names', async () => {
    const creation = await openCreate(SOLE_TRADER);
    expect(await creation.chosen('createRelationType')).toBe(`${text('kindSoleProprietor')} (3)`);
    await fillIn(creation);
    expect(await made(creation)).toMatchObject({ type: 3, lastName: 'Dewaele', firstName: 'Jonas' });
  });
});

describe('a number that a relation has already is shown with it, and nothing is created', () => {
  it('found by its VAT number, and compared', async () => {
    const creation = await openCreate('0001004246');
    expect(await creation.existing()).toContain('Bakkerij Peeters');
    await creation.press('compareWithAdminPulse');
    const review = await until('the review is open', async () => {
      const [page] = await session.driven.extensionPages('review');
      // The window of the creation closes meanwhile.
      const isReview = page?.evaluate(() => location.hash.startsWith('#review=')).catch(() => false);
      return (await isReview) ? page : undefined;
    });
    await review.waitForSelector('tr[data-field]');
    expect(posts()).toEqual([]);
  });

  it('found by its enterprise number, which AdminPulse’s filter does not know', async () => {
    const creation = await openCreate('0001018597');
    expect(await creation.existing()).toContain('APR00520');
  });

  it('found in the index, without going through the list', async () => {
    const options = await openOptions(session.driven);
    const start = adminpulseCalls().length;
    await options.locator(named(text('indexRefresh'), 'button')).click();
    await until('the list is read', async () =>
      adminpulseCalls()
        .slice(start)
        .some(({ path }) => path.includes('=400')),
    );
    await says(options, textPattern('indexKnownOther', /[\d,]+/, text('aMomentAgo')));
    const before = adminpulseCalls().length;
    const creation = await openCreate('0001018597');
    expect(await creation.existing()).toContain('APR00520');
    const since = adminpulseCalls().slice(before);
    expect(since.map(({ path }) => path.replace(/.*vatNumber/, 'vatNumber'))).toEqual([
      'vatNumber=0001018597',
      '/relations/APR00520',
    ]);
  });
});

describe('a create that does not go as it should', () => {
  it('whose answer is lost leaves exactly one relation', async () => {
    const creation = await openCreate(BV);
    await fillIn(creation);
    session.sandbox.fault({ ...post, kind: 'drop-after' });
    await made(creation);
    expect(posts()).toHaveLength(1);
    expect(session.sandbox.relationsWith(BV)).toHaveLength(1);
  });

  it('that AdminPulse refuses says AdminPulse’s own words', async () => {
    const creation = await openCreate(BV);
    await fillIn(creation);
    session.sandbox.fault({
      ...post,
      kind: 'status',
      status: 400,
      body: { errors: { Name: ['This name is taken.'] } },
    });
    const { said } = await creation.create();
    expect(said).toMatch(
      sentences(
        text('failureRejected', 'AdminPulse', 400),
        text('failureRejectedNext'),
        text('createMadeNo'),
        /.*This name is taken\./,
      ),
    );
  });

  it('is at most one, and says what happened, when the worker is killed on the way', async () => {
    const creation = await openCreate(BV);
    await fillIn(creation);
    session.sandbox.fault({ ...post, kind: 'hold', when: 'after' });
    await creation.press('createButton');
    await session.sandbox.whenHeld();
    await session.driven.killWorker();
    session.sandbox.clearFaults();
    await says(creation.page, textPattern('createDoneOther', 7, /APR\d+/));
    expect(posts()).toHaveLength(1);
    expect(session.sandbox.relationsWith(BV)).toHaveLength(1);
  });

  it('is refused to a key that may not', async () => {
    const options = await openOptions(session.driven);
    await connect(options, 'AdminPulse', { apiKey: 'ap-read-key' });
    const creation = await openCreate(BV);
    await fillIn(creation);
    expect((await creation.create()).said).toMatch(
      sentences(text('failureForbiddenWrite'), text('failureForbiddenWriteNext'), text('createMadeNo')),
    );
    await connect(await openOptions(session.driven), 'AdminPulse');
  });

  it('is not offered where no relation shows the values', async () => {
    session.sandbox.reset({ shape: 'foreign' });
    await connect(await openOptions(session.driven), 'AdminPulse');
    const creation = await openCreate(BV);
    await says(
      creation.page,
      text('createImpossible', listed('createRelationType', 'createStatus', 'createOwnCompany')),
    );
    expect(await creation.page.$eval('button.primary', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
  });
});
