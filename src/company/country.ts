import { foldedKey } from './folding.ts';

/** The countries of most foreign seats, by their names in nl, fr, de and en; each ISO 3166 code names itself too. */
const NAMES: Readonly<Record<string, string>> = {
  BE: 'België, Belgique, Belgien, Belgium, BEL',
  NL: 'Nederland, Pays-Bas, Niederlande, Netherlands, The Netherlands, NLD',
  FR: 'Frankrijk, France, Frankreich, FRA',
  DE: 'Duitsland, Allemagne, Deutschland, Germany, DEU',
  LU: 'Luxemburg, Luxembourg, Grand-Duché de Luxembourg, Groothertogdom Luxemburg, LUX',
  GB: 'Verenigd Koninkrijk, Royaume-Uni, Vereinigtes Königreich, United Kingdom, Great Britain, UK, GBR',
  CH: 'Zwitserland, Suisse, Schweiz, Switzerland, CHE',
  IT: 'Italië, Italie, Italien, Italy, ITA',
  ES: 'Spanje, Espagne, Spanien, Spain, ESP',
  PT: 'Portugal, PRT',
  PL: 'Polen, Pologne, Poland, POL',
  IE: 'Ierland, Irlande, Irland, Ireland, IRL',
  AT: 'Oostenrijk, Autriche, Österreich, Austria, AUT',
  US: 'Verenigde Staten, États-Unis, Vereinigte Staaten, United States, USA',
};

const CODES = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split(', ').map((name) => [foldedKey(name), code])),
);

/** The ISO 3166 code of a country's code or name, in capitals; no country is Belgium. Other texts are kept, folded. */
export function countryCode(country: string | undefined): string {
  if (country === undefined || country === 'BE') return 'BE';
  const key = foldedKey(country);
  return key === '' ? 'BE' : (CODES.get(key) ?? key.toUpperCase());
}

/** The code of a country that is known by its name; a code of two letters alone is not taken for one. */
export function countryOfName(name: string): string | undefined {
  return CODES.get(foldedKey(name));
}
