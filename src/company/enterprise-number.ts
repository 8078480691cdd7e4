/** Ten digits, first digit 0 or 1, check digits right: `0123456749`. */
export type EnterpriseNumber = string & { readonly __brand: 'EnterpriseNumber' };

/**
 * How sure a number found in free text is one:
 * 1 it carries `BE`; 2 it is written `0123.456.749`; 3 a label such as "BTW" or "KBO" stands before it;
 * 4 it stands bare. About one in a hundred bare mobile numbers passes the check digits too, so rank 4 is good only
 * where the place itself (a VAT field, never a phone field) says what the number is.
 */
type Rank = 1 | 2 | 3 | 4;

/** `start` and `end` enclose the number in the text, with its `BE`. */
export type FoundNumber = {
  readonly number: EnterpriseNumber;
  readonly start: number;
  readonly end: number;
  readonly rank: Rank;
};

/**
 * What may stand before a number in its own field: `BE`, the names of the tax and the register in three languages
 * (RPR/RPM: register of legal persons), and "nr".
 */
const PREFIXES = /^(?:(?:BE|BTW|TVA|VAT|MWST|KBO|BCE|CBE|ZDU|RPR|RPM|N[R°O])[\s.:-]*)+/i;

/** Separators inside a number; the invisible ones travel with text that is copied from a page. */
const SEPARATORS = /[\s.\-/\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;

/** Four groups at most, with one kind of separator; a line break never stands inside a number. */
const CANDIDATE = /(?:[01][ .\u00a0\u2009\u202f]?)?\d{3}([ .\u00a0\u2009\u202f]?)\d{3}\1\d{3}/g;

/** How far before a number its label is looked for, in characters. */
const LABEL_REACH = 40;

const BE_BEFORE = /(?:^|[^a-z\d]|btw|tva|vat)(be[\s.:-]{0,2})$/i;
const LABEL_BEFORE =
  /(?:btw|tva|vat|mwst|kbo|bce|cbe|rpr|rpm|ondernemings|entreprise|enterprise|company|unternehmens)\D*$/i;
const PHONE_BEFORE = /(?:t[eé]l\p{L}*|gsm|fax|mobi\p{L}*|\p{L}*phone)[^\p{L}\d]*$/iu;
const MONEY = /€|eur/i;

/** The part of a longer number or word, a sum of money, or a phone number with its country code. */
const PART_BEFORE = /(?:[\p{L}\d+*]|\d[.\-/])$/u;
const PART_AFTER = /^(?:[\p{L}\d*]|[.\-/]\d|,\d{1,2}(?!\d))/u;

/** Belgian mobile numbers (045x to 049x) are usually written in this form. */
const SPACED_MOBILE = /^04[5-9]\d\s/;

/**
 * Reads an enterprise number, or a Belgian VAT number, in any notation: with or without dots, spaces, dashes, `BE`
 * and the names of the registers, and the old nine digits. The whole text must be the number.
 * Establishment units (first digit 2 to 8) pass the same check digits and are refused.
 */
export function parseEnterpriseNumber(text: string): EnterpriseNumber | undefined {
  return checked(text.trim().replace(PREFIXES, '').replace(SEPARATORS, ''));
}

/** `0123.456.749`, the form of the register. */
export function formatEnterpriseNumber(number: EnterpriseNumber): string {
  return `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
}

/**
 * The enterprise and VAT numbers that stand in a text, in order. What only looks like one is left out:
 * establishment units, IBANs, national numbers, structured communications, phone numbers that show as such, amounts.
 */
export function findEnterpriseNumbers(text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const hit = judged(text, match.index, match[0]);
    if (hit) found.push(hit);
    else CANDIDATE.lastIndex = match.index + 1;
  }
  return found;
}

/** Check digits: the last two are 97 minus the first eight modulo 97 (KBO technical manual, 5.2). */
function checked(digits: string): EnterpriseNumber | undefined {
  const number = digits.length === 9 ? `0${digits}` : digits;
  if (!/^[01]\d{9}$/.test(number)) return undefined;
  const stem = Number(number.slice(0, 8));
  if (stem === 0 || 97 - (stem % 97) !== Number(number.slice(8))) return undefined;
  return number as EnterpriseNumber;
}

function judged(text: string, index: number, written: string): FoundNumber | undefined {
  const digits = written.replace(/\D/g, '');
  const number = checked(digits);
  if (!number) return undefined;
  const end = index + written.length;
  const before = text.slice(Math.max(0, index - LABEL_REACH), index);
  const after = text.slice(end, end + 5);
  if (PART_AFTER.test(after)) return undefined;

  const prefix = BE_BEFORE.exec(before)?.[1];
  if (prefix) return { number, start: index - prefix.length, end, rank: 1 };

  const labelled = LABEL_BEFORE.test(before);
  const glued = /\p{L}$/u.test(before) && labelled;
  if (!glued && PART_BEFORE.test(before)) return undefined;
  if (PHONE_BEFORE.test(before)) return undefined;
  if (/\d{4}\./.test(written)) return { number, start: index, end, rank: 2 };

  const spaced = /^\d+[^\d.]/.test(written);
  if (spaced && (/\d\s$/.test(before) || /^\s\d/.test(after))) return undefined;
  if (labelled) return { number, start: index, end, rank: 3 };
  // Nine digits that start with 0 are a phone number of a zone, and money is written in groups of three too.
  if (SPACED_MOBILE.test(written) || (digits.length === 9 && digits.startsWith('0'))) return undefined;
  if (MONEY.test(before.slice(-5)) || MONEY.test(after)) return undefined;
  return { number, start: index, end, rank: 4 };
}

/**
 * Reads the number of an establishment unit: ten digits, the first of them 2 to 8, with the check digits of an enterprise
 * number (KBO technical manual, 5.18); dots, spaces and dashes do not count. Answers the ten digits.
 */
export function parseEstablishmentNumber(text: string): string | undefined {
  const digits = text.trim().replace(SEPARATORS, '');
  if (!/^[2-8]\d{9}$/.test(digits)) return undefined;
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8)) ? digits : undefined;
}

/** `2.123.456.789`, the form of the register. */
export function formatEstablishmentNumber(digits: string): string {
  return digits.replace(/^(\d)(\d{3})(\d{3})(\d{3})$/, '$1.$2.$3.$4');
}
