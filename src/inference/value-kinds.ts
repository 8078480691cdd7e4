import { parseAddress, parseHouseNumber, parsePlaceLine, parseStreetLine } from '../company/address-parse.ts';
import type { Address, ISODate, Language, MonthDay } from '../company/company.ts';
import { countryOfName } from '../company/country.ts';
import { parseDate } from '../company/dates.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { parseFiscalYearEnd } from '../company/fiscal-year-end.ts';
import { fold, foldedWords } from '../company/folding.ts';
import { foreignVatCountry } from '../company/foreign-vat.ts';
import { registerStatus } from '../company/juridical-situation.ts';
import { parseLanguage } from '../company/language.ts';
import { type LegalForm, parseLegalForm } from '../company/legal-form.ts';
import { municipalityLanguages } from '../company/municipality.ts';
import { parsePhones } from '../company/phone.ts';
import { websiteKey } from '../company/website.ts';
import { PLACE_FORMATS } from '../schema/place-formats.ts';
import type { Scalar } from './tree.ts';

type Read<T> = (value: Scalar) => T | undefined;

/** A longer value is a text of another sort. In characters. */
const MAX_LENGTH = 300;

/** The words and abbreviations of a legal form stand within so many words at the end or the start of a name. */
const FORM_WORDS = 3;

/** A name, and what it is compared by: with and without what may be its legal form, its words in any order. */
export type NameKeys = { readonly keys: readonly string[]; readonly form?: LegalForm; readonly isFormLast?: boolean };

export type StreetLine = Pick<Address, 'street' | 'number' | 'box'>;

/**
 * The parsers of `company`, each behind a cheap look at the characters. Each distinct value is parsed once for a kind; what was
 * parsed is kept as long as the kinds are.
 */
