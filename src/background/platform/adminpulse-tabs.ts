import browser from 'webextension-polyfill';
import { ADMINPULSE_PAGES } from '../../company/addresses.ts';

/**
 * Puts the content script into the AdminPulse pages that are open already when the extension is installed or updated;
 * Chrome does not. A script that is there from before is told to stop by the new one.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap(({ js = [] }) => js) ?? [];
  const tabs = await browser.tabs.query({ url: [...ADMINPULSE_PAGES] });
  const injected = tabs.flatMap(({ id }) =>
    id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files })],
  );
  // A tab that shows an error page, or that was closed meanwhile, takes no script.
  await Promise.allSettled(injected);
}
