import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unexpectedErrors } from '../../../../src/background/platform/unexpected-errors.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import { assertFeatureEnabled, features, managed } from '../../../../src/background/settings/managed.ts';
import { mappingOverrides } from '../../../../src/background/settings/mapping-overrides.ts';
import { preferences } from '../../../../src/background/settings/preferences.ts';
import { settingsState } from '../../../../src/background/settings/settings-state.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const ALL_ON = { lookup: true, create: true, linkedRelations: true };

const area = fakeBrowser.storage.managed.api;
const refuse = (error: Error) => vi.spyOn(area, 'get').mockRejectedValue(error);

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('a browser without a policy', () => {
  it('of Chrome, which answers with nothing, has all parts on', async () => {
    expect(await managed()).toEqual({ settings: {}, broken: [] });
    expect(await features()).toEqual(ALL_ON);
  });

  it('of Firefox, which rejects, has all parts on too, and nothing is wrong', async () => {
    refuse(new Error('Managed storage manifest not found'));
    expect(await managed()).toEqual({ settings: {}, broken: [] });
    expect(await features()).toEqual(ALL_ON);
    expect(await unexpectedErrors()).toEqual([]);
  });
});

describe('a policy that cannot be read', () => {
  const POLICY_UNREADABLE = { failure: { kind: 'policyUnreadable' } };
  beforeEach(() => {
    fakeBrowser.managed.set('features', { create: false });
    refuse(new Error('An unexpected error occurred'));
  });

  it('switches nothing on that the administrator may have switched off', async () => {
    await expect(features()).rejects.toMatchObject(POLICY_UNREADABLE);
    for (const feature of ['lookup', 'create', 'linkedRelations'] as const) {
      await expect(assertFeatureEnabled(feature)).rejects.toMatchObject(POLICY_UNREADABLE);
    }
  });

  it.each([
    { of: 'the credentials', read: () => adminpulseCredentials.read() },
    { of: 'the preferences', read: () => preferences() },
    { of: 'the mapping', read: () => mappingOverrides() },
    { of: 'what the settings page shows', read: () => settingsState() },
  ])('leaves nothing in the place of $of', async ({ read }) => {
    await expect(read()).rejects.toMatchObject(POLICY_UNREADABLE);
  });

  it('is recorded, for whoever has to find out why', async () => {
    await expect(features()).rejects.toMatchObject(POLICY_UNREADABLE);
    expect(await unexpectedErrors()).toMatchObject([{ name: 'Error' }]);
  });

  it('holds again as soon as it can be read', async () => {
    await expect(features()).rejects.toMatchObject(POLICY_UNREADABLE);
    vi.restoreAllMocks();
    expect(await features()).toEqual({ ...ALL_ON, create: false });
  });
});
