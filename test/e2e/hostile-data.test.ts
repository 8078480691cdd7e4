import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostilePairs } from './hostile-pairs.ts';
import { hostileEntries, hostileReviews, shownCode } from './hostile-reviews.ts';
import { sendToWorker } from './messages.ts';
import type { ReviewWindow } from './review-window.ts';
import { openSession, type Session } from './session.ts';
import { until } from './until.ts';

/**
 * Pairs of a company and a relation, read and compared by the worker's own code in this process, and shown by the shipped
 * pages: the worker keeps to 480 calls a minute, of which a pair takes some three.
 */
const PAIRS = 1_000;
/** So many of them go the whole way: from the two services through the worker onto the page. */
const WHOLE_WAY = 40;
/** Every so many of these the name is written too. */
const WRITE_EVERY = 10;
/** Every so many are shown with their links unfolded too, and drawn: a picture takes as long as twenty reviews. */
const DRAWN_EVERY = 10;
/** Reviews that are handed to the page at once. */
const BATCH = 50;

const pairs = hostilePairs(PAIRS);

let session: Session;
beforeAll(async () => {
  session = await openSession({ callsPerMinute: 1_000_000 });
});
afterAll(() => session?.close());

/** Waits for what the page shows of this pair: the ten rows, or why there are none. */
function settled(review: ReviewWindow): Promise<string> {
  return until('the review shows rows or says why not', () =>
    review.page.evaluate(() => {
      const busy = document.querySelector('main')?.getAttribute('aria-busy') === 'true';
      const rows = document.querySelectorAll('tr[data-field]').length;
      const alert = document.querySelector('[role="alert"]')?.textContent ?? '';
      if (busy || (rows === 0 && alert === '')) return undefined;
      return rows > 0 ? 'rows' : alert;
    }),
  );
}

/** Notes on the page whatever runs, fails, or would leave it. */
async function guard(page: Page): Promise<() => Promise<readonly string[]>> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.evaluate(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    addEventListener('securitypolicyviolation', ({ blockedURI }) => breaches.push(blockedURI));
    addEventListener('error', ({ message }) => breaches.push(message));
    addEventListener('unhandledrejection', ({ reason }) => breaches.push(String(reason)));
  });
  return async () => [
    ...dialogs,
    ...(await page.evaluate(() => [
      ...(window as unknown as { breaches: string[] }).breaches,
      ...('pwned' in window || 'pwned' in Object.prototype ? ['something ran'] : []),
    ])),
  ];
}

/** What no value may bring onto a page. */
const FOREIGN = 'main :is(script, iframe, object, embed, base, link, style, img)';

it(`${WHOLE_WAY} companies and relations full of markup come through the worker as text, and nothing runs`, {
  timeout: 120_000,
}, async () => {
  const review = await session.fetch(await session.openRelation('APR00510'));
  await review.rows();
  const breaches = await guard(review.page);
  const reviewId = await review.page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('review') ?? '');

  const seen = { rows: 0, failures: 0, writes: 0 };
  for (const [index, { openthebox, adminpulse }] of pairs.slice(0, WHOLE_WAY).entries()) {
    session.sandbox.clearFaults();
    const values = (hostile: Readonly<Record<string, unknown>>) => hostile as Record<string, never>;
    session.sandbox.fault({ host: 'openthebox.be', path: '/api/', kind: 'replace', values: values(openthebox) });
    session.sandbox.fault({
      host: 'api.adminpulse.be',
      method: 'GET',
      path: '/relations/',
      kind: 'replace',
      values: values(adminpulse),
    });
    await sendToWorker(review.page, 'refreshReview', { reviewId });
    const shown = await settled(review);
    if (shown === 'rows') seen.rows += 1;
    else seen.failures += 1;
    if (shown === 'rows' && index % WRITE_EVERY === 0) {
      await sendToWorker(review.page, 'applyReview', { reviewId, fields: ['name'] });
      await settled(review);
      seen.writes += 1;
    }
  }
  session.sandbox.clearFaults();
  console.log(`hostile pairs, the whole way: ${JSON.stringify(seen)}`);
  expect(seen.rows + seen.failures).toBe(WHOLE_WAY);
  expect(seen.rows).toBeGreaterThan(WHOLE_WAY / 2);
  expect(await review.page.$$(FOREIGN)).toHaveLength(0);
  expect(await breaches()).toEqual([]);
  await review.page.close();
});

