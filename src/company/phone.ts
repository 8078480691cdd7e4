import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min/es6';
import type { Comparison } from './comparison.ts';
import { tidy } from './folding.ts';

export type PhoneStyle = 'national' | 'international';

/** A field may hold two numbers, but no text of this many characters. */
const MAX_LENGTH = 200;

/** What stands between two numbers in one field. A slash without spaces is part of a number: "053/39.00.70". */
const BETWEEN = /\s[/&-]\s|[;,|\n]|\s(?=\+)|\s(?:of|ou|or|oder|en|et|and|und)\s/i;

/**
 * The numbers that a text holds, as E.164 (`+3253390070`), Belgian where no country is given. Texts that are no number
 * ("n/a") give none.
 */
export function parsePhones(text: string): readonly string[] {
  return phonesIn(text).map((phone) => phone.number);
}

/**
 * A number for reading: `053 39 00 70` or `+32 53 39 00 70`. A foreign number is always international. A text that is no
 * number is given back as it is.
 */
export function formatPhone(phone: string, style: PhoneStyle): string {
  const parsed = parsePhone(phone);
  return parsed ? format(parsed, style) : phone;
}

/**
 * Compares AdminPulse's numbers with the register's by E.164: equal if they have one in common. Offered is the number
 * that they have in common, in the style that AdminPulse's first has, else the register's first, in that style or the one
 * that is wanted for other numbers. `undefined` if the register has no number.
 */
export function comparePhones(
  current: readonly string[],
  proposed: readonly string[],
  styleOfOthers?: PhoneStyle,
): Comparison<string> | undefined {
  const text = current[0] ?? '';
  // Equal texts need not be understood.
  if (proposed.some((phone) => tidy(phone) === tidy(text))) return { verdict: 'same', proposed: text };
  const offered = proposed.flatMap(phonesIn);
  const [first] = offered;
  if (first === undefined) return undefined;
  const raw = new Set(current.flatMap(parsePhones));
  const equal = offered.find((phone) => raw.has(phone.number));
  if (equal === undefined) return { verdict: 'different', proposed: format(first, styleOfOthers ?? styleOf(text)) };
  const written = format(equal, styleOf(text));
  return { verdict: written === tidy(text) ? 'same' : 'spelling', proposed: written };
}

/** The first number of a list, for a relation that has none. */
export function firstPhone(phones: readonly string[], style: PhoneStyle = 'international'): string | undefined {
  const [first] = phones.flatMap(phonesIn);
  return first && format(first, style);
}

function phonesIn(text: string): readonly PhoneNumber[] {
  if (text.length > MAX_LENGTH) return [];
  const whole = parsePhone(text);
  return whole ? [whole] : text.split(BETWEEN).flatMap((part) => parsePhone(part) ?? []);
}

function parsePhone(text: string): PhoneNumber | undefined {
  const phone = text.length > MAX_LENGTH ? undefined : parsePhoneNumberFromString(text, 'BE');
  return phone?.isPossible() ? phone : undefined;
}

function format(phone: PhoneNumber, style: PhoneStyle): string {
  const isBelgian = phone.countryCallingCode === '32';
  return style === 'national' && isBelgian ? phone.formatNational() : phone.formatInternational();
}

function styleOf(phone: string): PhoneStyle {
  return /^(?:\+|00)/.test(phone.trimStart()) ? 'international' : 'national';
}
