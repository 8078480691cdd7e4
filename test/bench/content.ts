/**
 * What the content script costs on a list of 5,000 relations: at load, and over 3 s in which the page makes 20 rows anew
 * in each frame. Run alone: `node test/bench/content.ts [folder of the built extension]`.
 *
 * CPU time is counted, from the browser's own trace, so that what else the machine does matters less. Beside it stands
 * what a script costs on the same page that only walks all texts with a digit test. It is shown and not reckoned with: its
 * cost grows with the page and ours does not, so it tells little of the machine's speed.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { z } from 'zod';
import { findBrowser } from '../../scripts/find-browser.ts';
import { startChromium } from '../e2e/chromium.ts';
import { until } from '../e2e/until.ts';
import { startSandbox } from '../sandbox/sandbox.ts';

const ROWS = 5_000;
/** Of so many loads the least CPU time counts, for what else the machine does only adds; of tasks the longest in any. */
const LOADS = 10;
/** Milliseconds of CPU; bytes. */
const BUDGET = { load: 10, rendering: 30, longestTask: 50, bytes: 12_000 };

/** Walks all texts at load, once the list stands, and those of every element that is added. */
const WALKER = `
  const walk = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let found = 0;
    while (texts.nextNode()) if (/\\d{3}/.test(texts.currentNode.data)) found += 1;
    return found;
  };
  walk(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) walk(node);
  }).observe(document.body, { childList: true, subtree: true });
`;

const trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      /** Thread time and wall time, in microseconds. */
      tdur: z.number().optional(),
      dur: z.number().optional(),
      args: z.object({ data: z.object({ url: z.string().optional() }).optional() }).optional(),
    }),
  ),
});

/** Milliseconds of CPU of a content script, and of its longest task. */
type Cost = { readonly cpu: number; readonly longest: number };

const IS_CONTENT_SCRIPT = /^chrome-extension:.*\/(?:walker|content\.iife)\.js$/;

/** The cost of the content script while something is done in the page. */
async function costOf(page: Page, act: () => Promise<void>): Promise<Cost> {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await act();
  const recorded = await page.tracing.stop();
  const { traceEvents } = trace.parse(JSON.parse(new TextDecoder().decode(recorded)));
  const ours = traceEvents.filter(
    ({ name, args }) =>
      ['EvaluateScript', 'FunctionCall'].includes(name) && IS_CONTENT_SCRIPT.test(args?.data?.url ?? ''),
  );
  return {
    cpu: ours.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    longest: Math.max(0, ...ours.map(({ tdur = 0 }) => tdur)) / 1000,
  };
}

async function measure(
  extensionDir: string,
  sandboxPort: number,
  opensPage: boolean,
): Promise<{ load: Cost; rendering: Cost }> {
  const { path } = findBrowser('chromium');
  if (!path) throw new Error('No Chromium was found.');
  const { browser, close } = await startChromium(path, { extensionDir, sandboxPort });
  try {
    // The extension opens a page of its own at first, which would cover this one.
    const isOpen = async () => (await browser.pages()).some((page) => page.url().startsWith('chrome-extension:'));
    if (opensPage) await until('the options page is open', isOpen);
    const page = await browser.newPage();
    await page.bringToFront();
    const loads: Cost[] = [];
    for (let time = 0; time < LOADS; time += 1) {
      await page.goto('about:blank');
      const load = await costOf(page, async () => {
        await page.goto(`https://app.adminpulse.be/#/stress?rows=${ROWS}&rate=20&ms=3000&auto=0`);
        await until('the list stands', () => page.evaluate(() => document.documentElement.dataset.stress === 'ready'));
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      });
      loads.push(load);
    }
    await page.bringToFront();
    await until('the page is seen', () => page.evaluate(() => !document.hidden));
    const rendering = await costOf(page, async () => {
      await page.evaluate('window.runStress()');
    });
    const load = {
      cpu: Math.min(...loads.map(({ cpu }) => cpu)),
      longest: Math.max(...loads.map(({ longest }) => longest)),
    };
    return { load, rendering };
  } finally {
    await close();
  }
}

const extensionDir = process.argv[2] ?? 'dist/chrome';
const walkerDir = await mkdtemp(join(tmpdir(), 'walker-'));
await writeFile(join(walkerDir, 'walker.js'), WALKER);
await writeFile(
  join(walkerDir, 'manifest.json'),
  JSON.stringify({
    manifest_version: 3,
    name: 'walker',
    version: '1',
    content_scripts: [{ matches: ['https://app.adminpulse.be/*'], js: ['walker.js'], run_at: 'document_idle' }],
  }),
);
const sandbox = await startSandbox({ relations: ROWS });
try {
  const walker = await measure(walkerDir, sandbox.port, false);
  const script = await measure(extensionDir, sandbox.port, true);
  const measured = {
    load: script.load.cpu,
    rendering: script.rendering.cpu,
    longestTask: Math.max(script.load.longest, script.rendering.longest),
    bytes: (await stat(join(extensionDir, 'src/content/content.iife.js'))).size,
  };
  console.log('CPU ms', { walker, script });
  for (const what of ['load', 'rendering', 'longestTask', 'bytes'] as const) {
    const isKept = measured[what] <= BUDGET[what];
    console.log(`${isKept ? 'ok  ' : 'OVER'} ${what}: ${Math.round(measured[what] * 10) / 10} of ${BUDGET[what]}`);
    if (!isKept) process.exitCode = 1;
  }
} finally {
  await sandbox.stop();
  await rm(walkerDir, { recursive: true });
}
