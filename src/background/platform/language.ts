import browser from 'webextension-polyfill';
import type { Language } from '../../company/company.ts';
import { parseLanguage } from '../../company/language.ts';

/** The language of the user, as far as openthebox has it. */
export function userLanguage(): Language {
  const language = readersLanguage();
  return language === 'de' ? 'en' : language;
}

/** The language of the user, as far as the extension has it. */
export function readersLanguage(): Language {
  return parseLanguage(browser.i18n.getUILanguage()) ?? 'en';
}
