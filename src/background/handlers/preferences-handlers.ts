import { PreferencesChangeData } from '../preferences/preference-settings.ts';
import { changePreferences, preferencesView } from '../preferences/preferences.ts';
import { settingsState } from '../preferences/settings-state.ts';
import { type Handlers, handler, Nothing, PAGE } from './handler.ts';

export const PREFERENCES_HANDLERS: Handlers<'getPreferences' | 'setPreferences' | 'getSettings'> = {
  getPreferences: handler(PAGE, Nothing, () => preferencesView()),
  setPreferences: handler(PAGE, PreferencesChangeData, (_services, change) => changePreferences(change)),
  getSettings: handler(PAGE, Nothing, () => settingsState()),
};
