import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, EvaluateFunc, Page } from 'puppeteer';
import { z } from 'zod';
import { type BrowserName, findBrowser } from '../../scripts/find-browser.ts';
import { startChromium } from './chromium.ts';
import { type ExtensionPages, newestOf, type PageKind, pagesOf, patient } from './extension-pages.ts';
import { startFirefox } from './firefox.ts';
import { startAlone } from './start-lock.ts';
import { until } from './until.ts';

export type LaunchOptions = {
  /** Where the sandbox listens on 127.0.0.1; both services' host names lead there. */
  readonly sandboxPort: number;
  /** The built extension; without it, the one that ships. */
  readonly extensionDir?: string;
  readonly headless?: boolean;
  /**
   * Language of the browser and so of the extension's texts ("fr"). Firefox takes any; Chromium only those whose
   * language pack is installed (Debian's is the package chromium-l10n).
   */
  readonly language?: string;
  /** What the administrator of the machine set for the extension. In Chromium it arrives a moment after the start. */
  readonly managed?: object;
  /** How often pages are drawn, a second, where that can be chosen (Firefox); as for a user otherwise. */
  readonly frameRate?: number;
};

/** The browser that this run of the scenarios is for. */
export const chosenBrowser = z.enum(['chromium', 'firefox']).default('chromium').parse(process.env.BROWSER);

/** A function of ours that runs in another world, with the values that it is given there. */
type InWorld = <Params extends unknown[], Run extends EvaluateFunc<Params>>(
  run: Run,
  ...params: Params
) => Promise<Awaited<ReturnType<Run>>>;

export type StartOptions = LaunchOptions & { readonly extensionDir: string };

/** What differs between the browsers once they run. */
export type Started = {
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** Opens a page of the extension in a tab. */
  openExtensionPage(url: string): Promise<Page>;
  /** Opens the popup as the toolbar button does; undefined where a driver cannot reach into it. */
  readonly clickToolbarButton?: (page: Page) => Promise<Page>;
  readonly inWorker: InWorld;
  killWorker(): Promise<void>;
  grantOnRequest(host: string): Promise<void>;
  lookUpFromMenu(selection: string): Promise<void>;
  pressToolbarButton(page: Page): Promise<void>;
  closeToolbarPopup(): Promise<void>;
  problems(): Promise<readonly string[]>;
  log(): Promise<readonly string[]>;
  withdrawHosts(): Promise<void>;
  grantHosts(): Promise<void>;
  close(): Promise<void>;
};

/** A running browser with the extension in it. */
export type Driven = {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly origin: string;
  newPage(url: string): Promise<Page>;
  openOptions(): Promise<Page>;
  /** Opens the popup's page in a tab of its own, `hash` (`#review=…`) at the end of its address. */
  openPopupTab(hash?: string): Promise<Page>;
  /** Opens an image of the extension: a document with the extension's rights that runs no script and wakes no worker. */
  openSilentPage(): Promise<Page>;
  /**
   * The toolbar popup over `page`. Chromium opens the real one. Firefox's real one cannot be driven from outside, so
   * the popup's page opens in a tab of its own there.
   */
  openToolbarPopup(page: Page): Promise<Page>;
  /** The pages of this kind that are open now and have loaded, oldest first. */
  extensionPages(kind: PageKind): Promise<readonly Page[]>;
  /** Waits until such a page is open that was not there before, and returns the newest. */
  extensionPage(kind: PageKind, before?: ReadonlySet<Page>): Promise<Page>;
  /** Waits for the window that *Fetch* opens. */
  waitForReview(): Promise<Page>;
  /**
   * Runs a function with the extension's rights: in Chromium in the worker itself, which must be running; in Firefox,
   * whose background page cannot be reached, in a silent page of the extension, with the same storage and messages.
   */
  readonly inWorker: InWorld;
  /** Ends the background worker as the browser does when it is idle; the next event starts a new one. */
  killWorker(): Promise<void>;
  /** From now on the browser grants this host (a match pattern) without a question when the extension asks for it. */
  grantOnRequest(host: string): Promise<void>;
  /**
   * As if the user had selected this text and chosen the extension's entry in the context menu. No driver reaches the menu
   * itself; it makes the browser's event.
   */
  lookUpFromMenu(selection: string): Promise<void>;
  /** Opens the real toolbar popup over `page`, in both browsers; what it shows is told by what it keeps. */
  pressToolbarButton(page: Page): Promise<void>;
  /** Closes the real toolbar popup, if it is open. */
  closeToolbarPopup(): Promise<void>;
  /**
   * Uncaught errors and console errors so far, one line each; a failed request is none. Firefox keeps the *console*
   * errors of extension pages to itself, not their uncaught ones.
   */
  problems(): Promise<readonly string[]>;
  /** All that was said on consoles so far, uncaught errors included. Firefox keeps that of extension pages to itself. */
  log(): Promise<readonly string[]>;
  /** Takes all hosts back from the extension, as a user does in the browser's page of extensions. */
  withdrawHosts(): Promise<void>;
  /**
   * Gives them again: Firefox by its answer to what the extension asks, which is on screen. Chromium's question cannot be
   * driven from outside, so there it is done in the page of extensions.
   */
  grantHosts(): Promise<void>;
  close(): Promise<void>;
};

