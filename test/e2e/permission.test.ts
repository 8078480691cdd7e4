import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type House, openHouse, openOptions } from './house.ts';
import { says, until } from './until.ts';
import { connect, named } from './user.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const badge = (text: string) =>
  until(`the badge is "${text}"`, () =>
    house.driven.inWorker(async (wanted) => (await chrome.action.getBadgeText({})) === wanted, text),
  );

it('says that the user took the hosts back, asks for them, and goes on', async () => {
  const options = await openOptions(house.driven);
  await badge('');
  await house.driven.withdrawHosts();
  await badge('!');
  expect(await house.driven.inWorker(() => chrome.action.getTitle({}))).toContain('does not let the extension reach');
  await says(options, 'Nothing works without this permission');
  expect(await violations(options)).toEqual([]);
  expect(await connect(options, 'AdminPulse')).toMatch(
    /does not let the extension reach AdminPulse.*Ask for permission/,
  );

  const popup = await house.driven.openPopupTab();
  await says(popup, 'does not let the extension reach');
  await popup.close();

  await options.bringToFront();
  await (await options.waitForSelector(`main > [role="alert"] ${named('Ask for permission', 'button')}`))?.click();
  await house.driven.grantHosts();
  await badge('');
  await until('the options page no longer asks', async () => (await options.$('main > [role="alert"]')) === null);
  await options.$eval('input[name="apiKey"]', (input) => (input as HTMLInputElement).select());
  expect(await connect(options, 'AdminPulse')).toMatch(/^Connected/);
});
