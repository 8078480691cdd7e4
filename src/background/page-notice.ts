import browser from 'webextension-polyfill';
import type { Protocol } from '../messages.ts';
import { ADMINPULSE_PAGES } from './adminpulse-pages.ts';
import { sendMessage } from './messaging.ts';

/** Tells AdminPulse's pages that a relation was changed, so that they can offer to reload. */
export async function tellPages(change: Parameters<Protocol['relationChanged']>[0]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...ADMINPULSE_PAGES] });
  const told = tabs.flatMap(({ id }) => (id === undefined ? [] : [sendMessage('relationChanged', change, id)]));
  // A tab without a live content script (still loading, or from before an update) has nobody to tell.
  await Promise.allSettled(told);
}
