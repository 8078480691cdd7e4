import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection, PreferencesView, SettingsState } from '../../../../src/messages/index.ts';
import { App } from '../../../../src/options/app.tsx';
import { setDocumentLanguage } from '../../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { axeViolations } from '../../ui/axe.ts';

const NONE: Connection = { state: 'none' };
const MANAGED: Connection = { state: 'connected', label: 'otb-office-7', managed: true };

const view = (preferences: Partial<PreferencesView['preferences']> = {}): PreferencesView => ({
  preferences: {
    valueLanguage: 'relation',
    ticks: { phone: true },
    phoneStyle: 'asInAdminPulse',
    notify: 'allPages',
    historyMonths: 24,
    ...preferences,
  },
  managed: { preferences: [], ticks: [] },
});

const SETTINGS: SettingsState = {
  managed: false,
  credentials: [],
  features: { lookup: true, create: true, linkedRelations: true },
  problems: [],
};

async function open(answer: PreferencesView = view(), settings: Partial<SettingsState> = {}) {
  fakeBrowser.answer({
    getConnections: { ok: true, value: { openthebox: NONE, adminpulse: NONE } },
    getPreferences: { ok: true, value: answer },
    getSettings: { ok: true, value: { ...SETTINGS, ...settings } },
  });
  render(<App />);
  await settle();
  return userEvent.setup();
}

const section = () => within(screen.getByRole('region', { name: 'Preferences' }));
const select = (name: string) => section().getByRole<HTMLSelectElement>('combobox', { name });
const months = () => section().getByRole<HTMLInputElement>('spinbutton', { name: 'Keep the history for (months)' });
const said = () => section().getByRole('status').textContent;

beforeEach(() => setDocumentLanguage('test'));

describe('the preferences', () => {
  it('show what holds, for the seven fields that may be ticked too', async () => {
    await open(view({ phoneStyle: 'national', valueLanguage: 'fr' }));
    expect(select('Language of proposed values').value).toBe('fr');
    expect(select('New phone numbers').value).toBe('national');
    expect(months().value).toBe('24');
    const ticks = within(section().getByRole('group', { name: 'Ticked at first' })).getAllByRole('combobox');
    expect(ticks).toHaveLength(7);
    expect(select('Phone').value).toBe('always');
    expect(select('Name').value).toBe('default');
  });

  it('are saved one by one, as soon as they are chosen', async () => {
    const user = await open();
    fakeBrowser.answer({ setPreferences: { ok: true, value: view({ phoneStyle: 'international' }) } });
    await user.selectOptions(select('New phone numbers'), 'international');
    await settle();
    expect(said()).toBe('Saved: New phone numbers');
    await user.selectOptions(select('Phone'), 'default');
    await user.selectOptions(select('Name'), 'never');
    await settle();
    expect(fakeBrowser.messages('setPreferences')).toEqual([
      { phoneStyle: 'international' },
      { ticks: { phone: null } },
      { ticks: { name: false } },
    ]);
    expect(said()).toBe('Saved: Name');
  });

  it('say that they are being saved, and not before that they are', async () => {
    const user = await open();
    fakeBrowser.answer({ setPreferences: { ok: true, value: view() } });
    const release = fakeBrowser.hold();
    await user.selectOptions(select('New phone numbers'), 'national');
    expect(said()).toBe('Saving …');
    release();
    await settle();
    expect(said()).toBe('Saved: New phone numbers');
  });

  it('go back to what holds where they could not be saved, and say why', async () => {
    const user = await open();
    fakeBrowser.answer({ setPreferences: { ok: false, failure: { kind: 'setByAdministrator' } } });
    await user.selectOptions(select('New phone numbers'), 'national');
    await settle();
    expect(section().getByRole('alert').textContent).toMatch(/Your administrator set this.*Ask your administrator/);
    expect(said()).toBe('');
    expect(select('New phone numbers').value).toBe('asInAdminPulse');
  });

  it.each(['0', '121', '1.5'])('refuse %s months', async (typed) => {
    const user = await open();
    await user.clear(months());
    await user.type(months(), `${typed}{Enter}`);
    await user.tab();
    expect(section().getByRole('alert').textContent).toContain('from 1 to 120');
    expect(months().getAttribute('aria-invalid')).toBe('true');
    expect(fakeBrowser.messages('setPreferences')).toEqual([]);
  });

  it('take a number of months once it is whole', async () => {
    const user = await open();
    fakeBrowser.answer({ setPreferences: { ok: true, value: view({ historyMonths: 36 }) } });
    await user.clear(months());
    await user.type(months(), '36');
    await user.tab();
    await settle();
    expect(fakeBrowser.messages('setPreferences')).toEqual([{ historyMonths: 36 }]);
  });

  it('say why they cannot be read, and try again', async () => {
    fakeBrowser.answer({ getPreferences: { ok: false, failure: { kind: 'internal', detail: 'x' } } });
    render(<App />);
    await settle();
    expect(section().getByRole('alert').textContent).toContain('The extension itself');
  });
});

