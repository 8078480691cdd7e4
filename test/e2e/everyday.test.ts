import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { ReviewWindow } from './review-window.ts';
import { fetchButton, openOptions, openSession, type Session } from './session.ts';
import { plural, text } from './text.ts';
import { says, until } from './until.ts';
import { named, pressButton } from './user.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession({ shape: 'nested' });
});
afterAll(() => session?.close());
beforeEach(() => session.sandbox.reset({ shape: 'nested' }));
afterEach(() => session.closePages());

describe('by keyboard alone', () => {
  it('a relation is fetched, compared and changed', async () => {
    const page = await session.openRelation('APR00510');
    const before = new Set(await session.driven.extensionPages('review'));
    await (await fetchButton(page)).focus();
    await page.keyboard.press('Enter');
    const opened = await until('the review is open', async () =>
      (await session.driven.extensionPages('review')).find((candidate) => !before.has(candidate)),
    );
    const review = new ReviewWindow(opened);
    await review.rows();
    await opened.bringToFront();

    // The ticks of address and website are taken back, that of the name stays.
    for (const field of ['website', 'address']) {
      await opened.focus(`tr[data-field="${field}"] input`);
      await opened.keyboard.press(' ');
    }
    await opened.keyboard.down('Control');
    await opened.keyboard.press('Enter');
    await opened.keyboard.up('Control');
    await opened.waitForSelector('tr[data-field="name"] .outcome');
    expect(await review.status()).toContain(plural('statusWritten', 1, 'APR00510'));
    expect(session.sandbox.relation('APR00510').name).toBe('Bakkerij Peeters & Zonen');
  });

  it('Tab reaches every control of a review, and the focus shows', async () => {
    const review = await session.fetch(await session.openRelation('APR00510'));
    await review.rows();
    await review.page.bringToFront();
    const reached: string[] = [];
    await review.page.focus('tr[data-field="name"] input');
    for (let step = 0; step < 18; step += 1) {
      reached.push(
        await review.page.evaluate(() => {
          const { activeElement } = document;
          const name = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
          return activeElement && getComputedStyle(activeElement).outlineStyle !== 'none'
            ? name
            : `${name} without outline`;
        }),
      );
      await review.page.keyboard.press('Tab');
    }
    for (const key of [
      'updateName',
      'updateWebsite',
      'updateAddress',
      'updateFiscalYearEnd',
      'cancel',
      'applyChanges',
    ] as const) {
      expect(reached).toContain(text(key));
    }
  });
});

it('the toolbar popup finds a company, says when it finds none, and compares with AdminPulse', async () => {
  // In a tab of its own, where it keeps the keyboard; that the toolbar opens it, the harness proves.
  const popup = await session.driven.openPopupTab();
  const box = await popup.waitForSelector(named(text('lookupLabel'), 'combobox'));
  const search = async (query: string) => {
    await box?.evaluate((input) => (input as HTMLInputElement).select());
    await box?.type(query);
  };

  await search('zzzzqqq');
  await says(popup, text('lookupNothing', 'zzzzqqq'));

  session.sandbox.fault({ host: 'openthebox.be', path: '/api/entities', kind: 'status', status: 400, times: 1 });
  await search('peet');
  await popup.waitForSelector('[role="alert"]');

  await search('peeters');
  await says(popup, 'Bakkerij Peeters & Zonen');
  await pressButton(popup, text('compareWithAdminPulse'));
  const review = new ReviewWindow(await session.driven.waitForReview());
  expect(await review.row('name')).toMatchObject({ verdict: 'different' });
  expect(await review.page.$eval('header', (header) => header.textContent)).toContain('APR00510');
});

describe('a worker that ends', () => {
  it('while a review is read loses nothing: the window goes on by itself', async () => {
    session.sandbox.fault({ host: 'openthebox.be', path: '^/api/companies/BE0001004246$', kind: 'hold', times: 1 });
    const review = await session.fetch(await session.openRelation('APR00510'));
    await session.sandbox.whenHeld();
    await session.driven.killWorker();
    session.sandbox.release();
    expect(await review.rows()).toHaveLength(10);
  });

  it('while a change is written is found by reading, never sent again', async () => {
    const review = await session.fetch(await session.openRelation('APR00510'));
    await review.tickOnly('name');
    session.sandbox.fault({
      host: 'api.adminpulse.be',
      method: 'PUT',
      path: '/relations/APR00510',
      kind: 'hold',
      when: 'after',
      times: 1,
    });
    await review.press('applyChanges');
    await session.sandbox.whenHeld();
    await session.driven.killWorker();
    session.sandbox.release();
    await says(review.page, plural('statusWritten', 1, 'APR00510'));
    expect(await review.outcome('name')).toBe(text('outcomeWritten'));
    const puts = session.sandbox.requests().filter(({ method, path }) => method === 'PUT' && path.includes('APR00510'));
    expect(puts).toHaveLength(1);
  });

  it('between review and apply is not noticed', async () => {
    const review = await session.fetch(await session.openRelation('APR00510'));
    await review.tickOnly('website');
    await session.driven.killWorker();
    expect(await review.apply()).toMatchObject({ failed: false });
    expect(await review.outcome('website')).toBe(text('outcomeWritten'));
  });
});

describe('accessibility', () => {
  it('axe finds nothing in the review, before and after it is applied', async () => {
    const review = await session.fetch(await session.openRelation('APR00510'));
    await review.rows();
    expect(await violations(review.page)).toEqual([]);
    await review.apply();
    expect(await violations(review.page)).toEqual([]);
  });

  it('axe finds nothing in the lookup, with companies and with the card of one', async () => {
    const popup = await session.driven.openPopupTab();
    await popup.waitForSelector('[role="combobox"]');
    await popup.keyboard.type('peeters');
    await popup.waitForSelector('[role="option"]');
    expect(await violations(popup)).toEqual([]);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[data-field="address"]');
    expect(await violations(popup)).toEqual([]);
  });

  it('axe finds nothing in the options page', async () => {
    expect(await violations(await openOptions(session.driven))).toEqual([]);
  });

  it('axe finds nothing of ours in AdminPulse’s page', async () => {
    const page = await session.openRelation('APR00510');
    await fetchButton(page);
    expect((await violations(page)).filter((violation) => violation.includes('openthebox'))).toEqual([]);
  });
});

it('no script of ours has thrown or logged an error', async () => {
  expect(await session.driven.problems()).toEqual([]);
});
