// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountButtons } from '../../../src/content/button-manager.ts';
import { startContext } from '../../../src/content/context.ts';
import { FakeBrowser } from '../../support/fake-browser.ts';
import { BAKERY, FILES, JOINERY, LISTS, vat, WORDS } from './pages.ts';
import { viewportOfAll } from './viewports.ts';

const FILE = FILES['a definition list']?.(WORDS.nl) ?? '';
const LIST = LISTS['a table']?.(WORDS.nl) ?? '';

let chrome: FakeBrowser;
/** Listeners for clicks on our buttons: jsdom cannot make a trusted click, so they are called as for one. */
let clicks: Map<EventTarget, (event: Event) => unknown>;

beforeEach(() => {
  vi.useFakeTimers();
  chrome = new FakeBrowser();
  chrome.install();
  chrome.answer({ openReview: { ok: true, value: null } });
  // jsdom has no Navigation API.
  vi.stubGlobal('navigation', new EventTarget());
  clicks = new Map();
  const listen = HTMLElement.prototype.addEventListener;
  vi.spyOn(HTMLElement.prototype, 'addEventListener').mockImplementation(function (this: HTMLElement, ...given) {
    const [type, listener] = given;
    if (type === 'click' && typeof listener === 'function') clicks.set(this, listener);
    listen.apply(this, given);
  });
});

afterEach(() => {
  // Stops the instance of this test.
  startContext();
  document.body.innerHTML = '';
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const start = async (page: string): Promise<void> => {
  document.body.innerHTML = page;
  mountButtons(viewportOfAll, startContext());
  await wait(50);
};
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const hosts = () => [...document.querySelectorAll<HTMLElement>('openthebox-buttons')];
const groups = () => hosts().map((host) => host.shadowRoot?.querySelector('[role=group]')?.ariaLabel);
const inside = <T extends HTMLElement = HTMLElement>(selector: string) =>
  hosts()[0]?.shadowRoot?.querySelector<T>(selector) ?? undefined;
const trustedClick = async (element: HTMLElement | undefined): Promise<void> => {
  if (element) clicks.get(element)?.({ isTrusted: true } as Event);
  await wait(0);
};
const sent = () => chrome.sent.map((message) => (message as { type: string; data: unknown }).data);

describe('the buttons of a file', () => {
  beforeEach(() => start(FILE));

  it('stand once, as a group with the number, a link and a button', () => {
    expect(groups()).toEqual(['openthebox BE 0001.004.246']);
    const link = inside<HTMLAnchorElement>('a');
    expect(link?.textContent).toBe('Open in openthebox');
    expect([link?.href, link?.target, link?.rel]).toEqual([
      'https://openthebox.be/company/BE0001004246',
      '_blank',
      'noopener',
    ]);
    expect(inside('button')?.textContent).toBe('Fetch from openthebox');
    expect(inside('[role=status]')?.textContent).toBe('');
  });

  it('send the number and the code, and are busy until the answer comes', async () => {
    let answer: (answer: unknown) => void = () => {};
    chrome.answerAll = () => new Promise((resolve) => (answer = resolve));
    await trustedClick(inside('button'));
    await trustedClick(inside('button'));
    expect(sent()).toEqual([{ enterpriseNumber: BAKERY.number, relationCode: BAKERY.code }]);
    expect(inside('button')?.ariaBusy).toBe('true');
    answer({ ok: true, value: null });
    await wait(0);
    expect(inside('button')?.ariaBusy).toBeNull();
    expect(inside('[role=status]')?.textContent).toBe('');
  });

  it('say what went wrong', async () => {
    chrome.answerAll = async () => ({ ok: false, failure: { kind: 'internal', detail: '' } });
    await trustedClick(inside('button'));
    expect(inside('[role=status]')?.textContent).toBe('The review could not be opened. Try again.');
  });

  it('send nothing on a click that a script makes', async () => {
    inside('button')?.click();
    inside('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await wait(0);
    expect(chrome.sent).toEqual([]);
  });

  it('send nothing once they were moved away from their number', async () => {
    const button = inside('button');
    document.body.append(...hosts());
    await trustedClick(button);
    expect(chrome.sent).toEqual([]);
  });

  it('keep keys and clicks to themselves', () => {
    const heard = vi.fn();
    for (const type of ['keydown', 'click', 'mousedown']) document.addEventListener(type, heard, { once: true });
    inside('button')?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true }));
    inside('button')?.click();
    expect(heard).not.toHaveBeenCalled();
  });

  it('offer to reload when their relation was changed, and not for another', async () => {
    const change = (enterpriseNumber: string, relationCode: string) =>
      chrome.tell({ type: 'relationChanged', data: { enterpriseNumber, relationCode } });
    await change(JOINERY.number, JOINERY.code);
    await change(BAKERY.number, JOINERY.code);
    expect(inside('.reload')).toBeUndefined();
    await change(BAKERY.number, BAKERY.code);
    expect(inside('.reload')?.textContent).toBe('Relation changed: reload');
  });

  it('come back before the next frame when the page is made anew', async () => {
    await wait(500);
    document.body.innerHTML = FILE;
    await wait(2);
    const inThatFrame = new Promise((resolve) => requestAnimationFrame(() => resolve(hosts().length)));
    await wait(20);
    expect(await inThatFrame).toBe(1);
  });

  it('are those of the other relation when only a text changes', async () => {
    const [text] = [...document.querySelectorAll('dd')];
    if (text?.firstChild) text.firstChild.nodeValue = vat(JOINERY);
    await wait(150);
    expect(groups()).toEqual(['openthebox BE 0001.005.533']);
  });

  it('go when their number goes', async () => {
    document.body.innerHTML = '<p>Nothing</p>';
    await wait(150);
    expect(hosts()).toEqual([]);
  });

  it('are not doubled by a copy that the page makes', async () => {
    for (const host of hosts()) document.querySelector('dl')?.append(host.cloneNode(true));
    await wait(150);
    expect(hosts()).toHaveLength(1);
    expect(groups()).toEqual(['openthebox BE 0001.004.246']);
  });

  it('are not doubled by a second instance, which stops the first', async () => {
    mountButtons(viewportOfAll, startContext());
    await wait(150);
    expect(hosts()).toHaveLength(1);
    expect(chrome.received.listeners.size).toBe(1);
    document.body.innerHTML = FILE;
    await wait(150);
    expect(hosts()).toHaveLength(1);
  });

  it('replace those that an instance left behind', async () => {
    startContext();
    document.querySelector('dd')?.append(document.createElement('openthebox-buttons'));
    mountButtons(viewportOfAll, startContext());
    await wait(50);
    expect(groups()).toEqual(['openthebox BE 0001.004.246']);
  });

  it('all go at the end of the lifetime, and nothing brings them back', async () => {
    startContext();
    expect(hosts()).toEqual([]);
    document.body.innerHTML = FILE;
    await wait(1_000);
    expect(hosts()).toEqual([]);
  });
});

