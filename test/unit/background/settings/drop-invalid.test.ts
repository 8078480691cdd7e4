import { describe, expect, it } from 'vitest';
import { dropInvalid } from '../../../../src/background/settings/drop-invalid.ts';
import { ManagedSettings } from '../../../../src/background/settings/managed-schema.ts';

const read = (settings: unknown) => dropInvalid(ManagedSettings, settings);

const GOOD = {
  adminpulse: { apiKey: 'key' },
  preferences: { valueLanguage: 'nl', historyMonths: 12, ticks: { phone: true } },
  features: { create: false },
};

describe('what an administrator set', () => {
  it('is taken as it is where nothing is broken', () => {
    expect(read(GOOD)).toEqual({ value: GOOD, broken: [] });
    expect(read({})).toEqual({ value: {}, broken: [] });
  });

  it.each<[string, object, string, string, string?]>([
    ['an unknown setting', { openTheBox: {} }, 'openTheBox', 'managedNoSuchSetting'],
    ['an unknown preference', { preferences: { color: 1 } }, 'preferences.color', 'managedNoSuchSetting'],
    [
      'a number that may not be ticked',
      { preferences: { ticks: { vatNumber: true } } },
      'preferences.ticks.vatNumber',
      'managedNoSuchSetting',
    ],
    [
      'a value that is none of the list',
      { preferences: { notify: 'all' } },
      'preferences.notify',
      'managedNotOneOf',
      'allPages, pagesOfTheRelation, nobody',
    ],
    ['too many months', { preferences: { historyMonths: 121 } }, 'preferences.historyMonths', 'managedNotNumber'],
    ['half a month', { preferences: { historyMonths: 0.5 } }, 'preferences.historyMonths', 'managedNotNumber'],
    ['months as a text', { preferences: { historyMonths: '12' } }, 'preferences.historyMonths', 'managedNotNumber'],
    ['a tick as a text', { preferences: { ticks: { phone: 'yes' } } }, 'preferences.ticks.phone', 'managedNotYesNo'],
    ['a feature as a number', { features: { lookup: 0 } }, 'features.lookup', 'managedNotYesNo'],
    ['a group as a text', { features: 'none' }, 'features', 'managedNotGroup'],
    ['a list', { preferences: [] }, 'preferences', 'managedNotGroup'],
    ['an empty key', { adminpulse: { apiKey: ' ' } }, 'adminpulse.apiKey', 'managedNotText'],
    ['a secret that is missing', { openthebox: { clientId: 'x' } }, 'openthebox.clientSecret', 'managedMissing'],
    [
      'a path that is none',
      { fieldMapping: { version: 1, adminpulse: { name: 'x' }, openthebox: {} } },
      'fieldMapping.adminpulse.name',
      'managedNotPath',
    ],
    [
      'a mapping of another version',
      { fieldMapping: { version: 2, adminpulse: {}, openthebox: {} } },
      'fieldMapping.version',
      'managedNotOneOf',
      '1',
    ],
  ])('leaves out %s alone, and says where and why', (_what, setting, path, reason, detail) => {
    const { value, broken } = read({ ...setting });
    expect(broken).toEqual([{ path, reason, ...(detail && { detail }) }]);
    expect(ManagedSettings.safeParse(value).success).toBe(true);
  });

  it('keeps all that is not broken', () => {
    const { value, broken } = read({
      ...GOOD,
      openthebox: { clientId: 'id' },
      preferences: { ...GOOD.preferences, notify: 'all' },
      surplus: 1,
    });
    expect(value).toEqual(GOOD);
    expect(broken.map(({ path }) => path).sort()).toEqual(['openthebox.clientSecret', 'preferences.notify', 'surplus']);
  });

  it('never says what stands there, for it may be a credential', () => {
    const { broken } = read({ adminpulse: { apiKey: ['s3cret'], key: 's3cret' }, openthebox: 's3cret' });
    expect(broken).toHaveLength(3);
    expect(JSON.stringify(broken)).not.toContain('s3cret');
  });

  it.each([null, undefined, 'text', 7, []])('is nothing where it is %j', (whole) => {
    expect(read(whole).value).toBeUndefined();
  });

  it('is not changed by being read', () => {
    const settings = Object.freeze({ surplus: 1 });
    read(settings);
    expect(settings).toEqual({ surplus: 1 });
  });
});
