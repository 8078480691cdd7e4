import { beforeEach, expect, it } from 'vitest';
import { notifyPages } from '../../../../src/background/relations/notify-pages.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.tabs.push(
    { id: 1, url: 'https://app.adminpulse.be/#/relations' },
    { id: 2, url: 'https://app.adminpulse.be/#/relations/APR00510' },
    { id: 3, url: 'https://app.adminpulse.nl/#/relations/APR00510/history?lang=nl' },
    { id: 4, url: 'https://app.adminpulse.be/#/relations/APR005101' },
    { id: 5, url: 'https://app.adminpulse.be/#/relations/XAPR00510' },
  );
});

it.each([
  ['allPages', [1, 2, 3, 4, 5]],
  ['pagesOfTheRelation', [2, 3]],
  ['nobody', []],
])('tells, for %s, the tabs %j', async (notify, told) => {
  fakeBrowser.local.set('preferences', { version: 1, notify });
  await notifyPages({ relationCode: 'APR00510', enterpriseNumber: '0001004246' });
  expect(fakeBrowser.told).toEqual(told);
});
