import { fold } from './folding.ts';

/** The first letters by which a month is known in nl, fr, de and en, accents aside; January first. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fev'],
  ['maa', 'mrt', 'mar'],
  ['apr', 'avr'],
  ['mei', 'mai', 'may'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec', 'dez'],
];

/** The number of a month that is written as a word: "december", "déc.", "Dezember" are 12. */
export function monthOfWord(word: string): number | undefined {
  const folded = fold(word);
  const index = MONTHS.findIndex((starts) => starts.some((start) => folded.startsWith(start)));
  return index < 0 ? undefined : index + 1;
}
