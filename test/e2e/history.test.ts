import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type House, openHouse } from './house.ts';
import { says, until } from './until.ts';
import { named } from './user.ts';

let house: House;
let options: Page;
beforeAll(async () => {
  house = await openHouse({ shape: 'nested' });
});
afterAll(() => house?.close());

const press = async (name: string) => (await options.waitForSelector(named(name, 'button')))?.click();
const shown = () => options.$$eval('.history .change strong', (names) => names.map(({ textContent }) => textContent));

/** The files that the page gives away from now on: their names and their bytes, as Latin-1. */
async function watchDownloads(): Promise<() => Promise<readonly (readonly [string, string])[]>> {
  await options.evaluate(() => {
    const files: [string, string][] = [];
    Object.assign(window, { files });
    const create = URL.createObjectURL;
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = (blob: Blob) => {
      const url = create(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = async function (this: HTMLAnchorElement) {
      const bytes = new Uint8Array((await blobs.get(this.href)?.arrayBuffer()) ?? new ArrayBuffer(0));
      files.push([this.download, Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')]);
    };
  });
  return () => options.evaluate(() => (window as unknown as { files: [string, string][] }).files);
}

it('what was written is shown before and after, found, undone, exported and deleted', async () => {
  for (const field of ['name', 'address'] as const) {
    const review = await house.fetch(await house.openRelation('APR00510'));
    await review.tickOnly(field);
    expect(await review.apply()).toMatchObject({ failed: false });
    await review.page.close();
  }

  options = await house.driven.openOptions();
  await options.bringToFront();
  await press('Show the history');
  await until('both changes are shown', async () => (await shown()).length === 2);
  await says(options, '2 changes');
  const bakery = await options.$$eval('.history .change', (items) => items.at(-1)?.textContent ?? '');
  expect(bakery).toContain('Bakkerij Peeters');
  expect(bakery).toContain('Bakkerij Peeters & Zonen');
  expect(bakery).toMatch(/verified.*from openthebox, read/);
  expect(await violations(options)).toEqual([]);

  const search = await options.waitForSelector('.history-filter input');
  // In the name before, in capitals; the address has no such word.
  await search?.type('NAME');
  await says(options, '1 change');
  const downloads = await watchDownloads();
  await press('Export as CSV');
  await says(options, '1 changes exported');
  await press('Export as Excel');
  const files = await until('both files are there', async () => {
    const all = await downloads();
    return all.length === 2 && all;
  });
  expect(files.map(([name]) => name)).toEqual([
    'openthebox-adminpulse-history.csv',
    'openthebox-adminpulse-history.xlsx',
  ]);
  const csv = files[0]?.[1] ?? '';
  expect(csv.slice(0, 3)).toBe('\xef\xbb\xbf');
  expect(csv).toContain('BE 0001.004.246;Changed;Name;Bakkerij Peeters;Bakkerij Peeters & Zonen;written;verified;');
  // A ZIP, as every Excel file is.
  expect(files[1]?.[1].slice(0, 4)).toBe('PK\x03\x04');

  await press('Undo Name of Bakkerij Peeters & Zonen');
  await says(options, 'Name: put back.');
  expect(house.sandbox.relation('APR00510').name).toBe('Bakkerij Peeters');

  await press('Delete all');
  await options.waitForSelector('dialog[open]');
  await options.keyboard.press('Escape');
  await until('the question is gone', async () => (await options.$('dialog[open]')) === null);
  await press('Delete all');
  await (await options.waitForSelector('dialog[open] button.primary'))?.click();
  await says(options, 'The history was deleted.');
  await says(options, 'Nothing has been written yet.');
});

it('10,000 changes are scrolled without a pause', async () => {
  await options.evaluate(async () => {
    const opening = indexedDB.open('journal');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const transaction = database.transaction('entries', 'readwrite');
    const start = Date.UTC(2026, 0, 1);
    for (let index = 0; index < 10_000; index += 1) {
      const at = new Date(start + index * 60_000).toISOString();
      transaction.objectStore('entries').put({
        id: `${at}-x.0000`,
        change: `${at}-x`,
        at,
        who: 'Office',
        kind: 'update',
        relation: { code: `APR${index}`, name: `Relation ${index}` },
        enterpriseNumber: '0001004246',
        fields: [{ field: 'name', before: `Before ${index}`, after: `After ${index}`, result: 'written' }],
        state: 'verified',
      });
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
  await options.close();
  options = await house.driven.openOptions();
  await options.bringToFront();
  await press('Show the history');
  await says(options, '10000 changes');
  expect(await options.$$eval('.history .change', (items) => items.length)).toBeLessThan(200);

  const pauses = await options.evaluate(async () => {
    const long: number[] = [];
    if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
      new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    }
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let turn = 0; turn < 3000 && document.querySelectorAll('.history .change').length <= 300; turn += 1) {
      scrollBy(0, 600);
      await frame();
    }
    return long;
  });
  expect(await options.$$eval('.history .change', (items) => items.length)).toBeGreaterThan(300);
  // What else the machine does may hold up one frame or two; each step of the list would.
  expect(pauses.filter((ms) => ms > 100).length).toBeLessThan(3);
});
