import type { Address, FlatField, Language, Value } from '../company/company.ts';
import { countryCode } from '../company/country.ts';
import { monthOfWord } from '../company/dates.ts';
import { legalFormAbbreviation, legalFormWord, parseLegalForm } from '../company/legal-form.ts';
import { nameWithoutForm } from '../company/name.ts';
import { textOf } from '../company/plain-text.ts';
import type { FieldPlace, Part, PlacePart } from '../schema/field-place.ts';
import { isEmpty, valueBelow } from '../schema/json-path.ts';
import { monthWord } from '../schema/place-formats.ts';
import { readLine } from '../schema/read-place.ts';
import type { AddressPart } from '../schema/relation-candidates.ts';
import { partsOf } from '../schema/spots.ts';
import { countryName, writeLine } from './address-line.ts';
import { formPosition, splitName } from './name-form.ts';
import { writeValue } from './write-value.ts';

/** What a composite value is written by. */
export type PartsContext = {
  readonly place: FieldPlace;
  /** What stands at the place; undefined where it is to be made. */
  readonly rawValue: unknown;
  /** What stands in another item of its list, of which the layout and the types are taken where nothing stands here. */
  readonly sibling: unknown;
  readonly language: Language;
  /** The form of the value itself, and not that of what it replaces. */
  readonly asItIs: boolean;
  /** The relation's legal form as it will be, and the families of that and of the present one. */
  readonly legalForm: string | undefined;
  readonly families: readonly string[];
};

/** A text of a value, by its keys below the place. */
export type WrittenPart = { readonly keys: readonly string[]; readonly value: unknown };

/** The texts of a value in the form in which the place holds it; undefined where it cannot be said in that. */
export function writeParts(field: FlatField, value: Value, context: PartsContext): readonly WrittenPart[] | undefined {
  const write = WRITE[field];
  if (write && context.place.parts) return write(value, context);
  if (field === 'address') return writeAddress(value, context);
  return writeWhole(field, value, context);
}

type Write = (value: Value, context: PartsContext) => readonly WrittenPart[] | undefined;

const WRITE: Partial<Record<FlatField, Write>> = {
  name: writeName,
  legalForm: writeLegalForm,
  fiscalYearEnd: writeFiscalYearEnd,
};

function writeWhole(field: FlatField, value: Value, { place, rawValue, language, asItIs }: PartsContext) {
  const [{ keys = [] } = {}] = partsOf(place);
  const text = valueBelow(rawValue, keys);
  const like = isEmpty(text) ? undefined : text;
  const written = writeValue(field, value, { like, learntFormat: place.format, language, asItIs, isKnownPlace: true });
  return written === undefined ? undefined : [{ keys, value: written }];
}

/** With the legal form where it stood: the relation's own as it will be, where the name has another or none stood there yet. */
function writeName(value: Value, context: PartsContext): readonly WrittenPart[] | undefined {
  const position = formPosition(context.place);
  if (!position || typeof value !== 'string') return writeWhole('name', value, context);
  const { place, rawValue, legalForm, families, language } = context;
  const [{ keys = [] } = {}] = partsOf(place);
  const bare = nameWithoutForm(value, families);
  const text = textOf(valueBelow(rawValue, keys));
  const old = splitName(text, position);
  // A name that stands there without a form stays one without.
  if (text !== '' && !old) return [{ keys, value: bare }];
  const form = formBeside(old?.form, legalForm, language);
  if (form === undefined) return [{ keys, value: bare }];
  const { between = ' ', end = '' } = old ?? {};
  const [first, last] = position === 'after' ? [bare, form] : [form, bare];
  return [{ keys, value: `${first}${between}${last}${end}` }];
}

/** "Besloten vennootschap" is a word, "BV met sociaal oogmerk" too. */
const LONGEST_ABBREVIATION = 10;

