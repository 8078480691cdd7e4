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
type HeldPart = { readonly holds: readonly Part[]; readonly held: unknown };

/** The neutral value of what stands at a place; undefined where that is not understood. */
export function readPlace(field: FlatField, place: FieldPlace, held: unknown): string | Address | undefined {
  const parts = partsOf(place).map(({ keys, holds }) => ({ holds, held: valueBelow(held, keys) }));
  if (parts.some((part) => isTooLong(part.held))) return undefined;
  const filled = parts.filter((part) => !isEmpty(part.held));
  const isText = filled.every((part) => textOf(part.held) !== '' || field === 'fiscalYearEnd');
  return isText ? READ[field](filled, place) : undefined;
}

type Read = (parts: readonly HeldPart[], place: FieldPlace) => string | Address | undefined;

const whole =
  (read: (held: unknown) => string | undefined): Read =>
  ([part]) =>
    read(part?.held);

const number: Read = ([part], { format }) =>
  (placeFormatNamed('enterpriseNumber', format)?.read ?? readNumber)(part?.held);

function readNumber(held: unknown) {
  const text = typeof held === 'number' ? String(held).padStart(10, '0') : textOf(held);
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
    (placeFormatNamed('incorporationDate', format)?.read ?? readDate)(part?.held) ?? readDate(part?.held),
  fiscalYearEnd: readFiscalYearEnd,
};

const readDate = (held: unknown) =>
  typeof held === 'string' || typeof held === 'number' ? parseDate(held) : undefined;

/** Code and word are one form: where they are not, nothing is known. The code says most. */
function readLegalForm(parts: readonly HeldPart[]): string | undefined {
  const texts = parts.map(({ held }) => textOf(held));
  const forms = texts.flatMap((text) => parseLegalForm(text) ?? []);
  if (forms.length === 0 || forms.some(({ family }) => family !== forms[0]?.family))
    return texts.length === 1 ? texts[0] : undefined;
  const code = parts.find(({ holds, held }) => holds[0] === 'code' && parseLegalForm(textOf(held)));
  return code ? textOf(code.held) : texts.find((text) => parseLegalForm(text));
}

/** Day and month by their keys, else a day in one value. */
function readFiscalYearEnd(parts: readonly HeldPart[]): string | undefined {
  const held = (part: Part) => parts.find(({ holds }) => holds.length === 1 && holds[0] === part)?.held;
  const month = held('month');
  if (month === undefined) return parts.length === 1 ? parseFiscalYearEnd(parts[0]?.held) : undefined;
  const named = typeof month === 'string' ? monthOfWord(month) : undefined;
  return parseFiscalYearEnd({ day: held('day'), month: named ?? month });
}

function readAddress(parts: readonly HeldPart[]): Address | undefined {
  const lines = parts.filter(({ holds }) => holds.length !== 1).map(({ holds, held }) => readLine(holds, textOf(held)));
  const own = parts
    .filter(({ holds }) => holds.length === 1)
    .map(({ holds, held }) => ({ [String(holds[0])]: textOf(held) }));
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
