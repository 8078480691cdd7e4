/**
 * A text without what it says: a letter is x or X, a digit 0, and of the rest only what structures a value stays, such as dots and
 * brackets.
 */
export function patternOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .replace(/\p{N}/gu, '0')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/(?![xX])\p{L}/gu, 'x')
    .replace(/[^\w\s.,;:/\\()[\]+\-'"&@#*<>|=?!]/gu, '·')
    .replace(/[^\S\n ]/g, ' ')
    .replaceAll('_', '-');
}

/** As many digits: a number has no leading zero, so that the first one is 1. */
export const patternOfNumber = (number: number): number => Number(String(number).replace(/\d/g, '0').replace('0', '1'));

/** The beginning of a phone number that says Belgium stays. */
export const patternOfPhone = (text: string): string =>
  text.trim().replace(/^(\+32|0032)?(.*)$/s, (_, belgium = '', rest = '') => belgium + patternOf(rest));

/** `https://` and `www.` stay. */
export const patternOfWebsite = (text: string): string =>
  text
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?(.*)$/is, (_, scheme = '', www = '', rest = '') => scheme + www + patternOf(rest));
