import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TextKey } from '../../src/ui/texts.ts';
import { chosenBrowser } from './browsers.ts';
import { sendToWorker } from './messages.ts';
import { openSession, type Session } from './session.ts';
import { listed, text } from './text.ts';
import { says, until } from './until.ts';
import { named } from './user.ts';

/** The third shape, which no candidate knows: without the administrator's mapping nothing of a relation is found. */
const MAPPING = {
  version: 1,
  adminpulse: {
    name: '$.benaming',
    enterpriseNumber: '$.ondNr',
    vatNumber: '$.btwNr',
    phone: '$.telefoon',
    website: 'no path',
  },
  openthebox: {},
};

const SETTINGS = {
  openthebox: { clientId: 'otb-office-7', clientSecret: 'otb-secret' },
  adminpulse: { apiKey: 'ap-full-key' },
  fieldMapping: MAPPING,
  preferences: { phoneStyle: 'international', notify: 'everybody', historyMonths: 12, ticks: { phone: true } },
  features: { lookup: false, linkedRelations: false },
};

const SECRETS = /otb-secret|ap-full-key|Bearer/;

let session: Session;
let options: Page;
beforeAll(async () => {
  session = await openSession({ shape: 'foreign', connect: false, managed: SETTINGS });
  options = await session.driven.openOptions();
  // It arrives while the page is open, and the page follows.
  await says(options, text('connectionManaged'));
});
afterAll(() => session?.close());
afterEach(async () => {
  for (const page of await session.driven.extensionPages('review')) await page.close();
});

it('shows what the administrator set, says what is broken in it, and lets nothing of it be changed', async () => {
  await says(options, text('settingsManagedNext'));
  const said = await options.$eval('main', (main) => main.textContent ?? '');
  expect(said).toContain(
    text(
      'settingsManagedProblem',
      'preferences.notify',
      text('managedNotOneOf', 'allPages, pagesOfTheRelation, nobody'),
    ),
  );
  expect(said).toContain(text('settingsManagedProblem', 'fieldMapping.adminpulse.website', text('managedNotPath')));
  expect(said).toContain(text('settingsSwitchedOff', listed('featureLookup', 'fieldLinkedRelations')));
  expect(await options.$$('input[name="apiKey"], input[name="clientSecret"]')).toHaveLength(0);

  const isDisabled = async (label: TextKey) => {
    const select = await options.waitForSelector(named(text(label), 'combobox'));
    return select?.evaluate((element) => (element as HTMLSelectElement).disabled);
  };
  expect(await isDisabled('preferencePhone')).toBe(true);
  expect(await isDisabled('preferenceLanguage')).toBe(false);

  const refusal = { ok: false, failure: { kind: 'setByAdministrator' } };
  expect(await sendToWorker(options, 'setPreferences', { phoneStyle: 'national' })).toEqual(refusal);
  expect(await sendToWorker(options, 'setMapping', { service: 'adminpulse', field: 'name', path: '$.x' })).toEqual(
    refusal,
  );
  expect(await sendToWorker(options, 'connectAdminPulse', { apiKey: 'ap-read-key' })).toMatchObject({
    value: { state: 'failed', failure: refusal.failure },
  });
});

it('works with the credentials, the mapping, the preferences and the features of the administrator', async () => {
  const review = await session.fetch(await session.openRelation('APR00517'));
  const rows = await review.rows();
  expect(rows.map(({ field }) => field)).not.toContain('linkedRelations');
  expect(await review.row('phone')).toMatchObject({
    ticked: true,
    proposed: expect.stringContaining('+32 56 35 46 57'),
  });
  await review.tickOnly('phone');
  expect((await review.apply()).failed).toBe(false);
  expect(session.sandbox.relation('APR00517').telefoon).toBe('+32 56 35 46 57');

  expect(await sendToWorker(options, 'lookUp', { query: 'peeters' })).toEqual({
    ok: false,
    failure: { kind: 'featureOff' },
  });

  await options.bringToFront();
  await (await options.waitForSelector('#mapping h3 button'))?.click();
  await options.waitForSelector('#mapping tr[data-field="name"][data-how="managed"]');
  expect(await options.$('#mapping [data-pick="name"]')).toBeNull();
  expect(await options.$('#mapping [data-pick="address"]')).not.toBeNull();
});

it('gives no credential to a page, and in Chromium none to the content script', async () => {
  const page = await session.openRelation('APR00510');
  await page.waitForSelector('openthebox-buttons');
  const answers = JSON.stringify([
    ...(await Promise.all(
      (['getConnections', 'getPreferences', 'getSettings', 'exportMapping'] as const).map((type) =>
        sendToWorker(options, type),
      ),
    )),
    await options.evaluate(() => document.documentElement.outerHTML),
    await page.evaluate(() => document.documentElement.outerHTML),
  ]);
  expect(answers).toContain(text('connectionManaged'));
  expect(answers).not.toMatch(SECRETS);

  const seen = await until('the content script has answered', () => readInContentScript(session));
  // Firefox has no access levels: who controls our content script's process there can read the area.
  if (chosenBrowser === 'firefox') expect(seen).toMatch(SECRETS);
  else expect(seen).toMatch(/Access to storage is not allowed/);
});

/** What a content script in AdminPulse's page reads of the administrator's settings, or why it cannot. */
function readInContentScript({ driven }: Session): Promise<string | undefined> {
  return driven.inWorker(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://app.adminpulse.be/*' });
    if (tab?.id === undefined) return undefined;
    const read = async () => {
      try {
        return JSON.stringify(await chrome.storage.managed.get());
      } catch (error) {
        return String(error);
      }
    };
    const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: read });
    return frame?.result ?? undefined;
  });
}
