import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf, addToMenu, goTo, lookUpSelection } from '../../../../src/background/lookup/entry-points.ts';
import { suggestionsFor } from '../../../../src/background/lookup/suggestions.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { eventually } from '../../../support/eventually.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const BAKERY = {
  vat: 'BE0001004246',
  nameNl: 'Bakkerij <Peeters> & Zonen',
  nameFr: 'Boulangerie Peeters',
  juridicalForm: '610',
  juridicalSituation: '050',
  city: 'Gent',
};
const SEARCH = 'GET /api/entities/search/peeters/nl';
const COMPANY = 'GET /api/companies/BE0001004246';

let services: ReturnType<typeof createServices>;
beforeEach(() => {
  fakeBrowser.reset();
  services = createServices();
});
afterEach(() => vi.useRealTimers());

const lookUp = (query: string, { requester = 'popup', fresh }: { requester?: string; fresh?: boolean } = {}) =>
  HANDLERS.lookUp.answer(services, { query, requester, ...(fresh !== undefined && { fresh }) });
const answers = (hits: readonly unknown[]) => ({ status: 200, body: hits });
const never = () => new Promise<never>(() => {});

describe('a lookup', () => {
  it('finds companies with their form, municipality and register status, in the reader’s language', async () => {
    fakeBrowser.network.answer(SEARCH, answers([{ pid: [49], firstName: 'An' }, BAKERY]));
    expect(await lookUp('  peeters ')).toMatchObject({
      query: 'peeters',
      count: 1,
      hits: [
        {
          enterpriseNumber: '0001004246',
          name: 'Bakkerij <Peeters> & Zonen',
          legalForm: 'BV',
          municipality: 'Gent',
          registerStatus: { level: 'danger', code: '050' },
        },
      ],
    });
  });

  it('shows the legal form once, beside the name', async () => {
    fakeBrowser.network.answer(SEARCH, answers([{ ...BAKERY, nameNl: 'PEETERS BV' }]));
    expect((await lookUp('peeters'))?.hits).toMatchObject([{ name: 'PEETERS', legalForm: 'BV' }]);
  });

  it('of a number asks for that company, in any notation, by one call', async () => {
    const { city, ...company } = BAKERY;
    fakeBrowser.network.answer(COMPANY, { status: 200, body: { ...company, addressNl: { street: 'Markt', city } } });
    expect(await lookUp('btw be 0001.004.246')).toMatchObject({ count: 1, hits: [{ municipality: 'Gent' }] });
    expect(fakeBrowser.network.calls).toEqual(['GET /api/companies/BE0001004246']);
  });

  it('of a number that openthebox does not know finds nothing', async () => {
    expect(await lookUp('0001.004.246')).toMatchObject({ count: 0, hits: [] });
  });

  it('of an establishment finds only the company of which openthebox says that it is theirs', async () => {
    const holding = { vat: 'BE0001007711', nameNl: 'Peeters Holding' };
    const found = [{ ...BAKERY, establishmentNumber: '2.000.424.664' }, holding];
    fakeBrowser.network.answer('GET /api/entities/search/2000424664/nl', answers(found));
    expect(await lookUp('2.000.424.664')).toMatchObject({ count: 1, hits: [{ enterpriseNumber: '0001004246' }] });
  });

  it('of thousands shows the first, and tells how many there are', async () => {
    fakeBrowser.network.answer(SEARCH, answers(Array.from({ length: 3_000 }, () => BAKERY)));
    const answer = await lookUp('peeters');
    expect(answer?.hits).toHaveLength(50);
    expect(answer?.count).toBe(3_000);
  });

  it('ends the older call of the same requester, and lets others go on', async () => {
    let answerOther = (_: ReturnType<typeof answers>) => {};
    fakeBrowser.network.answer('GET /api/entities/search/pee/nl', never);
    fakeBrowser.network.answer(
      'GET /api/entities/search/other/nl',
      () => new Promise((resolve) => (answerOther = resolve)),
    );
    fakeBrowser.network.answer(SEARCH, answers([BAKERY]));
    const other = lookUp('other', { requester: 'another window' });
    const older = lookUp('pee');
    await eventually(() => expect(fakeBrowser.network.calls).toHaveLength(2));
    expect(await lookUp('peeters')).toMatchObject({ count: 1 });
    expect(await older).toBeNull();
    expect(fakeBrowser.network.ended).toEqual(['/api/entities/search/pee/nl']);
    answerOther(answers([]));
    expect(await other).toMatchObject({ query: 'other', count: 0 });
  });

  it('is answered again from memory for an hour, with the time of the answer, and anew on demand', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T10:00:00Z') });
    fakeBrowser.network.answer(SEARCH, answers([BAKERY]));
    const first = await lookUp('peeters');
    vi.setSystemTime('2026-03-02T10:59:00Z');
    expect(await lookUp('Peeters')).toEqual({ ...first, query: 'Peeters' });
    expect(fakeBrowser.network.calls).toHaveLength(1);
    expect(await lookUp('peeters', { fresh: true })).toMatchObject({ retrievedAt: '2026-03-02T10:59:00.000Z' });
    vi.setSystemTime('2026-03-02T12:00:00Z');
    await lookUp('peeters');
    expect(fakeBrowser.network.calls).toHaveLength(3);
  });

  it('says that the limit of the access without credentials is reached', async () => {
    fakeBrowser.network.answer(SEARCH, { status: 429 });
    await expect(lookUp('peeters')).rejects.toMatchObject({
      failure: { kind: 'rateLimited', service: 'openthebox', anonymous: true },
    });
  });
});

