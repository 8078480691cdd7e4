import type { Part } from '../../schema/field-place.ts';
import { keyWords } from '../key-words.ts';

/** A part of an address. */
export type Role = Extract<Part, 'street' | 'number' | 'box' | 'postalCode' | 'municipality' | 'country'>;

/** What the parts of an address are called, in Dutch, French, English and German, in one word and in several; folded. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  box: 'box bus busnr busnummer boxnumber boite bte bt postbus kasten briefkasten bs bx',
  postalCode: 'zip zipcode postal postalcode postcode postnr postnummer pc cp plz codepostal postleitzahl',
  municipality:
    'city cityname gemeente municipality commune ville town plaats plaatsnaam ort localite locality stad woonplaats gemeinde gem loc',
  country: 'country countrycode land landcode pays codepays ctry ld',
  street:
    'street streetname straat straatnaam rue nomrue strasse voie line ligne regel lijn zeile adres address adresse str strt addr adr',
  number:
    'number nummer huisnummer huisnr housenumber houseno streetnumber straatnummer numerorue nr no num numero hausnummer hausnr nbr hnr house huis haus',
};

const ROLES: readonly Role[] = ['box', 'postalCode', 'municipality', 'country', 'street', 'number'];
export const ROLE_OF: ReadonlyMap<string, Role> = new Map(
  ROLES.flatMap((role) => ROLE_WORDS[role].split(' ').map((word) => [word, role] as const)),
);

const LINKING = new Set(['de', 'du', 'd', 'la', 'le', 'van', 'der']);
const AND = new Set(['en', 'et', 'and', 'und']);

/** The key that says what stands there: a value may stand below it, in a key of its own ("zip": { "value": … }). */
export function isWrapper(key: string): boolean {
  return VALUE_NAMES.has(key.toLowerCase());
}

const VALUE_NAMES = new Set(['value', 'waarde', 'valeur', 'wert', 'val']);

/** What a key says of the part that stands there. */
export function roleOf(name: string): Role | undefined {
  const words = keyWords(name).filter((word) => !LINKING.has(word));
  const whole = ROLE_OF.get(words.join(''));
  if (whole) return whole;
  const roles = new Set(words.flatMap((word) => ROLE_OF.get(word) ?? []));
  // "numéro de rue" is no street, "straat en nummer" is one.
  if (roles.has('number') && roles.has('street')) return words.some((word) => AND.has(word)) ? 'street' : 'number';
  return ROLES.find((role) => roles.has(role));
}

/** What a key says beside the part that it holds: "postcode" says nothing of letters, "post_code" of "corr_post_code" neither. */
export function withoutRole(key: string): string {
  const words = keyWords(key).filter((word) => !LINKING.has(word));
  const spans = words.flatMap((_, start) => words.slice(start).map((__, index) => [start, start + index + 1] as const));
  const [start, end] = spans
    .toSorted(([a, b], [c, d]) => d - c - (b - a))
    .find(([from, to]) => ROLE_OF.has(words.slice(from, to).join(''))) ?? [0, 0];
  return words
    .toSpliced(start, end - start)
    .filter((word) => !ROLE_OF.has(word) && !AND.has(word) && word !== 'code' && word !== 'naam')
    .join(' ');
}
