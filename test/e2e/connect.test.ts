import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendToWorker } from './messages.ts';
import { openSession, type Session } from './session.ts';
import { sentences, text } from './text.ts';
import { says, until } from './until.ts';
import { CONNECTED, CREDENTIALS, connect, named } from './user.ts';

const KEY_REFUSED = sentences(text('failureUnauthorizedAdminPulse'), text('failureUnauthorizedAdminPulseNext'));

let session: Session;
let options: Page;
beforeAll(async () => {
  session = await openSession({ connect: false });
  options = await session.driven.openOptions();
});
afterAll(() => session?.close());
beforeEach(async () => {
  session.sandbox.reset();
  await reopen();
});

/** The options page as somebody finds it who comes back to it. */
async function reopen() {
  const old = options;
  options = await session.driven.openOptions();
  await old.close();
}

const status = (section: string) =>
  options.$eval(
    `::-p-aria([name="${section}"][role="region"]) [role="status"]`,
    (element) => element.textContent ?? '',
  );

describe('Connect', () => {
  it('says that a wrong client secret is wrong, and keeps nothing', async () => {
    const said = await connect(options, 'openthebox', { ...CREDENTIALS.openthebox, clientSecret: 'wrong' });
    expect(said).toMatch(sentences(text('failureUnauthorizedOpenthebox'), text('failureUnauthorizedOpentheboxNext')));
    await reopen();
    await says(options, text('connectionLimited'));
  });

  it('says that a wrong key is wrong', async () => {
    expect(await connect(options, 'AdminPulse', { apiKey: 'nonsense' })).toMatch(KEY_REFUSED);
  });

  it('says which permission a key lacks', async () => {
    const said = await connect(options, 'AdminPulse', { apiKey: 'ap-tasks-key' });
    expect(said).toMatch(sentences(text('failureForbiddenRead'), text('failureForbiddenReadNext')));
  });

  it('says so where AdminPulse takes a missing permission for a wrong key', async () => {
    session.sandbox.configure({ missingScopeStatus: 401 });
    const said = await connect(options, 'AdminPulse', { apiKey: 'ap-tasks-key' });
    expect(said).toMatch(KEY_REFUSED);
  });

  it('says that a service cannot be reached', async () => {
    session.sandbox.fault({ host: 'openthebox.be', path: '/oauth/token', kind: 'drop' });
    expect(await connect(options, 'openthebox')).toMatch(
      sentences(text('failureOffline', 'openthebox'), text('failureOfflineNext')),
    );
  });

  it('is connected with what the services accept, shows no credential again, and forgets on request', async () => {
    expect(await connect(options, 'openthebox')).toContain(CONNECTED.openthebox);
    expect(await connect(options, 'AdminPulse')).toContain(CONNECTED.AdminPulse);
    expect(
      await options.$$eval('form input:not([type="checkbox"])', (inputs) => inputs.map(({ value }) => value).join('')),
    ).toBe('');
    await reopen();
    await says(options, CONNECTED.openthebox);
    const html = await options.evaluate(() => document.documentElement.outerHTML);
    expect(html).not.toMatch(/otb-secret|ap-full-key/);

    const forget = await options.waitForSelector(
      `::-p-aria([name="AdminPulse"][role="region"]) ${named(text('forget'), 'button')}`,
    );
    await forget?.click();
    await says(options, text('connectionForgotten'));
    expect(await status('openthebox')).toContain(CONNECTED.openthebox);
  });
});

describe('without credentials', () => {
  it('the review says that AdminPulse is not connected, and where to go', async () => {
    await forgetAll();
    const review = await session.fetch(await session.openRelation('APR00510'));
    expect(await review.alert()).toMatch(
      sentences(text('failureNotConnected', 'AdminPulse'), text('failureNotConnectedAdminPulseNext')),
    );
    await review.page.close();
  });

  it('for openthebox, its limited access does, until its limit is reached', async () => {
    await connect(options, 'AdminPulse');
    await forget('openthebox');
    const review = await session.fetch(await session.openRelation('APR00510'));
    expect(await review.rows()).toHaveLength(10);
    expect(await review.page.$eval('main', (main) => main.textContent)).toContain(text('noticeAnonymous'));
    await review.page.close();

    session.sandbox.configure({ anonymousLimit: 0 });
    const limited = await session.fetch(await session.openRelation('APR00511'));
    expect(await limited.alert()).toMatch(sentences(text('failureAnonymousLimit'), text('failureAnonymousLimitNext')));
    await limited.page.close();
  });
});

async function forget(service: 'openthebox' | 'adminpulse') {
  await sendToWorker(options, 'forget', { service });
}

async function forgetAll() {
  await forget('openthebox');
  await forget('adminpulse');
}

describe('credentials', () => {
  it('end with the browser where that was chosen, and not with the worker', async () => {
    const choice = await options.waitForSelector(
      `::-p-aria([name="AdminPulse"][role="region"]) ${named(text('untilClosed'), 'checkbox')}`,
    );
    await choice?.click();
    expect(await connect(options, 'AdminPulse')).toContain(text('connectionUntilClosed'));
    // The check after it is done: a worker with work would start again at once.
    await says(options, text('checkReady'));
    await session.driven.killWorker();
    await reopen();
    await says(options, text('connectionUntilClosed'));

    // What closing the browser does to what is in memory.
    await options.evaluate(() => chrome.storage.session.clear());
    await reopen();
    expect([text('connectionChecking'), text('connectionNone')]).toContain(await status('AdminPulse'));
    await until('the page says that nothing is connected', async () => {
      const [openthebox, adminpulse] = [await status('openthebox'), await status('AdminPulse')];
      return openthebox === text('connectionLimited') && adminpulse === text('connectionNone');
    });
  });

  it('are in no storage area, and only sealed in IndexedDB, under a key that cannot be exported', async () => {
    await connect(options, 'openthebox');
    await connect(options, 'AdminPulse');
    const stored = await options.evaluate(async () => {
      const areas = await Promise.all(
        [chrome.storage.local, chrome.storage.session, chrome.storage.sync].map((area) => area.get(null)),
      );
      const open = indexedDB.open('credentials');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const all = (store: string) =>
        new Promise<unknown[]>((resolve) => {
          const request = open.result.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
      const [keys, sealed] = [await all('keys'), await all('credentials')];
      open.result.close();
      const bytes = sealed.map((entry) => new TextDecoder('latin1').decode((entry as { sealed: ArrayBuffer }).sealed));
      return {
        areas: JSON.stringify(areas),
        bytes: bytes.join('\n'),
        count: sealed.length,
        extractable: keys.map((key) => (key as CryptoKey).extractable),
      };
    });
    expect(stored.count).toBe(2);
    expect(stored.extractable).toEqual([false]);
    for (const secret of ['otb-secret', 'ap-full-key']) {
      expect(stored.areas).not.toContain(secret);
      expect(stored.bytes).not.toContain(secret);
    }
  });

  it('are nowhere in what an extension page can ask of the worker', async () => {
    const answers = JSON.stringify([
      await sendToWorker(options, 'getConnections'),
      await sendToWorker(options, 'getReview', { reviewId: 'none' }),
      await sendToWorker(options, 'lookUp', { query: 'peeters', requester: 'test' }),
      await sendToWorker(options, 'connectAdminPulse', { apiKey: '' }),
      await sendToWorker(options, 'openReview', { enterpriseNumber: 'not a number' }),
    ]);
    expect(answers).toContain('otb-office-7');
    expect(answers).not.toMatch(/otb-secret|ap-full-key|Bearer/);
  });
});
