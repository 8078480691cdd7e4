/**
 * How soon the popup shows itself, and the first company after the last key, when openthebox's answers take no time: those
 * of the sandbox on this machine do not. Run alone, after a build: `node test/bench/popup.ts`.
 *
 * The median counts, for what else the machine does comes and goes.
 */
import type { Page } from 'puppeteer';
import { openSession } from '../e2e/session.ts';
import { until } from '../e2e/until.ts';

const RUNS = 15;
/** Milliseconds. */
const BUDGET = { 'first paint': 100, 'first result': 150 };

type Measured = Record<keyof typeof BUDGET, number[]>;

/** Notes in the page when a key went down last, and when a company was painted first after that. */
function watchResults(): void {
  const times = { key: 0, result: 0 };
  Object.assign(window, { times });
  addEventListener('keydown', () => Object.assign(times, { key: performance.now(), result: 0 }), true);
  new MutationObserver(() => {
    const list = document.querySelector('[role="listbox"]');
    if (list === null || list.getAttribute('aria-busy') === 'true' || times.result > 0) return;
    requestAnimationFrame(() => {
      times.result ||= performance.now();
    });
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
}

/** From the start of the page's load to what it paints first. */
async function firstPaint(page: Page): Promise<number> {
  return until('the popup has painted', () =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
  );
}

async function firstResult(page: Page, query: string): Promise<number> {
  await page.keyboard.type(query);
  return until('a company is on screen', () =>
    page.evaluate(() => {
      const { times } = window as unknown as { times: { key: number; result: number } };
      return times.result > times.key && times.result - times.key;
    }),
  );
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const session = await openSession({ shape: 'nested' });
try {
  const measured: Measured = { 'first paint': [], 'first result': [] };
  for (let run = 0; run < RUNS; run += 1) {
    const popup = await session.driven.openPopupTab();
    await popup.waitForSelector('[role="combobox"]');
    measured['first paint'].push(await firstPaint(popup));
    await popup.evaluate(watchResults);
    measured['first result'].push(await firstResult(popup, 'peeters'));
    await popup.close();
    // The next run is to ask again.
    await session.driven.inWorker(() => chrome.storage.session.remove(['lookup-view', 'lookup-answers']));
  }
  for (const [what, budget] of Object.entries(BUDGET)) {
    const times = measured[what as keyof Measured];
    const middle = median(times);
    const isKept = middle <= budget;
    console.log(
      `${isKept ? 'ok  ' : 'OVER'} ${what}: ${Math.round(middle)} of ${budget} ms, ${(middle / budget).toFixed(2)} of the budget`,
      `(${times.map(Math.round).join(' ')})`,
    );
    if (!isKept) process.exitCode = 1;
  }
} finally {
  await session.close();
}
