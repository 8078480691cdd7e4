import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompanyHit, Connection, Failure } from '../../../src/messages.ts';
import { Lookup } from '../../../src/popup/lookup/lookup.tsx';
import { setDocumentLanguage } from '../../../src/ui/texts.ts';
import { fakeBrowser } from '../component-setup.ts';
import { axeViolations } from '../ui/axe.ts';

const BAKERY: CompanyHit = {
  enterpriseNumber: '0001004246',
  name: 'Bakkerij Peeters & Zonen',
  legalForm: 'BV',
  municipality: 'Gent',
};
const HOLDING: CompanyHit = { enterpriseNumber: '0001007711', name: 'Peeters <b>Holding</b>' };
const NONE: Connection = { state: 'none' };
const CONNECTED: Connection = { state: 'connected', label: 'office' };

const user = userEvent.setup({ advanceTimers: async (ms) => void (await vi.advanceTimersByTimeAsync(ms)) });
const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Company name or number' });
const list = () => screen.getByRole('list', { name: 'Companies' });
const chosen = () => list().querySelector('[aria-current="true"] .name')?.textContent;
const button = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status').textContent;

async function pause(ms = 1_000) {
  await act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
}

async function open(openthebox: Connection = CONNECTED, adminpulse: Connection = CONNECTED) {
  fakeBrowser.ownTab = undefined;
  fakeBrowser.answer({ getConnections: { ok: true, value: { openthebox, adminpulse } } });
  render(<Lookup />);
  await pause();
}

/** Types, waits for the answer. */
async function lookUp(query: string, hits: readonly CompanyHit[] = [BAKERY, HOLDING]) {
  fakeBrowser.answer({ lookUp: { ok: true, value: hits } });
  await user.type(search(), query);
  await pause();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  setDocumentLanguage('test');
});
afterEach(() => vi.useRealTimers());

describe('the lookup', () => {
  it('starts in the search box', async () => {
    await open();
    expect(document.activeElement).toBe(search());
    expect(status()).toBe('Type a name, or a number in any notation.');
  });

  it('asks once, when the typing pauses', async () => {
    await open();
    await lookUp('  peeters ');
    expect(fakeBrowser.messages('lookUp')).toEqual([{ query: 'peeters' }]);
  });

  it('lists name, legal form, number and municipality, markup as text', async () => {
    await open();
    await lookUp('peeters');
    const [first, second] = within(list()).getAllByRole('listitem');
    expect(first?.textContent).toBe('Bakkerij Peeters & Zonen BVBE 0001.004.246Gent');
    expect(second?.textContent).toContain('Peeters <b>Holding</b>');
    expect(status()).toBe('2 companies found');
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

  it('says that it searches, that nothing was found, and starts over when the box is emptied', async () => {
    await open();
    const release = fakeBrowser.hold();
    await lookUp('nobody', []);
    expect(status()).toBe('Searching openthebox …');
    await act(() => release());
    await pause();
    expect(status()).toBe('openthebox found no company for “nobody”.');
    await user.clear(search());
    expect(status()).toBe('Type a name, or a number in any notation.');
  });

  it('chooses with the arrow keys from the search box, and opens with Enter', async () => {
    await open();
    await lookUp('peeters');
    expect(chosen()).toBe('Bakkerij Peeters & Zonen');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toBe('Peeters <b>Holding</b>');
    expect(document.activeElement).toBe(search());
    await user.keyboard('{Enter}');
    await pause();
    expect(fakeBrowser.opened).toEqual(['https://openthebox.be/company/BE0001007711']);
    expect(fakeBrowser.closed).toEqual(['window']);
  });

  it('moves the focus along with the arrow keys inside the list', async () => {
    await open();
    await lookUp('peeters');
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Holding');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement?.textContent).toContain('Bakkerij');
  });

  it('opens or compares the company that was clicked', async () => {
    fakeBrowser.answer({ openReview: { ok: true, value: null } });
    await open();
    await lookUp('peeters');
    await user.click(within(list()).getByRole('button', { name: /Holding/ }));
    await user.click(button('Open in openthebox'));
    await user.click(button('Compare with AdminPulse'));
    await pause();
    expect(fakeBrowser.opened).toEqual(['https://openthebox.be/company/BE0001007711']);
    expect(fakeBrowser.messages('openReview')).toEqual([{ enterpriseNumber: '0001007711' }]);
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
    fakeBrowser.answer({ lookUp: { ok: false, failure: { kind: 'serverError', service: 'openthebox', status: 500 } } });
    await user.type(search(), 'peeters');
    await pause();
    expect(screen.getByRole('alert').textContent).toContain('status 500');
    fakeBrowser.answer({ lookUp: { ok: true, value: [BAKERY] } });
    await user.click(button('Try again'));
    await pause();
    expect(chosen()).toBe('Bakkerij Peeters & Zonen');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('hints at what is not connected, with the way to the settings', async () => {
    await open(NONE, NONE);
    expect(screen.getByText(/limited access/)).toBeTruthy();
    expect(screen.getByText(/connect AdminPulse first/)).toBeTruthy();
    await user.click(button('Open settings'));
    expect(fakeBrowser.opened).toEqual(['options']);
  });

  it('passes axe with and without companies', async () => {
    await open(NONE, NONE);
    vi.useRealTimers();
    expect(await axeViolations()).toEqual([]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    await lookUp('peeters');
    vi.useRealTimers();
    expect(await axeViolations()).toEqual([]);
  });
});
