import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { opentheboxPage } from '../../company/addresses.ts';
import { parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import { LOOKUP_ASKED_KEY } from '../../messages/storage-keys.ts';
import { storageItem } from '../platform/storage-item.ts';

/** In CSS pixels. */
const WINDOW = { width: 430, height: 640 };
/** In characters; a longer selection is no name. */
const MAX_QUERY_LENGTH = 200;
const MENU_ITEM = 'look-up';

/** What the toolbar popup looks up when it opens next; the popup takes it away. */
const askedItem = storageItem('session', LOOKUP_ASKED_KEY, z.string());

const lookupPage = (query: string) =>
  browser.runtime.getURL(`src/popup/popup.html#lookup=${encodeURIComponent(query)}`);

/** Puts *Look up in openthebox* into the menu of a selection. The browser keeps it; an update may have another text. */
export async function addToMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU_ITEM,
    title: browser.i18n.getMessage('lookUpSelection'),
    contexts: ['selection'],
  });
}

/** Looks the selected text up in the toolbar popup; in a small window where the browser does not let it open by itself. */
export async function lookUpSelection(selection: string | undefined): Promise<void> {
  const query = (selection ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_QUERY_LENGTH);
  if (query === '') return;
  // Firefox opens the popup only while it handles the click: nothing is awaited before.
  const asked = askedItem.write(query);
  const isOpen = await opensPopup();
  await asked;
  if (isOpen) return;
  await askedItem.write(undefined);
  await browser.windows.create({ url: lookupPage(query), type: 'popup', ...WINDOW });
}

async function opensPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    // The browser refuses it: no window of its own is in front, or it does not let a popup open by itself.
    return false;
  }
}

/** Where the address bar's `otb` leads: a company that was chosen, or the lookup of what was typed. */
export function addressOf(entered: string): string {
  const number = parseEnterpriseNumber(entered);
  return number ? opentheboxPage(number) : lookupPage(entered.trim().slice(0, MAX_QUERY_LENGTH));
}

/** Goes to an address as the user asked for it in the address bar. */
export async function goTo(url: string, disposition: string): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
