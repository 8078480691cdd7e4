import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { PATIENCE_MS } from '../support/patience.ts';

/** Each question takes time from the browser, which may need it to come to the answer: a long wait asks less often. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 100;

/** Asks again until the answer is neither undefined nor false, for what no event announces. Throws, naming `what`. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (
    let pauseMs = FIRST_PAUSE_MS;
    performance.now() < deadline;
    pauseMs = Math.min(1.3 * pauseMs, LONGEST_PAUSE_MS)
  ) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await pause(pauseMs);
  }
  throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain until ${what}.`);
}

/** Waits until the page says this. A text that changes inside its element tells no selector, so the page is asked again. */
export function says(page: Page, words: string | RegExp): Promise<true> {
  return until(`the page says "${words}"`, async () => {
    const said = await page.evaluate(() => document.body.textContent ?? '');
    const isThere = typeof words === 'string' ? said.includes(words) : words.test(said);
    return isThere ? true : undefined;
  });
}
