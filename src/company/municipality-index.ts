import type { Language } from './company.ts';
import { foldedWords } from './folding.ts';

/** A municipality, or a part of one, that a name may mean. */
export type Place = {
  /** The NIS code of the municipality. */
  readonly nis: string;
  /** A present municipality, not a part of one. */
  readonly isWhole: boolean;
  /** The name is in the municipality's official language. */
  readonly isOwn: boolean;
};

export type MunicipalityTables = {
  /** A line a municipality: `nis|nl|fr|de|official languages, divided by "+"|language of facilities`. */
  readonly municipalities: string;
  /** A line a municipality: `nis|name of a part|…`; the municipalities that were merged into it are parts too. */
  readonly parts: string;
};

export type MunicipalityIndex = {
  /** The places that a name may mean: Saint-Nicolas is Sint-Niklaas, and a municipality near Liège. */
  readonly placesOf: ReadonlyMap<string, readonly Place[]>;
  /** The languages of a municipality by its NIS code: official first, then that of the facilities. */
  readonly languagesOf: ReadonlyMap<string, readonly Language[]>;
  readonly officialLanguagesOf: ReadonlyMap<string, readonly Language[]>;
};

/** "St.-Gillis", "Sint Gillis": the saints of a name are written in many ways. */
const SAINTS: ReadonlyMap<string, string> = new Map([
  ['st', 'sint'],
  ['saint', 'sint'],
  ['ste', 'sinte'],
  ['sainte', 'sinte'],
]);

/** The names in English that are not those in Dutch or French. */
const ENGLISH: ReadonlyMap<string, string> = new Map([
  ['brussels', 'brussel'],
  ['ghent', 'gent'],
  ['antwerp', 'antwerpen'],
]);

/** A name of a place for comparing it as text. A province or main place in brackets, "Lens (Hainaut)", is left out. */
export function municipalityKey(name: string): string {
  const bracket = name.indexOf('(');
  const words = foldedWords(bracket > 0 ? name.slice(0, bracket) : name);
  const key = words.map((word) => SAINTS.get(word) ?? word).join('');
  return ENGLISH.get(key) ?? key;
}

/** Makes the index of the tables of municipalities and their parts. */
export function buildMunicipalityIndex({ municipalities, parts }: MunicipalityTables): MunicipalityIndex {
  const placesOf = new Map<string, Place[]>();
  const languagesOf = new Map<string, readonly Language[]>();
  const officialLanguagesOf = new Map<string, readonly Language[]>();

  const add = (name: string, place: Place): void => {
    const key = municipalityKey(name);
    const places = placesOf.get(key) ?? [];
    const isKnown = places.some(({ nis, isOwn }) => nis === place.nis && (isOwn || !place.isOwn));
    if (key !== '' && !isKnown) placesOf.set(key, [...places, place]);
  };

  for (const line of municipalities.split('\n')) {
    const [nis = '', nl = '', fr = '', de = '', official = '', facilities = ''] = line.split('|');
    for (const [language, name] of Object.entries({ nl, fr: fr || nl, de: de || nl })) {
      add(name, { nis, isWhole: true, isOwn: official.includes(language) });
    }
    officialLanguagesOf.set(nis, official.split('+').filter(isLanguage));
    languagesOf.set(nis, [...official.split('+'), facilities].filter(isLanguage));
  }
  for (const line of parts.split('\n')) {
    const [nis = '', ...names] = line.split('|');
    for (const name of names) add(name, { nis, isWhole: false, isOwn: false });
  }
  return { placesOf, languagesOf, officialLanguagesOf };
}

function isLanguage(text: string): text is Language {
  return text === 'nl' || text === 'fr' || text === 'de';
}
