import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openOptions, openSession, type Session } from './session.ts';
import { sentences, text } from './text.ts';
import { says, until } from './until.ts';
import { CONNECTED, connect, named } from './user.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession({ alone: true });
});
afterAll(() => session?.close());

const badge = (shown: string) =>
  until(`the badge is "${shown}"`, () =>
    session.driven.inWorker(async (wanted) => (await chrome.action.getBadgeText({})) === wanted, shown),
  );

it('says that the user took the hosts back, asks for them, and goes on', async () => {
  const options = await openOptions(session.driven);
  await badge('');
  await session.driven.withdrawHosts();
  await badge('!');
  expect(await session.driven.inWorker(() => chrome.action.getTitle({}))).toContain(text('attentionHostPermission'));
  await says(options, text('settingsHostPermission'));
  expect(await violations(options)).toEqual([]);
  expect(await connect(options, 'AdminPulse')).toMatch(
    sentences(text('failureHostPermission', 'AdminPulse'), text('failureHostPermissionNext'), text('askForPermission')),
  );

  const popup = await session.driven.openPopupTab();
  await says(popup, text('attentionHostPermission'));
  await popup.close();

  await options.bringToFront();
  await (await options.waitForSelector(`main > [role="alert"] ${named(text('askForPermission'), 'button')}`))?.click();
  await session.driven.grantHosts();
  await badge('');
  await until('the options page no longer asks', async () => (await options.$('main > [role="alert"]')) === null);
  await options.$eval('input[name="apiKey"]', (input) => (input as HTMLInputElement).select());
  expect(await connect(options, 'AdminPulse')).toContain(CONNECTED.AdminPulse);
});
