import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TextKey } from '../../src/ui/texts.ts';
import { violations } from './axe.ts';
import { openSession, type Session } from './session.ts';
import { text } from './text.ts';
import { until } from './until.ts';

const BREWERY = 'APR00572';
const writes = () =>
  session.sandbox.requests().filter(({ host, method }) => host === 'api.adminpulse.be' && method !== 'GET');

let session: Session;
beforeAll(async () => {
  session = await openSession({ shape: 'nested' });
});
afterAll(() => session?.close());
afterEach(() => session.closePages());

describe('linked relations', () => {
  it('are listed with their match, and drawn beside the list once they are unfolded', async () => {
    const before = writes();
    const { page } = await session.fetch(await session.openRelation(BREWERY));
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
    expect(list).toContain(text('linkRepresented', 'Kris Verhoeven'));
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

    // The row itself has no box: each link is ticked on its own, and nothing is written until then.
    expect(await page.$('tr[data-field="linkedRelations"] input[type="checkbox"]')).toBeNull();
    expect(writes()).toEqual(before);
  });

  it('are added to a company, to one that is made first, and to a person; undo takes back exactly that', async () => {
    const review = await session.fetch(await session.openRelation(BREWERY));
    const { page } = review;
    await review.tickOnly();
    await (await page.waitForSelector('tr[data-field="linkedRelations"] button[aria-expanded="false"]'))?.click();
    await tick(page, 'Kapsalon Lila');
    await tick(page, 'An Peeters');
    await tick(page, 'KV MANAGEMENT');
    // The management company is no relation yet, and this office's statuses are numbers.
    await choose(page, 'linkStatus', 'KV MANAGEMENT', '4');
    expect(await violations(page)).toEqual([]);
    expect((await review.apply()).failed).toBe(false);

    const made = await until('the company was made', async () => {
      const [, code] =
        /KV MANAGEMENT \((APR\d+)\)/i.exec(await page.$eval('main', (main) => main.textContent ?? '')) ?? [];
      return code;
    });
    expect(session.sandbox.relation(made)).toMatchObject({ companyNumber: '0001008107', relationStatus: 4, type: 2 });
    expect(links()).toEqual([...BEFORE, '6 APR00513', '4 APR00601', `4 ${made}`]);
    expect(await matchOf(page, 'Peeters An')).toBe('both');

    // A colleague adds a link of another client; undo leaves it.
    session.sandbox.edit(BREWERY, {
      links: [...links(), '2 APR00510'].map((link): [number, string] => {
        const [type, code = ''] = link.split(' ');
        return [Number(type), code];
      }),
    });
    await review.press('undo');
    await until('it is undone', async () => links().length === BEFORE.length + 1);
    expect(links()).toEqual([...BEFORE, '2 APR00510']);
    expect(session.sandbox.relation(made)).toBeDefined();
  });
});

const BEFORE = ['4 APR00603', '1 APR00602'];

const links = () =>
  (session.sandbox.relation(BREWERY).tos as { linkType: number; uniqueIdentifier: string }[]).map(
    ({ linkType, uniqueIdentifier }) => `${linkType} ${uniqueIdentifier}`,
  );

async function tick(page: Page, name: string): Promise<void> {
  const box = await page.waitForSelector(`input[aria-label="${text('linkAdd', name)}"]:not(:disabled)`);
  await box?.click();
}

/** Chooses in the select that is labelled so, for this party. */
async function choose(page: Page, label: TextKey, name: string, value: string): Promise<void> {
  const select = await page.waitForSelector(`aria/${text(label)} ${name}[role="combobox"]`);
  await select?.select(value);
}

const matchOf = (page: Page, name: string) =>
  until(`${name} is listed`, () =>
    page.$$eval(
      'tr[data-link]',
      (rows, wanted) =>
        rows.find((row) => row.querySelector('bdi')?.textContent === wanted)?.getAttribute('data-match') ?? undefined,
      name,
    ),
  );
