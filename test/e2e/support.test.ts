import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnexpectedError } from '../../src/messages/index.ts';
import { violations } from './axe.ts';
import { sendToWorker } from './messages.ts';
import { openOptions, openSession, type Session } from './session.ts';
import { text, textPattern } from './text.ts';
import { says, until } from './until.ts';
import { named } from './user.ts';

let session: Session;
let options: Page;
beforeAll(async () => {
  session = await openSession({ connect: false });
  options = await openOptions(session.driven);
});
afterAll(() => session?.close());

async function recorded(): Promise<readonly UnexpectedError[]> {
  const answer = await sendToWorker(options, 'getUnexpectedErrors');
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

const press = (page: Page, key: 'copyForSupport' | 'supportClear') => page.locator(named(text(key), 'button')).click();

/** Places in files of the extension, and nothing else. */
const POSITION = /^[\w./-]+\.(?:js|html):\d+:\d+$/;

describe('a defect of ours', () => {
  it('in the worker is shown, recorded with where it was, and can be copied for support', async () => {
    expect(await recorded()).toEqual([]);
    const page = await session.driven.openPopupTab();
    // No page of ours has so long an id: the worker throws what nothing foresees.
    await page.evaluate(() => {
      location.hash = `review=${'Peeters'.repeat(40)}`;
    });
    await page.reload({ waitUntil: [] });
    await says(page, text('failureInternal'));
    await press(page, 'copyForSupport');
    await says(page, text('supportCopied'));
    expect(await violations(page)).toEqual([]);

    const [error, ...others] = await recorded();
    expect(others).toEqual([]);
    expect(error).toMatchObject({ name: '$ZodError', version: expect.stringMatching(/^\d/) });
    expect(error?.positions.length).toBeGreaterThan(0);
    for (const position of error?.positions ?? []) expect(position).toMatch(POSITION);
    await page.close();
  });

  it('in a page is recorded too, without its message', async () => {
    await options.bringToFront();
    // What the page's own script calls in a click is not there.
    await options.evaluate(() => void Object.assign(HTMLElement.prototype, { focus: undefined }));
    await options.locator(named(text('continueWithout'), 'button')).click();
    const errors = await until('the error of the page is recorded', async () => {
      const now = await recorded();
      return now.length > 1 && now;
    });
    expect(errors.map(({ name }) => name)).toEqual(['TypeError', '$ZodError']);
    for (const position of errors[0]?.positions ?? []) expect(position).toMatch(POSITION);
    expect(errors[0]?.positions.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/Peeters|focus|not a function/);
  });

  it('is counted in the settings, where it can be copied and cleared', async () => {
    await options.reload({ waitUntil: [] });
    await says(options, textPattern('supportRecordedOther', /\d+/));
    expect(await violations(options)).toEqual([]);
    await press(options, 'copyForSupport');
    await says(options, text('supportCopied'));
    await press(options, 'supportClear');
    await says(options, text('supportCleared'));
    expect(await recorded()).toEqual([]);
  });
});
