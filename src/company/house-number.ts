import { fold } from './folding.ts';

/** What stands before a box, in three languages, longest first; "b" only before a number. */
const BOX_WORDS = ['postbus', 'boite', 'kasten', 'bus', 'bte', 'box', 'bt'];

/**
 * A number and box as one key: `12|B3`. The number may be a range (`45-47`); what follows it is the box or a suffix.
 * "45/47" is written both for a range and for box 47: a range without a box has the key of both, `45|47`.
 */
export function houseKey(number: string | undefined, box: string | undefined): string {
  const [main, rest] = splitNumber(number ?? '');
  // Digits that something stood between are two numbers: box "1/2" is not box 12.
  const boxes = `${boxKey(rest)} ${boxKey(box ?? '')}`.replace(/(\d) (?=\d)/g, '$1.').replaceAll(' ', '');
  return boxes === '' ? main.replace(/-|$/, '|') : `${main}|${boxes}`;
}

/** `45-47` and what follows it: " A", "b", "/3", " bus 3". */
function splitNumber(text: string): [main: string, rest: string] {
  const number = text.trim();
  const first = leadingDigits(number);
  const after = number.slice(first.length);
  const range = /^\s{0,3}[-–—]\s{0,3}(?=\d)/.exec(after);
  if (!range) return [plain(first), after];
  const second = leadingDigits(after.slice(range[0].length));
  return [`${plain(first)}-${plain(second)}`, after.slice(range[0].length + second.length)];
}

function leadingDigits(text: string): string {
  return /^\d+/.exec(text)?.[0] ?? '';
}

/** A number without leading zeros. */
function plain(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** A box without its word, capitals and punctuation: "bus 03", "/3", "b3" are `3`; "2ét" is `2ET`; "/" is none. */
function boxKey(text: string): string {
  const folded = fold(text);
  const word = BOX_WORDS.find((candidate) => folded.startsWith(candidate));
  const value = (word ? folded.slice(word.length) : folded.replace(/^b ?(?=\d)/, '')).trim();
  return (/^\d+$/.test(value) ? plain(value) : value).toUpperCase();
}
