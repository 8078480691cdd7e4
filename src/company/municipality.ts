import type { Language } from './company.ts';
import { foldedWords } from './folding.ts';
import { MUNICIPALITIES } from './generated/municipalities.ts';
import { MUNICIPALITY_PARTS } from './generated/municipality-parts.ts';

/** How two names of places stand to each other: `part`: one lies in the other, or was merged into it. */
export type MunicipalityComparison = 'same' | 'part' | 'different';

type Place = {
  readonly nis: string;
  /** A present municipality, not a part of one. */
  readonly whole: boolean;
  /** The name is in the municipality's official language. */
  readonly own: boolean;
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

/** NIS codes: the city of Brussels, and how those of the 19 municipalities of its region begin. */
const BRUSSELS = { city: '21004', region: '21' };

/** The places that a name may mean: Saint-Nicolas is Sint-Niklaas, and a municipality near Liège. */
const PLACES = new Map<string, Place[]>();
/** The languages of a municipality by its NIS code: official first, then that of the facilities. */
const LANGUAGES = new Map<string, readonly Language[]>();
const OFFICIAL = new Map<string, readonly Language[]>();

for (const line of MUNICIPALITIES.split('\n')) {
  const [nis = '', nl = '', fr = '', de = '', official = '', facilities = ''] = line.split('|');
  for (const [language, name] of Object.entries({ nl, fr: fr || nl, de: de || nl })) {
    addPlace(name, { nis, whole: true, own: official.includes(language) });
  }
  OFFICIAL.set(nis, official.split('+').filter(isLanguage));
  LANGUAGES.set(nis, [...official.split('+'), facilities].filter(isLanguage));
}
for (const line of MUNICIPALITY_PARTS.split('\n')) {
  const [nis = '', ...names] = line.split('|');
  for (const name of names) addPlace(name, { nis, whole: false, own: false });
}

function addPlace(name: string, place: Place): void {
  const key = municipalityKey(name);
  if (key === '') return;
  const places = PLACES.get(key) ?? [];
  if (!places.some(({ nis, own }) => nis === place.nis && (own || !place.own))) places.push(place);
  PLACES.set(key, places);
}

function isLanguage(text: string): text is Language {
  return text === 'nl' || text === 'fr' || text === 'de';
}

/** A name of a place for comparing it as text. A province or main place in brackets, "Lens (Hainaut)", is left out. */
function municipalityKey(name: string): string {
  const bracket = name.indexOf('(');
  const words = foldedWords(bracket > 0 ? name.slice(0, bracket) : name);
  const key = words.map((word) => SAINTS.get(word) ?? word).join('');
  return ENGLISH.get(key) ?? key;
}

/**
 * Compares two names of places, over languages, mergers and parts. A postal code belongs to one municipality; so where
 * both addresses have the same, a name that is no municipality's is that of a part of it.
 */
export function compareMunicipalities(a: string, b: string, samePostalCode: boolean): MunicipalityComparison {
  const keyA = municipalityKey(a);
  const keyB = municipalityKey(b);
  if (keyA === keyB) return 'same';
  const placesA = PLACES.get(keyA) ?? [];
  const placesB = PLACES.get(keyB) ?? [];
  const pairs = placesA.flatMap((one) => placesB.filter(({ nis }) => nis === one.nis).map((other) => [one, other]));
  if (pairs.some((pair) => pair.every(({ whole }) => whole))) return 'same';
  // Two parts of one city are two places, unless the postal code says that they are one.
  if (pairs.some((pair) => samePostalCode || pair.some(({ whole }) => whole))) return 'part';
  if (samePostalCode && isCityOfRegion(placesA, placesB)) return 'part';
  const oneIsUnknown = placesA.length === 0 || placesB.length === 0;
  const oneIsWhole = [...placesA, ...placesB].some(({ whole }) => whole);
  return samePostalCode && oneIsUnknown && oneIsWhole ? 'part' : 'different';
}

/** "1050 Bruxelles" is Ixelles: the name of the city stands for each municipality of its region. */
function isCityOfRegion(a: readonly Place[], b: readonly Place[]): boolean {
  const all = [...a, ...b];
  const inRegion = (places: readonly Place[]) => places.some(({ nis }) => nis.startsWith(BRUSSELS.region));
  return all.some(({ nis }) => nis === BRUSSELS.city) && inRegion(a) && inRegion(b);
}

/**
 * Whether a place is a present municipality (not only a part of one, nor one that was merged).
 */
export function isMunicipality(name: string): boolean {
  return (PLACES.get(municipalityKey(name)) ?? []).some(({ whole }) => whole);
}

/** The languages in which a municipality has names of streets, its own first; empty for a place that is not known. */
export function municipalityLanguages(name: string): readonly Language[] {
  return languagesOf(name, LANGUAGES);
}

/** The official languages of a municipality: one, in Brussels two; empty for a place that is not known. */
export function officialLanguages(name: string): readonly Language[] {
  return languagesOf(name, OFFICIAL);
}

function languagesOf(name: string, languages: ReadonlyMap<string, readonly Language[]>): readonly Language[] {
  const places = PLACES.get(municipalityKey(name)) ?? [];
  const place = places.find(({ own }) => own) ?? places.find(({ whole }) => whole) ?? places[0];
  return (place && languages.get(place.nis)) ?? [];
}
