import { render, screen, within } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../../../src/messages/index.ts';
import { Lookup } from '../../../../src/popup/lookup/lookup.tsx';
import { fakeBrowser } from '../../../support/page-setup.ts';
import { axeViolations } from '../../ui/axe.ts';
import {
  actions,
  answerOf,
  BAKERY,
  box,
  button,
  CONNECTED,
  cardOf,
  field,
  HOLDING,
  list,
  lookUp,
  marked,
  NONE,
  open,
  openCard,
  pause,
  setUpLookup,
  status,
  useFakeTimers,
  user,
} from './lookup-window.tsx';

setUpLookup();

describe('the lookup', () => {
  it('starts in the search box', async () => {
    await open();
    expect(document.activeElement).toBe(box());
    expect(status()).toBe('Type a name, or a number in any notation.');
  });

  it('asks once, when the typing pauses, and not for a single letter', async () => {
    await open();
    await lookUp('p');
    await lookUp('eeters ');
    expect(fakeBrowser.messages('lookUp')).toMatchObject([{ query: 'peeters', fresh: false }]);
  });

  it('lists name, legal form, number, municipality and register status, markup as text', async () => {
    await open();
    await lookUp('peeters');
    const [first, second] = within(list()).getAllByRole('option');
    expect(first?.textContent).toBe('Bakkerij Peeters & Zonen BVBE 0001.004.246GentActive');
    expect(second?.textContent).toBe('Peeters <b>Holding</b> BE 0001.007.711Bankrupt');
    expect(status()).toBe('2 companies found');
  });

  it('says which companies are relations already', async () => {
    await open({ relations: { '0001004246': [{ code: 'APR00510', name: 'Bakkerij' }], '0001007711': [] } });
    await lookUp('peeters');
    const [first, second] = within(list()).getAllByRole('option');
    expect(fakeBrowser.messages('relationsOf')).toEqual([{ enterpriseNumbers: ['0001004246', '0001007711'] }]);
    expect(first?.textContent).toContain('in AdminPulse');
    expect(second?.textContent).not.toContain('in AdminPulse');
    expect(actions()).toEqual(['Open in openthebox', 'Compare with AdminPulse']);
    await user.keyboard('{ArrowDown}');
    expect(actions()).toEqual(['Open in openthebox', 'Create relation']);
  });

  it('never shows the answer to an older query', async () => {
    await open();
    const release = fakeBrowser.hold();
    await lookUp('bak', [BAKERY]);
    await lookUp('x', [HOLDING]);
    await act(() => release('reversed'));
    await pause();
    expect(list().textContent).toContain('Holding');
    expect(list().textContent).not.toContain('Bakkerij');
  });

  it('keeps the older companies on screen while newer ones are looked for, but does not open them', async () => {
    await open();
    await lookUp('peeters');
    fakeBrowser.hold();
    await lookUp('s', [HOLDING]);
    expect(list().getAttribute('aria-busy')).toBe('true');
    expect(marked()).toBe('Bakkerij Peeters & Zonen');
    await user.keyboard('{Enter}');
    await pause();
    expect(fakeBrowser.messages('getCompany')).toEqual([]);
  });

  it('opens the only company found when Enter came before the answer', async () => {
    await open();
    const release = fakeBrowser.hold();
    await lookUp('holding', [HOLDING]);
    await user.keyboard('{Enter}');
    await act(() => release());
    await pause();
    expect(fakeBrowser.messages('getCompany')).toMatchObject([{ enterpriseNumber: '0001007711' }]);
  });

  it('says that it searches, that nothing was found, and starts over when the box is emptied', async () => {
    await open();
    const release = fakeBrowser.hold();
    await lookUp('nobody', []);
    expect(status()).toBe('Searching openthebox …');
    await act(() => release());
    await pause();
    expect(status()).toBe('openthebox found no company for “nobody”.');
    await user.keyboard('{Escape}');
    expect(box().value).toBe('');
    expect(status()).toBe('Type a name, or a number in any notation.');
    await user.keyboard('{Escape}');
    await pause();
    expect(fakeBrowser.closed).toEqual(['window']);
  });

  it('tells that there are more companies than it shows', async () => {
    await open();
    await lookUp('peeters', [BAKERY, HOLDING], 3_000);
    expect(status()).toBe('The first 2 of 3,000 companies: type more of the name.');
    expect(screen.getByRole('status').className).not.toBe('hidden');
  });

  it('says that a VAT number is of another country, and asks nobody', async () => {
    await open();
    await user.type(box(), 'NL004495445B01');
    await vi.dynamicImportSettled();
    await pause();
    await vi.dynamicImportSettled();
    await pause();
    expect(status()).toBe(
      'NL004495445B01 is a VAT number of another country (Netherlands). openthebox covers Belgium.',
    );
    expect(fakeBrowser.messages('lookUp')).toEqual([]);
  });

  it('says of an establishment’s number whose it is, or that it is not said', async () => {
    await open();
    await lookUp('2.000.424.664', [BAKERY]);
    expect(status()).toBe('2.000.424.664 is the number of an establishment of this company:');
    await user.clear(box());
    await lookUp('2.147.812.701', []);
    expect(status()).toMatch(/^2\.147\.812\.701 is the number of an establishment, not of a company/);
    expect(screen.getByRole('link').getAttribute('href')).toContain('vestigingsnummer=2147812701');
  });

  it('moves the mark with the arrow keys, the focus stays in the search box', async () => {
    await open();
    await lookUp('peeters');
    expect(marked()).toBe('Bakkerij Peeters & Zonen');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(marked()).toBe('Peeters <b>Holding</b>');
    expect(document.activeElement).toBe(box());
    const active = box().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('Holding');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(marked()).toBe('Bakkerij Peeters & Zonen');
  });

  it('opens or compares the company that is marked', async () => {
    fakeBrowser.answer({ openReview: { ok: true, value: null } });
    await open();
    await lookUp('peeters');
    await user.click(button('Open in openthebox'));
    await user.click(button('Compare with AdminPulse'));
    await pause();
    expect(fakeBrowser.opened).toEqual(['https://openthebox.be/company/BE0001004246']);
    expect(fakeBrowser.messages('openReview')).toEqual([{ enterpriseNumber: '0001004246' }]);
    expect(fakeBrowser.closed).toEqual(['window', 'window']);
  });

  it('says why a comparison could not be opened, and stays', async () => {
    const failure: Failure = { kind: 'notConnected', service: 'adminpulse' };
    fakeBrowser.answer({ openReview: { ok: false, failure } });
    await open();
    await lookUp('peeters');
    await user.click(button('Compare with AdminPulse'));
    await pause();
    expect(screen.getByRole('alert').textContent).toContain('AdminPulse is not connected yet.');
    expect(fakeBrowser.closed).toEqual([]);
  });

  it('says why a search failed, and searches again on demand', async () => {
    await open();
    fakeBrowser.answer({
      lookUp: { ok: false, failure: { kind: 'rateLimited', service: 'openthebox', anonymous: true } },
    });
    await user.type(box(), 'peeters');
    await pause();
    expect(screen.getByRole('alert').textContent).toContain('access without credentials is reached');
    fakeBrowser.answer({ lookUp: { ok: false, failure: { kind: 'serverError', service: 'openthebox', status: 500 } } });
    await user.type(box(), '!');
    await pause();
    expect(screen.getByRole('alert').textContent).toContain('status 500');
    fakeBrowser.answer({ lookUp: { ok: true, value: answerOf('peeters!', [BAKERY]) } });
    await user.click(button('Try again'));
    await pause();
    expect(marked()).toBe('Bakkerij Peeters & Zonen');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells the age of an answer, and asks anew on demand', async () => {
    await open();
    await lookUp('peeters');
    expect(screen.getByText(/^openthebox, .* ago$/)).toBeTruthy();
    await user.click(button('Read again'));
    await pause();
    expect(fakeBrowser.messages('lookUp').at(-1)).toMatchObject({ query: 'peeters', fresh: true });
  });

  it('hints at what is not connected, with the way to the settings', async () => {
    await open({ openthebox: NONE, adminpulse: NONE });
    expect(screen.getByText(/limited access/)).toBeTruthy();
    expect(screen.getByText(/connect AdminPulse first/)).toBeTruthy();
    await user.click(button('Open settings'));
    expect(fakeBrowser.opened).toEqual(['options']);
  });
});

