import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';
import type { Language } from '../company/company.ts';

/** A key of `public/_locales`; the English file is the reference, and a test holds the others to it. */
export type TextKey = keyof typeof messages;

/** Keys that exist as `…One` and `…Other`. */
export type PluralKey = {
  [K in TextKey]: K extends `${infer Stem}Other` ? (`${Stem}One` extends TextKey ? Stem : never) : never;
}[TextKey];

/** The text of a key in the user's language; substitutions fill `$1`, `$2` … in order. */
export function text(key: TextKey, ...substitutions: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** As `text`, in the singular or plural that the language has for `count`; `$1` is the count, as `10,000` in English. */
export function plural(stem: PluralKey, count: number, ...others: readonly (string | number)[]): string {
  const one = new Intl.PluralRules(language()).select(count) === 'one';
  return text(`${stem}${one ? 'One' : 'Other'}` as TextKey, count.toLocaleString(language()), ...others);
}

/** The language that the texts are in. It is not always the browser's: a Spanish browser shows the English texts. */
export function language(): Language {
  // Each file of texts names its own; a test holds them to it.
  return text('textLanguage') as Language;
}

/** Labels as they stand inside a sentence: "VAT number, enterprise number". German nouns keep their capital. */
export function listed(labels: readonly string[]): string {
  return labels.map(insideSentence).join(', ');
}

function insideSentence(label: string): string {
  const abbreviation = /^\p{Lu}{2}/u.test(label);
  return abbreviation || language() === 'de' ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** Tells the browser, and with it screen readers and hyphenation, which language the page is in. */
export function setDocumentLanguage(title: string): void {
  document.documentElement.lang = language();
  document.title = title;
}
