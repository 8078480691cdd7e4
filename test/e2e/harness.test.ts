import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { chosenBrowser, type Driven, launch } from './browsers.ts';
import { text } from './text.ts';
import { until } from './until.ts';
import { named } from './user.ts';

const RELATION_FILE = 'https://app.adminpulse.be/#/relations/APR00510';

let sandbox: Sandbox;
let driven: Driven;
let relationFile: Page;

beforeAll(async () => {
  sandbox = await startSandbox({ shape: 'nested' });
  driven = await launch(chosenBrowser, { sandboxPort: sandbox.port });
  relationFile = await driven.newPage(RELATION_FILE);
});

afterAll(async () => {
  await driven?.close();
  await sandbox?.stop();
});

it('runs the content script in AdminPulse, which the sandbox serves', async () => {
  await relationFile.waitForSelector(named(text('fetchFromOpenthebox'), 'button'));
  expect(sandbox.requests().map(({ host }) => host)).toContain('app.adminpulse.be');
});

it('opens the review as a window of its own on a trusted click', async () => {
  const fetchButton = relationFile.locator(named(text('fetchFromOpenthebox'), 'button'));
  await fetchButton.click();
  const review = await driven.waitForReview();
  await review.waitForSelector('h1, h2');
  await review.close();
  expect(await driven.extensionPages('review')).toEqual([]);
});

it('opens the options page', async () => {
  const options = await driven.openOptions();
  await options.waitForSelector(`::-p-aria([name="${text('apiKey')}"])`);
  expect(await driven.extensionPage('options')).toBe(options);
  await options.close();
});

it('opens the toolbar popup', async () => {
  const popup = await driven.openToolbarPopup(relationFile);
  await popup.waitForSelector(`::-p-aria([name="${text('lookupLabel')}"])`);
  await popup.close();
});

it('reaches the storage of the extension', async () => {
  await driven.inWorker((value: string) => chrome.storage.session.set({ harness: value }), 'kept');
  expect(await driven.inWorker(() => chrome.storage.session.get('harness'))).toEqual({ harness: 'kept' });
  await driven.inWorker(() => chrome.storage.session.remove('harness'));
});

it('ends the worker, and the next message finds a new one', async () => {
  const options = await driven.openOptions();
  await driven.killWorker();
  // The page asks the worker how the services stand, and says that it checks until it has the answer.
  await options.reload({ waitUntil: [] });
  expect(await answeredStatus(options)).toBe(text('connectionNone'));
  await options.close();
});

async function answeredStatus(options: Page): Promise<string> {
  return until('the new worker has answered', async () => {
    const section = await options.$(named('AdminPulse', 'region'));
    const status = await section?.$eval('[role="status"]', (region) => region.textContent ?? '');
    return status !== text('connectionChecking') && status;
  });
}

it('has seen no error', async () => {
  expect(await driven.problems()).toEqual([]);
});
