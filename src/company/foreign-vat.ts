/**
 * What follows the prefix in the VAT numbers of the member states but Belgium, and of Northern Ireland (`XI`), as VIES
 * publishes it (https://ec.europa.eu/taxation_customs/vies, frequently asked questions: "What is the format of a VAT
 * number?"). Greece has a prefix of its own, and is often written `GR`.
 */
const FORMATS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z\d+*]\d{5}[A-Z]|\d{7}[A-Z]{2})$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z\d+*]{9}B[A-Z\d+*]{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/,
};

/** No VAT number is longer, however it is spaced. In characters. */
const MAX_LENGTH = 40;

/**
 * The country (VIES prefix: `EL` is Greece, `XI` Northern Ireland) of a text that has the form of a VAT number of another
 * member state, with its prefix; dots, dashes, slashes and spaces do not count. `undefined` for anything else, Belgian
 * numbers included. Check digits are not looked at: it only serves to say that openthebox covers Belgium.
 */
export function foreignVatCountry(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const number = text
    .toUpperCase()
    .replace(/[\s.\-/]/g, '')
    .replace(/^GR/, 'EL');
  const country = number.slice(0, 2);
  const format = Object.hasOwn(FORMATS, country) ? FORMATS[country] : undefined;
  return format?.test(number.slice(2)) ? country : undefined;
}
