import type { Address, Language } from '../company/company.ts';
import { countryCode, countryOfName } from '../company/country.ts';
import { tidy } from '../company/folding.ts';
import type { Part } from '../schema/field-place.ts';
import { readLine } from '../schema/read-place.ts';
import type { AddressPart } from '../schema/relation-candidates.ts';

/** How a line sets its parts: their order, what stands before each, and behind the last. */
type Layout = {
  readonly order: readonly AddressPart[];
  readonly before: Partial<Record<AddressPart, string>>;
  readonly end: string;
};

export type LineContext = {
  /** The line that is replaced, or one of the same place in another item; empty where there is none. */
  readonly like: string;
  readonly holds: readonly Part[];
  readonly language: Language;
};

/**
 * An address, as far as the line holds it, in the layout of the line that it replaces; where nothing stands there, in the
 * order that the place has. Undefined where the layout of what stands there is not understood.
 */
export function writeLine(address: Address, { like, holds, language }: LineContext): string | undefined {
  const parts = addressParts(holds);
  const layout = tidy(like) === '' ? { order: [], before: {}, end: '' } : layoutOf(like, holds);
  if (!layout) return undefined;
  const wanted = parts.filter((part) => (part === 'country' ? isCountrySaid(address, like, layout) : address[part]));
  const order = withMissing(layout.order, wanted, parts);
  let line = '';
  let previous: AddressPart | undefined;
  for (const part of order.filter((one) => wanted.includes(one))) {
    const before = layout.before[part] ?? usualBefore(part, previous, language);
    // A code's "B-" says that it is one of Belgium.
    const saysBelgium = part === 'postalCode' && /\p{L}/u.test(before);
    if (saysBelgium && countryCode(address.country) !== 'BE') return undefined;
    if (previous !== undefined || part === layout.order[0]) line += before;
    else if (saysBelgium) line += before.replace(/^\P{L}+/u, '');
    line += part === 'country' ? countryWord(address.country, like, layout, language) : address[part];
    previous = part;
  }
  return line === '' ? '' : line.trimStart() + layout.end;
}

const ADDRESS_PARTS: readonly AddressPart[] = ['street', 'number', 'box', 'postalCode', 'municipality', 'country'];

/** A line of which nothing is known has a whole address. */
function addressParts(holds: readonly Part[]): readonly AddressPart[] {
  const rawValue = holds.flatMap((part) => ADDRESS_PARTS.find((one) => one === part) ?? []);
  return rawValue.length > 0 ? rawValue : ADDRESS_PARTS;
}

/** Parts that the old line did not have stand where the place's own order has them. */
function withMissing(
  order: readonly AddressPart[],
  wanted: readonly AddressPart[],
  usual: readonly AddressPart[],
): readonly AddressPart[] {
  let all = order;
  for (const part of wanted.filter((one) => !order.includes(one))) {
    const earlier = usual.slice(0, usual.indexOf(part)).findLast((one) => all.includes(one));
    // The box of a line such as "12 Rue Haute" stands behind the street.
    const after =
      part === 'box' ? all.findLastIndex((one) => one === 'number' || one === 'street') : all.indexOf(earlier ?? part);
    all = all.toSpliced(after + 1, 0, part);
  }
  return all;
}

const BOX: Readonly<Record<Language, string>> = { nl: ' bus ', fr: ' bte ', de: ' Bus ', en: ' box ' };

function usualBefore(part: AddressPart, previous: AddressPart | undefined, language: Language): string {
  if (previous === undefined) return '';
  if (part === 'box') return BOX[language];
  return part === 'country' || isOfPlace(part) !== isOfPlace(previous) ? ', ' : ' ';
}

const isOfPlace = (part: AddressPart) => part === 'postalCode' || part === 'municipality';

const rawCountry = (like: string, { before }: Layout) => (before.country === undefined ? undefined : readCountry(like));

/** Belgium is said where it was said before. */
function isCountrySaid({ country }: Address, like: string, layout: Layout): boolean {
  const rawValue = rawCountry(like, layout);
  return countryCode(country) !== 'BE' || (rawValue !== undefined && countryCode(rawValue) === 'BE');
}

/** The country as the line has it where it stays, else a code for a code and its name for a name. */
function countryWord(country: string | undefined, like: string, layout: Layout, language: Language): string {
  const rawValue = rawCountry(like, layout) ?? '';
  const code = countryCode(country);
  if (rawValue !== '' && countryCode(rawValue) === code) return rawValue;
  return /^[A-Z]{2}$/.test(rawValue) ? code : (countryName(code, language) ?? code);
}

/** The name of a country by its code; undefined for what is no code. */
export function countryName(code: string, language: Language): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code);
}

/** The country at the end of a line, as it is written there. */
function readCountry(line: string): string | undefined {
  const words = tidy(line)
    .split(/[\s,;()]+/)
    .filter((word) => word !== '');
  return [3, 2, 1].map((count) => words.slice(-count).join(' ')).find((text) => countryOfName(text) !== undefined);
}

const SEPARATOR = String.raw`[\s,;.()\-–—/|]*`;
const BOX_WORD = String.raw`(?:bus|bo[iî]te|bte|bt|box|kasten|b)?\.?\s*`;
const COUNTRY_OF_CODE = String.raw`(?:be?-?\s?)?`;

/** The orders in which the parts of a street's line, and of a place's, are written. */
const STREETS: readonly (readonly AddressPart[])[] = [
  ['street', 'number', 'box'],
  ['number', 'street', 'box'],
  ['number', 'box', 'street'],
  ['box', 'street', 'number'],
];
const PLACES: readonly (readonly AddressPart[])[] = [
  ['postalCode', 'municipality'],
  ['municipality', 'postalCode'],
];
const ORDERS = STREETS.flatMap((street) =>
  PLACES.flatMap((place) => [
    [...street, ...place, 'country' as const],
    [...place, ...street, 'country' as const],
    [...place, 'country' as const, ...street],
  ]),
);

function layoutOf(line: string, holds: readonly Part[]): Layout | undefined {
  const found = readLine(holds, line);
  const country = found.country && readCountry(line);
  const texts: Address = { ...found, ...(country && { country }) };
  for (const all of [addressParts(holds), ...ORDERS]) {
    const order = all.filter((part) => texts[part]);
    if (order.length < Object.keys(texts).length) continue;
    const match = lineOf(order, texts).exec(line);
    if (!match) continue;
    const before = Object.fromEntries(order.map((part, index) => [part, match[index + 1] ?? '']));
    return { order, before, end: (match.at(-1) ?? '').trimEnd() };
  }
  return undefined;
}

function lineOf(order: readonly AddressPart[], texts: Address): RegExp {
  const parts = order.map((part) => `(${SEPARATOR}${wordBefore(part)})${flexible(texts[part] ?? '')}`);
  return new RegExp(`^${parts.join('')}(${SEPARATOR})$`, 'iu');
}

function wordBefore(part: AddressPart): string {
  if (part === 'box') return BOX_WORD;
  return part === 'postalCode' ? COUNTRY_OF_CODE : '';
}

/** A part as it may be spaced in the line: "12 A" is read as 12A, and a comma may stand in a street's name. */
function flexible(part: string): string {
  const words = part
    .split(' ')
    .map((word) => word.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&').replace(/(?<=\d)(?=\p{L})/gu, '\\s*'));
  return words.join(String.raw`[\s,;–—-]+`);
}
