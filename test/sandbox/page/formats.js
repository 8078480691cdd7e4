import { currentLanguage } from './texts.js';

const grouped = (digits) => `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`;
const isBelgian = (number) => /^[01]\d{9}$/.test(number);

/**
 * How the page shows a VAT number is not documented, so each language has another notation: with spaces and dots, with a
 * non-breaking space, bare.
 */
const VAT_NOTATIONS = {
  nl: (digits) => `BE ${grouped(digits)}`,
  fr: (digits) => `BE\u00a0${grouped(digits)}`,
  en: (digits) => `BE${digits}`,
};

export function vatText(number) {
  if (!number) return '';
  return isBelgian(number) ? VAT_NOTATIONS[currentLanguage()](number) : number;
}

/** `0001.004.246`. */
export function enterpriseText(number) {
  return number ? grouped(number) : '';
}

/** `2019-05-14` as `14/05/2019`. */
export function dayText(day) {
  return day ? day.split('-').reverse().join('/') : '';
}

export function dayOfYearText(end) {
  return end ? `${two(end.day)}/${two(end.month)}` : '';
}

export function addressText({ street, number, box, postalCode, city }) {
  const boxWord = { nl: 'bus', fr: 'boîte', en: 'box' }[currentLanguage()];
  const line = [street, number, box && `${boxWord} ${box}`].filter(Boolean).join(' ');
  return `${line}, ${[postalCode, city].filter(Boolean).join(' ')}`;
}

/** `+++000/1004/24654+++`, made of the enterprise number as for prepayments. */
export function structuredCommunication(number) {
  const check = two(Number(number) % 97 || 97);
  const digits = number + check;
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}

const two = (value) => String(value).padStart(2, '0');
