import './without-eval.ts';
import browser from 'webextension-polyfill';
import { noteRefused } from './attention/attention.ts';
import { keepBadge, showBadge } from './attention/badge.ts';
import { attempt } from './failure.ts';
import type { WorkerMessage } from './handlers/handler.ts';
import { HANDLERS } from './handlers.ts';
import { prune } from './journal/history.ts';
import { recover } from './journal/settle.ts';
import { addressOf, addToMenu, goTo, lookUpSelection } from './lookup/entrances.ts';
import { suggestionsFor } from './lookup/suggestions.ts';
import { followPolicy } from './managed/policy-change.ts';
import { onMessage } from './messaging.ts';
import { injectIntoOpenTabs } from './open-tabs.ts';
import { preferences } from './preferences/preferences.ts';
import { resumeIndex } from './relations/build-index.ts';
import { classifySender } from './sender.ts';
import { createServices } from './services.ts';
import { closeToContentScripts } from './storage-access.ts';

/**
 * The worker's entry. It may end between any two events: what must survive is in storage, and the listeners below are added
 * in the first turn, so that the event that woke it finds them.
 */
const services = createServices(async (service) => {
  await noteRefused(service, true);
  await showBadge();
});
const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };

for (const type of Object.keys(HANDLERS) as WorkerMessage[]) listen(type);

followPolicy();
keepBadge();
void closeToContentScripts();

// What an earlier worker left in the middle of a write.
void recover(services).then(async () => prune((await preferences()).historyMonths, Date.now()));
void resumeIndex(services);

function listen(type: WorkerMessage): void {
  const { from, answer } = HANDLERS[type];
  onMessage(type, ({ sender, data }) =>
    from.includes(classifySender(sender, own))
      ? // The table's rows have their own answer types, which the loop over them cannot name.
        (attempt<unknown>(() => answer(services, data)) as Promise<never>)
      : refuse(type),
  );
}

function refuse(type: WorkerMessage): never {
  throw new Error(`${type} may not be sent from there`);
}

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
