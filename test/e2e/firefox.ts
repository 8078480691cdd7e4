import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { z } from 'zod';
import { PATIENCE_MS } from '../support/patience.ts';
import type { Started, StartOptions } from './browsers.ts';
import { patient } from './extension-pages.ts';
import { EXTENSION_ID } from './firefox-extension.ts';
import { type Privileged, privilegedIn } from './firefox-privileged.ts';
import { newProfile } from './profile-folder.ts';
import { until } from './until.ts';

/** Firefox draws the host of an extension's address by lot, unless its preferences already name one. */
const EXTENSION_HOST = '0e5d7f3a-6f7c-4a53-9d0e-1f2a3b4c5d6e';
const ORIGIN = `moz-extension://${EXTENSION_HOST}`;

/** What costs a test most and has nothing to do with it. */
const LEAN = {
  // One process for all pages of the web, and none in reserve: to start one takes longer than most tests.
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  // What Firefox itself looks for in each page: its language, an article, forms to fill in, a banner to close.
  'browser.translations.enable': false,
  'reader.parse-on-load.enabled': false,
  'extensions.formautofill.addresses.enabled': false,
  'extensions.formautofill.creditCards.enabled': false,
  'signon.rememberSignons': false,
  'cookiebanners.service.mode': 0,
  // What it keeps for its next start, and makes ready for a new tab.
  'browser.sessionstore.interval': 3_600_000,
  'browser.pagethumbnails.capturing_disabled': true,
  'browser.newtabpage.enabled': false,
  'browser.newtab.preload': false,
};

export async function startFirefox(
  executablePath: string,
  { sandboxPort, extensionDir, headless = true, language = 'en', managed, frameRate }: StartOptions,
): Promise<Started> {
  // Firefox refuses to run as root in another user's home.
  const needsHome = process.getuid?.() === 0 || managed !== undefined;
  const home = needsHome ? newProfile('home') : undefined;
  const profile = newProfile('firefox');
  const removeFolders = () => {
    for (const path of [profile, ...(home === undefined ? [] : [home])]) rmSync(path, { recursive: true, force: true });
  };
  if (home !== undefined && managed !== undefined) manage(home, managed);
  let browser: Browser | undefined;
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      userDataDir: profile,
      headless,
      acceptInsecureCerts: true,
      timeout: PATIENCE_MS,
      // Every window keeps the size that the extension or the user gives it.
      defaultViewport: null,
      args: ['--remote-allow-system-access', '--width=1280', '--height=1000'],
      env: { ...process.env, ...(home === undefined ? {} : { HOME: home }) },
      extraPrefsFirefox: {
        'network.dns.forceResolve': '127.0.0.1',
        'network.socket.forcePort': `443=${sandboxPort}`,
        'network.dns.disableIPv6': true,
        'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_HOST }),
        'intl.accept_languages': language,
        ...LEAN,
        ...(frameRate !== undefined && { 'layout.frame_rate': frameRate }),
      },
    });
    return await install(browser, extensionDir, language, removeFolders);
  } catch (error) {
    await browser?.close();
    removeFolders();
    throw error;
  }
}

/** As an administrator or another program does for one user: a native manifest of managed storage. */
function manage(home: string, data: object): void {
  const directory = join(home, '.mozilla/managed-storage');
  mkdirSync(directory, { recursive: true });
  const manifest = { name: EXTENSION_ID, description: 'The settings of a test', type: 'storage', data };
  writeFileSync(join(directory, `${EXTENSION_ID}.json`), JSON.stringify(manifest));
}

