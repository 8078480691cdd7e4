import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchButton, type House, openHouse } from './house.ts';
import { says, until } from './until.ts';
import { CREDENTIALS, named } from './user.ts';

let house: House;
let options: Page;
beforeAll(async () => {
  house = await openHouse({ connect: false });
  options = await house.driven.openOptions();
});
afterAll(() => house?.close());

const SECRETS = [CREDENTIALS.openthebox['Client secret'], CREDENTIALS.AdminPulse['API key']];

/** What the toolbar's button shows. */
const badge = () =>
  house.driven.inWorker(async () => ({
    text: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
  }));

const shows = (text: string) =>
  until(`the badge is "${text}"`, async () => ((await badge()).text === text ? true : undefined));

/** The accessible name of what has the focus. */
const focused = () =>
  options.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.textContent?.trim();
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent?.trim() ?? '';
  });

/** Tabs until this has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    if ((await focused()) === name) return;
    await options.keyboard.press('Tab');
  }
  throw new Error(`"${name}" cannot be reached by the keyboard`);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(): Promise<readonly string[]> {
  await options.evaluate(`${axe}; void 0`);
  return options.evaluate(async () => {
    const { axe: found } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await found.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

describe.each(['flat', 'nested'] as const)('a stranger, in an office whose AdminPulse is %s', (shape) => {
  it('connects by the keyboard, without touching the mapping, in under a minute, and sees what is found', async () => {
    house.sandbox.reset({ shape });
    for (const service of ['openthebox', 'adminpulse'] as const) {
      await options.evaluate((data) => chrome.runtime.sendMessage({ id: 1, timestamp: 1, type: 'forget', data }), {
        service,
      });
    }
    await options.close();
    options = await house.driven.openOptions();
    await options.bringToFront();
    await says(options, 'Three steps');
    await shows('!');
    expect((await badge()).title).toContain('AdminPulse is not connected yet');
    expect(await violations()).toEqual([]);

    const start = performance.now();
    await tabTo('Client ID');
    await options.keyboard.type(CREDENTIALS.openthebox['Client ID']);
    await tabTo('Client secret');
    await options.keyboard.type(CREDENTIALS.openthebox['Client secret']);
    await options.keyboard.press('Enter');
    await says(options, 'Connected: otb-office-7');
    await tabTo('API key');
    await options.keyboard.type(CREDENTIALS.AdminPulse['API key']);
    await options.keyboard.press('Enter');
    await says(options, 'AdminPulse: 10 of 10 fields found');
    await says(options, 'openthebox: 10 of 10 fields found');
    expect(performance.now() - start).toBeLessThan(60_000);
    await shows('');
    expect(await violations()).toEqual([]);
  });
});

it('the mapping is opened, changed and put back by the keyboard alone', async () => {
  await tabTo('▸ Fields in AdminPulse');
  await options.keyboard.press('Enter');
  await options.waitForSelector(named('Fields in AdminPulse', 'table'));
  await tabTo('Choose: Name');
  await options.keyboard.press('Enter');
  await options.waitForSelector('[role="tree"]');
  await tabTo('Or type a JSONPath');
  await options.keyboard.down('Control');
  await options.keyboard.press('a');
  await options.keyboard.up('Control');
  await options.keyboard.type('$.displayName');
  await options.keyboard.press('Enter');
  await options.waitForSelector('tr[data-field="name"][data-how="chosen"]');
  expect(await violations()).toEqual([]);
  await tabTo('Back to default: Name');
  await options.keyboard.press('Enter');
  await options.waitForSelector('tr[data-field="name"][data-how="default"]');
});

it('the expiry of the key is noted, and warned about when it is near', async () => {
  const day = new Date(Date.now() + 10 * 86_400_000);
  const iso = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
  await options.$eval(
    'input[type="date"]',
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    iso,
  );
  await says(options, 'make a new one in AdminPulse in time');
  await shows('!');
  const popup = await house.driven.openPopupTab();
  await says(popup, 'key expires on');
  await popup.close();
});

describe('a content script', () => {
  it('reaches no credential: not in storage, not by a message, not in the page, not in an error', async () => {
    const page = await house.openRelation('APR00510');
    await fetchButton(page);
    const reached = await house.driven.inWorker(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://app.adminpulse.be/*' });
      // Injected like the content script, and so into its world, with its rights.
      const [result] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: async () => {
          const told: unknown[] = [];
          const attempt = async (what: string, act: () => unknown) => {
            try {
              told.push([what, await act()]);
            } catch (error) {
              told.push([what, String(error), (error as Error).stack]);
            }
          };
          for (const area of ['local', 'session', 'sync', 'managed'] as const)
            await attempt(area, () => chrome.storage[area].get(null));
          const asks = [
            'getConnections',
            'getAttention',
            'getMapping',
            'exportMapping',
            'getReview',
            'lookUp',
            'forget',
          ];
          for (const type of [...asks, 'connectAdminPulse', 'connectOpenthebox', 'noteExpiry', 'openReview'])
            await attempt(type, () =>
              chrome.runtime.sendMessage({ id: 1, timestamp: 1, type, data: { service: 'adminpulse' } }),
            );
          await attempt('databases', async () => (await indexedDB.databases()).map(({ name }) => name));
          const host = document.querySelector('openthebox-buttons');
          told.push(['page', document.documentElement.outerHTML, host?.shadowRoot?.innerHTML]);
          return JSON.stringify(told);
        },
      });
      return String(result?.result);
    });
    expect(reached).toContain('Fetch from openthebox');
    for (const secret of SECRETS) expect(reached).not.toContain(secret);
    expect(reached).not.toMatch(/Bearer|access_?token":|otb-office-7/i);
    expect(reached).not.toContain('"credentials"');
    // Nothing that it asked was done.
    await options.bringToFront();
    await says(options, 'Connected: otb-office-7');
    await page.close();
  });
});

it('nothing was logged, and no credential in an error', async () => {
  const problems = await house.driven.problems();
  expect(problems).toEqual([]);
});
