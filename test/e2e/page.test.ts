import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendToWorker } from './messages.ts';
import { fetchButton, openSession, type Session } from './session.ts';
import { text } from './text.ts';
import { until } from './until.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession({ connect: false });
});
afterAll(() => session?.close());
beforeEach(() => session.sandbox.reset());
afterEach(() => session.closePages());

type Shown = { readonly group: string; readonly link: string; readonly open: string; readonly fetch: string };

/** The buttons in the page, in the order in which they stand. */
const shown = (page: Page): Promise<readonly Shown[]> =>
  page.$$eval('openthebox-buttons', (hosts) =>
    hosts.map(({ shadowRoot }) => ({
      group: shadowRoot?.querySelector('[role="group"]')?.ariaLabel ?? '',
      link: shadowRoot?.querySelector('a')?.href ?? '',
      open: shadowRoot?.querySelector('a')?.ariaLabel ?? shadowRoot?.querySelector('a')?.textContent ?? '',
      fetch: shadowRoot?.querySelector('button')?.ariaLabel ?? shadowRoot?.querySelector('button')?.textContent ?? '',
    })),
  );

const PEETERS = {
  group: text('pageGroup', 'BE 0001.004.246'),
  link: 'https://openthebox.be/company/BE0001004246',
  open: text('openInOpenthebox'),
  fetch: text('fetchFromOpenthebox'),
};

const go = (page: Page, hash: string) => page.evaluate((to) => location.assign(to), hash);

