import browser from 'webextension-polyfill';

const PAGES = ['https://app.adminpulse.be/*', 'https://app.adminpulse.nl/*'];

/**
 * Brings a tab of AdminPulse to the front: one whose address names the relation, else the one that was used last. Without
 * one it opens AdminPulse's start page, for the address of a relation there is not documented.
 */
export async function openAdminPulse(relationCode: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: PAGES });
  const [latest] = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  const tab = tabs.find(({ url }) => url?.includes(relationCode)) ?? latest;
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: 'https://app.adminpulse.be/' });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
