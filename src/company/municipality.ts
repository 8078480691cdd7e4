import type { Language } from './company.ts';
import { MUNICIPALITIES } from './generated/municipalities.ts';
import { MUNICIPALITY_PARTS } from './generated/municipality-parts.ts';
import { buildMunicipalityIndex, municipalityKey, type Place } from './municipality-index.ts';

/** How two names of places stand to each other: `part`: one lies in the other, or was merged into it. */
export type MunicipalityComparison = 'same' | 'part' | 'different';

/** NIS codes: the city of Brussels, and how those of the 19 municipalities of its region begin. */
const BRUSSELS = { city: '21004', region: '21' };

const { placesOf, languagesOf, officialLanguagesOf } = buildMunicipalityIndex({
  municipalities: MUNICIPALITIES,
  parts: MUNICIPALITY_PARTS,
});

/**
 * Compares two names of places, over languages, mergers and parts. A postal code belongs to one municipality; so where
 * both addresses have the same, a name that is no municipality's is that of a part of it.
 */
export function compareMunicipalities(a: string, b: string, samePostalCode: boolean): MunicipalityComparison {
  const keyA = municipalityKey(a);
  const keyB = municipalityKey(b);
  if (keyA === keyB) return 'same';
  const placesA = placesOf.get(keyA) ?? [];
  const placesB = placesOf.get(keyB) ?? [];
  const pairs = placesA.flatMap((one) => placesB.filter(({ nis }) => nis === one.nis).map((other) => [one, other]));
  if (pairs.some((pair) => pair.every(({ isWhole }) => isWhole))) return 'same';
  // Two parts of one city are two places, unless the postal code says that they are one.
  if (pairs.some((pair) => samePostalCode || pair.some(({ isWhole }) => isWhole))) return 'part';
  if (samePostalCode && isCityOfRegion(placesA, placesB)) return 'part';
  const oneIsUnknown = placesA.length === 0 || placesB.length === 0;
  const oneIsWhole = [...placesA, ...placesB].some(({ isWhole }) => isWhole);
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
  return (placesOf.get(municipalityKey(name)) ?? []).some(({ isWhole }) => isWhole);
}

/** The languages in which a municipality has names of streets, its own first; empty for a place that is not known. */
export function municipalityLanguages(name: string): readonly Language[] {
  return languagesOfPlace(name, languagesOf);
}

/** The official languages of a municipality: one, in Brussels two; empty for a place that is not known. */
export function officialLanguages(name: string): readonly Language[] {
  return languagesOfPlace(name, officialLanguagesOf);
}

function languagesOfPlace(name: string, languages: ReadonlyMap<string, readonly Language[]>): readonly Language[] {
  const places = placesOf.get(municipalityKey(name)) ?? [];
  const place = places.find(({ isOwn }) => isOwn) ?? places.find(({ isWhole }) => isWhole) ?? places[0];
  return (place && languages.get(place.nis)) ?? [];
}