export function createKinds() {
  const memo = <T>(
    looksLike: (text: string) => boolean,
    read: (text: string, value: Scalar) => T | undefined,
  ): Read<T> => {
    const known = new Map<Scalar, T | undefined>();
    return (value) => {
      if (typeof value === 'boolean') return undefined;
      if (known.has(value)) return known.get(value);
      const text = typeof value === 'string' ? value.trim() : String(value);
      const result = text.length <= MAX_LENGTH && looksLike(text) ? read(text, value) : undefined;
      known.set(value, result);
      return result;
    };
  };

  const legalForm = memo(couldBeForm, (text) => parseLegalForm(text));
  const date = memo<ISODate>(couldBeDate, (_, value) => dateOf(value as string | number));

  return {
    number: memo<EnterpriseNumber>(couldBeNumber, (text, value) =>
      // A number that lost its leading zeros.
      parseEnterpriseNumber(typeof value === 'number' ? text.padStart(10, '0') : text),
    ),
    foreignVat: memo<string>((text) => /^[A-Z]{2}.*\d/.test(text), foreignVatCountry),
    phone: memo<readonly string[]>(couldBePhone, (text) => {
      const found = parsePhones(text);
      return found.length > 0 ? found : undefined;
    }),
    website: memo<string>((text) => text.includes('.') && /\p{L}{2}/u.test(text), websiteKey),
    email: memo<string>(
      (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
      (text) => text.toLowerCase(),
    ),
    date,
    monthDay: memo<MonthDay>(couldBeMonthDay, (_, value) => date(value)?.slice(5) ?? parseFiscalYearEnd(value)),
    legalForm,
    name: memo<NameKeys>(
      (text) => /\p{L}/u.test(text),
      (text) => nameKeys(text),
    ),
    postalCode: memo<string>(
      (text) => text.length < 9,
      (text) => /^(?:b(?:e)?[- ]?)?([1-9]\d{3})$/i.exec(text)?.[1],
    ),
    municipality: memo<string>(
      (text) => /^[\p{L}'’][^\d@]*$/u.test(text) && text.length < 60,
      (text) => (municipalityLanguages(text).length > 0 ? fold(text) : undefined),
    ),
    country: memo<string>(
      (text) => text.length > 1 && !/\d/.test(text),
      (text) => countryOfName(text) ?? (COUNTRIES.has(text.toUpperCase()) ? text.toUpperCase() : undefined),
    ),
    place: memo<Address>(
      (text) => /[1-9]\d{3}/.test(text) && /\p{L}{2}/u.test(text) && text.length < 70,
      (text) => {
        const place = parsePlaceLine(text);
        const isPlace =
          BELGIAN_CODE.test(place.postalCode ?? '') && place.municipality && !/\d/.test(place.municipality);
        return isPlace ? place : undefined;
      },
    ),
    address: memo<Address>(
      (text) => /[1-9]\d{3}/.test(text) && /\p{L}{3}/u.test(text) && text.length > 10,
      (text) => {
        const address = parseAddress(text);
        return address?.postalCode && address.municipality && address.street ? address : undefined;
      },
    ),
    streetLine: memo<StreetLine>(
      (text) => /\p{L}{2}/u.test(text) && text.length < 120 && !/[@]|:\/\//.test(text),
      (text) => parseStreetLine(text),
    ),
    houseNumber: memo<StreetLine>(
      (text) => /^\d/.test(text) && text.length < 24,
      (text) => {
        if (!HOUSE_NUMBER.test(text)) return undefined;
        return parseHouseNumber(text);
      },
    ),
    language: memo<Language>(
      (text) => text.length <= 20,
      (text) => parseLanguage(text),
    ),
    situation: memo<string>(
      (text) => text.length < 100,
      (text, value) =>
        typeof value === 'number' || /^\d{3}$|\p{L}{4}/u.test(text) ? registerStatus(text)?.code : undefined,
    ),
  };

  function nameKeys(text: string): NameKeys {
    const words = foldedWords(text);
    const whole = words.map((word) => (AND.has(word) ? '' : word)).join('');
    const inAnyOrder = words.length > 1 && words.length < 5 ? [`~${words.toSorted().join(' ')}`] : [];
    for (let count = Math.min(FORM_WORDS, words.length - 1); count > 0; count -= 1) {
      const last = legalForm(words.slice(-count).join(' '));
      const first = legalForm(words.slice(0, count).join(' '));
      const form = last ?? first;
      if (!form || /^\d/.test(words[last ? words.length - count : 0] ?? '')) continue;
      const bare = last ? words.slice(0, -count) : words.slice(count);
      return {
        keys: [whole, bare.map((word) => (AND.has(word) ? '' : word)).join(''), ...inAnyOrder],
        form,
        isFormLast: last !== undefined,
      };
    }
    return { keys: [whole, ...inAnyOrder] };
  }
}

export type Kinds = ReturnType<typeof createKinds>;

const AND = new Set(['en', 'et', 'and', 'und']);

const HOUSE_NUMBER =
  /^\d{1,4}\s?[a-z]{0,3}(?:\s?[-/–]\s?\d{0,4}[a-z]?)?(?:[ ,]*\(?\s?(?:bus|boite|boîte|bte|bt|box|kasten|b|\/)\.?\s?\w{1,6}\)?)?$/i;

const digitsOf = (text: string) => text.replace(/\D/g, '').length;

function couldBeNumber(text: string): boolean {
  if (text.length < 7 || text.length > 40) return false;
  const digits = digitsOf(text);
  return digits === 9 || digits === 10 || (digits > 6 && digits === text.length);
}

/** A number is dialled with a zero before it, or with its country. */
const DIALLED = /^\(?(?:\+|0|32)[\d\s().\-/+;,|&a-z]*$/i;

function couldBePhone(text: string): boolean {
  if (text.length < 8 || text.length > 60 || !DIALLED.test(text) || /\p{L}{4}/u.test(text)) return false;
  const digits = digitsOf(text);
  return digits >= 8 && digits <= 32 && !/^\d{4}-\d\d-\d\d|^\d\d?[-/.]\d\d?[-/.]\d{4}$/.test(text);
}

function couldBeDate(text: string): boolean {
  if (text.length < 7 || text.length > 40) return false;
  if (/^-?\d+$/.test(text)) return true;
  return digitsOf(text) >= 5 && /^\d/.test(text) && !/[()+@]\d/.test(text.slice(0, 10));
}

const FORMATS_OF_NUMBERS = (PLACE_FORMATS.incorporationDate ?? []).filter(({ read }) => read !== undefined);

/** Smaller numbers are not looked at as epochs: they may be anything. */
const SMALLEST_EPOCH = 10_000_000;

function dateOf(value: string | number): ISODate | undefined {
  if (typeof value === 'string' && !/^-?\d{9,14}$/.test(value.trim())) return parseDate(value);
  // Eleven digits are a national number, and no epoch starts with a zero.
  if (typeof value === 'string' && /^(?:\d{11}|0\d*)$/.test(value.trim())) return undefined;
  const isDigits = /^\d{7,8}$/.test(String(value).trim());
  if (!isDigits && Math.abs(Number(value)) < SMALLEST_EPOCH) return undefined;
  for (const { has, read } of FORMATS_OF_NUMBERS) {
    const date = has(value) ? read?.(value) : undefined;
    if (date) return date;
  }
  return undefined;
}

function couldBeMonthDay(text: string): boolean {
  return (
    (text.length >= 3 && text.length <= 20 && /\d/.test(text) && (/[-/. ]|\p{L}/u.test(text) || couldBeDate(text))) ||
    couldBeDate(text)
  );
}

function couldBeForm(text: string): boolean {
  return text.length <= 160 && (/\p{L}/u.test(text) || /^\d{1,3}$/.test(text));
}

const COUNTRIES = new Set(
  'BE NL FR DE LU GB UK CH IT ES PT PL IE AT US DK SE FI NO CZ HU RO BG GR TR MA CN IN'.split(' '),
);

const BELGIAN_CODE = /^[1-9]\d{3}$/;
