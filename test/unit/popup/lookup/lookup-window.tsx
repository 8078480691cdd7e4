import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, vi } from 'vitest';
import type { CompanyCard, CompanyHit, Connection, LookupAnswer, RelationsOf } from '../../../../src/messages/index.ts';
import { Lookup } from '../../../../src/popup/lookup/lookup.tsx';
import { setDocumentLanguage } from '../../../../src/ui/texts.ts';
import { fakeBrowser } from '../../../support/page-setup.ts';

export const BAKERY: CompanyHit = {
  enterpriseNumber: '0001004246',
  name: 'Bakkerij Peeters & Zonen',
  legalForm: 'BV',
  municipality: 'Gent',
  registerStatus: { level: 'normal', code: '000' },
};
export const HOLDING: CompanyHit = {
  enterpriseNumber: '0001007711',
  name: 'Peeters <b>Holding</b>',
  registerStatus: { level: 'danger', code: '050' },
};
export const NONE: Connection = { state: 'none' };
export const CONNECTED: Connection = { state: 'connected', label: 'office' };
const NOW = '2026-03-02T10:00:00.000Z';

export const answerOf = (query: string, hits: readonly CompanyHit[], count = hits.length): LookupAnswer => ({
  query,
  hits,
  count,
  retrievedAt: NOW,
});

export const cardOf = (hit: CompanyHit, values: CompanyCard['values'] = {}): CompanyCard => ({
  enterpriseNumber: hit.enterpriseNumber,
  name: hit.name,
  values: { name: hit.name, enterpriseNumber: hit.enterpriseNumber, ...values },
  unreadable: [],
  ...(hit.registerStatus && { registerStatus: hit.registerStatus }),
  retrievedAt: NOW,
  anonymous: false,
});

export const user = userEvent.setup({ advanceTimers: async (ms) => void (await vi.advanceTimersByTimeAsync(ms)) });
export const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Company name or number' });
export const list = () => screen.getByRole('listbox', { name: 'Companies' });
export const marked = () => list().querySelector('[aria-selected="true"] .name')?.textContent;
export const button = (name: string) => screen.getByRole('button', { name });
export const actions = () => [...document.querySelectorAll('footer button')].map(({ textContent }) => textContent);
export const status = () => screen.getByRole('status').textContent;
export const field = (name: string) => document.querySelector(`[data-field="${name}"] dd`)?.textContent;

/** Long enough for every timer of the page; an answer may lead to a next question, and that to a next. */
export async function pause() {
  for (let round = 0; round < 4; round += 1) await act(async () => void (await vi.advanceTimersByTimeAsync(250)));
}

type Surroundings = { openthebox?: Connection; adminpulse?: Connection; relations?: RelationsOf; asked?: string };

export async function open({
  openthebox = CONNECTED,
  adminpulse = CONNECTED,
  relations = {},
  asked,
}: Surroundings = {}) {
  fakeBrowser.ownTab = undefined;
  fakeBrowser.answer({
    getConnections: { ok: true, value: { openthebox, adminpulse } },
    relationsOf: { ok: true, value: relations },
  });
  const page = render(<Lookup asked={asked} />);
  await pause();
  return page;
}

/** Types, waits for the answer. */
export async function lookUp(query: string, hits: readonly CompanyHit[] = [BAKERY, HOLDING], count = hits.length) {
  fakeBrowser.answer({ lookUp: { ok: true, value: answerOf(query.trim(), hits, count) } });
  await user.type(box(), query);
  await pause();
}

/** Opens the card of the hit that is marked. */
export async function openCard(card: CompanyCard = cardOf(BAKERY)) {
  fakeBrowser.answer({ getCompany: { ok: true, value: card } });
  await user.keyboard('{Enter}');
  await pause();
}

/** The timers of the page; promises and the clock stay real. */
export const useFakeTimers = () =>
  void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });

/** Before and after each test of a file. */
export function setUpLookup(): void {
  beforeEach(() => {
    useFakeTimers();
    setDocumentLanguage('test');
  });
  afterEach(() => void vi.useRealTimers());
}
