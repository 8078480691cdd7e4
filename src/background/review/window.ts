import browser from 'webextension-polyfill';
import { reviewPage, tabItem } from './store.ts';

/** In CSS pixels; it leaves room for AdminPulse beside it on a laptop's screen. */
const SIZE = { width: 860, height: 760 };

/** Brings the review's page to the front. False when it has none. */
export async function focusReviewWindow(id: string): Promise<boolean> {
  const tabId = await reviewTab(id);
  if (tabId === undefined) return false;
  try {
    const { windowId } = await browser.tabs.update(tabId, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    return true;
  } catch {
    // The user closed it meanwhile.
    return false;
  }
}

/** Opens the review in a window of its own. */
export async function openReviewWindow(id: string): Promise<void> {
  const { tabs } = await browser.windows.create({ url: reviewPage(id), type: 'popup', ...SIZE });
  await tabItem(id).write(tabs?.[0]?.id);
}

/**
 * The tab that shows the review: by its address, for a tab's id outlives what it shows, and a window that the browser
 * restored after a restart is one too.
 */
async function reviewTab(id: string): Promise<number | undefined> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return contexts.find(({ documentUrl }) => documentUrl === reviewPage(id))?.tabId ?? (await tabBeingOpened(id));
}

/** A page that was just opened has no address yet. */
async function tabBeingOpened(id: string): Promise<number | undefined> {
  const tabId = await tabItem(id).read();
  if (tabId === undefined) return undefined;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.status === 'loading' ? tabId : undefined;
}
