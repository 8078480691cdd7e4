import browser from 'webextension-polyfill';
import { ADMINPULSE_PAGES, ADMINPULSE_START_PAGE } from '../company/addresses.ts';

/**
 * Brings a tab of AdminPulse to the front: one whose address names the relation, else the one that was used last. Without
 * one it opens AdminPulse's start page, for the address of a relation there is not documented.
 */
export async function openAdminPulse(relationCode: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...ADMINPULSE_PAGES] });
  const [latest] = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  const tab = tabs.find(({ url }) => url?.includes(relationCode)) ?? latest;
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: ADMINPULSE_START_PAGE });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