describe('a company’s card', () => {
  const card = (fresh?: boolean) =>
    HANDLERS.getCompany.answer(services, { enterpriseNumber: 'BE 0001.004.246', ...(fresh && { fresh }) });

  it('has what openthebox says, in the reader’s language, and no VAT number that it does not say', async () => {
    const addressNl = { street: 'Korenmarkt', number: '7', zipCode: '9000', city: 'Gent' };
    fakeBrowser.network.answer(COMPANY, { status: 200, body: { ...BAKERY, addressNl, startDate: '2012-05-14' } });
    expect(await card()).toMatchObject({
      enterpriseNumber: '0001004246',
      name: 'Bakkerij <Peeters> & Zonen',
      values: {
        legalForm: 'BV',
        enterpriseNumber: '0001004246',
        address: { street: 'Korenmarkt', municipality: 'Gent' },
        incorporationDate: '2012-05-14',
      },
      registerStatus: { level: 'danger', code: '050' },
      anonymous: true,
    });
    expect((await card()).values).not.toHaveProperty('vatNumber');
  });

  it('is kept, and read anew on demand', async () => {
    fakeBrowser.network.answer(COMPANY, { status: 200, body: BAKERY });
    await card();
    const before = fakeBrowser.network.calls.length;
    await card();
    expect(fakeBrowser.network.calls).toHaveLength(before);
    await card(true);
    expect(fakeBrowser.network.calls.length).toBeGreaterThan(before);
  });
});

describe('a check in VIES', () => {
  it.each(['BE 0001.004.246', 'be0001004246', 'BE0001004246/../x', ''])('is not made of %j', async (vatNumber) => {
    await expect(async () => HANDLERS.checkVat.answer(services, { vatNumber })).rejects.toThrow();
    expect(fakeBrowser.network.calls).toEqual([]);
  });
});

