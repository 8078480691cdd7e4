import { rmSync } from 'node:fs';
import puppeteer, { type Browser, type CDPSession, type Target } from 'puppeteer';
import { PATIENCE_MS } from '../support/patience.ts';
import type { Started, StartOptions } from './browsers.ts';
import { manageChromium } from './chromium-policy.ts';
import { newProfile } from './profile-folder.ts';
import { until } from './until.ts';

/** Chromium's sandbox cannot be set up by root, nor in most containers that CI runs in. */
const withoutSandbox = process.getuid?.() === 0 || process.env.CI !== undefined;

export async function startChromium(
  executablePath: string,
  { managed: settings, ...options }: StartOptions,
): Promise<Started> {
  if (settings === undefined) return start(executablePath, options);
  const managed = manageChromium(options.extensionDir, settings);
  try {
    const started = await start(executablePath, { ...options, extensionDir: managed.extensionDir });
    return { ...started, close: () => started.close().finally(managed.remove) };
  } catch (error) {
    managed.remove();
    throw error;
  }
}

async function start(
  executablePath: string,
  { sandboxPort, extensionDir, headless = true, language = 'en' }: StartOptions,
): Promise<Started> {
  const sandbox = `127.0.0.1:${sandboxPort}`;
  const hosts = ['*.adminpulse.be', '*.adminpulse.nl', 'openthebox.be', 'ec.europa.eu'];
  const profile = newProfile('chromium');
  const removeProfile = () => rmSync(profile, { recursive: true, force: true });
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: profile,
    headless,
    pipe: true,
    timeout: PATIENCE_MS,
    enableExtensions: [extensionDir],
    // Every window keeps the size that the extension or the user gives it.
    defaultViewport: null,
    // Linux takes the language from LANGUAGE, Windows from --lang.
    env: { ...process.env, LANGUAGE: language },
    args: [
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host} ${sandbox}`).join(',')}`,
      '--ignore-certificate-errors',
      ...(withoutSandbox ? ['--no-sandbox'] : []),
      '--disable-gpu',
      // To start a process takes longer than most tests: pages of one site share theirs, and none is in reserve.
      '--process-per-site',
      '--renderer-process-limit=2',
      '--disable-features=SpareRendererForSitePerProcess',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--lang=${language}`,
      `--accept-lang=${language}`,
      '--window-size=1280,1000',
    ],
  });
  const consoles = collectConsoles(browser);
  const extension = await until('Chromium has loaded the extension', async () =>
    [...(await browser.extensions()).values()].at(0),
  );
  const origin = `chrome-extension://${extension.id}`;
  const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(`${origin}/`);
  const runningWorker = async () => {
    const worker = await (await browser.waitForTarget(isWorker, { timeout: PATIENCE_MS })).worker();
    if (worker === null) throw new Error('The worker ended while it was being reached.');
    return worker;
  };

  return {
    browser,
    origin,
    async openExtensionPage(url) {
      const page = await browser.newPage();
      await page.bringToFront();
      await page.goto(url);
      return page;
    },
    async pressToolbarButton(page) {
      await page.bringToFront();
      await extension.triggerAction(page);
    },
    async closeToolbarPopup() {
      const isOurs = (target: Target) => target.type() === 'page' && target.url().startsWith(`${origin}/`);
      const inTabs = new Set((await browser.pages()).map((page) => page.target()));
      const popups = browser.targets().filter((target) => isOurs(target) && !inTabs.has(target));
      for (const popup of popups) await (await popup.asPage()).close();
    },
    async clickToolbarButton(page) {
      await page.bringToFront();
      const before = new Set(browser.targets());
      await extension.triggerAction(page);
      const target = await browser.waitForTarget(
        (candidate) =>
          !before.has(candidate) && candidate.url().startsWith(`${origin}/`) && candidate.type() === 'page',
        { timeout: PATIENCE_MS },
      );
      return target.asPage();
    },
    inWorker: (run, ...params) => runningWorker().then((worker) => worker.evaluate(run, ...params)),
    async killWorker() {
      const target = await browser.waitForTarget(isWorker, { timeout: PATIENCE_MS });
      // A message that is under way may keep it, or start the next one at once: this one has to end.
      await until('the worker has ended', async () => {
        if (!browser.targets().includes(target)) return true;
        await (await target.worker())?.close().catch(() => {});
        return !browser.targets().includes(target);
      });
    },
    async grantOnRequest(host) {
      // As if the user had once given the host in the list of extensions: a later request finds it granted.
      const extensions = await browser.newPage();
      await extensions.goto('chrome://extensions');
      await extensions.evaluate(
        (id, pattern) =>
          (chrome as unknown as ExtensionsPage).developerPrivate.addHostPermission(id, pattern).then(() => undefined),
        extension.id,
        host,
      );
      await extensions.close();
    },
    async lookUpFromMenu(selection) {
      await (await runningWorker()).evaluate((selectionText) => {
        const onClicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: object): void };
        onClicked.dispatch({ menuItemId: 'look-up', selectionText });
      }, selection);
    },
    problems: async () => consoles.problems,
    log: async () => consoles.log,
    withdrawHosts: () => giveHosts(browser, extension.id, 'ON_CLICK'),
    grantHosts: () => giveHosts(browser, extension.id, 'ON_ALL_SITES'),
    close: () => browser.close().finally(removeProfile),
  };
}

/** What Chromium's own list of extensions may do. */
type ExtensionsPage = {
  readonly developerPrivate: { addHostPermission(extension: string, host: string): Promise<unknown> };
};

/** What the switch "Site access" in the page of extensions does. */
async function giveHosts(
  browser: Browser,
  extensionId: string,
  hostAccess: 'ON_CLICK' | 'ON_ALL_SITES',
): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (update) => {
      type Developer = { updateExtensionConfiguration(change: object): Promise<void> };
      return (chrome as unknown as { developerPrivate: Developer }).developerPrivate.updateExtensionConfiguration(
        update,
      );
    },
    { extensionId, hostAccess },
  );
  await page.close();
}

type Consoles = { readonly problems: string[]; readonly log: string[] };

/** Listens to every page and worker; DevTools tells a late listener what it missed. */
function collectConsoles(browser: Browser): Consoles {
  const consoles: Consoles = { problems: [], log: [] };
  const listen = async (target: Target) => {
    try {
      // On a worker only puppeteer's own session: any other would keep it from ending.
      const worker = await target.worker();
      const session = worker === null && target.type() === 'page' ? await target.createCDPSession() : worker?.client;
      if (session === undefined) return;
      note(session, target, consoles);
      await session.send('Runtime.enable');
    } catch {
      // The target closed before it could be listened to.
    }
  };
  browser.on('targetcreated', listen);
  for (const target of browser.targets()) void listen(target);
  return consoles;
}

function note(session: CDPSession, target: Target, { problems, log }: Consoles): void {
  const add = (line: string, isProblem: boolean) => {
    log.push(line);
    if (isProblem) problems.push(line);
  };
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    add(`${target.url()}: ${exception?.description ?? text}`, true);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const said = args.map(({ value, description }) => value ?? description).join(' ');
    add(`${target.url()}: ${said}`, type === 'error' || type === 'assert');
  });
}
