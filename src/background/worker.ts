import './without-eval.ts';
import browser from 'webextension-polyfill';
import { listen } from '../messages/channel.ts';
import { keepBadge, noteRefused, showBadge } from './connection/attention.ts';
import { followPolicy } from './connection/follow-policy.ts';
import { prune } from './journal/history.ts';
import { reconcileAll } from './journal/reconcile.ts';
import { addressOf, addToMenu, goTo, lookUpSelection } from './lookup/entry-points.ts';
import { suggestionsFor } from './lookup/suggestions.ts';
import { answerMessage } from './messaging/handlers.ts';
import { classifySender } from './messaging/sender.ts';
import { injectIntoOpenTabs } from './platform/adminpulse-tabs.ts';
import { closeToContentScripts } from './platform/storage-access.ts';
import { recordUncaught } from './platform/unexpected-errors.ts';
import { resumeIndex } from './relations/build-index.ts';
import { createServices } from './services.ts';
import { preferences } from './settings/preferences.ts';

/**
 * The worker's entry. It may end between any two events: what must survive is in storage, and the listeners below are added
 * in the first turn, so that the event that woke it finds them.
 */
const services = createServices(async (service) => {
  await noteRefused(service, true);
  await showBadge();
});
const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };

recordUncaught(globalThis);

listen((type, data, sender) => answerMessage(services, classifySender(sender, own), type, data));

followPolicy();
keepBadge();
void closeToContentScripts();

// What an earlier worker left in the middle of a write.
void reconcileAll(services).then(async () => prune((await preferences()).historyMonths, Date.now()));
void resumeIndex(services);

// Pages that were open while AdminPulse's hosts were withdrawn have no script.
browser.permissions.onAdded.addListener(() => void injectIntoOpenTabs());

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install' || reason === 'update') void injectIntoOpenTabs();
  void addToMenu();
  if (reason === 'install') void browser.runtime.openOptionsPage();
});

browser.contextMenus.onClicked.addListener(({ selectionText }) => void lookUpSelection(selectionText));

browser.omnibox.onInputStarted.addListener(() =>
  browser.omnibox.setDefaultSuggestion({ description: browser.i18n.getMessage('lookUpInOpenthebox') }),
);
browser.omnibox.onInputChanged.addListener((typed, suggest) => void suggestionsFor(services, typed).then(suggest));
browser.omnibox.onInputEntered.addListener((entered, disposition) => void goTo(addressOf(entered), disposition));
