import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { fetchButton, openSession, type Session } from './session.ts';
import { until } from './until.ts';

/** Pages that fight the extension for its buttons. They may have the fight; nobody else is to notice it. */
let session: Session;
beforeAll(async () => {
  session = await openSession({ alone: true });
});
afterAll(() => session?.close());
beforeEach(() => session.sandbox.reset());
afterEach(() => session.closePages());

/** Frames in which a page does its worst: a second and a half. */
const FRAMES = 90;

/** What the page does in each frame, and how often that made the extension put buttons into it. */
type Fight = 'makes all of itself anew' | 'takes the buttons away' | 'copies them' | 'moves them';

/** Fights for so many frames; answers how long that took (milliseconds), and how often buttons were put into the page. */
function fight(page: Page, how: Fight): Promise<{ readonly took: number; readonly put: number }> {
  return page.evaluate(
    async (what, frames) => {
      let put = 0;
      let ours = false;
      const observer = new MutationObserver((records) => {
        if (ours) return;
        for (const { addedNodes } of records)
          for (const node of addedNodes) if (node.nodeName === 'OPENTHEBOX-BUTTONS') put += 1;
      });
      observer.observe(document, { subtree: true, childList: true });
      const other = document.querySelector('main') ?? document.body;
      const moves: Record<string, () => void> = {
        'makes all of itself anew': () =>
          other.replaceChildren(...[...other.childNodes].map((node) => node.cloneNode(true))),
        'takes the buttons away': () => {
          for (const host of document.querySelectorAll('openthebox-buttons')) host.remove();
        },
        'copies them': () => {
          const host = document.querySelector('openthebox-buttons');
          if (host) other.append(host.cloneNode(true), host.cloneNode(true));
        },
        'moves them': () => {
          const host = document.querySelector('openthebox-buttons');
          if (host) other.prepend(host);
        },
      };
      const start = performance.now();
      for (let frame = 0; frame < frames; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        // What the page adds itself does not count: it is told apart by taking its records at once.
        for (const { addedNodes } of observer.takeRecords())
          for (const node of addedNodes) if (node.nodeName === 'OPENTHEBOX-BUTTONS') put += 1;
        ours = true;
        moves[what]?.();
        observer.takeRecords();
        ours = false;
      }
      observer.disconnect();
      return { took: performance.now() - start, put };
    },
    how,
    FRAMES,
  );
}

const calls = () => session.sandbox.requests().filter(({ host }) => host !== 'app.adminpulse.be').length;
const reviews = () => session.driven.extensionPages('review');
const hosts = (page: Page) => page.$$eval('openthebox-buttons', (all) => all.map((host) => host.shadowRoot !== null));

/** As the page could do itself: the instance in it gives way to another one, which never comes. */
const withoutExtension = (page: Page) =>
  page.evaluate(() => void document.dispatchEvent(new Event('openthebox-for-adminpulse')));

/** What is put back after it was taken: at most so often, then the extension gives way for ten seconds. */
const PATIENCE_MS = 6;
/** Milliseconds between two looks at a file. */
const GAP = 30;

it.each<{ readonly how: Fight; readonly least: number; readonly most: (took: number) => number }>([
  // Nothing was taken where all is new: they are put back in each look.
  { how: 'makes all of itself anew', least: 1, most: (took) => Math.ceil(took / GAP) + 1 },
  { how: 'takes the buttons away', least: 1, most: () => PATIENCE_MS },
  { how: 'copies them', least: 0, most: () => PATIENCE_MS },
  { how: 'moves them', least: 1, most: () => PATIENCE_MS },
])('a page that $how in each frame meets no loop, no call and no delay', async ({ how, least, most }) => {
  const page = await session.openRelation('APR00510');
  await page.bringToFront();
  await fetchButton(page);
  const before = calls();
  const { took, put } = await fight(page, how);
  expect(put).toBeGreaterThanOrEqual(least);
  expect(put).toBeLessThanOrEqual(most(took));
  // When the fight is over, the buttons stand where they belong, once: after a while, or as soon as the user goes on.
  if (how !== 'takes the buttons away') await page.evaluate(() => history.replaceState(null, '', location.href));
  await until('the buttons stand once', async () => (await hosts(page)).join() === 'true');
  expect(
    await page.$eval('openthebox-buttons', ({ previousElementSibling }) => previousElementSibling?.localName),
  ).toBe('input');
  expect(calls()).toBe(before);
  expect(await reviews()).toEqual([]);

  await withoutExtension(page);
  const alone = await fight(page, how);
  console.log(`${how}: ${FRAMES} frames in ${took.toFixed(0)} ms, ${alone.took.toFixed(0)} ms alone; put ${put} times`);
  expect(took).toBeLessThan(alone.took * 2);
});
