import browser from 'webextension-polyfill';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../company/enterprise-number.ts';

/**
 * The company that the page in front is about: that of the buttons which the content script put into a relation's file.
 * Only AdminPulse's pages have them; into any other the browser lets nothing of ours.
 */
export async function companyOnPage(): Promise<EnterpriseNumber | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  try {
    const [injected] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: companyOfButtons });
    const link = typeof injected?.result === 'string' ? injected.result : '';
    return parseEnterpriseNumber(link.slice(link.lastIndexOf('/') + 1));
  } catch {
    return undefined;
  }
}

/** Runs in the page. The address of the company, if it is a relation's file; in a list, the buttons are compact. */
function companyOfButtons(): string | undefined {
  const [own, ...others] = [...document.querySelectorAll('openthebox-buttons')].flatMap(
    ({ shadowRoot }) => shadowRoot?.querySelector<HTMLAnchorElement>('[role="group"]:not(.compact) > a') ?? [],
  );
  return others.length === 0 ? own?.href : undefined;
}