describe('what the administrator set', () => {
  it('is said to be so, and cannot be changed', async () => {
    await open({ ...view(), managed: { preferences: ['phoneStyle', 'historyMonths'], ticks: ['phone'] } });
    for (const control of [select('New phone numbers'), months(), select('Phone')]) {
      expect(control.disabled).toBe(true);
      const described = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(described.map((id) => document.getElementById(id)?.textContent)).toContain('Set by your administrator');
    }
    expect(select('Name').disabled).toBe(false);
  });

  it('takes the form away from a service whose credentials it has', async () => {
    fakeBrowser.answer({ getConnections: { ok: true, value: { openthebox: MANAGED, adminpulse: NONE } } });
    render(<App />);
    await settle();
    const openthebox = within(screen.getByRole('region', { name: 'openthebox' }));
    expect(openthebox.getByRole('status').textContent).toContain('credentials that your administrator set');
    expect(openthebox.queryAllByRole('button')).toEqual([]);
    expect(openthebox.queryByLabelText('Client ID')).toBeNull();
    expect(screen.getByLabelText('API key')).toBeTruthy();
  });

  it('is announced, with what is switched off and what is left out', async () => {
    await open(view(), {
      managed: true,
      features: { lookup: false, create: true, linkedRelations: false },
      problems: [
        { from: 'managed', path: 'preferences.notify', reason: 'managedNotOneOf', detail: 'allPages, nobody' },
        { from: 'stored', what: 'mapping', reason: 'newer' },
      ],
    });
    const main = document.querySelector('main')?.textContent;
    expect(main).toContain('Switched off: looking up companies, linked relations.');
    const problems = within(screen.getByRole('region', { name: 'Settings that are not used' })).getAllByRole(
      'listitem',
    );
    expect(problems.map(({ textContent }) => textContent)).toEqual([
      'Your administrator’s setting “preferences.notify” is left out: it must be one of: allPages, nobody.',
      expect.stringContaining('newer version'),
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it('is read again when it changes while the page is open', async () => {
    await open();
    expect(screen.queryByText(/whole office/)).toBeNull();
    fakeBrowser.answer({
      getSettings: { ok: true, value: { ...SETTINGS, managed: true } },
      getPreferences: { ok: true, value: { ...view(), managed: { preferences: ['notify'], ticks: [] } } },
      getConnections: { ok: true, value: { openthebox: NONE, adminpulse: MANAGED } },
    });
    fakeBrowser.changePolicy();
    await settle();
    expect(screen.getByText(/whole office/)).toBeTruthy();
    expect(select('After a change, offer to reload').disabled).toBe(true);
    expect(screen.queryByLabelText('API key')).toBeNull();
  });

  it('is left alone where nothing was set', async () => {
    await open();
    expect(screen.queryByText(/administrator/)).toBeNull();
    expect(screen.queryByRole('region', { name: 'Settings that are not used' })).toBeNull();
    expect(await axeViolations()).toEqual([]);
  });
});