function formBeside(old: string | undefined, wanted: string | undefined, language: Language): string | undefined {
  const code = wanted === undefined ? undefined : parseLegalForm(wanted)?.code;
  const isSame = old !== undefined && wanted !== undefined && isSameForm(old, wanted);
  if (code === undefined || isSame) return old;
  const isWord = old !== undefined && old.length > LONGEST_ABBREVIATION;
  return (isWord ? legalFormWord : legalFormAbbreviation)(code, language);
}

const isSameForm = (a: string, b: string) => {
  const codes = parseLegalForm(b)?.codes ?? [];
  return parseLegalForm(a)?.codes.some((code) => codes.includes(code)) ?? false;
};

const FORMS_OF_LEGAL_FORM: Partial<Record<Part, readonly [text: string, number: string]>> = {
  code: ['code', 'code (number)'],
  word: ['word', 'word'],
  abbreviation: ['abbreviation', 'abbreviation'],
};

function writeLegalForm(
  value: Value,
  { place, rawValue, sibling, language }: PartsContext,
): readonly WrittenPart[] | undefined {
  const written = partsOf(place).map((part): WrittenPart | undefined => {
    const text = valueBelow(rawValue, part.keys);
    const forms = part.holds.map((one) => FORMS_OF_LEGAL_FORM[one]?.[isNumberPart(part, text, sibling) ? 1 : 0]);
    const texts = forms.map((form) =>
      form === undefined
        ? undefined
        : writeValue('legalForm', value, { like: undefined, learntFormat: form, language, isKnownPlace: true }),
    );
    if (texts.some((one) => one === undefined)) return undefined;
    const together = texts.length === 1 ? texts[0] : joinedLike(textOf(text), texts.map(String));
    return together === undefined || !isRawForm(text) ? undefined : { keys: part.keys, value: together };
  });
  return allOrNone(written);
}

/** What is no legal form is a code of AdminPulse's own, which is not known for any other form. */
const isRawForm = (rawValue: unknown) => isEmpty(rawValue) || parseLegalForm(textOf(rawValue)) !== undefined;

/** Several texts in one, with what stood between them: "610 - Besloten vennootschap (BV)". */
function joinedLike(like: string, texts: readonly string[]): string | undefined {
  if (like === '') return texts.length === 2 ? texts.join(' - ') : undefined;
  const separators = [...like.matchAll(/\s*[()[\]:;,]\s*|\s+[-–—/]\s+/g)];
  const pieces = like.split(/\s*[()[\]:;,]\s*|\s+[-–—/]\s+/).filter((piece) => piece !== '');
  if (pieces.length !== texts.length) return undefined;
  return texts.map((text, index) => `${text}${separators[index]?.[0] ?? ''}`).join('');
}

function writeFiscalYearEnd(value: Value, context: PartsContext): readonly WrittenPart[] | undefined {
  const { place, rawValue, sibling, language } = context;
  const parts = partsOf(place);
  if (typeof value !== 'string') return undefined;
  if (parts.length === 1) return writeWhole('fiscalYearEnd', value, context);
  const [month = '', day = ''] = value.split('-');
  const texts: Partial<Record<Part, string>> = { day, month };
  const isPadded = parts.every(({ keys }) => !/^\d$/.test(textOf(valueBelow(rawValue, keys))));
  return allOrNone(
    parts.map((part) => {
      const text = texts[part.holds[0] ?? 'code'];
      const like = valueBelow(rawValue, part.keys);
      if (text === undefined || part.holds.length !== 1) return undefined;
      return { keys: part.keys, value: dayOrMonth(text, { part, like, sibling, isPadded, language }) };
    }),
  );
}

type LikeDay = {
  readonly part: PlacePart;
  readonly like: unknown;
  readonly sibling: unknown;
  readonly isPadded: boolean;
  readonly language: Language;
};

function dayOrMonth(text: string, { part, like, sibling, isPadded, language }: LikeDay): unknown {
  if (isNumberPart(part, like, sibling)) return Number(text);
  if (typeof like === 'string' && monthOfWord(like.trim()) !== undefined) return monthWord(Number(text), language);
  return isPadded ? text : String(Number(text));
}

