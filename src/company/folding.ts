/** Letters that Unicode does not take apart, and how they are written without a keyboard that has them. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Most texts that are folded are one word without accents: nothing but the case is to be done. */
const PLAIN_WORD = /^[a-z\d]+$/i;

/**
 * A text without what writing habits add: capitals, accents, invisible characters, punctuation, doubled spaces.
 * What is left are its words, in lower case, with single spaces. Any text is accepted.
 */
export function fold(text: string): string {
  if (PLAIN_WORD.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[ßœæøłđı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, folded. */
export function foldedWords(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** The folded text without spaces: `B.V.`, `b v` and `BV` are one key. */
export function foldedKey(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** A text with its white space put in order: none at the ends, single spaces inside. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
