import type { SettingProblem, SettingsState } from '../../messages/index.ts';
import { features, managed } from './managed.ts';
import { overridesItem } from './mapping-overrides.ts';
import { preferencesItem } from './preferences.ts';

const STORED = { preferences: preferencesItem, mapping: overridesItem };

/** What the administrator set, and what of it and of this browser's own settings cannot be used. */
export async function settingsState(): Promise<SettingsState> {
  const [{ settings, broken }, on, stored] = await Promise.all([managed(), features(), storedProblems()]);
  return {
    managed: Object.keys(settings).length > 0,
    credentials: (['openthebox', 'adminpulse'] as const).filter((service) => settings[service] !== undefined),
    features: on,
    problems: [...broken.map((setting) => ({ from: 'managed' as const, ...setting })), ...stored],
  };
}

async function storedProblems(): Promise<SettingProblem[]> {
  const problems = Object.entries(STORED).map(async ([what, item]) => {
    const reason = await item.unreadable();
    return reason ? [{ from: 'stored' as const, what: what as keyof typeof STORED, reason }] : [];
  });
  return (await Promise.all(problems)).flat();
}