/** As what stands there; where nothing does, as elsewhere. */
function isNumberPart({ keys, isNumber }: PlacePart, rawValue: unknown, sibling: unknown): boolean {
  const like = isEmpty(rawValue) ? valueBelow(sibling, keys) : rawValue;
  return isEmpty(like) ? isNumber === true : typeof like === 'number';
}

const ADDRESS_PARTS = ['street', 'number', 'box', 'postalCode', 'municipality', 'country'] as const;

function writeAddress(value: Value, context: PartsContext): readonly WrittenPart[] | undefined {
  const address = value as Address;
  const parts = partsOf(context.place).map((part) => withBox(part, context));
  const rawValue = parts.flatMap(({ holds }) => (holds.length === 0 ? ADDRESS_PARTS : holds));
  const isPlaced = (part: keyof Address) =>
    rawValue.includes(part) || (part === 'country' && countryCode(address.country) === 'BE');
  if (!ADDRESS_PARTS.every((part) => !address[part] || isPlaced(part))) return undefined;
  const written = parts.map((part) => writeAddressPart(part, address, context));
  return allOrNone(written)?.filter(({ value: text }) => text !== KEPT);
}

/** A text that stays as it is. */
const KEPT = Symbol('kept');

/** A box that has no text of its own stands in that of the house number, where that is a line, or has one now. */
function withBox(part: PlacePart, { place, rawValue }: PartsContext): PlacePart {
  const isElsewhere = partsOf(place).some(({ holds }) => holds.length === 0 || holds.includes('box'));
  if (isElsewhere || !part.holds.includes('number')) return part;
  const text = textOf(valueBelow(rawValue, part.keys));
  const hasBox = readLine([...part.holds, 'box'], text).box !== undefined;
  return part.holds.length > 1 || hasBox ? { ...part, holds: [...part.holds, 'box'] } : part;
}

function writeAddressPart(
  part: PlacePart,
  address: Address,
  { rawValue, sibling, language }: PartsContext,
): WrittenPart | undefined {
  const { keys, holds } = part;
  const like = valueBelow(rawValue, keys);
  const [only] = holds;
  const text =
    holds.length === 1
      ? ownText(only as AddressPart, address, like, language)
      : writeLine(address, { like: textOf(isEmpty(like) ? valueBelow(sibling, keys) : like), holds, language });
  if (text === undefined) return undefined;
  if (text === KEPT || (text === '' && isEmpty(like))) return { keys, value: KEPT };
  if (!isNumberPart(part, like, sibling)) return { keys, value: text };
  if (text === '') return { keys, value: null };
  // A number has no place for "12A".
  return /^[1-9]\d*$/.test(String(text)) ? { keys, value: Number(text) } : undefined;
}

function ownText(part: AddressPart, address: Address, like: unknown, language: Language) {
  if (part === 'country') return countryText(address.country, like, language);
  return part === 'postalCode' ? postalCodeText(address, like) : (address[part] ?? '');
}

const COUNTRY_PREFIX = /^\p{L}{1,2}[- ]?(?=\d)/u;

/** A code that is held with its country ("B-9000") stays so; what another country has cannot be said in that form. */
function postalCodeText({ postalCode = '', country }: Address, like: unknown): string | undefined {
  const [prefix = ''] = COUNTRY_PREFIX.exec(textOf(like)) ?? [];
  if (countryCode(country) !== 'BE') return prefix === '' || postalCode === '' ? postalCode : undefined;
  return postalCode === '' ? '' : prefix + postalCode.replace(COUNTRY_PREFIX, '');
}

/** The country as it is held, a code for a code, a name for a name; no country is Belgium. */
function countryText(country: string | undefined, like: unknown, language: Language): string | typeof KEPT | undefined {
  const code = countryCode(country);
  if (countryCode(textOf(like)) === code) return KEPT;
  const isCode = isEmpty(like) || /^[a-z]{2}$/i.test(textOf(like));
  return isCode ? code : countryName(code, language);
}

function allOrNone<T>(all: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = all.filter((one) => one !== undefined);
  return known.length === all.length ? known : undefined;
}
