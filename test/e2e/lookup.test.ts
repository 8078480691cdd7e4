import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/popup/lookup/lookup-state.ts';
import { ReviewWindow } from './review-window.ts';
import { openSession, type Session } from './session.ts';
import { plural, sentences, text } from './text.ts';
import { says, until } from './until.ts';
import { named } from './user.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession({ shape: 'nested' });
});
afterAll(() => session?.close());
beforeEach(() => session.sandbox.reset({ shape: 'nested' }));
afterEach(async () => {
  await session.closePages();
  // As after the browser's start: nothing is kept of what was looked up.
  await session.driven.inWorker(() =>
    chrome.storage.session.remove(['lookup-view', 'lookup-asked', 'lookup-answers', 'company-cards']),
  );
});

/** The popup's page in a tab of its own, where it keeps the keyboard. */
async function openPopup(): Promise<Page> {
  const popup = await session.driven.openPopupTab();
  await popup.waitForSelector(named(text('lookupLabel'), 'combobox'));
  return popup;
}

const box = (popup: Page) => popup.$eval('[role="combobox"]', (input) => (input as HTMLInputElement).value);
const marked = (popup: Page) =>
  popup.$eval('[role="option"][aria-selected="true"]', (option) => option.textContent ?? '');
const heading = (popup: Page) => popup.$eval('h2', (title) => title.textContent ?? '');
const status = (popup: Page) => popup.$eval('[role="status"]', (region) => region.textContent ?? '');
const searches = () => session.sandbox.requests().filter(({ path }) => path.startsWith('/api/entities/search'));

/** What outlives the popup, and so tells what it shows. */
function keptView(): Promise<View | undefined> {
  return session.driven.inWorker(async () => {
    const { 'lookup-view': view } = await chrome.storage.session.get('lookup-view');
    return view as View | undefined;
  });
}

/** Waits for the company's card with all its fields. */
async function card(popup: Page, field: string): Promise<string> {
  return popup
    .waitForSelector(`[data-field="${field}"] dd`)
    .then((value) => value?.evaluate((element) => element.textContent ?? '') ?? '');
}

describe('a company is looked up by keyboard alone', () => {
  it('by its name, and the list is there again after the card, and after the popup was closed', async () => {
    const popup = await openPopup();
    await popup.keyboard.type('peeters');
    await popup.waitForSelector('[role="option"]');
    expect(await marked(popup)).toContain('Bakkerij Peeters & Zonen');
    await popup.keyboard.press('ArrowDown');
    expect(await marked(popup)).toMatch(sentences(/GARAGE PEETERS BV.*Hasselt.*/, text('registerStatusBankrupt')));

    await popup.keyboard.press('Enter');
    expect(await card(popup, 'address')).toContain('Kempische Steenweg 297');
    expect(await heading(popup)).toBe('GARAGE PEETERS');
    await says(popup, text('situationBankrupt'));
    await popup.keyboard.press('Escape');
    expect(await marked(popup)).toContain('GARAGE PEETERS');
    expect(await box(popup)).toBe('peeters');

    await popup.keyboard.press('Enter');
    await card(popup, 'address');
    await until('the view is kept', async () => (await keptView())?.card === '0001008206');
    await popup.close();
    const before = session.sandbox.requests().length;
    const again = await openPopup();
    expect(await card(again, 'address')).toContain('Kempische Steenweg 297');
    await again.keyboard.press('Escape');
    expect(await marked(again)).toContain('GARAGE PEETERS');
    const calls = session.sandbox.requests().slice(before);
    expect(calls.filter(({ host }) => host === 'openthebox.be')).toEqual([]);
  });

  it('by a number in any notation, then compared with its relation', async () => {
    const popup = await openPopup();
    await popup.keyboard.type('be 001.004.246');
    await popup.keyboard.press('Enter');
    expect(await card(popup, 'phone')).toBe('+32 9 234 56 78');
    await says(popup, 'APR00510');
    await popup.keyboard.press('Enter');
    const review = new ReviewWindow(await session.driven.waitForReview());
    expect(await review.row('name')).toMatchObject({ verdict: 'different' });
    // Who types slowly is a search for "be" ahead; the number itself is none.
    expect(searches().filter(({ path }) => /\d{3}/.test(path))).toEqual([]);
  });

  it('and the call for what was typed before is ended', async () => {
    const popup = await openPopup();
    session.sandbox.fault({ host: 'openthebox.be', path: '/api/entities/search/peet/', kind: 'hold', times: 1 });
    await popup.keyboard.type('peet');
    await session.sandbox.whenHeld();
    await popup.keyboard.type('ers');
    await popup.waitForSelector('[role="option"]');
    session.sandbox.release();
    expect(await status(popup)).toBe(plural('lookupFound', 3));
    expect(searches().map(({ path }) => path)).toContain('/api/entities/search/peeters/en');
  });
});

