import type { Address } from './company.ts';
import { countryOfName } from './country.ts';
import { fold, tidy } from './folding.ts';

/** An address in one text is never longer. In characters. */
const MAX_LENGTH = 500;

const POSTAL_CODE = /^(?:be?-?)?([1-9]\d{3})$/i;
/** A name of a place starts with a letter, or with the apostrophe of "'s Gravenbrakel". */
const PLACE = /^[\p{L}'’]/u;
const BOX_WORD = /^(?:bus|boite|bte|bt|box|kasten|b)$/;
const GLUED_BOX = /^(bus|bo[iî]te|bte|bt|box|kasten|b)\.?(\d\w*)$/i;
/** "bA" is box A: the small letter tells it from a suffix. */
const LETTER_BOX = /^(b)([A-Z])$/;
const HOUSE_NUMBER = /^\d+[a-z]{0,3}(?:[-/–]\d+[a-z]?|[-/][a-z])?$/i;

/** What may stand behind a house number as a word of its own. */
const SUFFIX = /^(?:[a-z]|bis|ter|quater)?$/i;

type StreetLine = Pick<Address, 'street' | 'number' | 'box'>;

/**
 * Takes an address in one text apart: "Kerkstraat 12 bus 3, 9000 Gent", "Rue X, 12 bte 3 - 1000 Bruxelles", also with
 * line breaks, with the place first, and with a country. What is not recognised stays in the street. `undefined` for
 * an empty text, and for one that is too long to be an address.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const parts = text
    .split(/[\n\r,;]|\s[-–—]\s/)
    .map(tidy)
    .filter((part) => part !== '');
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  const ownPart = parts.length > 1 ? countryOfName(last) : undefined;
  const place = placeIn(ownPart ? parts.slice(0, -1) : parts);
  const [municipality, behindPlace] = withoutCountry(place.municipality ?? '');
  const country = ownPart ?? behindPlace;
  return {
    ...parseStreetLine(place.others.join(' ')),
    ...(place.postalCode && { postalCode: place.postalCode }),
    ...(municipality && { municipality }),
    ...(country && { country }),
  };
}

/** "Gent België": the place, and the country behind it. */
function withoutCountry(place: string): readonly [municipality: string, country?: string] {
  const space = place.lastIndexOf(' ');
  const country = space > 0 ? countryOfName(place.slice(space)) : undefined;
  return country ? [place.slice(0, space), country] : [place];
}

type Place = Pick<Address, 'postalCode' | 'municipality'> & { readonly others: readonly string[] };

/** Finds "9000 Gent" at the end of a part, the last that has it; the others are the street's. */
function placeIn(parts: readonly string[]): Place {
  const at = parts.findLastIndex((part) => splitPlace(part) !== undefined);
  const place = splitPlace(parts[at] ?? '');
  if (!place) return { others: parts };
  const [before, postalCode, municipality] = place;
  return { postalCode, municipality, others: [...parts.slice(0, at), before, ...parts.slice(at + 1)] };
}

/** What stands before the postal code, the code, and the municipality. */
function splitPlace(part: string): readonly [string, string, string] | undefined {
  const words = part.split(' ');
  const isPlaceAt = (at: number) => POSTAL_CODE.test(words[at] ?? '') && PLACE.test(words[at + 1] ?? '');
  const at = words.findLastIndex((_, position) => isPlaceAt(position));
  const postalCode = POSTAL_CODE.exec(words[at] ?? '')?.[1];
  return postalCode ? [words.slice(0, at).join(' '), postalCode, words.slice(at + 1).join(' ')] : undefined;
}

/**
 * Takes a street's line apart: "Kerkstraat 12 bus 3", "Rue X 12 b3", "Rue X 12/3", "12 Rue X". The house number is the last word that
 * is one, so that "Rue du 11 Novembre 5" keeps its eleventh.
 */
export function parseStreetLine(line: string): StreetLine {
  const text = tidy(line.slice(0, MAX_LENGTH));
  const words = text
    .split(' ')
    .flatMap((word, index) => (index > 1 && (GLUED_BOX.exec(word) ?? LETTER_BOX.exec(word))?.slice(1)) || word);
  const boxAt = words.findIndex((word, index) => index > 1 && BOX_WORD.test(fold(word)) && index < words.length - 1);
  const before = boxAt > 0 ? words.slice(0, boxAt) : words;
  const box = boxAt > 0 ? words.slice(boxAt + 1).join(' ') : undefined;
  const numberAt = before.findLastIndex((word) => HOUSE_NUMBER.test(word));
  const suffix = before.slice(numberAt + 1).join(' ');
  if (numberAt === 0 && before.length > 1) {
    return withNumber(before.slice(1).join(' '), before[0] ?? '', box);
  }
  if (numberAt < 1 || !SUFFIX.test(suffix)) {
    return text === '' ? {} : { street: text };
  }
  return withNumber(before.slice(0, numberAt).join(' '), `${before[numberAt] ?? ''}${suffix}`, box);
}

function withNumber(street: string, number: string, box: string | undefined): StreetLine {
  const [main = '', boxOfNumber] = /^\d+[a-z]*\/[\da-z]+$/i.test(number) ? number.split('/') : [number];
  const given = box ?? boxOfNumber;
  return { street, number: main, ...(given && { box: given }) };
}

/** Takes a house number and its box in one text apart: "12 bus 3", "12/3", "12 b3". */
export function parseHouseNumber(text: string): Pick<Address, 'number' | 'box'> {
  // The line of a street that is called "x".
  const { street, number, box } = parseStreetLine(`x ${text}`);
  return street === 'x' && number ? { number, ...(box && { box }) } : withoutEmpty({ number: tidy(text) });
}

/** A postal code, of Belgium or abroad: digits, with the letters of the country or those of the Netherlands. */
const CODE = String.raw`(?:[a-z]{1,2}-?\s?)?\d{4,5}(?:\s[A-Z]{2}(?=\s))?`;
const CODE_FIRST = new RegExp(String.raw`^(${CODE})[\s,;–—-]+(\p{L}.*)$`, 'iu');
const CODE_LAST = new RegExp(String.raw`^(['’\p{L}].*?)[\s,;(–—-]+(${CODE})\)?$`, 'iu');
const CODE_ALONE = new RegExp(`^${CODE}$`, 'i');

/** Takes a postal code and a place in one text apart, in either order: "9000 Gent", "B-9000 Gent", "Gent (9000)". */
export function parsePlaceLine(text: string): Pick<Address, 'postalCode' | 'municipality' | 'country'> {
  const line = tidy(text.slice(0, MAX_LENGTH));
  if (CODE_ALONE.test(line)) return { postalCode: withoutBelgium(line) };
  const first = CODE_FIRST.exec(line);
  const last = first ? null : CODE_LAST.exec(line);
  const code = first?.[1] ?? last?.[2] ?? '';
  const [municipality, country] = withoutCountry(tidy((first?.[2] ?? last?.[1] ?? line).replace(/\s*[,(]\s*/g, ' ')));
  return withoutEmpty({ postalCode: withoutBelgium(code), municipality: municipality.replace(/\)$/, ''), country });
}

const withoutBelgium = (code: string) => POSTAL_CODE.exec(code)?.[1] ?? code;

function withoutEmpty<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part)) as never;
}
