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

  it.each<{
    readonly what: string;
    readonly setting: object;
    readonly path: string;
    readonly reason: string;
    readonly detail?: string;
  }>([
    { what: 'an unknown setting', setting: { openTheBox: {} }, path: 'openTheBox', reason: 'managedNoSuchSetting' },
    {
      what: 'an unknown preference',
      setting: { preferences: { color: 1 } },
      path: 'preferences.color',
      reason: 'managedNoSuchSetting',
    },
    {
      what: 'a number that may not be ticked',
      setting: { preferences: { ticks: { vatNumber: true } } },
      path: 'preferences.ticks.vatNumber',
      reason: 'managedNoSuchSetting',
    },
    {
      what: 'a value that is none of the list',
      setting: { preferences: { notify: 'all' } },
      path: 'preferences.notify',
      reason: 'managedNotOneOf',
      detail: 'allPages, pagesOfTheRelation, nobody',
    },
    {
      what: 'too many months',
      setting: { preferences: { historyMonths: 121 } },
      path: 'preferences.historyMonths',
      reason: 'managedNotNumber',
    },
    {
      what: 'half a month',
      setting: { preferences: { historyMonths: 0.5 } },
      path: 'preferences.historyMonths',
      reason: 'managedNotNumber',
    },
    {
      what: 'months as a text',
      setting: { preferences: { historyMonths: '12' } },
      path: 'preferences.historyMonths',
      reason: 'managedNotNumber',
    },
    {
      what: 'a tick as a text',
      setting: { preferences: { ticks: { phone: 'yes' } } },
      path: 'preferences.ticks.phone',
      reason: 'managedNotYesNo',
    },
    {
      what: 'a feature as a number',
      setting: { features: { lookup: 0 } },
      path: 'features.lookup',
      reason: 'managedNotYesNo',
    },
    { what: 'a group as a text', setting: { features: 'none' }, path: 'features', reason: 'managedNotGroup' },
    { what: 'a list', setting: { preferences: [] }, path: 'preferences', reason: 'managedNotGroup' },
    {
      what: 'an empty key',
      setting: { adminpulse: { apiKey: ' ' } },
      path: 'adminpulse.apiKey',
      reason: 'managedNotText',
    },
    {
      what: 'a secret that is missing',
      setting: { openthebox: { clientId: 'x' } },
      path: 'openthebox.clientSecret',
      reason: 'managedMissing',
    },
    {
      what: 'a path that is none',
      setting: { fieldMapping: { version: 1, adminpulse: { name: 'x' }, openthebox: {} } },
      path: 'fieldMapping.adminpulse.name',
      reason: 'managedNotPath',
    },
    {
      what: 'a mapping of another version',
      setting: { fieldMapping: { version: 2, adminpulse: {}, openthebox: {} } },
      path: 'fieldMapping.version',
      reason: 'managedNotOneOf',
      detail: '1',
    },
  ])('leaves out $what alone, and says where and why', ({ setting, path, reason, detail }) => {
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
