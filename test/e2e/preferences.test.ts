import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextKey } from '../../src/ui/texts.ts';
import { openOptions, openSession, type Session } from './session.ts';
import { text } from './text.ts';
import { says, until } from './until.ts';
import { named } from './user.ts';

let session: Session;
let options: Page;
beforeAll(async () => {
  session = await openSession({ shape: 'flat' });
  options = await openOptions(session.driven);
});
afterAll(() => session?.close());

/** Chooses as a user does, and waits until it is saved. */
async function choose(key: TextKey, value: string): Promise<void> {
  const label = text(key);
  const select = await options.waitForSelector(named(label, 'combobox'));
  await select?.select(value);
  await says(options, text('preferenceSaved', label));
}

async function review(code: string) {
  const page = await session.openRelation(code);
  return { page, review: await session.fetch(page) };
}

describe('preferences', () => {
  it('decide what the next review ticks, and how a new phone number is written', async () => {
    const { review: before } = await review('APR00517');
    expect(await before.row('phone')).toMatchObject({
      ticked: false,
      proposed: expect.stringContaining('056 35 46 57'),
    });
    await before.page.close();

    await options.bringToFront();
    await choose('preferencePhone', 'international');
    await choose('fieldPhone', 'always');
    await choose('fieldIncorporationDate', 'always');

    const { review: after } = await review('APR00517');
    expect(await after.row('phone')).toMatchObject({
      ticked: true,
      proposed: expect.stringContaining('+32 56 35 46 57'),
    });
    expect((await after.row('incorporationDate')).ticked).toBe(true);
    expect((await after.apply()).failed).toBe(false);
    expect(session.sandbox.relation('APR00517')).toMatchObject({
      phone: '+32 56 35 46 57',
      foundingDate: '2014-07-08T00:00:00',
    });
    await after.page.close();
  });

  it('decide the language of what is proposed and written, whatever the relation’s', async () => {
    const { review: before } = await review('APR00551');
    expect((await before.row('address')).proposed).toContain('Louis Mettewielaan');
    await before.page.close();

    await options.bringToFront();
    await choose('preferenceLanguage', 'fr');

    const { review: after } = await review('APR00551');
    expect((await after.row('address')).proposed).toContain('Boulevard Louis Mettewie');
    await after.tickOnly('address');
    expect((await after.apply()).failed).toBe(false);
    expect(session.sandbox.relation('APR00551')).toMatchObject({
      street: 'Boulevard Louis Mettewie',
      city: 'Molenbeek-Saint-Jean',
    });
    await after.page.close();
  });

  it.each([
    { notify: 'allPages', field: 'name', listIsTold: true },
    { notify: 'pagesOfTheRelation', field: 'website', listIsTold: false },
  ] as const)('decide who is offered to reload after a change: $notify', async ({ notify, field, listIsTold }) => {
    await options.bringToFront();
    await choose('preferenceNotify', notify);
    const list = await session.driven.newPage('https://app.adminpulse.be/#/relations');
    await list.waitForSelector('openthebox-buttons');
    const { page, review: opened } = await review('APR00510');
    await opened.tickOnly(field);
    expect((await opened.apply()).failed).toBe(false);

    const isTold = async (where: Page) => (await where.$('openthebox-buttons >>> button.reload')) !== null;
    await until('the file is told', () => isTold(page));
    if (listIsTold) await until('the list is told', () => isTold(list));
    else expect(await isTold(list)).toBe(false);
    for (const one of [list, page, opened.page]) await one.close();
  });

  it('outlive the worker and the page', async () => {
    await session.driven.killWorker();
    await options.close();
    options = await session.driven.openOptions();
    const select = await options.waitForSelector(named(text('preferencePhone'), 'combobox'));
    expect(await select?.evaluate((element) => (element as HTMLSelectElement).value)).toBe('international');
  });
});
