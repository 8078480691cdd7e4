import browser from 'webextension-polyfill';
import type { Language } from '../../company/company.ts';

/** The language of the user, as far as openthebox has it. */
export function userLanguage(): Language {
  const language = readersLanguage();
  return language === 'de' ? 'en' : language;
}

/** The language of the user, as far as the extension has it. */
export function readersLanguage(): Language {
  const code = browser.i18n.getUILanguage().slice(0, 2).toLowerCase();
  return (['nl', 'fr', 'de'] as const).find((language) => language === code) ?? 'en';
}