describe('a company’s card', () => {
  it('leads to the sources, copies its numbers and its address, and offers to create the relation', async () => {
    const popup = await openPopup();
    await popup.keyboard.type('0001.007.711');
    await popup.keyboard.press('Enter');
    expect(await card(popup, 'vatNumber')).toMatch(sentences(text('vatNotImplied'), text('vatCheck')));
    await says(popup, text('cardNoRelation'));
    expect(await popup.$$eval('nav a', (links) => links.map((link) => (link as HTMLAnchorElement).href))).toEqual([
      'https://kbopub.economie.fgov.be/kbopub/toonondernemingps.html?lang=en&ondernemingsnummer=0001007711',
      'https://consult.cbso.nbb.be/consult-enterprise/0001007711',
      'https://www.ejustice.just.fgov.be/cgi_tsv/list.pl?language=nl&btw=0001007711',
    ]);
    await popup.locator(named(text('copyField', text('fieldEnterpriseNumber')), 'button')).click();
    await until('it is said to be copied', async () => (await status(popup)) === text('copied', '0001.007.711'));
    await popup.locator(named(text('copyField', text('fieldAddress')), 'button')).click();
    await until('it is said to be copied', async () => (await status(popup)).includes('Frankrijklei 33 box 5'));
    expect(await popup.$$eval('footer button', (buttons) => buttons.map((button) => button.textContent))).toEqual([
      text('openInOpenthebox'),
      text('createRelation'),
    ]);
  });

  it('asks VIES on demand, and again while VIES is busy', async () => {
    await session.driven.grantOnRequest('https://ec.europa.eu/*');
    session.sandbox.fault({
      host: 'ec.europa.eu',
      path: '/taxation_customs/vies/rest-api/ms/BE/vat/0001004246',
      kind: 'replace',
      values: { isValid: false, userError: 'MS_MAX_CONCURRENT_REQ' },
      times: 1,
    });
    const popup = await openPopup();
    await popup.keyboard.type('0001.004.246');
    await popup.keyboard.press('Enter');
    await card(popup, 'vatNumber');
    await popup.locator(named(text('vatCheck'), 'button')).click();
    await says(popup, text('vatValidFor', 'BE 0001.004.246', 'Bakkerij Peeters & Zonen'));
    const asked = session.sandbox.requests().filter(({ host }) => host === 'ec.europa.eu');
    expect(asked).toHaveLength(2);
    expect(asked.every(({ authorizationScheme }) => authorizationScheme === undefined)).toBe(true);
  });
});

describe('what is no company’s number', () => {
  it('is said to be a VAT number of another country, and openthebox is not asked', async () => {
    const popup = await openPopup();
    // At once: what somebody types slowly is searched for as a name meanwhile.
    await popup.locator('input').fill('NL004495445B01');
    await says(popup, text('lookupForeign', 'NL004495445B01', 'Netherlands'));
    expect(searches()).toEqual([]);
  });

  it('is said to be an establishment of the company that openthebox names', async () => {
    const popup = await openPopup();
    await popup.keyboard.type('2.000.424.664');
    await says(popup, text('lookupEstablishment', '2.000.424.664'));
    expect(await marked(popup)).toContain('Bakkerij Peeters & Zonen');
    await popup.locator('input').fill('2.147.812.701');
    await says(popup, text('lookupEstablishmentUnknown', '2.147.812.701'));
    expect(await popup.$eval('main a', (link) => (link as HTMLAnchorElement).href)).toBe(
      'https://kbopub.economie.fgov.be/kbopub/toonvestigingps.html?lang=en&vestigingsnummer=2147812701',
    );
  });

  it('is said to be unknown', async () => {
    const popup = await openPopup();
    await popup.keyboard.type('0001.053.637');
    await says(popup, text('lookupNumberUnknown', 'BE 0001.053.637'));
  });
});

describe('the toolbar’s own popup', () => {
  /** To look at what the popup keeps takes a tab in Firefox, and to open one there closes the popup. */
  const isAskedFor = (path: string) =>
    until('openthebox is asked', async () => session.sandbox.requests().some((request) => request.path === path));

  afterEach(() => session.driven.closeToolbarPopup());

  it('opens on the company of the relation’s page', async () => {
    const relation = await session.openRelation('APR00510');
    await relation.waitForSelector('openthebox-buttons');
    await session.driven.pressToolbarButton(relation);
    await isAskedFor('/api/companies/BE0001004246');
    expect(await keptView()).toMatchObject({ card: '0001004246', typed: '' });
  });

  it('looks up what was selected, from the context menu', async () => {
    const relation = await session.openRelation('APR00510');
    await relation.waitForSelector('openthebox-buttons');
    await session.driven.lookUpFromMenu(' Garage\n  Peeters ');
    await isAskedFor('/api/entities/search/Garage%20Peeters/en');
    expect(await keptView()).toMatchObject({ typed: 'Garage Peeters', marked: 0 });
  });
});

it('what the address asks for is looked up in a window of its own', async () => {
  await session.driven.inWorker(() => {
    const url = chrome.runtime.getURL('src/popup/popup.html#lookup=Garage%20Peeters');
    return chrome.windows.create({ url, type: 'popup', width: 430, height: 640 }).then(() => undefined);
  });
  const popup = await session.driven.extensionPage('popup');
  await popup.waitForSelector('[role="option"]');
  expect(await box(popup)).toBe('Garage Peeters');
  expect(await marked(popup)).toContain('GARAGE PEETERS');
  // A page opened later would come into its window.
  await popup.close();
});

it('no script of ours has thrown or logged an error', async () => {
  expect(await session.driven.problems()).toEqual([]);
});
