import * as z from 'zod/mini';
import type { Choices } from '../../company/choices.ts';
import type { Language } from '../../company/company.ts';
import type { Preferences, PreferencesChange, PreferencesView } from '../../messages/index.ts';
import { withLock } from '../platform/locks.ts';
import { versionedItem } from '../platform/versioned-item.ts';
import { assertNotManaged, features, managedSettings } from './managed.ts';
import { PreferenceSettings } from './preference-schema.ts';

const DEFAULTS: Preferences = {
  valueLanguage: 'relation',
  ticks: {},
  phoneStyle: 'asInAdminPulse',
  notify: 'allPages',
  historyMonths: 24,
};

/** Only what was chosen: a default may be another in a later version. */
const Stored = z.strictObject({ version: z.literal(1), ...PreferenceSettings });
type Stored = z.infer<typeof Stored>;

export const preferencesItem = versionedItem({ key: 'preferences', version: 1, schema: Stored });

/** What holds: the administrator's, else what was chosen in this browser, else the default. */
export async function preferences(): Promise<Preferences> {
  return (await preferencesView()).preferences;
}

export async function preferencesView(): Promise<PreferencesView> {
  const [settings, stored] = await Promise.all([managedSettings(), preferencesItem.read()]);
  const { version: _, ...own } = stored ?? { version: 1 };
  const { ticks, ...others } = settings.preferences ?? {};
  return {
    preferences: { ...DEFAULTS, ...own, ...others, ticks: { ...own.ticks, ...ticks } },
    managed: { preferences: keysOf(others), ticks: keysOf(ticks ?? {}) },
  };
}

/** Throws `setByAdministrator` for what is not this browser's to change. */
export function changePreferences(change: PreferencesChange): Promise<PreferencesView> {
  return withLock('preferences', async () => {
    const { managed } = await preferencesView();
    assertNotManaged(
      managed.preferences.some((key) => change[key] !== undefined) ||
        managed.ticks.some((field) => change.ticks?.[field] !== undefined),
    );
    const own: Stored = (await preferencesItem.read()) ?? { version: 1 };
    const ticks = { ...own.ticks, ...change.ticks };
    const kept = Object.fromEntries(Object.entries(ticks).filter(([, tick]) => tick !== null));
    await preferencesItem.write({ ...own, ...change, ticks: kept });
    return preferencesView();
  });
}

/** How changes are proposed and written, as the preferences and the administrator say. */
export async function proposals(): Promise<{ readonly choices: Choices; readonly valueLanguage?: Language }> {
  const [{ ticks, phoneStyle, valueLanguage }, { linkedRelations }] = await Promise.all([preferences(), features()]);
  return {
    choices: {
      ticks,
      ...(phoneStyle !== 'asInAdminPulse' && { phoneStyle }),
      ...(!linkedRelations && { leftOut: ['linkedRelations'] }),
    },
    ...(valueLanguage !== 'relation' && { valueLanguage }),
  };
}

function keysOf<T extends object>(record: T): (keyof T)[] {
  return Object.keys(record) as (keyof T)[];
}
