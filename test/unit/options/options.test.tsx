import { fireEvent, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Field } from '../../../src/company/company.ts';
import type { Connection, Connections, Failure, MappingRow } from '../../../src/messages/index.ts';
import { App } from '../../../src/options/app.tsx';
import { setDocumentLanguage } from '../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../../support/page-setup.ts';
import { axeViolations } from '../ui/axe.ts';

const NONE: Connection = { state: 'none' };
const UNAUTHORIZED: Failure = { kind: 'unauthorized', service: 'adminpulse' };

async function open(connections: Partial<Connections> = {}) {
  fakeBrowser.answer({ getConnections: { ok: true, value: { openthebox: NONE, adminpulse: NONE, ...connections } } });
  render(<App />);
  await settle();
  return userEvent.setup();
}

const section = (name: string) => within(screen.getByRole('region', { name }));
const status = (name: string) => section(name).getByRole('status').textContent;
const field = (name: string, label: string) => section(name).getByLabelText<HTMLInputElement>(label);
const connect = (name: string) => section(name).getByRole('button', { name: 'Connect' });

beforeEach(() => setDocumentLanguage('test'));

describe('the options page', () => {
  it('has a section for each service, with its fields, and no empty section', async () => {
    await open();
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'openthebox',
      'AdminPulse',
      'Check',
      'Field mapping',
      'Preferences',
      'History',
    ]);
    expect(field('openthebox', 'Client ID').type).toBe('text');
    expect(field('openthebox', 'Client secret').type).toBe('password');
    expect(field('AdminPulse', 'API key').type).toBe('password');
  });

  it('says how each service stands before anything is entered', async () => {
    await open();
    expect(status('openthebox')).toBe('Not connected: limited access');
    expect(status('AdminPulse')).toBe('Not connected');
  });

  it('says where each credential is made, and what works without', async () => {
    await open();
    expect(section('openthebox').getByText(/come with your openthebox subscription/)).toBeTruthy();
    expect(section('openthebox').getByText(/continue without/)).toBeTruthy();
    expect(section('AdminPulse').getByRole('link').getAttribute('href')).toBe(
      'https://app.adminpulse.be/#/profile/accesstokens',
    );
  });

  it('sends what was typed, without blanks at the ends, and empties the fields once connected', async () => {
    const user = await open();
    fakeBrowser.answer({ connectOpenthebox: { ok: true, value: { state: 'connected', label: 'otb-office-7' } } });
    await user.type(field('openthebox', 'Client ID'), ' otb-office-7 ');
    await user.type(field('openthebox', 'Client secret'), 's3cret');
    await user.keyboard('{Enter}');
    await settle();
    expect(fakeBrowser.messages('connectOpenthebox')).toEqual([
      { clientId: 'otb-office-7', clientSecret: 's3cret', untilClosed: false },
    ]);
    expect(status('openthebox')).toBe('Connected: otb-office-7');
    expect(field('openthebox', 'Client ID').value).toBe('');
    expect(field('openthebox', 'Client secret').value).toBe('');
    expect(field('openthebox', 'Client secret').placeholder).toMatch(/^•+$/);
    expect(document.body.innerHTML).not.toContain('s3cret');
  });

  it('says what is wrong with a credential, and leaves it in place to be corrected', async () => {
    const user = await open();
    fakeBrowser.answer({ connectAdminPulse: { ok: true, value: { state: 'failed', failure: UNAUTHORIZED } } });
    await user.type(field('AdminPulse', 'API key'), 'wrong');
    await user.click(connect('AdminPulse'));
    await settle();
    expect(status('AdminPulse')).toContain('AdminPulse refused the API key.');
    expect(field('AdminPulse', 'API key').value).toBe('wrong');
    expect(status('openthebox')).toBe('Not connected: limited access');
  });

  it('says the same when the worker answers with a failure', async () => {
    const user = await open();
    fakeBrowser.answer({ connectAdminPulse: { ok: false, failure: UNAUTHORIZED } });
    await user.type(field('AdminPulse', 'API key'), 'wrong');
    await user.click(connect('AdminPulse'));
    await settle();
    expect(status('AdminPulse')).toContain('AdminPulse refused the API key.');
  });

  it('sends nothing while a field is empty', async () => {
    const user = await open();
    await user.type(field('openthebox', 'Client ID'), 'x');
    await user.click(connect('openthebox'));
    await user.click(connect('AdminPulse'));
    expect(fakeBrowser.sent.map(({ type }) => type)).toEqual([
      'getAttention',
      'getSettings',
      'getUnexpectedErrors',
      'getConnections',
      'getPreferences',
      'getAttention',
    ]);
  });

  it('says that it is connecting, and connects only once meanwhile', async () => {
    const user = await open();
    fakeBrowser.answer({ connectAdminPulse: { ok: true, value: { state: 'connected', label: 'x' } } });
    const release = fakeBrowser.hold();
    await user.type(field('AdminPulse', 'API key'), 'key');
    await user.click(connect('AdminPulse'));
    await user.click(connect('AdminPulse'));
    expect(status('AdminPulse')).toBe('Connecting …');
    release();
    await settle();
    expect(fakeBrowser.messages('connectAdminPulse')).toEqual([{ apiKey: 'key', untilClosed: false }]);
  });

  it('shows a connection with its label and its end, and a key that may not write', async () => {
    const until = new Date(Date.now() + 48 * 3_600_000);
    await open({
      openthebox: { state: 'connected', label: 'otb-office-7', until: until.toISOString() },
      adminpulse: { state: 'connected', label: 'Kantoor Peeters', mayWrite: false },
    });
    const day = `${String(until.getDate()).padStart(2, '0')}/${String(until.getMonth() + 1).padStart(2, '0')}`;
    expect(status('openthebox')).toContain(`until ${day}`);
    expect(status('AdminPulse')).toContain('Connected: Kantoor Peeters');
    expect(status('AdminPulse')).toContain('This key may not write relations');
  });

  it('shows a connection without a label as connected', async () => {
    await open({ adminpulse: { state: 'connected', label: '' } });
    expect(status('AdminPulse')).toBe('Connected');
  });

  it('forgets a credential', async () => {
    const user = await open({ adminpulse: { state: 'connected', label: 'x' } });
    fakeBrowser.answer({ forget: { ok: true, value: null } });
    expect(section('openthebox').queryByRole('button', { name: 'Forget' })).toBeNull();
    await user.click(section('AdminPulse').getByRole('button', { name: 'Forget' }));
    await settle();
    expect(fakeBrowser.messages('forget')).toEqual([{ service: 'adminpulse' }]);
    expect(status('AdminPulse')).toContain('Forgotten');
    expect(section('AdminPulse').queryByRole('button', { name: 'Forget' })).toBeNull();
  });

  it('asks for a missing permission, then connects with what still stands in the form', async () => {
    const origins = ['https://api.adminpulse.be/*'];
    const user = await open();
    const failure: Failure = { kind: 'hostPermissionMissing', service: 'adminpulse', origins };
    fakeBrowser.answer({ connectAdminPulse: { ok: false, failure } });
    await user.type(field('AdminPulse', 'API key'), 'key');
    await user.click(connect('AdminPulse'));
    await settle();
    await user.click(section('AdminPulse').getByRole('button', { name: 'Ask for permission' }));
    await settle();
    expect(fakeBrowser.permissionsAsked).toEqual([origins]);
    expect(fakeBrowser.messages('connectAdminPulse')).toEqual([
      { apiKey: 'key', untilClosed: false },
      { apiKey: 'key', untilClosed: false },
    ]);
  });

  it('keeps a credential only until the browser closes where that is chosen, and says so', async () => {
    const user = await open();
    fakeBrowser.answer({
      connectAdminPulse: { ok: true, value: { state: 'connected', label: 'x', untilClosed: true } },
    });
    await user.type(field('AdminPulse', 'API key'), 'key');
    await user.click(field('AdminPulse', 'Keep only until the browser closes'));
    await user.click(connect('AdminPulse'));
    await settle();
    expect(fakeBrowser.messages('connectAdminPulse')).toEqual([{ apiKey: 'key', untilClosed: true }]);
    expect(status('AdminPulse')).toContain('Kept until the browser closes.');
  });

  it('connects with the expiry date of a key, warns of it, and notes another one at once', async () => {
    const user = await open();
    const expiring = (on: string, state: 'later' | 'soon'): Connection => ({
      state: 'connected',
      label: 'x',
      expiry: { on, state },
    });
    fakeBrowser.answer({ connectAdminPulse: { ok: true, value: expiring('2026-12-01', 'soon') } });
    await user.type(field('AdminPulse', 'API key'), 'key');
    fireEvent.input(field('AdminPulse', 'Expiry date (optional)'), { target: { value: '2026-12-01' } });
    await user.click(connect('AdminPulse'));
    await settle();
    expect(fakeBrowser.messages('connectAdminPulse')).toEqual([
      { apiKey: 'key', untilClosed: false, expiresOn: '2026-12-01' },
    ]);
    expect(status('AdminPulse')).toContain('The key expires on 01/12/2026: make a new one');
    expect(field('AdminPulse', 'Expiry date (optional)').value).toBe('2026-12-01');

    fakeBrowser.answer({ noteExpiry: { ok: true, value: expiring('2027-12-01', 'later') } });
    fireEvent.change(field('AdminPulse', 'Expiry date (optional)'), { target: { value: '2027-12-01' } });
    await settle();
    expect(fakeBrowser.messages('noteExpiry')).toEqual([{ expiresOn: '2027-12-01' }]);
    expect(status('AdminPulse')).toContain('The key expires on 01/12/2027.');
  });

  it('asks for all hosts where one was withdrawn, and says no more of it once they are granted', async () => {
    const user = await open({ adminpulse: { state: 'connected', label: 'x' } });
    expect(screen.queryByRole('alert')).toBeNull();
    fakeBrowser.answer({ getAttention: { ok: true, value: { kind: 'hostPermission' } } });
    fakeBrowser.changePermissions();
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('does not let the extension reach');
    expect(await axeViolations()).toEqual([]);
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Ask for permission' }));
    expect(fakeBrowser.permissionsAsked).toEqual([['https://app.adminpulse.be/*', 'https://openthebox.be/*']]);
    fakeBrowser.answer({ getAttention: { ok: true, value: null } });
    fakeBrowser.changePermissions();
    await settle();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that a stored credential was refused since', async () => {
    fakeBrowser.answer({ getAttention: { ok: true, value: { kind: 'refused', service: 'openthebox' } } });
    await open({ openthebox: { state: 'connected', label: 'x' } });
    expect(screen.getByRole('alert').textContent).toBe(
      'openthebox refused the stored credential. Enter it again below.',
    );
  });

  it('goes on without openthebox to the second step', async () => {
    const user = await open();
    expect(screen.getByText(/^Three steps/)).toBeTruthy();
    await user.click(section('openthebox').getByRole('button', { name: 'Continue without' }));
    expect(document.activeElement).toBe(field('AdminPulse', 'API key'));
  });

  it('checks by itself once AdminPulse is connected: what is found, what is not, what fails', async () => {
    const user = await open();
    const row = (of: Field, how: 'default' | 'notFound'): MappingRow => ({ field: of, how, choosable: true });
    const subjects = { adminpulse: 'APR00510', openthebox: '0001004246' };
    let answers = 0;
    fakeBrowser.answer({
      connectAdminPulse: { ok: true, value: { state: 'connected', label: 'x' } },
      getMapping: () => {
        answers += 1;
        const rows = [row('name', 'default'), row('phone', answers === 1 ? 'notFound' : 'default')];
        const subject = answers === 1 ? subjects.adminpulse : subjects.openthebox;
        return { ok: true, value: { subject, rows, tree: [], masked: '' } };
      },
    });
    await user.type(field('AdminPulse', 'API key'), 'key');
    await user.click(connect('AdminPulse'));
    await settle();
    expect(status('Check')).toContain('AdminPulse: 1 of 2 fields found in this relation (APR00510).');
    expect(status('Check')).toContain('Not found: phone.');
    expect(status('Check')).toContain('openthebox: 2 of 2 fields found in this company (BE 0001.004.246).');
    expect(status('Check')).toContain('Ready.');
    expect(screen.queryByText(/^Three steps/)).toBeNull();

    fakeBrowser.answer({ getMapping: { ok: false, failure: { kind: 'offline', service: 'openthebox' } } });
    await user.click(section('Check').getByRole('button', { name: 'Check now' }));
    await settle();
    expect(status('Check')).toContain('openthebox cannot be reached');
    expect(status('Check')).not.toContain('Ready.');
  });

  it('says in how many relations and companies the fields were found, and how many are to be confirmed', async () => {
    const user = await open();
    const rows = [
      { field: 'name', how: 'inferred', choosable: true },
      { field: 'website', how: 'presumed', choosable: true },
      // One of the others has it, though this one does not.
      { field: 'phone', how: 'notFound', choosable: true },
      { field: 'address', how: 'notFound', choosable: true },
    ] satisfies MappingRow[];
    const mapping = { subject: 'APR00510', rows, tree: [], masked: '' };
    const counts = [12, 1];
    fakeBrowser.answer({
      getMapping: () => {
        const inferredFrom = { answers: counts.shift() ?? 0, fieldsRead: ['phone' as const] };
        return { ok: true, value: { ...mapping, inferredFrom } };
      },
    });
    await user.click(section('Check').getByRole('button', { name: 'Check now' }));
    await settle();
    expect(status('Check')).toContain('AdminPulse: 3 of 4 fields found in 12 relations, 1 to confirm.');
    expect(status('Check')).toContain('openthebox: 3 of 4 fields found in 1 company, 1 to confirm.');
    expect(status('Check')).toContain('Not found: address.');
  });

  it('says which places no longer agree, and asks to confirm them', async () => {
    const user = await open({ adminpulse: { state: 'connected', label: 'x' } });
    const rows: MappingRow[] = [
      { field: 'phone', how: 'presumed', choosable: true, doubt: { kind: 'differs', of: 8 } },
      { field: 'website', how: 'presumed', choosable: true },
    ];
    fakeBrowser.answer({ getMapping: { ok: true, value: { subject: 'APR00510', rows, tree: [], masked: '' } } });
    await user.click(section('Check').getByRole('button', { name: 'Check now' }));
    await settle();
    expect(status('Check')).toContain('Phone: no longer agrees with openthebox in the last 8 relations.');
    expect(status('Check')).toContain('Presumed, to be confirmed: phone, website.');
  });

  it('says why a place could not be confirmed, and goes on showing what it found', async () => {
    const user = await open({ adminpulse: { state: 'connected', label: 'x' } });
    const rows: MappingRow[] = [{ field: 'phone', how: 'presumed', choosable: true }];
    fakeBrowser.answer({
      getMapping: { ok: true, value: { subject: 'APR00510', rows, tree: [], masked: '' } },
      confirmPlaces: { ok: false, failure: { kind: 'internal', detail: 'storage is full' } },
    });
    await user.click(section('Check').getByRole('button', { name: 'Check now' }));
    await settle();
    const [confirm] = section('Check').getAllByRole('button', { name: 'Confirm' });
    if (!confirm) throw new Error('there is nothing to confirm');
    await user.click(confirm);
    await settle();
    expect(status('Check')).toContain('The extension itself');
    expect(status('Check')).toContain('Presumed, to be confirmed: phone.');

    fakeBrowser.answer({ confirmPlaces: { ok: true, value: null } });
    await user.click(confirm);
    await settle();
    expect(status('Check')).not.toContain('The extension itself');
    expect(fakeBrowser.messages('getMapping')).toHaveLength(4);
  });

  it('says that the worker is gone in both sections', async () => {
    fakeBrowser.loseWorker();
    render(<App />);
    await settle();
    for (const name of ['openthebox', 'AdminPulse']) expect(status(name)).toContain('The extension itself');
  });

  it('names the sources of the code tables, the version and the licence', async () => {
    await open();
    const footer = screen.getByRole('contentinfo').textContent;
    expect(footer).toContain('KBO/BCE, FOD Economie / SPF Économie');
    expect(footer).toContain('belgif refnis2025');
    expect(footer).toContain('Version 0.1.0 · MIT licence');
  });

  it('passes axe, connected or not', async () => {
    await open({
      openthebox: { state: 'connected', label: 'x' },
      adminpulse: { state: 'failed', failure: UNAUTHORIZED },
    });
    expect(await axeViolations()).toEqual([]);
  });
});
