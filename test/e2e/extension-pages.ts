import type { Browser, Page } from 'puppeteer';
import { PATIENCE_MS } from '../support/patience.ts';

/**
 * `review` is the popup's page as a window of its own, on one review: its address says which. `popup` is also that page as a
 * window that looks something up.
 */
export type PageKind = 'popup' | 'review' | 'options';

/** Paths, inside the extension, of its two pages. */
export type ExtensionPages = { readonly popup: string; readonly options: string };

/** Which of the extension's pages an address is, if any. `origin` has no slash at its end. */
export function kindOf(address: string, origin: string, pages: ExtensionPages): PageKind | undefined {
  const url = URL.parse(address);
  if (url === null || `${url.protocol}//${url.host}` !== origin) return undefined;
  const path = url.pathname.slice(1);
  if (path === pages.options) return 'options';
  if (path !== pages.popup) return undefined;
  const looksUp = url.hash === '' || url.hash.startsWith('#lookup=');
  return url.search === '' && looksUp ? 'popup' : 'review';
}

/** The page, whose own waits are as patient as ours from now on. */
export function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** The open pages of one kind that have loaded, oldest first. */
export async function pagesOf(
  browser: Browser,
  origin: string,
  pages: ExtensionPages,
  kind: PageKind,
): Promise<readonly Page[]> {
  const open = await browser.pages();
  const kinds = await Promise.all(open.map(async (page) => kindOf(await addressOf(page), origin, pages)));
  return open.filter((_, index) => kinds[index] === kind).map(patient);
}

/** The newest page of one kind that has loaded. Asks no page more than it must: each question takes time from the browser. */
export async function newestOf(
  browser: Browser,
  origin: string,
  pages: ExtensionPages,
  kind: PageKind,
  before: ReadonlySet<Page>,
): Promise<Page | undefined> {
  for (const page of (await browser.pages()).toReversed())
    if (!before.has(page) && kindOf(await addressOf(page), origin, pages) === kind) return patient(page);
  return undefined;
}

/**
 * Asked of the page itself: for pages of an extension, Firefox's driver reports "about:blank". One that still loads has no
 * address yet: were it closed while it asks for its first text, Chromium would give the extension no text ever after.
 */
async function addressOf(page: Page): Promise<string> {
  try {
    return await page.evaluate(() => (document.readyState === 'complete' ? location.href : ''));
  } catch {
    // The page is just being loaded or closed.
    return '';
  }
}
