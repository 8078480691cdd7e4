import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer';

const INTERVAL_MS = 25;
const PATIENCE_MS = 15_000;

/**
 * Asks again until the answer is neither undefined nor false, for what no event announces.
 * Throws, naming `what`, after 15 s.
 */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await pause(INTERVAL_MS);
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
