import browser from 'webextension-polyfill';
import { ADMINPULSE_PAGES } from '../../company/addresses.ts';
import { sendToTab } from '../../messages/channel.ts';
import type { Data } from '../../messages/index.ts';
import { preferences } from '../settings/preferences.ts';

/** The relation that something was written to. */
export type Written = Data<'relationChanged'>;

/**
 * Tells AdminPulse's pages that a relation was changed, so that they can offer to reload; those that show it do. As the
 * preferences say: all of them, those whose address names the relation, none.
 */
export async function notifyPages(change: Written): Promise<void> {
  const { notify } = await preferences();
  if (notify === 'nobody') return;
  const pages = await browser.tabs.query({ url: [...ADMINPULSE_PAGES] });
  const tabs = notify === 'allPages' ? pages : pages.filter(({ url = '' }) => names(url, change));
  const told = tabs.flatMap(({ id }) => (id === undefined ? [] : [sendToTab(id, 'relationChanged', change)]));
  // A tab without a live content script (still loading, or from before an update) has nobody to tell.
  await Promise.allSettled(told);
}

/** Which addresses AdminPulse gives to relations is not documented: any that holds the code as a word of its own. */
function names(url: string, { relationCode }: Written): boolean {
  return url.split(/[^\w-]/).includes(relationCode);
}
