import browser from 'webextension-polyfill';
import type { Attention } from '../../messages.ts';
import { attention } from './attention.ts';

const COLOUR = '#a8201a';

/** Shows at the toolbar's button that something needs the user; its title says what. */
export async function showBadge(): Promise<void> {
  const found = await attention();
  const name = browser.i18n.getMessage('extensionName');
  await Promise.all([
    browser.action.setBadgeText({ text: found ? '!' : '' }),
    browser.action.setBadgeBackgroundColor({ color: COLOUR }),
    browser.action.setTitle({ title: found ? `${name}: ${said(found)}` : name }),
  ]);
}

/** The services' own spellings. */
const SERVICES = { openthebox: 'openthebox', adminpulse: 'AdminPulse' } as const;

function said(found: Attention): string {
  switch (found.kind) {
    case 'hostPermission':
      return browser.i18n.getMessage('attentionHostPermission');
    case 'notConnected':
      return browser.i18n.getMessage('attentionNotConnected');
    case 'refused':
      return browser.i18n.getMessage('attentionRefused', SERVICES[found.service]);
    case 'keyExpired':
      return browser.i18n.getMessage('attentionKeyExpired', dayFirst(found.on));
    case 'keyExpires':
      return browser.i18n.getMessage('attentionKeyExpires', dayFirst(found.on));
  }
}

const dayFirst = (date: string) => date.split('-').toReversed().join('/');

/** Keeps the badge true to what the user grants; the rest shows it anew where it changes something. */
export function keepBadge(): void {
  browser.permissions.onAdded.addListener(() => void showBadge());
  browser.permissions.onRemoved.addListener(() => void showBadge());
  void showBadge();
}
