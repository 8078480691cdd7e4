import type { ElementHandle, Page } from 'puppeteer';
import { PATIENCE_MS } from '../support/patience.ts';
import { text } from './text.ts';
import { until } from './until.ts';

/** What a user does, by the names that are read out to them. */

/** What is typed into each field of the options page, by the key of the field's label. */
type Credentials = Readonly<Partial<Record<'clientId' | 'clientSecret' | 'apiKey', string>>>;

/** The credentials that the sandbox accepts. */
export const CREDENTIALS = {
  openthebox: { clientId: 'otb-office-7', clientSecret: 'otb-secret' },
  AdminPulse: { apiKey: 'ap-full-key' },
} as const;

/** What the options page says of each service that is connected with them. */
export const CONNECTED = {
  openthebox: text('connectionConnected', CREDENTIALS.openthebox.clientId),
  AdminPulse: text('connectionConnected', 'Kantoor Lindeboom, Kantoor Lindeboom Brussel'),
} as const;

/** Selects by accessible name and role, inside shadow roots too. */
export const named = (name: string, role: string) => `>>> ::-p-aria([name="${name}"][role="${role}"])`;

const button = (name: string) => named(name, 'button');

/** Clicks a button once it stands still: what comes above it, such as a message, moves it from under the pointer. */
export const pressButton = (page: Page, name: string): Promise<void> => page.locator(button(name)).click();

/** Types credentials into a section of the options page, connects, and returns what its status region says then. */
export async function connect(
  options: Page,
  service: keyof typeof CREDENTIALS,
  credentials: Credentials = CREDENTIALS[service],
): Promise<string> {
  const section = await present(options, named(service, 'region'), `the section "${service}" of the options page`);
  for (const [key, value] of Object.entries(credentials)) {
    const field = text(key as keyof Credentials);
    const input = await present(section, `>>> ::-p-aria([name="${field}"])`, `the field "${field}"`);
    await input.type(value);
  }
  const press = await present(section, button(text('connect')), `the button that connects "${service}"`);
  await press.click();
  const status = await present(section, '[role="status"]', `the status of "${service}"`);
  return until(`"${service}" is connected or says why not`, async () => {
    const isSettled = await status.evaluate(
      ({ classList }) => classList.contains('connected') || classList.contains('failed'),
    );
    return isSettled ? textOf(status) : undefined;
  });
}

/** Clicks *Fetch* in a relation file. */
export async function clickFetch(relationFile: Page): Promise<void> {
  const label = text('fetchFromOpenthebox');
  const fetchButton = await present(relationFile, button(label), `the button "${label}"`);
  await fetchButton.click();
}

/** Waits until the review shows its differences; throws with what it says instead. */
export async function readReview(review: Page): Promise<string> {
  return until('the review is on screen', async () => {
    const alert = await review.$('[role="alert"]');
    if (alert !== null) throw new Error(`The review says: ${await textOf(alert)}`);
    return (await review.$(named(text('changes'), 'table'))) === null ? undefined : statusOf(review);
  });
}

/** Clicks *Apply*, and returns what the review says when it is done; throws with its error if it failed. */
export async function applyChanges(review: Page): Promise<string> {
  const label = text('applyChanges');
  await (await present(review, button(label), `the button "${label}"`)).click();
  return until('the outcome is on screen', async () => {
    const alert = await review.$('[role="alert"]');
    if (alert !== null) throw new Error(`The review says: ${await textOf(alert)}`);
    return (await review.$('tr[data-field] .outcome')) === null ? undefined : statusOf(review);
  });
}

async function statusOf(page: Page): Promise<string> {
  return textOf(await present(page, '[role="status"]', 'the status region'));
}

/** The texts of an element, a space between each. */
async function textOf(element: ElementHandle): Promise<string> {
  return element.evaluate((node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
    return texts.join(' ').replace(/\s+/g, ' ').trim();
  });
}

/** The element, as soon as it is there; an error that names it otherwise. */
async function present(within: Page | ElementHandle, selector: string, what: string): Promise<ElementHandle> {
  try {
    const element = await within.waitForSelector(selector, { timeout: PATIENCE_MS });
    if (element !== null) return element;
  } catch {
    // Said below, by name.
  }
  throw new Error(`${what[0]?.toUpperCase()}${what.slice(1)} did not appear within ${PATIENCE_MS / 1000} s.`);
}
