const KEYS = [
  'pageGroup',
  'openInOpenthebox',
  'fetchFromOpenthebox',
  'relationChangedReload',
  'extensionWasUpdated',
  'fetchFailed',
] as const;

export type TextKey = (typeof KEYS)[number];

/** The texts by their keys in `_locales`; in `pageGroup`, `#` stands for the number. */
export type Texts = Readonly<Record<TextKey, string>>;

/** Reads every text at once: after an update of the extension the page's script can no longer ask for one. */
export function readTexts(): Texts {
  return Object.fromEntries(KEYS.map((key) => [key, chrome.i18n.getMessage(key, '#')])) as Texts;
}
