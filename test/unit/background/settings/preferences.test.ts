import { beforeEach, describe, expect, it } from 'vitest';
import { attempt } from '../../../../src/background/failures.ts';

import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials, opentheboxCredentials } from '../../../../src/background/settings/credentials.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const services = createServices();
type Asked =
  | 'getPreferences'
  | 'setPreferences'
  | 'getSettings'
  | 'getConnections'
  | 'setMapping'
  | 'lookUp'
  | 'exportMapping';
const ask = (type: Asked, data?: unknown) => attempt<unknown>(() => HANDLERS[type].answer(services, data));
const preferences = async () => {
  const { preferences: now } = await HANDLERS.getPreferences.answer(services, undefined);
  return now;
};

const DEFAULTS = {
  valueLanguage: 'relation',
  ticks: {},
  phoneStyle: 'asInAdminPulse',
  notify: 'allPages',
  historyMonths: 24,
};
const REFUSED = { ok: false, failure: { kind: 'setByAdministrator' } };

beforeEach(() => fakeBrowser.reset());

describe('preferences', () => {
  it('have defaults, of which nothing is stored', async () => {
    expect(await preferences()).toEqual(DEFAULTS);
    expect(fakeBrowser.local.size).toBe(0);
  });

  it('are kept one by one, and only what was chosen is stored', async () => {
    await Promise.all([
      ask('setPreferences', { phoneStyle: 'national' }),
      ask('setPreferences', { ticks: { phone: true } }),
      ask('setPreferences', { ticks: { name: false } }),
    ]);
    expect(await preferences()).toEqual({ ...DEFAULTS, phoneStyle: 'national', ticks: { phone: true, name: false } });
    expect(fakeBrowser.local.get('preferences')).toEqual({
      version: 1,
      phoneStyle: 'national',
      ticks: { phone: true, name: false },
    });
    await ask('setPreferences', { ticks: { phone: null } });
    expect((await preferences()).ticks).toEqual({ name: false });
  });

  it.each([
    { historyMonths: 0 },
    { historyMonths: 121 },
    { historyMonths: 1.5 },
    { notify: 'everybody' },
    { ticks: { vatNumber: true } },
    { ticks: { phone: 'yes' } },
    { version: 2 },
    { color: 'red' },
  ])('refuse %j, and change nothing', async (change) => {
    expect(await ask('setPreferences', change)).toMatchObject({ ok: false });
    expect(fakeBrowser.local.size).toBe(0);
  });

  it('of a newer version are kept beside, and said not to be used', async () => {
    const newer = { version: 9, mood: 'good' };
    fakeBrowser.local.set('preferences', newer);
    expect(await preferences()).toEqual(DEFAULTS);
    expect(await ask('getSettings')).toMatchObject({
      value: { problems: [{ from: 'stored', what: 'preferences', reason: 'newer' }] },
    });
    await ask('setPreferences', { historyMonths: 6 });
    expect(fakeBrowser.local.get('preferences:set-aside')).toEqual(newer);
  });
});

describe('what the administrator set', () => {
  const set = (settings: object) => {
    for (const [key, value] of Object.entries(settings)) fakeBrowser.managed.set(key, value);
  };

  it('comes before what this browser stored, and cannot be changed in it', async () => {
    await ask('setPreferences', { phoneStyle: 'national', ticks: { phone: true, name: true } });
    set({ preferences: { phoneStyle: 'international', ticks: { name: false } } });
    expect(await HANDLERS.getPreferences.answer(services, undefined)).toEqual({
      preferences: { ...DEFAULTS, phoneStyle: 'international', ticks: { phone: true, name: false } },
      managed: { preferences: ['phoneStyle'], ticks: ['name'] },
    });
    expect(await ask('setPreferences', { phoneStyle: 'national' })).toEqual(REFUSED);
    expect(await ask('setPreferences', { ticks: { name: null } })).toEqual(REFUSED);
    expect(await ask('setPreferences', { ticks: { phone: null } })).toMatchObject({ ok: true });
    fakeBrowser.managed.clear();
    expect(await preferences()).toMatchObject({ phoneStyle: 'national', ticks: { name: true } });
  });

  it('gives the credentials, which are told to nobody and stored nowhere', async () => {
    await adminpulseCredentials.write({ apiKey: 'own', label: 'Own' });
    set({ adminpulse: { apiKey: 's3cret' }, openthebox: { clientId: 'id', clientSecret: 's3cret' } });
    expect(await adminpulseCredentials.read()).toEqual({ apiKey: 's3cret', label: '' });
    expect(await opentheboxCredentials.read()).toEqual({ clientId: 'id', clientSecret: 's3cret' });
    await expect(adminpulseCredentials.write({ apiKey: 'other', label: '' })).rejects.toThrow();
    const told = JSON.stringify(
      await Promise.all((['getConnections', 'getSettings', 'exportMapping'] as const).map((type) => ask(type))),
    );
    expect(told).toContain('"managed":true');
    expect(told).not.toContain('s3cret');
    expect(JSON.stringify([...fakeBrowser.local, ...fakeBrowser.session])).not.toContain('s3cret');
    fakeBrowser.managed.clear();
    expect(await adminpulseCredentials.read()).toMatchObject({ apiKey: 'own' });
  });

  it('gives paths of fields, beside those that were chosen in this browser', async () => {
    fakeBrowser.local.set('mapping-overrides', {
      version: 1,
      adminpulse: { name: '$.own', phone: '$.tel' },
      openthebox: {},
    });
    set({ fieldMapping: { version: 1, adminpulse: { name: '$.set' }, openthebox: { name: '$.naam' } } });
    const exported = await HANDLERS.exportMapping.answer(services, undefined);
    expect(JSON.parse(exported)).toEqual({
      version: 1,
      adminpulse: { name: '$.set', phone: '$.tel' },
      openthebox: { name: '$.naam' },
    });
    expect(await ask('setMapping', { service: 'adminpulse', field: 'name', path: null })).toEqual(REFUSED);
    expect(await ask('setMapping', { service: 'adminpulse', field: 'phone', path: null })).toMatchObject({ ok: true });
    expect(fakeBrowser.local.get('mapping-overrides')).toMatchObject({ adminpulse: { name: '$.own' } });
  });

  it('switches parts off', async () => {
    expect(await ask('getSettings')).toMatchObject({
      value: { managed: false, features: { lookup: true, create: true, linkedRelations: true } },
    });
    set({ features: { lookup: false } });
    expect(await ask('lookUp', { query: 'peeters' })).toEqual({ ok: false, failure: { kind: 'featureOff' } });
    expect(fakeBrowser.network.calls).toEqual([]);
  });
});
