import { parseAddress, parseHouseNumber, parsePlaceLine, parseStreetLine } from '../company/address.ts';
import type { Address, FlatField } from '../company/company.ts';
import { monthOfWord, parseDate } from '../company/dates.ts';
import { parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { parseFiscalYearEnd } from '../company/fiscal-year-end.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import { isTooLong, readText, textOf } from '../company/plain-text.ts';
import type { FieldPlace, Part } from './field-place.ts';
import { isEmpty, valueBelow } from './json-path.ts';
import { placeFormatNamed } from './place-formats.ts';
import { partsOf } from './spots.ts';

/** One text of a value as it stands there, and what it holds. */
type RawPart = { readonly holds: readonly Part[]; readonly rawValue: unknown };

/** The neutral value of what stands at a place; undefined where that is not understood. */
export function readPlace(field: FlatField, place: FieldPlace, rawValue: unknown): string | Address | undefined {
  const parts = partsOf(place).map(({ keys, holds }) => ({ holds, rawValue: valueBelow(rawValue, keys) }));
  if (parts.some((part) => isTooLong(part.rawValue))) return undefined;
  const filled = parts.filter((part) => !isEmpty(part.rawValue));
  const isText = filled.every((part) => textOf(part.rawValue) !== '' || field === 'fiscalYearEnd');
  return isText ? READ[field](filled, place) : undefined;
}

type Read = (parts: readonly RawPart[], place: FieldPlace) => string | Address | undefined;

const whole =
  (read: (rawValue: unknown) => string | undefined): Read =>
  ([part]) =>
    read(part?.rawValue);

const number: Read = ([part], { format }) =>
  (placeFormatNamed('enterpriseNumber', format)?.read ?? readNumber)(part?.rawValue);

function readNumber(rawValue: unknown) {
  const text = typeof rawValue === 'number' ? String(rawValue).padStart(10, '0') : textOf(rawValue);
  return parseEnterpriseNumber(text);
}

const READ: Readonly<Record<FlatField, Read>> = {
  name: whole(readText),
  legalForm: readLegalForm,
  enterpriseNumber: number,
  vatNumber: number,
  website: whole(readText),
  address: readAddress,
  phone: whole(readText),
  incorporationDate: ([part], { format }) =>
    (placeFormatNamed('incorporationDate', format)?.read ?? readDate)(part?.rawValue) ?? readDate(part?.rawValue),
  fiscalYearEnd: readFiscalYearEnd,
};

const readDate = (rawValue: unknown) =>
  typeof rawValue === 'string' || typeof rawValue === 'number' ? parseDate(rawValue) : undefined;

/** Code and word are one form: where they are not, nothing is known. The code says most. */
function readLegalForm(parts: readonly RawPart[]): string | undefined {
  const texts = parts.map(({ rawValue }) => textOf(rawValue));
  const forms = texts.flatMap((text) => parseLegalForm(text) ?? []);
  if (forms.length === 0 || forms.some(({ family }) => family !== forms[0]?.family))
    return texts.length === 1 ? texts[0] : undefined;
  const code = parts.find(({ holds, rawValue }) => holds[0] === 'code' && parseLegalForm(textOf(rawValue)));
  return code ? textOf(code.rawValue) : texts.find((text) => parseLegalForm(text));
}

/** Day and month by their keys, else a day in one value. */
function readFiscalYearEnd(parts: readonly RawPart[]): string | undefined {
  const rawValue = (part: Part) => parts.find(({ holds }) => holds.length === 1 && holds[0] === part)?.rawValue;
  const month = rawValue('month');
  if (month === undefined) return parts.length === 1 ? parseFiscalYearEnd(parts[0]?.rawValue) : undefined;
  const named = typeof month === 'string' ? monthOfWord(month) : undefined;
  return parseFiscalYearEnd({ day: rawValue('day'), month: named ?? month });
}

function readAddress(parts: readonly RawPart[]): Address | undefined {
  const lines = parts
    .filter(({ holds }) => holds.length !== 1)
    .map(({ holds, rawValue }) => readLine(holds, textOf(rawValue)));
  const own = parts
    .filter(({ holds }) => holds.length === 1)
    .map(({ holds, rawValue }) => ({ [String(holds[0])]: textOf(rawValue) }));
  const address: Address = Object.assign({}, ...lines, ...own);
  return Object.keys(address).length > 0 ? address : undefined;
}

const STREET_PARTS: readonly Part[] = ['street', 'number', 'box'];

/** The parts of an address that one text holds. */
export function readLine(holds: readonly Part[], text: string): Address {
  if (holds.length === 0) return parseAddress(text) ?? {};
  if (holds.every((part) => STREET_PARTS.includes(part))) {
    return holds.includes('street') ? parseStreetLine(text.replace(/[\n\r,;]+/g, ' ')) : parseHouseNumber(text);
  }
  return holds.some((part) => STREET_PARTS.includes(part)) ? (parseAddress(text) ?? {}) : parsePlaceLine(text);
}