describe('the context menu', () => {
  it('has one entry for selected text, however often the extension is installed anew', async () => {
    await addToMenu();
    await addToMenu();
    expect(fakeBrowser.menu).toEqual([{ id: 'look-up', title: 'lookUpSelection', contexts: ['selection'] }]);
  });

  it('opens the toolbar popup on the selection, in one line', async () => {
    await lookUpSelection('  Bakkerij\n\t Peeters ');
    expect(fakeBrowser.popups).toBe(1);
    expect(fakeBrowser.session.get('lookup-asked')).toBe('Bakkerij Peeters');
    expect(fakeBrowser.pages).toEqual([]);
  });

  it('opens a window where the popup may not open by itself, and leaves nothing for the popup', async () => {
    fakeBrowser.opensPopup = false;
    await lookUpSelection('Peeters & Zonen #1');
    expect(fakeBrowser.pages.map(({ documentUrl }) => documentUrl)).toEqual([
      'chrome-extension://fake/src/popup/popup.html#lookup=Peeters%20%26%20Zonen%20%231',
    ]);
    expect(fakeBrowser.session.has('lookup-asked')).toBe(false);
  });

  it.each(['', ' \n ', undefined])('opens nothing for the selection %j', async (selection) => {
    await lookUpSelection(selection);
    expect(fakeBrowser.popups).toBe(0);
  });

  it('cuts a selection of pages short', async () => {
    await lookUpSelection('a'.repeat(10_000));
    expect(fakeBrowser.session.get('lookup-asked')).toHaveLength(200);
  });
});

describe('the address bar', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('suggests companies, in Chrome as well-formed XML', async () => {
    fakeBrowser.network.answer(SEARCH, answers([{ ...BAKERY, nameNl: `B & <i>P</i> "'\u0000` }]));
    expect(await suggestionsFor(services, ' peeters')).toEqual([
      {
        content: 'BE0001004246',
        description: 'B &amp; &lt;i&gt;P&lt;/i&gt; &quot;&apos;  BV <dim>Gent · BE 0001.004.246</dim>',
      },
    ]);
  });

  it('suggests companies, in Firefox as text', async () => {
    vi.stubEnv('MODE', 'firefox');
    fakeBrowser.network.answer(SEARCH, answers([BAKERY]));
    const [suggestion] = await suggestionsFor(services, 'peeters');
    expect(suggestion?.description).toBe('Bakkerij <Peeters> & Zonen BV – Gent · BE 0001.004.246');
  });

  it('asks for the last text only, and for nothing shorter than two letters', async () => {
    fakeBrowser.network.answer(SEARCH, answers([BAKERY]));
    const texts = ['p', 'pe', 'peet', 'peeters'].map((text) => suggestionsFor(services, text));
    expect((await Promise.all(texts)).map((suggestions) => suggestions.length)).toEqual([0, 0, 0, 1]);
    expect(fakeBrowser.network.calls).toEqual([SEARCH]);
  });

  it('suggests nothing where openthebox fails', async () => {
    fakeBrowser.network.answer(SEARCH, { status: 400 });
    expect(await suggestionsFor(services, 'peeters')).toEqual([]);
  });

  it('does not take a defect of ours for a failure of openthebox', async () => {
    fakeBrowser.network.answer(SEARCH, answers([BAKERY]));
    const latest = vi.spyOn(services, 'latest').mockImplementation(async (requester, task) => {
      if (requester === 'address bar') throw new TypeError('x is undefined');
      return task(new AbortController().signal);
    });
    await expect(suggestionsFor(services, 'peeters')).rejects.toThrow(TypeError);
    latest.mockRestore();
  });

  it.each([
    ['BE0001004246', 'https://openthebox.be/company/BE0001004246'],
    ['0001.004.246', 'https://openthebox.be/company/BE0001004246'],
    ['peeters & co', 'chrome-extension://fake/src/popup/popup.html#lookup=peeters%20%26%20co'],
  ])('leads from %j to %s', (entered, url) => {
    expect(addressOf(entered)).toBe(url);
  });

  it.each([
    ['currentTab', { url: 'https://x' }],
    ['newForegroundTab', { url: 'https://x', active: true }],
    ['newBackgroundTab', { url: 'https://x', active: false }],
  ])('goes there as asked: %s', async (disposition, tab) => {
    await goTo('https://x', disposition);
    expect(fakeBrowser.visited).toEqual([tab]);
  });
});
