import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { sendToWorker } from './messages.ts';
import { openSession, type Session } from './session.ts';
import { text, textPattern } from './text.ts';
import { says, until } from './until.ts';
import { CONNECTED, CREDENTIALS, named } from './user.ts';

let session: Session;
let options: Page;
beforeAll(async () => {
  session = await openSession({ connect: false, alone: true });
  options = await session.driven.openOptions();
});
afterAll(() => session?.close());

/** What the toolbar's button shows. */
const badge = () =>
  session.driven.inWorker(async () => ({
    text: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
  }));

const shows = (wanted: string) =>
  until(`the badge is "${wanted}"`, async () => ((await badge()).text === wanted ? true : undefined));

/** The accessible name of what has the focus. */
const focused = () =>
  options.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.textContent?.trim();
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent?.trim() ?? '';
  });

/** Tabs until this has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    if ((await focused()) === name) return;
    await options.keyboard.press('Tab');
  }
  throw new Error(`"${name}" cannot be reached by the keyboard`);
}

/** As in a profile in which the extension was just installed. */
async function startAnew(shape: 'flat' | 'nested'): Promise<void> {
  session.sandbox.reset({ shape });
  for (const service of ['openthebox', 'adminpulse'] as const) {
    await sendToWorker(options, 'forget', { service });
  }
  await options.close();
  options = await session.driven.openOptions();
  await options.bringToFront();
}

describe.each(['flat', 'nested'] as const)('a stranger, in an office whose AdminPulse is %s', (shape) => {
  it('goes on without openthebox, and is told what is wrong with a key', async () => {
    await startAnew(shape);
    expect(await violations(options)).toEqual([]);
    await tabTo(text('continueWithout'));
    await options.keyboard.press('Enter');
    expect(await focused()).toBe(text('apiKey'));
    await options.keyboard.type('wrong');
    await options.keyboard.press('Enter');
    await says(options, text('failureUnauthorizedAdminPulse'));
    expect(await violations(options)).toEqual([]);
  });

  it('connects by the keyboard, without touching the mapping, in under a minute, and sees what is found', async () => {
    await startAnew(shape);
    await says(options, text('optionsSteps'));
    await shows('!');
    expect((await badge()).title).toContain(text('attentionNotConnected'));
    expect(await violations(options)).toEqual([]);

    const start = performance.now();
    await tabTo(text('clientId'));
    await options.keyboard.type(CREDENTIALS.openthebox.clientId);
    await tabTo(text('clientSecret'));
    await options.keyboard.type(CREDENTIALS.openthebox.clientSecret);
    await options.keyboard.press('Enter');
    await says(options, CONNECTED.openthebox);
    await tabTo(text('apiKey'));
    await options.keyboard.type(CREDENTIALS.AdminPulse.apiKey);
    await options.keyboard.press('Enter');
    await says(options, textPattern('checkFound', 'AdminPulse', 10, 10));
    await says(options, textPattern('checkFound', 'openthebox', 10, 10));
    expect(performance.now() - start).toBeLessThan(60_000);
    await shows('');
    expect(await violations(options)).toEqual([]);

    const file = await session.openRelation('APR00510');
    const review = await session.fetch(file);
    expect(Object.values(await review.verdicts())).not.toContain('unreadable');
    await review.page.close();
    await file.close();
    await options.bringToFront();
  });
});

it('the mapping is opened, changed and put back by the keyboard alone', async () => {
  await tabTo(`▸ ${text('mappingOf', 'AdminPulse')}`);
  await options.keyboard.press('Enter');
  await options.waitForSelector(named(text('mappingOf', 'AdminPulse'), 'table'));
  await tabTo(text('mappingChooseFor', text('fieldName')));
  await options.keyboard.press('Enter');
  await options.waitForSelector('.offered');
  expect(await violations(options)).toEqual([]);
  await tabTo(text('placeOther'));
  await options.keyboard.press('Enter');
  await options.waitForSelector('[role="tree"]');
  expect(await violations(options)).toEqual([]);
  await tabTo(text('mappingTypedPath'));
  await options.keyboard.down('Control');
  await options.keyboard.press('a');
  await options.keyboard.up('Control');
  await options.keyboard.type('$.displayName');
  await options.keyboard.press('Enter');
  await options.waitForSelector('tr[data-field="name"][data-how="chosen"]');
  expect(await violations(options)).toEqual([]);
  await tabTo(text('mappingBackToDefaultFor', text('fieldName')));
  await options.keyboard.press('Enter');
  await options.waitForSelector('tr[data-field="name"][data-how="default"]');
});

it('the expiry of the key is noted, and warned about when it is near', async () => {
  const day = new Date(Date.now() + 10 * 86_400_000);
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(twoDigits);
  const [iso, shown] = [parts.join('-'), parts.toReversed().join('/')];
  await options.$eval(
    'input[type="date"]',
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    iso,
  );
  await says(options, text('connectionExpiresSoon', shown));
  await shows('!');
  const popup = await session.driven.openPopupTab();
  await says(popup, text('attentionKeyExpires', shown));
  await popup.close();
});

it('nothing was logged as an error', async () => {
  const problems = await session.driven.problems();
  expect(problems).toEqual([]);
});