describe('in a relation file', () => {
  it.each(['nl', 'fr', 'en'])('the buttons stand once, beside the VAT number (%s)', async (lang) => {
    const page = await session.driven.newPage(`https://app.adminpulse.be/#/relations/APR00510?lang=${lang}`);
    await fetchButton(page);
    expect(await shown(page)).toEqual([PEETERS]);
    // Beside it: on its line, and right of it.
    const { number, buttons } = await page.evaluate(() => {
      const input = [...document.querySelectorAll('input')].find(({ value }) => /0001\.?004\.?246/.test(value));
      const box = (element: Element | null | undefined) => {
        const { left, right, top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
        return { left, right, middle: (top + bottom) / 2 };
      };
      return { number: box(input), buttons: box(document.querySelector('openthebox-buttons')) };
    });
    expect(Math.abs(number.middle - buttons.middle)).toBeLessThan(10);
    expect(buttons.left).toBeGreaterThanOrEqual(number.right - 1);
  });

  it('they stand beside the enterprise number where there is no VAT number', async () => {
    const page = await session.openRelation('APR00553');
    await fetchButton(page);
    expect((await shown(page)).map(({ group }) => group)).toEqual([text('pageGroup', 'BE 0001.040.670')]);
  });

  it('a number that starts with 1 has them too', async () => {
    const page = await session.openRelation('APR00556');
    await fetchButton(page);
    expect((await shown(page)).map(({ link }) => link)).toEqual(['https://openthebox.be/company/BE1999004209']);
  });

  it('a foreign VAT number has none', async () => {
    const page = await session.openRelation('APR00569');
    await page.waitForSelector('::-p-text(NL004495445B01)', { timeout: 5_000 }).catch(() => undefined);
    await until('the file is rendered', () => page.evaluate(() => document.querySelectorAll('input').length > 3));
    expect(await shown(page)).toEqual([]);
  });

  it('they survive a re-render of everything, as one', async () => {
    const page = await session.openRelation('APR00510');
    await fetchButton(page);
    for (let round = 0; round < 5; round += 1) {
      await page.evaluate(() => (window as unknown as { rerender(): void }).rerender());
      await until('the buttons are back', async () => (await shown(page)).length === 1);
    }
    expect(await shown(page)).toEqual([PEETERS]);
  });

  it('they follow the user from file to file, and back', async () => {
    const page = await session.openRelation('APR00510');
    await fetchButton(page);
    const groups = async () => (await shown(page)).map(({ group }) => group).join();
    await go(page, '#/relations/APR00511');
    await until(
      'the second file has its buttons',
      async () => (await groups()) === text('pageGroup', 'BE 0001.005.533'),
    );
    await page.goBack();
    await until('the first file has its buttons again', async () => (await groups()) === PEETERS.group);
  });

  it('they appear within 200 ms of the number', async () => {
    const page = await session.openRelation('APR00510');
    await fetchButton(page);
    /** Milliseconds from the number to its buttons, after going to a file. */
    const delay = (code: string, number: string) =>
      page.evaluate(
        async (hash, end) => {
          const ready = (test: () => unknown) =>
            new Promise<number>((resolve) => {
              const check = () => (test() ? resolve(performance.now()) : void requestAnimationFrame(check));
              check();
            });
          location.assign(hash);
          const [shown = 0, marked = 0] = await Promise.all([
            ready(() => [...document.querySelectorAll('input')].some(({ value }) => value.endsWith(end))),
            ready(() =>
              document.querySelector('openthebox-buttons')?.shadowRoot?.querySelector(`[aria-label$="${end}"]`),
            ),
          ]);
          return marked - shown;
        },
        `#/relations/${code}`,
        number,
      );
    // The machine may be busy with something else for once, not for three times.
    const delays = [
      await delay('APR00511', '.005.533'),
      await delay('APR00512', '.006.820'),
      await delay('APR00510', '.004.246'),
    ];
    expect(Math.min(...delays)).toBeLessThan(200);
  });
});

describe('in a list', () => {
  it('each row on screen has its own compact pair', async () => {
    const page = await session.driven.newPage('https://app.adminpulse.be/#/relations');
    await until('several rows have their buttons', async () => (await shown(page)).length > 5);
    const groups = (await shown(page)).map(({ group }) => group);
    expect(new Set(groups).size).toBe(groups.length);
    const rows = await page.$$eval('tr:has(openthebox-buttons)', (all) =>
      all.map((row) => ({
        digits: (row.textContent ?? '').replace(/\D/g, ''),
        link: row.querySelector('openthebox-buttons')?.shadowRoot?.querySelector('a')?.href.slice(-10) ?? '',
      })),
    );
    for (const { digits, link } of rows) expect(digits).toContain(link);
  });

  it('fetches the relation of its row', async () => {
    const page = await session.driven.newPage('https://app.adminpulse.be/#/relations');
    await until('the row has its buttons', async () =>
      (await shown(page)).some(({ group }) => group === PEETERS.group),
    );
    const button = await page.evaluateHandle((group) => {
      const roots = [...document.querySelectorAll('openthebox-buttons')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      return roots.find((root) => root.querySelector(`[aria-label="${group}"]`))?.querySelector('button') ?? null;
    }, PEETERS.group);
    await (button.asElement() as ElementHandle<Element> | null)?.click();
    const review = await session.driven.waitForReview();
    expect(await review.evaluate(() => decodeURIComponent(location.hash))).toBe('#review=0001004246-APR00510');
  });
});

describe('a page that is not to be trusted', () => {
  const openReviews = () => session.driven.extensionPages('review');
  const reviewsStored = () =>
    session.driven.inWorker(async () =>
      Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('review:')),
    );

  it('cannot click the buttons, nor copies of them', async () => {
    const page = await session.openRelation('APR00510');
    await fetchButton(page);
    const before = await reviewsStored();
    await page.evaluate(() => {
      const host = document.querySelector('openthebox-buttons');
      const button = host?.shadowRoot?.querySelector('button');
      button?.click();
      button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      const copy = button?.cloneNode(true) as HTMLElement | undefined;
      copy?.click();
    });
    // A message that was sent would have been answered before this one.
    const options = await session.driven.openOptions();
    await sendToWorker(options, 'getConnections');
    expect(await reviewsStored()).toEqual(before);
    expect(await openReviews()).toEqual([]);
  });

  it('cannot speak to the worker', async () => {
    const page = await session.openRelation('APR00510');
    await fetchButton(page);
    const reach = await page.evaluate(() => {
      const api = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome;
      return typeof api?.runtime?.sendMessage;
    });
    expect(reach).toBe('undefined');
  });
});
