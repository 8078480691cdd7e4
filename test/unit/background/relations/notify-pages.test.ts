import { beforeEach, expect, it, vi } from 'vitest';
import type { World } from '../world.ts';

const world = await vi.hoisted(async () => {
  const { World: Made } = await import('../world.ts');
  const made: World = new Made();
  made.install();
  return made;
});

const { notifyPages } = await import('../../../../src/background/relations/notify-pages.ts');

beforeEach(() => {
  world.reset();
  world.tabs.push(
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
  world.local.set('preferences', { version: 1, notify });
  await notifyPages({ relationCode: 'APR00510', enterpriseNumber: '0001004246' });
  expect(world.told).toEqual(told);
});