it('a number that is filled into a field without any event has its buttons within 200 ms', async () => {
  await start(`<p>${BAKERY.code}</p><label>BTW-nr <input></label>`);
  expect(hosts()).toEqual([]);
  const field = document.querySelector('input');
  if (field) field.value = vat(BAKERY);
  await wait(200);
  expect(groups()).toEqual(['openthebox BE 0001.004.246']);
});

it('a list has a compact pair in each row, with names for its icons', async () => {
  await start(LIST);
  expect(groups()).toHaveLength(3);
  expect(hosts().every((host) => host.closest('td'))).toBe(true);
  expect(inside('a')?.title).toBe('Open in openthebox');
  expect(inside('button')?.title).toBe('Fetch from openthebox');
  expect(inside('button')?.textContent).toBe('');
});

it('a cell of a list keeps its number on one line while the buttons are in it', async () => {
  await start(LIST);
  const cells = hosts().map((host) => host.closest('td'));
  expect(cells.map((cell) => cell?.style.whiteSpace)).toEqual(['nowrap', 'nowrap', 'nowrap']);
  startContext();
  expect(cells.map((cell) => cell?.style.whiteSpace)).toEqual(['', '', '']);
});

describe('a list longer than what is seen', () => {
  const rows = `<table><tr><th>BTW-nr</th></tr></table><ul>${'<li></li>'.repeat(50)}</ul>`;

  it('is scanned only when its layout is done, even if it changes right after a frame', async () => {
    let isLaidOut = true;
    const scans: boolean[] = [];
    document.body.innerHTML = '<p>VAT number</p>';
    mountButtons({ ...viewportOfAll, isRendered: () => scans.push(isLaidOut) > 0 }, startContext());
    await wait(200);
    document.body.append('A change that is to be scanned.');
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.body.innerHTML = LIST;
        isLaidOut = false;
        requestAnimationFrame(() => {
          isLaidOut = true;
        });
      }),
    );
    await wait(200);
    expect(hosts().length).toBeGreaterThan(1);
    expect(scans).not.toContain(false);
  });

  it('is scanned no more than every 90 ms, even if it changes in every frame', async () => {
    const nearViewport = vi.fn(() => []);
    document.body.innerHTML = rows;
    mountButtons({ ...viewportOfAll, nearViewport }, startContext());
    await wait(50);
    const renderer = setInterval(() => document.body.append(document.createElement('i')), 16);
    await wait(3_000);
    clearInterval(renderer);
    expect(nearViewport.mock.calls.length).toBeLessThan(3_000 / 90 + 2);
    expect(nearViewport.mock.calls.length).toBeGreaterThan(15);
  });

  it('is rid of what an instance left behind, also where it is not seen', async () => {
    document.body.innerHTML = rows;
    document.querySelector('li')?.append(document.createElement('openthebox-buttons'));
    mountButtons({ ...viewportOfAll, nearViewport: () => [] }, startContext());
    await wait(50);
    expect(hosts()).toEqual([]);
  });
});

describe('where another script takes the buttons away again and again', () => {
  const fight = async (milliseconds: number): Promise<number> => {
    let taken = 0;
    const fighter = new MutationObserver(() => {
      for (const host of hosts()) {
        host.remove();
        taken += 1;
      }
    });
    fighter.observe(document.body, { childList: true, subtree: true });
    document.querySelector('main')?.append('x');
    await wait(milliseconds);
    fighter.disconnect();
    return taken;
  };

  it('they give way, and come back when the other has stopped', async () => {
    await start(FILE);
    const taken = await fight(5_000);
    expect(taken).toBeGreaterThan(3);
    expect(taken).toBeLessThan(10);
    expect(hosts()).toEqual([]);
    await wait(11_000);
    expect(hosts()).toHaveLength(1);
  });
});
