import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { withLock } from './locks.ts';
import { storageItem } from './storage-item.ts';

/** The tab that a page is being opened in. */
export const tabItem = (id: string) => storageItem('session', `review-tab:${id}`, z.number());

/** In CSS pixels; it leaves room for AdminPulse beside it on a laptop's screen. */
const SIZE = { width: 860, height: 760 };

type PageWindow = {
  readonly id: string;
  readonly url: string;
  /** Held while the window is opened: two clicks at once open one. */
  readonly lock: `review-window:${string}` | `window:${string}`;
};

/**
 * Brings the page's window to the front, or opens one. What `prepare` returns begins before the window opens, and is waited for
 * outside of the lock.
 */
export async function openOrFocus(
  { id, url, lock }: PageWindow,
  prepare: (isOpen: boolean) => Promise<(() => Promise<void>) | undefined>,
): Promise<void> {
  const { underWay } = await withLock(lock, async () => {
    const isOpen = await focusWindow(id, url);
    const work = await prepare(isOpen);
    const begun = work?.();
    if (!isOpen) await openWindow(id, url);
    return { underWay: begun };
  });
  await underWay;
}

/** Whether a window shows this page. */
export const isOpen = async (id: string, url: string): Promise<boolean> => (await tabOf(id, url)) !== undefined;

/** False when no window shows this page. */
async function focusWindow(id: string, page: string): Promise<boolean> {
  const tabId = await tabOf(id, page);
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

async function openWindow(id: string, page: string): Promise<void> {
  const { tabs } = await browser.windows.create({ url: page, type: 'popup', ...SIZE });
  await tabItem(id).write(tabs?.[0]?.id);
}

/**
 * The tab that shows the page: by its address, for a tab's id outlives what it shows, and a window that the browser
 * restored after a restart is one too.
 */
async function tabOf(id: string, page: string): Promise<number | undefined> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return contexts.find(({ documentUrl }) => documentUrl === page)?.tabId ?? (await tabBeingOpened(id));
}

/** A page that was just opened has no address yet. */
async function tabBeingOpened(id: string): Promise<number | undefined> {
  const tabId = await tabItem(id).read();
  if (tabId === undefined) return undefined;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.status === 'loading' ? tabId : undefined;
}