describe('the popup', () => {
  it('is as it was when it opens again, and asks nobody', async () => {
    const first = await open();
    await lookUp('peeters');
    await user.keyboard('{ArrowDown}');
    await pause();
    first.unmount();
    await open();
    expect(box().value).toBe('peeters');
    expect(marked()).toBe('Peeters <b>Holding</b>');
    expect(fakeBrowser.messages('lookUp')).toHaveLength(1);
  });

  it('lets what is typed take the place of what was typed last', async () => {
    fakeBrowser.session.set('lookup-view', { typed: 'peeters', marked: 0, scrolled: 0 });
    fakeBrowser.answer({ lookUp: { ok: true, value: answerOf('zo', []) } });
    await open();
    await user.keyboard('zo');
    expect(box().value).toBe('zo');
  });

  it.each([
    { what: 'no view', key: 'lookup-view', stored: { typed: ['peeters'], marked: 'all' } },
    { what: 'no query', key: 'lookup-asked', stored: ['peeters'] },
  ])('opens on the company of the page though what is stored is $what', async ({ key, stored }) => {
    fakeBrowser.session.set(key, stored);
    fakeBrowser.foundOnPage = 'https://openthebox.be/company/BE0001004246';
    fakeBrowser.answer({ getCompany: { ok: true, value: cardOf(BAKERY) } });
    await open();
    expect(box().value).toBe('');
    expect(field('name')).toBe('Bakkerij Peeters & Zonen');
  });

  it('opens on the company of the page in front', async () => {
    fakeBrowser.foundOnPage = 'https://openthebox.be/company/BE0001004246';
    fakeBrowser.answer({ getCompany: { ok: true, value: cardOf(BAKERY) } });
    await open();
    expect(field('name')).toBe('Bakkerij Peeters & Zonen');
  });

  it.each(['https://openthebox.be/company/BE0001004247', 'javascript:alert(1)', ''])(
    'opens empty where the page says %j',
    async (found) => {
      fakeBrowser.foundOnPage = found;
      await open();
      expect(fakeBrowser.messages('getCompany')).toEqual([]);
    },
  );

  it('leaves alone what is typed before it has opened', async () => {
    fakeBrowser.session.set('lookup-view', { typed: 'older', marked: 0, scrolled: 0 });
    fakeBrowser.answer({ getConnections: { ok: true, value: { openthebox: CONNECTED, adminpulse: CONNECTED } } });
    render(<Lookup />);
    box().focus();
    for (const letter of 'newer') {
      box().setRangeText(letter, box().selectionStart ?? 0, box().selectionEnd ?? 0, 'end');
      box().dispatchEvent(new Event('input', { bubbles: true }));
      await act(() => Promise.resolve());
    }
    await pause();
    expect(box().value).toBe('newer');
  });

  it('looks up what the context menu asks for while it is open', async () => {
    await open();
    fakeBrowser.answer({ lookUp: { ok: true, value: answerOf('garage', [HOLDING]) } });
    await act(() => fakeBrowser.store('lookup-asked', 'garage'));
    await pause();
    expect(box().value).toBe('garage');
    expect(marked()).toBe('Peeters <b>Holding</b>');
  });

  it('looks up what the context menu asks for, though it is what was found last', async () => {
    const answer = answerOf('garage', [HOLDING]);
    fakeBrowser.session.set('lookup-view', { typed: 'garage', answer, marked: 0, scrolled: 0 });
    fakeBrowser.answer({ lookUp: { ok: true, value: answer } });
    await open();
    await act(() => fakeBrowser.store('lookup-asked', 'garage'));
    await pause();
    expect(marked()).toBe('Peeters <b>Holding</b>');
    expect(list().getAttribute('aria-busy')).toBe('false');
  });

  it('announces the company that is read, where another one was asked for meanwhile', async () => {
    await open();
    await act(() => fakeBrowser.store('lookup-asked', BAKERY.enterpriseNumber));
    await pause();
    expect(status()).toContain('BE 0001.004.246');
    await act(() => fakeBrowser.store('lookup-asked', HOLDING.enterpriseNumber));
    await pause();
    expect(status()).toContain('BE 0001.007.711');
  });

  it('passes axe when it is empty, with companies, and with a card', async () => {
    const check = async () => {
      vi.useRealTimers();
      expect(await axeViolations()).toEqual([]);
      useFakeTimers();
    };
    await open({ openthebox: NONE, adminpulse: NONE });
    await check();
    await lookUp('peeters');
    await check();
    await openCard();
    await check();
  });
});
