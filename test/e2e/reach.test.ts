import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isWorkerMessage, MESSAGES } from '../../src/messages/index.ts';
import { chosenBrowser, dist } from './browsers.ts';
import { fetchButton, openOptions, openSession, type Session } from './session.ts';
import { text } from './text.ts';
import { until } from './until.ts';
import { CREDENTIALS, connect } from './user.ts';

let session: Session;
let secrets: readonly string[];
beforeAll(async () => {
  session = await openSession();
  const review = await session.fetch(await session.openRelation('APR00510'));
  await review.rows();
  const token = await session.driven.inWorker(async () => {
    const stored = (await chrome.storage.session.get('openthebox-token')) as Record<string, { accessToken: string }>;
    return stored['openthebox-token']?.accessToken ?? '';
  });
  expect(token).not.toBe('');
  secrets = [CREDENTIALS.openthebox.clientSecret, CREDENTIALS.AdminPulse.apiKey, token];
  await session.closePages();
});
afterAll(() => session?.close());
afterEach(() => session.closePages());

/** Every message that the protocol has for the worker. */
const TO_WORKER = Object.keys(MESSAGES).filter(isWorkerMessage);
const REFUSAL = 'may not be sent from there';

/** Enough for any of them to be well-formed. */
const DATA = {
  reviewId: 'none',
  enterpriseNumber: '0001.004.246',
  relationCode: 'APR00510',
  service: 'adminpulse',
  query: 'peeters',
  text: '{}',
};

/** Runs in the world of the content script, in the AdminPulse page that is open, and reads all that it can. */
async function readAll() {
  return session.driven.inWorker(
    async (messages, data) => {
      const probe = async (types: string[], sent: object) => {
        const attempt = async (read: () => unknown) => {
          try {
            return { got: await read() };
          } catch (error) {
            return { error: String(error), stack: (error as Error).stack ?? '' };
          }
        };
        const storage = chrome.storage as unknown as Record<string, chrome.storage.StorageArea>;
        const areas: Record<string, unknown> = {};
        for (const name of ['local', 'session', 'sync', 'managed']) {
          areas[name] = await attempt(async () => (await storage[name]?.get(null)) ?? null);
        }
        const written = await attempt(() => chrome.storage.local.set({ 'from-the-page': 1 }));
        const answers: Record<string, unknown> = {};
        for (const type of types) {
          const message = { type, data: sent };
          answers[type] = await attempt(() => chrome.runtime.sendMessage(message));
          answers[`${type} malformed`] = await attempt(() => chrome.runtime.sendMessage({ ...message, data: 7 }));
        }
        const address = chrome.runtime.getURL('src/options/options.html');
        const hosts = Array.from(document.querySelectorAll('*')).flatMap(({ shadowRoot }) => shadowRoot ?? []);
        return {
          areas,
          written,
          answers,
          pages: await attempt(async () => (await fetch(address)).text()),
          dom: document.documentElement.outerHTML,
          shadows: hosts.map(({ innerHTML }) => innerHTML),
          globals: Object.getOwnPropertyNames(globalThis).map((name) => {
            const value = (globalThis as Record<string, unknown>)[name];
            return typeof value === 'string' || typeof value === 'function' ? `${name}: ${value}` : name;
          }),
          // Of AdminPulse's page, which the content script shares.
          page: [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)],
          databases: await attempt(async () => (await indexedDB.databases()).map(({ name }) => name)),
        };
      };
      const [tab] = await chrome.tabs.query({ url: 'https://app.adminpulse.be/*' });
      const [injected] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: probe,
        args: [messages, data],
      });
      return injected?.result;
    },
    TO_WORKER,
    DATA,
  );
}

describe('what a content script can reach', () => {
  it('has no credential and no token: storage, messages, pages, DOM, errors', async () => {
    await fetchButton(await session.openRelation('APR00510'));
    const reached = await readAll();
    if (!reached) throw new Error('nothing was read');
    const { areas, answers, shadows, dom, pages, written, databases } = reached;

    // It did read where there is something to read.
    expect(dom).toContain('openthebox-buttons');
    expect(shadows.join()).toContain('button');
    expect(databases).toEqual({ got: expect.not.arrayContaining(['credentials']) });
    expect(pages).toHaveProperty('error');
    if (chosenBrowser === 'firefox') {
      // It is not even there.
      expect(areas.session).toEqual({ got: null });
    } else {
      expect(areas.session).toHaveProperty('error');
      for (const area of ['local', 'sync', 'managed']) expect(areas[area], area).toHaveProperty('error');
      expect(written).toHaveProperty('error');
    }

    const answered = Object.entries(answers).filter(([, answer]) => !JSON.stringify(answer).includes(REFUSAL));
    expect(TO_WORKER.length).toBeGreaterThan(10);
    expect(answered.map(([type]) => type)).toEqual(['openReview', 'openReview malformed']);
    expect(answers.openReview).toEqual({ got: { ok: true, value: null } });
    for (const type of TO_WORKER) {
      if (type === 'openReview') continue;
      const failure = { kind: 'internal', detail: `${type} ${REFUSAL}` };
      expect(answers[type], type).toEqual({ got: { ok: false, failure } });
    }

    const everything = JSON.stringify(reached);
    for (const secret of secrets) expect(everything).not.toContain(secret);
    expect(everything).not.toMatch(/Bearer /);
    await until('the review that was asked for is open', async () =>
      (await session.driven.extensionPages('review')).at(0),
    );
  });
});

describe('no credential and no token', () => {
  it('is in what the extension logs, not even when a service refuses it', async () => {
    const options = await openOptions(session.driven);
    session.sandbox.fault({ host: 'api.adminpulse.be', path: '/relations/APR00511', kind: 'status', status: 401 });
    const file = await session.openRelation('APR00511');
    await file.evaluate(() => console.info('the log is listened to'));
    const review = await session.fetch(file);
    expect(await review.alert()).toContain(text('failureUnauthorizedAdminPulse'));
    await options.bringToFront();
    await connect(options, 'AdminPulse', { apiKey: 'no-such-key' });
    const said = (await session.driven.log()).join('\n');
    expect(said).toContain('the log is listened to');
    for (const secret of [...secrets, 'no-such-key']) expect(said).not.toContain(secret);
  });

  it('is in the files of the build', () => {
    const files = readdirSync(dist[chosenBrowser], { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files) {
      const content = readFileSync(join(parentPath, name), 'latin1');
      for (const secret of secrets) expect(content, name).not.toContain(secret);
      // A key that somebody pasted: a token of the usual forms.
      expect(content, name).not.toMatch(/Bearer [\w-]{8}|eyJ[\w-]{10,}\.eyJ|-----BEGIN [A-Z ]*PRIVATE KEY/);
    }
  });
});
