import browser from 'webextension-polyfill';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../company/enterprise-number.ts';

/**
 * The company that the page in front is about: that of the buttons which the content script put into a relation's file.
 * Only AdminPulse's pages have them; into any other the browser lets nothing of ours.
 */
export async function companyOnPage(): Promise<EnterpriseNumber | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const link = await linkOnPage(tab.id);
  return link === undefined ? undefined : parseEnterpriseNumber(link.slice(link.lastIndexOf('/') + 1));
}

/** Undefined also for a page into which the browser lets nothing. */
async function linkOnPage(tabId: number): Promise<string | undefined> {
  const ran = await browser.scripting.executeScript({ target: { tabId }, func: companyOfButtons }).catch(() => []);
  return typeof ran[0]?.result === 'string' ? ran[0].result : undefined;
}

/** Runs in the page. The address of the company, if it is a relation's file; in a list, the buttons are compact. */
function companyOfButtons(): string | undefined {
  const [own, ...others] = [...document.querySelectorAll('openthebox-buttons')].flatMap(
    ({ shadowRoot }) => shadowRoot?.querySelector<HTMLAnchorElement>('[role="group"]:not(.compact) > a') ?? [],
  );
  return others.length === 0 ? own?.href : undefined;
}
