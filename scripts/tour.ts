import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer';
import type { Driven } from '../test/e2e/browsers.ts';
import { text } from '../test/e2e/text.ts';
import { applyChanges, CONNECTED, clickFetch, connect, named, readReview } from '../test/e2e/user.ts';
import type { Sandbox } from '../test/sandbox/sandbox.ts';

const RELATION = 'APR00510';
const SCREENSHOTS = resolve('screenshots');

/** Connects both services in the options page, as a user would. Throws with what the page says if one is refused. */
async function connectAll(driven: Driven): Promise<Page> {
  const options = await driven.openOptions();
  for (const service of ['openthebox', 'AdminPulse'] as const) {
    const said = await connect(options, service);
    if (!said.startsWith(CONNECTED[service])) throw new Error(`${service} is not connected: ${said}`);
    console.log(`  ${service}: ${said}`);
  }
  return options;
}

function openRelationFile(driven: Driven): Promise<Page> {
  return driven.newPage(`https://app.adminpulse.be/#/relations/${RELATION}`);
}

/** The tour without a display: each step said, and a screenshot of each place that a user sees. */
export async function headlessTour(driven: Driven, sandbox: Sandbox): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const picture = async (page: Page, name: string) => {
    await page.bringToFront();
    await page.screenshot({ path: resolve(SCREENSHOTS, `${name}.png`) });
  };

  console.log('1. Connecting both services in the options page.');
  await picture(await connectAll(driven), '1-options');

  console.log(`2. Opening relation file ${RELATION} in AdminPulse.`);
  const relationFile = await openRelationFile(driven);
  await relationFile.waitForSelector(named(text('fetchFromOpenthebox'), 'button'));
  await picture(relationFile, '2-relation-with-buttons');

  console.log(`3. Clicking "${text('fetchFromOpenthebox')}" and waiting for the review.`);
  await clickFetch(relationFile);
  const review = await driven.waitForReview();
  console.log(`  ${await readReview(review)}`);
  await picture(review, '3-review');

  console.log(`4. Clicking "${text('applyChanges')}" and waiting for the outcome.`);
  const changesBefore = sandbox.history(RELATION).length;
  console.log(`  ${await applyChanges(review)}`);
  await picture(review, '4-outcome');

  console.log('5. Looking at the relation in AdminPulse again.');
  const [change] = sandbox.history(RELATION);
  if (change === undefined || sandbox.history(RELATION).length === changesBefore) {
    throw new Error(`AdminPulse's change history of ${RELATION} holds no change.`);
  }
  await relationFile.reload();
  await relationFile.waitForSelector(named(text('fetchFromOpenthebox'), 'button'));
  await picture(relationFile, '5-relation-changed');

  const problems = await driven.problems();
  if (problems.length > 0) throw new Error(`The browser's console shows errors:\n  ${problems.join('\n  ')}`);
  console.log(`Done. The screenshots are in ${SCREENSHOTS}`);
}

/** The tour with a display: all is made ready, and the newcomer goes on until the browser is closed. */
export async function openTour(driven: Driven): Promise<void> {
  console.log('Connecting both services in the options page.');
  await connectAll(driven);
  const relationFile = await openRelationFile(driven);
  await relationFile.bringToFront();
  console.log(`
The browser shows relation ${RELATION}. AdminPulse and openthebox are the sandbox's: nothing leaves this machine.
  1. Beside the VAT number, click "${text('fetchFromOpenthebox')}".
  2. Tick what should change, and click "${text('applyChanges')}".
  3. Reload the page: the relation holds the new values; its change history lists them.
The extension's own button in the toolbar looks companies up. Close the browser, or press Ctrl-C here, to end.`);
  await new Promise((ended) => driven.browser.once('disconnected', ended));
}
