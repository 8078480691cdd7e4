import { LANGUAGES, type Language } from './company.ts';

/** The language whose code a text begins with, in any case, alone or before a region: "nl", "FR", "de-BE". */
export function parseLanguage(text: string): Language | undefined {
  const code = text.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code);
}
