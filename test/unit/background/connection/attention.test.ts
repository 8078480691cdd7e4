import { beforeEach, describe, expect, it } from 'vitest';
import { mostUrgent, noteRefused, showBadge } from '../../../../src/background/connection/attention.ts';
import { expiryOf } from '../../../../src/background/connection/expiry.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import type { Attention, Connection, Connections, Expiry } from '../../../../src/messages/index.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

beforeEach(() => fakeBrowser.reset());

const NONE: Connection = { state: 'none' };
const connected = (expiry?: Expiry): Connection => ({
  state: 'connected',
  label: '',
  ...(expiry && { expiry }),
});
const both = (adminpulse: Connection = connected(), openthebox: Connection = connected()): Connections => ({
  adminpulse,
  openthebox,
});

describe('what needs the user most', () => {
  const later = connected({ on: '2027-06-01', state: 'later' });
  const soon = connected({ on: '2026-12-01', state: 'soon' });
  const past = connected({ on: '2026-11-01', state: 'past' });
  const rows: [string, Parameters<typeof mostUrgent>[0], Attention | undefined][] = [
    ['nothing', { hostsGranted: true, connections: both(), refused: [] }, undefined],
    ['nothing without openthebox', { hostsGranted: true, connections: both(later, NONE), refused: [] }, undefined],
    ['a host', { hostsGranted: false, connections: both(NONE), refused: ['adminpulse'] }, { kind: 'hostPermission' }],
    ['AdminPulse', { hostsGranted: true, connections: both(NONE), refused: [] }, { kind: 'notConnected' }],
    [
      'a refused key, before its date',
      { hostsGranted: true, connections: both(past), refused: ['adminpulse'] },
      { kind: 'refused', service: 'adminpulse' },
    ],
    [
      'no credential that is gone',
      { hostsGranted: true, connections: both(connected(), NONE), refused: ['openthebox'] },
      undefined,
    ],
    [
      'a key that expires',
      { hostsGranted: true, connections: both(soon), refused: [] },
      { kind: 'keyExpires', on: '2026-12-01' },
    ],
    [
      'a key that has expired',
      { hostsGranted: true, connections: both(past), refused: [] },
      { kind: 'keyExpired', on: '2026-11-01' },
    ],
  ];
  it.each(rows)('%s', (_, situation, expected) => {
    expect(mostUrgent(situation)).toEqual(expected);
  });
});

describe('the expiry of a key', () => {
  it.each([
    ['2026-11-23', 'past'],
    ['2026-11-24', 'soon'],
    ['2026-12-08', 'soon'],
    ['2026-12-09', 'later'],
  ])('%s is %s on 24 November', (on, state) => {
    expect(expiryOf(on, '2026-11-24')).toEqual({ on, state });
  });
});

describe('the badge', () => {
  it('shows a refused key, until another one is accepted', async () => {
    fakeBrowser.network.answer('GET /relations', { status: 401 });
    const services = createServices(async (service) => {
      await noteRefused(service, true);
      await showBadge();
    });
    await adminpulseCredentials.write({ apiKey: 'key', label: '' });
    await services.adminpulse.firstRelations(1).catch(() => {});
    expect(fakeBrowser.badge).toEqual({ text: '!', title: 'extensionName: attentionRefused AdminPulse' });

    fakeBrowser.network.answer('GET /relations', { status: 200, body: [] });
    await HANDLERS.connectAdminPulse.answer(services, { apiKey: 'other' });
    expect(fakeBrowser.badge).toEqual({ text: '', title: 'extensionName' });

    await HANDLERS.noteExpiry.answer(services, { expiresOn: '2020-01-01' });
    expect(fakeBrowser.badge.title).toBe('extensionName: attentionKeyExpired 01/01/2020');
    await HANDLERS.noteExpiry.answer(services, { expiresOn: null });
    await HANDLERS.forget.answer(services, { service: 'adminpulse' });
    expect(fakeBrowser.badge.title).toBe('extensionName: attentionNotConnected');
    expect(await HANDLERS.getAttention.answer(services, undefined)).toEqual({ kind: 'notConnected' });
    fakeBrowser.hasPermission = false;
    expect(await HANDLERS.getAttention.answer(services, undefined)).toEqual({ kind: 'hostPermission' });
  });

  it('is not given a date that is none', async () => {
    for (const expiresOn of ['2026-02-30', '1 May', '']) {
      await expect((async () => HANDLERS.noteExpiry.answer(createServices(), { expiresOn }))()).rejects.toThrow();
    }
  });
});
