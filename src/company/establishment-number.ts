/** Separators inside a number, as they are written or come along with copied text. */
const SEPARATORS = /[\s.\-/\u00ad\u200b-\u200f\u2060]/g;

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
