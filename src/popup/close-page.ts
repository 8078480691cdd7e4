import browser from 'webextension-polyfill';

/** Closes the window or the toolbar popup that shows this page. A script may not close every window, but its own tab. */
export async function closePage(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) window.close();
  else await browser.tabs.remove(tab.id);
}