it(`${PAIRS} of them are shown by the review and by the history as text, in their place`, {
  timeout: 180_000,
}, async () => {
  const reviews = hostileReviews(pairs);
  const { page } = await session.fetch(await session.openRelation('APR00572'));
  await page.bringToFront();
  const unfold = await page.waitForSelector('tr[data-field="linkedRelations"] button[aria-expanded="false"]');
  const breaches = await guard(page);

  const tags = new Set<string>();
  const faults: string[] = [];
  const show = async (indices: readonly number[]) => {
    for (let first = 0; first < indices.length; first += BATCH) {
      const batch = indices.slice(first, first + BATCH);
      const shown = batch.map((index) => reviews[index]);
      const found = await page.evaluate(showAll, JSON.stringify(shown), batch.map(shownCode), FOREIGN);
      for (const tag of found.tags) tags.add(tag);
      faults.push(...found.faults);
    }
  };
  await show([...reviews.keys()]);
  expect(tags).not.toContain('svg');
  await unfold?.click();
  await page.waitForSelector('.network .node');
  await show([...reviews.keys()].filter((index) => index % DRAWN_EVERY === 1));
  expect(tags).toContain('svg');
  expect(faults.slice(0, 20)).toEqual([]);
  console.log(`hostile pairs: ${reviews.length} reviews of ${[...tags].toSorted().join(' ')}`);
  expect(await breaches()).toEqual([]);
  await page.close();

  const options = await session.driven.openOptions();
  await options.bringToFront();
  const breachesThere = await guard(options);
  const entries = hostileEntries(reviews);
  for (let first = 0; first < entries.length; first += BATCH)
    await options.evaluate(putEntries, JSON.stringify(entries.slice(first, first + BATCH)));
  await options.$$eval('.history button', ([show]) => (show as HTMLElement).click());
  await until('the history is whole', () =>
    options.$$eval('.history button[aria-disabled="false"]', (buttons) => buttons.length > 1),
  );
  expect(await options.evaluate(scrollThrough, entries.length, FOREIGN)).toEqual([]);
  expect(await breachesThere()).toEqual([]);
  expect(await session.driven.problems()).toEqual([]);
});

/** In the review's page: puts one review after the other where the worker would, and looks at each. */
async function showAll(batch: string, codes: readonly string[], foreign: string) {
  const tags = new Set<string>();
  const faults: string[] = [];
  type Shown = { id: string; heading: string; changes: { field: string; current?: unknown; proposed?: unknown }[] };
  for (const [index, review] of (JSON.parse(batch) as Shown[]).entries()) {
    const code = codes[index] ?? '';
    const shown = new Promise<boolean>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.identity .facts')?.textContent?.includes(code)) return;
        observer.disconnect();
        resolve(true);
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      setTimeout(() => resolve(false), 10_000);
    });
    await chrome.storage.session.set({ [`review:${review.id}`]: review });
    if (!(await shown)) faults.push(`${code} is not shown`);
    const rows = document.querySelectorAll('tr[data-field]').length;
    if (rows !== 10) faults.push(`${code} has ${rows} rows`);
    // Chromium stores text as UTF-8, which half a surrogate pair has no place in.
    const heading = document.querySelector('h1')?.textContent;
    if (heading !== review.heading && heading !== review.heading.toWellFormed())
      faults.push(`${code} has another heading`);
    for (const { field, current, proposed } of review.changes.filter(
      ({ field }) => field === 'name' || field === 'website',
    ))
      for (const value of [current, proposed].filter((one) => typeof one === 'string')) {
        // Words are compared one by one: what is between them is shown as a space.
        const words = (text: string) => text.toWellFormed().split(/\s+/).join(' ');
        const said = words(document.querySelector(`tr[data-field="${field}"]`)?.textContent ?? '');
        if (!said.includes(words(value))) faults.push(`${code} has not its ${field}`);
      }
    if (document.querySelector(foreign)) faults.push(`${code} has ${document.querySelector(foreign)?.outerHTML}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`${code} is ${scrollWidth} wide, of ${clientWidth}`);
    for (const element of document.querySelectorAll('main *')) {
      tags.add(element.localName);
      if (element.getAttributeNames().some((name) => name.startsWith('on'))) faults.push(`${code} has a listener`);
      if (element instanceof HTMLAnchorElement && element.origin !== 'https://openthebox.be')
        faults.push(`${code} links to ${element.href}`);
    }
  }
  return { tags: [...tags], faults };
}

/** In the options page: as the journal has them. */
async function putEntries(batch: string): Promise<void> {
  const opening = indexedDB.open('journal');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const transaction = database.transaction('entries', 'readwrite');
  for (const entry of JSON.parse(batch) as unknown[]) transaction.objectStore('entries').put(entry);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

/** In the options page: looks at the whole history, and answers what is wrong with it. */
async function scrollThrough(count: number, foreign: string): Promise<readonly string[]> {
  const faults = new Set<string>();
  const seen = new Set<string>();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let turn = 0; turn < 20_000 && seen.size < count; turn += 1) {
    for (const change of document.querySelectorAll('.history .change')) {
      const code = /APR9\d{4}/.exec(change.querySelector('.facts')?.textContent ?? '')?.[0] ?? '';
      if (seen.has(code) || code === '') continue;
      seen.add(code);
      const { right } = change.getBoundingClientRect();
      const box = document.querySelector('.history')?.getBoundingClientRect().right ?? 0;
      if (right > box || change.scrollWidth > change.clientWidth) faults.add(`${code} is too wide`);
    }
    if (document.querySelector(foreign)) faults.add(document.querySelector(foreign)?.outerHTML ?? '');
    for (const element of document.querySelectorAll('.history *'))
      if (element.getAttributeNames().some((name) => name.startsWith('on')) || element.hasAttribute('href'))
        faults.add(element.outerHTML);
    scrollBy(0, innerHeight);
    await frame();
  }
  if (seen.size < count) faults.add(`${seen.size} of ${count} were seen`);
  return [...faults];
}
