import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TextKey } from '../../src/ui/texts.ts';
import { violations } from './axe.ts';
import { openSession, type Session } from './session.ts';
import { plural, text, textPattern } from './text.ts';
import { says, until } from './until.ts';
import { pressButton } from './user.ts';

let session: Session;
let options: Page;
beforeAll(async () => {
  session = await openSession({ shape: 'nested', alone: true });
});
afterAll(() => session?.close());

const press = (key: TextKey, ...substitutions: readonly string[]) => pressButton(options, text(key, ...substitutions));
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
    const review = await session.fetch(await session.openRelation('APR00510'));
    await review.tickOnly(field);
    expect(await review.apply()).toMatchObject({ failed: false });
    await review.page.close();
  }

  options = await session.driven.openOptions();
  await options.bringToFront();
  await press('historyShow');
  await until('both changes are shown', async () => (await shown()).length === 2);
  await says(options, plural('historyCount', 2));
  const bakery = await options.$$eval('.history .change', (items) => items.at(-1)?.textContent ?? '');
  expect(bakery).toContain('Bakkerij Peeters');
  expect(bakery).toContain('Bakkerij Peeters & Zonen');
  expect(bakery).toContain(text('historyVerified'));
  expect(bakery).toMatch(textPattern('historySourceAt', /\d\d\/\d\d\/\d{4} \d\d:\d\d/));
  expect(await violations(options)).toEqual([]);

  const search = await options.waitForSelector('.history-filter input');
  // In the name before, in capitals; the address has no such word.
  await search?.type('NAME');
  await says(options, plural('historyCount', 1));
  const downloads = await watchDownloads();
  await press('historyExportCsv');
  await says(options, plural('historyExported', 1));
  await press('historyExportXlsx');
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
  expect(csv).toContain(
    [
      'BE 0001.004.246',
      text('historyUpdate'),
      text('fieldName'),
      'Bakkerij Peeters',
      'Bakkerij Peeters & Zonen',
      text('outcomeWritten'),
      text('historyVerified'),
      '',
    ].join(';'),
  );
  // A ZIP, as every Excel file is.
  expect(files[1]?.[1].slice(0, 4)).toBe('PK\x03\x04');

  await press('historyUndoField', text('fieldName'), 'Bakkerij Peeters & Zonen');
  await says(options, `${text('fieldName')}: ${text('outcomeUndone')}.`);
  expect(session.sandbox.relation('APR00510').name).toBe('Bakkerij Peeters');

  await press('historyDelete');
  await options.waitForSelector('dialog[open]');
  await options.keyboard.press('Escape');
  await until('the question is gone', async () => (await options.$('dialog[open]')) === null);
  await press('historyDelete');
  await (await options.waitForSelector('dialog[open] button.primary'))?.click();
  await says(options, text('historyDeleted'));
  await says(options, text('historyEmpty'));
});

/** Puts so many changes after what was written, of relations that are not there. */
async function fillHistory(count: number): Promise<void> {
  await options.evaluate(async (most) => {
    const opening = indexedDB.open('journal');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const transaction = database.transaction('entries', 'readwrite');
    const entries = transaction.objectStore('entries');
    // What is there was written before all others.
    const there = entries.getAll();
    await new Promise((resolve) => {
      there.onsuccess = resolve;
    });
    entries.clear();
    for (const [index, entry] of there.result.entries()) {
      const at = new Date(Date.UTC(2025, 11, 1) + index).toISOString();
      entries.put({ ...entry, id: `${at}-x.0000`, change: `${at}-x`, at });
    }
    const start = Date.UTC(2026, 0, 1);
    for (let index = 0; index < most; index += 1) {
      const at = new Date(start + index * 60_000).toISOString();
      // Most have a field, some have nine: their heights differ.
      const fields = ['name', 'website', 'phone', 'address'].slice(0, index % 7 === 0 ? 4 : 1);
      entries.put({
        id: `${at}-x.0000`,
        change: `${at}-x`,
        at,
        who: 'Office',
        kind: 'update',
        relation: { code: `APR${index}`, name: `Relation ${index}` },
        enterpriseNumber: '0001004246',
        fields: fields.map((field) => ({
          field,
          before: `Before ${index}`,
          after: `After ${index}`,
          result: 'written',
        })),
        state: 'verified',
      });
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  }, count);
}

async function reopen(): Promise<void> {
  await options.close();
  options = await session.driven.openOptions();
  await options.bringToFront();
  await press('historyShow');
}

/** A frame that shows forty new changes, where something else runs on each core. */
const FRAME_OF_A_BUSY_MACHINE_MS = 50;

it('10,000 changes are scrolled to the last one without a pause', async () => {
  const review = await session.fetch(await session.openRelation('APR00510'));
  await review.tickOnly('name');
  expect(await review.apply()).toMatchObject({ failed: false });
  await review.page.close();
  await options.bringToFront();
  await fillHistory(9_999);
  await reopen();
  await says(options, plural('historyCount', 10_000));

  const { frames, most } = await options.evaluate(async () => {
    const last = () => document.querySelector('[aria-posinset="10000"]')?.getBoundingClientRect().top;
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const times: number[] = [];
    let mostItems = 0;
    let before = await nextFrame();
    for (let turn = 0; turn < 5000 && (last() ?? Number.POSITIVE_INFINITY) > innerHeight; turn += 1) {
      scrollBy(0, 4 * innerHeight);
      const now = await nextFrame();
      times.push(now - before);
      before = now;
      mostItems = Math.max(mostItems, document.querySelectorAll('.history .change').length);
    }
    return { frames: times, most: mostItems };
  });
  expect(await options.$eval('[aria-posinset="10000"]', (item) => item.textContent)).toContain('Bakkerij Peeters');
  // The page does not grow with what was seen, and nothing takes longer for it.
  expect(most).toBeLessThan(150);
  const tenth = Math.floor(frames.length / 10);
  // The quickest frames: what else the machine does lengthens some, and none of them all.
  const quick = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 10)] ?? 0;
  const [atFirst, atLast] = [quick(frames.slice(0, tenth)), quick(frames.slice(-tenth))];
  console.log(
    `history: ${frames.length} frames of four windows each, of ${atFirst.toFixed(0)} ms at first and ${atLast.toFixed(0)} ms at last (the quickest tenth); ${frames.filter((ms) => ms > 100).length} over 100 ms; at most ${most} changes on the page`,
  );
  expect(atLast).toBeLessThan(3 * Math.max(atFirst, FRAME_OF_A_BUSY_MACHINE_MS));

  // An undo at the far end leaves the user there, whether or not it works.
  const top = () =>
    options.$$eval(
      '.history .change',
      (items) => items.find(({ textContent }) => textContent.startsWith('Relation 1'))?.getBoundingClientRect().top,
    );
  await press('historyUndoField', text('fieldName'), 'Relation 1');
  await options.waitForSelector('.history [role=alert]');
  await says(options, text('failureNotFoundAdminPulse', 'APR1'));
  const there = await top();
  await press('historyUndoField', text('fieldName'), 'Bakkerij Peeters & Zonen');
  await says(options, `${text('fieldName')}: ${text('outcomeUndone')}.`);
  await says(options, plural('historyCount', 10_001));
  expect(Math.abs(((await top()) ?? Number.NaN) - (there ?? Number.NaN))).toBeLessThan(150);
});