async function install(
  browser: Browser,
  extensionDir: string,
  language: string,
  removeFolders: () => void,
): Promise<Started> {
  const privileged = await privilegedIn(browser);
  await useLanguage(privileged, language);
  await privileged(LISTEN_FOR_ERRORS);
  await browser.installExtension(extensionDir);
  const consoles = collectConsoles(browser);

  return {
    browser,
    origin: ORIGIN,
    openExtensionPage: (url) => openPage(browser, url),
    // An image of the extension: a document with its rights, and no script of its own.
    inWorker: (run, ...params) =>
      openPage(browser, `${ORIGIN}/icons/16.png`).then((page) =>
        page.evaluate(run, ...params).finally(() => page.close()),
      ),
    async killWorker() {
      const extension = `WebExtensionPolicy.getByID('${EXTENSION_ID}').extension`;
      await privileged(`${extension}.terminateBackground()`);
      await until('the worker has ended', async () => (await privileged(`${extension}.backgroundState`)) === 'stopped');
    },
    async grantOnRequest() {
      await privileged(`Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`);
    },
    async lookUpFromMenu(selection) {
      const info = JSON.stringify({ menuItemId: 'look-up', selectionText: selection, modifiers: [], editable: false });
      await privileged(`
        WebExtensionPolicy.getByID('${EXTENSION_ID}').extension
          .emit('webext-menu-menuitem-click', ${info}, gBrowser.selectedTab);
        undefined;
      `);
    },
    async pressToolbarButton(page) {
      await page.bringToFront();
      await privileged(`
        ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
          .ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID('${EXTENSION_ID}').extension)
          .triggerAction(window);
        undefined;
      `);
    },
    async closeToolbarPopup() {
      await privileged(`
        for (const panel of document.querySelectorAll('panel')) if (panel.state === 'open') panel.hidePopup();
        undefined;
      `);
    },
    async problems() {
      const uncaught = z
        .array(z.string())
        .parse(JSON.parse(String(await privileged('JSON.stringify(uncaughtErrors)'))));
      return [...uncaught, ...consoles.errors];
    },
    async log() {
      const messages = await privileged('JSON.stringify(Services.console.getMessageArray().map(String))');
      return [...z.array(z.string()).parse(JSON.parse(String(messages))), ...consoles.all];
    },
    withdrawHosts: async () => void (await privileged(WITHDRAW_HOSTS)),
    grantHosts: () =>
      until('Firefox asks, and is told yes', async () => (await privileged(ALLOW)) === true).then(() => {}),
    async close() {
      await browser.close();
      removeFolders();
    },
  };
}

/** The driver hears nothing of a load inside an extension, so it must not wait for one; the page itself can tell. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: [] });
  await patient(page).waitForFunction(() => location.href !== 'about:blank' && document.readyState === 'complete');
  return page;
}

/** Without language packs, Firefox's own texts stay English; the extension's follow. */
async function useLanguage(privileged: Privileged, language: string): Promise<void> {
  const languages = JSON.stringify([...new Set([language, 'en-US'])]);
  await privileged(`
    Services.locale.availableLocales = ${languages};
    Services.locale.requestedLocales = ${languages};
  `);
}

/**
 * Uncaught errors of pages, of content scripts and of the extension, by the address of their script. That a page was closed
 * before its question was answered is none: it is Firefox's own remark.
 */
const LISTEN_FOR_ERRORS = `
  globalThis.uncaughtErrors = [];
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
      if (!/^(moz-extension:\\/\\/${EXTENSION_HOST}|https:)/.test(message.sourceName)) return;
      if (message.errorMessage.startsWith('Promise rejected after context unloaded')) return;
      uncaughtErrors.push(message.sourceName + ': ' + message.errorMessage);
    },
  });
`;

/** What the switches on the extension's page in about:addons do. */
const WITHDRAW_HOSTS = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('${EXTENSION_ID}');
  const { origins } = await ExtensionPermissions.get('${EXTENSION_ID}');
  await ExtensionPermissions.remove('${EXTENSION_ID}', { origins, permissions: [] }, extension);
})()`;

/** Presses the first button of the question that is on screen; false where there is none. */
const ALLOW = `(() => {
  const question = document.querySelector('#notification-popup[panelopen="true"] popupnotification');
  question?.button.click();
  return Boolean(question);
})()`;

function collectConsoles(browser: Browser): { readonly errors: string[]; readonly all: string[] } {
  const errors: string[] = [];
  const all: string[] = [];
  browser.on('targetcreated', async (target) => {
    const page = await target.page();
    page?.on('console', (message) => {
      const line = `${page.url()}: ${message.text()}`;
      all.push(line);
      if (message.type() === 'error') errors.push(line);
    });
  });
  return { errors, all };
}
