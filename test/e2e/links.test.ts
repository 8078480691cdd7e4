import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type House, openHouse } from './house.ts';
import { until } from './until.ts';

const BREWERY = 'APR00572';
const writes = () =>
  house.sandbox.requests().filter(({ host, method }) => host === 'api.adminpulse.be' && method !== 'GET');

let house: House;
beforeAll(async () => {
  house = await openHouse({ shape: 'nested' });
});
afterAll(() => house?.close());
afterEach(() => house.closePages());

describe('linked relations', () => {
  it('are listed with their match, and drawn beside the list once they are unfolded', async () => {
    const before = writes();
    const { page } = await house.fetch(await house.openRelation(BREWERY));
    const unfold = await page.waitForSelector('tr[data-field="linkedRelations"] button[aria-expanded="false"]');
    expect(await page.$('.links-panel')).toBeNull();
    await unfold?.click();

    const links = await until('the links are listed', async () => {
      const rows = await page.$$eval('tr[data-link]', (all) =>
        all.map((row) => [row.querySelector('bdi')?.textContent ?? '', row.getAttribute('data-match') ?? '']),
      );
      return rows.length > 0 && rows;
    });
    expect(links).toEqual([
      ['An Peeters', 'only-openthebox'],
      ['KV MANAGEMENT', 'only-openthebox'],
      ['Kapsalon Lila', 'only-openthebox'],
      ['De Smet Ilse', 'ended'],
      ['Claes Rudy', 'only-adminpulse'],
    ]);
    const list = await page.$eval('.link-rows', (table) => table.textContent ?? '');
    expect(list).toContain('represented by Kris Verhoeven');
    expect(list).toContain('60%');

    const nodes = await until('the picture is drawn', async () => {
      const titles = await page.$$eval('.network .node title', (all) => all.map((title) => title.textContent));
      return titles.length > 0 && titles;
    });
    expect(nodes.toSorted()).toEqual([
      'An Peeters',
      'Brouwerij De Toren',
      'Claes Rudy',
      'De Smet Ilse',
      'KV MANAGEMENT',
      'Kapsalon Lila',
      'Kris Verhoeven',
    ]);

    // A click in the picture selects the row, and a name in the list the party in the picture.
    const selected = (where: string) =>
      page.$$eval(where, (all) => all.map((element) => element.querySelector('bdi, title')?.textContent));
    await page.$$eval('.network .node', (all) => {
      const node = all.find((one) => one.querySelector('title')?.textContent === 'Claes Rudy');
      node?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await until('the row is selected', async () => (await selected('.link-rows .selected')).join() === 'Claes Rudy');
    await page.$eval('.link-rows tr[data-match="ended"] button', (button) => button.click());
    await until('the party is selected', async () => (await selected('.network .selected')).join() === 'De Smet Ilse');
    expect(await violations(page)).toEqual([]);

    // They are only shown: the row cannot be ticked, and nothing is written.
    expect(await page.$('tr[data-field="linkedRelations"] input[type="checkbox"]')).toBeNull();
    expect(writes()).toEqual(before);
  });
});
