import type { ElementHandle, Page } from 'puppeteer';
import type { BrowserName } from '../../scripts/find-browser.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import { chosenBrowser, type Driven, type LaunchOptions, launch } from './browsers.ts';
import { ReviewWindow } from './review-window.ts';
import { giveBack, takeShared } from './shared-browser.ts';
import { until } from './until.ts';
import { connect } from './user.ts';

/** A browser with the shipped extension, before the sandbox. */
export type Session = {
  readonly sandbox: Sandbox;
  readonly driven: Driven;
  /** Opens a relation's file in AdminPulse. */
  openRelation(code: string): Promise<Page>;
  /** Clicks *Fetch* on the page and waits for the review's window. */
  fetch(page: Page): Promise<ReviewWindow>;
  /** Closes every page but one that is empty and stays, so that the browser does. */
  closePages(): Promise<void>;
  close(): Promise<void>;
};

type SessionOptions = SandboxOptions & {
  readonly connect?: boolean;
  /** What the office's administrator set. */
  readonly managed?: object;
  /** In a browser of its own, in which the extension was just installed and pages are drawn as often as for a user. */
  readonly alone?: boolean;
};

/** A Firefox that several files used answers each scenario more slowly than the last, and takes half a core when nobody uses it. */
const SHARES: Readonly<Record<BrowserName, boolean>> = { chromium: true, firefox: false };
/** Pages that are drawn less often leave the machine more time. */
const FRAME_RATE = 20;

export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const { connect = true, managed, alone = managed !== undefined, ...settings } = options;
  const isShared = !alone && SHARES[chosenBrowser];
  const { sandbox, driven } = isShared
    ? await takeShared(settings)
    : await startBoth(settings, { ...(managed && { managed }), ...(!alone && { frameRate: FRAME_RATE }) });
  if (connect) await connectBoth(driven);
  let empty: Page | undefined;

  async function closePages() {
    // The reviews first: a new page opens in the window in front, which would otherwise be one of theirs.
    for (const page of await driven.extensionPages('review')) await page.close();
    const pages = await driven.browser.pages();
    if (!empty || !pages.includes(empty)) empty = await driven.newPage('about:blank');
    const others = pages.filter((page) => page !== empty);
    await Promise.all(others.map((page) => page.close()));
    // A window that is still about to close would take a tab that opens next with it.
    await until('the pages are closed', async () => (await Promise.all(others.map(isGone))).every(Boolean));
  }

  return {
    sandbox,
    driven,
    openRelation: (code) => driven.newPage(`https://app.adminpulse.be/#/relations/${code}`),
    async fetch(page) {
      const before = new Set(await driven.browser.pages());
      await (await fetchButton(page)).click();
      return new ReviewWindow(await driven.extensionPage('review', before));
    },
    closePages,
    async close() {
      if (isShared) {
        await closePages();
        return giveBack();
      }
      await driven.close();
      await sandbox.stop();
    },
  };
}

async function startBoth(settings: SandboxOptions, options: Pick<LaunchOptions, 'managed' | 'frameRate'>) {
  const sandbox = await startSandbox(settings);
  return { sandbox, driven: await launch(chosenBrowser, { sandboxPort: sandbox.port, ...options }) };
}

/** Firefox's driver goes on listing a page whose window the extension closed: it is gone where nothing can be asked of it. */
async function isGone(page: Page): Promise<boolean> {
  return page.isClosed() || page.evaluate(() => false).catch(() => true);
}

/** Types the credentials into the options page as a user does. */
async function connectBoth(driven: Driven): Promise<void> {
  const options = await openOptions(driven);
  await connect(options, 'openthebox');
  await connect(options, 'AdminPulse');
}

/** The options page in front: the one that is open, if any. */
export async function openOptions(driven: Driven): Promise<Page> {
  const options = (await driven.extensionPages('options')).at(-1) ?? (await driven.openOptions());
  await options.bringToFront();
  return options;
}

export async function fetchButton(page: Page): Promise<ElementHandle<Element>> {
  const button = await page.waitForSelector('openthebox-buttons >>> button');
  if (!button) throw new Error('no Fetch button');
  return button;
}
