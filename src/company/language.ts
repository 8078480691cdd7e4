import type { Language } from './company.ts';
import { foldedKey } from './folding.ts';

/** What languages are called in nl, fr, de and en, and their codes of one letter and of three. */
const NAMES: Readonly<Record<Language, string>> = {
  nl: 'nl, n, nld, dut, ned, Nederlands, Néerlandais, Niederländisch, Dutch, Vlaams, Flemish',
  fr: 'fr, f, fra, fre, Frans, Français, Französisch, French',
  de: 'de, d, deu, ger, Duits, Allemand, Deutsch, German',
  en: 'en, e, eng, Engels, Anglais, Englisch, English',
};

const LANGUAGE_OF = new Map(
  Object.entries(NAMES).flatMap(([language, names]) =>
    names.split(', ').map((name) => [foldedKey(name), language as Language]),
  ),
);

/** No name or code of a language is longer. In characters. */
const MAX_LENGTH = 40;

/** The language that a code or a name says, in any case, alone or before a region: "nl", "FR", "de-BE", "Nederlands". */
export function parseLanguage(text: string): Language | undefined {
  const [word = ''] = text.slice(0, MAX_LENGTH).split(/[-_\s(,;:/]/, 1);
  return LANGUAGE_OF.get(foldedKey(word));
}
