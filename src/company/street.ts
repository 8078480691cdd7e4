import { foldedWords, tidy } from './folding.ts';

/** A map, since a word such as "constructor" would be found in any object. */
function mapOf(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words));
}

/** What stands for a kind of street at the front of a French name, and as a word of its own in a Dutch one. */
const KINDS = mapOf({
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  bvd: 'boulevard',
  chee: 'chaussee',
  chem: 'chemin',
  r: 'rue',
  pl: 'place',
  sq: 'square',
  imp: 'impasse',
  all: 'allee',
  rte: 'route',
  q: 'quai',
  fg: 'faubourg',
});

/** The Dutch kinds end the word. */
const ENDINGS: readonly (readonly [short: string, full: string])[] = [
  ['str', 'straat'],
  ['stwg', 'steenweg'],
  ['stw', 'steenweg'],
  ['ln', 'laan'],
  ['pln', 'plein'],
];

/** Words that are written short anywhere in a name. Both languages fold to one form. */
const WORDS = mapOf({
  saint: 'st',
  sint: 'st',
  sainte: 'ste',
  sinte: 'ste',
  docteur: 'dr',
  dokter: 'dr',
  doktor: 'dr',
  professeur: 'prof',
  professor: 'prof',
  general: 'gen',
  generaal: 'gen',
  monseigneur: 'mgr',
  burgemeester: 'burg',
  bourgmestre: 'bgm',
  commandant: 'cdt',
});

/** A full kind of street: a name that ends in it is whole, and is not the beginning of a longer one. */
const WHOLE = /(?:straat|laan|steenweg|weg|plein|lei|dreef|kaai|baan|markt|rue|avenue|place|strasse)$/;

/** "Ch" is a chaussée or a chemin. */
const CH = new Set(['chaussee', 'chemin']);

/** A word shorter than this is not taken for the cut end of a name. */
const SHORTEST_CUT = 4;

/** No street has a longer name: in such a text nothing is looked for that was cut. In characters. */
const MAX_LENGTH = 200;

/** Whether two names are one street: abbreviations, saints, the register's marks and cut ends do not count. */
export function isSameStreet(a: string, b: string): boolean {
  const wordsA = streetWords(a);
  const wordsB = streetWords(b);
  if (wordsA.join('') === wordsB.join('')) return true;
  return isShortened(a, wordsA, wordsB) || isShortened(b, wordsB, wordsA);
}

function streetWords(street: string): readonly string[] {
  return foldedWords(withoutMark(street)).map((word, index) => {
    const kind = index === 0 ? KINDS.get(word) : undefined;
    return kind ?? WORDS.get(word) ?? withFullEnding(word);
  });
}

function withFullEnding(word: string): string {
  const ending = ENDINGS.find(([short]) => word.endsWith(short));
  return ending ? word.slice(0, -ending[0].length) + ending[1] : word;
}

/** The register glues a mark to a name that a merged municipality has twice: "Heikant(STE)", "Steenweg (Kor)". */
function withoutMark(street: string): string {
  const text = tidy(street);
  const open = text.lastIndexOf('(');
  const isMark = open > 0 && text.length - open <= 6 && /^\([A-Za-z]{1,4}\)$/.test(text.slice(open));
  return isMark ? text.slice(0, open) : text;
}

/** "Av. du Cimetière de Brux.": words cut at a dot, or the last word cut where the register's field ended. */
function isShortened(text: string, short: readonly string[], long: readonly string[]): boolean {
  if (text.length > MAX_LENGTH || short.length !== long.length) return false;
  const cutAtDot = new Set(text.match(/\p{L}+(?=\.)/gu)?.flatMap(foldedWords));
  return short.every((word, index) => {
    const full = long[index] ?? '';
    if (word === full || (index === 0 && word === 'ch' && CH.has(full))) return true;
    const isCutEnd = index > 0 && index === short.length - 1 && word.length >= SHORTEST_CUT && !WHOLE.test(word);
    return (isCutEnd || cutAtDot.has(word)) && full.startsWith(word);
  });
}