const starters = { chromium: startChromium, firefox: startFirefox };
/** What the builds leave for each. */
export const dist = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

const manifestSchema = z.object({
  action: z.object({ default_popup: z.string() }),
  options_ui: z.object({ page: z.string() }),
});

function readPages(extensionDir: string): ExtensionPages {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')));
  return { popup: manifest.action.default_popup, options: manifest.options_ui.page };
}

/** Starts a browser in which both services are the sandbox, with the extension as it ships. */
export function launch(name: BrowserName, options: LaunchOptions): Promise<Driven> {
  return startAlone(() => start(name, options));
}

async function start(name: BrowserName, options: LaunchOptions): Promise<Driven> {
  const extensionDir = resolve(options.extensionDir ?? dist[name]);
  const pages = readPages(extensionDir);
  const { path } = findBrowser(name);
  if (path === undefined) throw new Error(`No ${name} was found. "npm test" installs one.`);

  const started = await starters[name](path, { ...options, extensionDir });
  const { browser, origin } = started;

  const openExtensionPage = (path: string) => started.openExtensionPage(`${origin}/${path}`).then(patient);
  const extensionPages = (kind: PageKind) => pagesOf(browser, origin, pages, kind);
  const extensionPage = (kind: PageKind, before: ReadonlySet<Page> = new Set()) =>
    until(`the extension's ${kind} page is open`, () => newestOf(browser, origin, pages, kind, before));

  // On its installation the extension opens its options page; left there, it would come before a page opened here.
  await (await extensionPage('options')).close();

  return {
    name,
    browser,
    origin,
    async newPage(url) {
      const page = patient(await browser.newPage());
      await page.bringToFront();
      await page.goto(url);
      return page;
    },
    openOptions: () => openExtensionPage(pages.options),
    openPopupTab: (hash = '') => openExtensionPage(pages.popup + hash),
    openSilentPage: () => openExtensionPage('icons/16.png'),
    openToolbarPopup: (page) => started.clickToolbarButton?.(page).then(patient) ?? openExtensionPage(pages.popup),
    extensionPages,
    extensionPage,
    waitForReview: () => extensionPage('review'),
    inWorker: started.inWorker,
    killWorker: started.killWorker,
    grantOnRequest: started.grantOnRequest,
    lookUpFromMenu: started.lookUpFromMenu,
    pressToolbarButton: started.pressToolbarButton,
    closeToolbarPopup: started.closeToolbarPopup,
    problems: started.problems,
    log: started.log,
    withdrawHosts: started.withdrawHosts,
    grantHosts: started.grantHosts,
    close: started.close,
  };
}
