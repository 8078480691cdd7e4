import type { Part } from '../../../../../src/schema/field-place.ts';
import { type Form, Refused } from '../node.ts';

/** The parts of an address, as either service has them. */
export type AddressParts = {
  street: string | null;
  number: string | null;
  box: string | null;
  postalCode: string | null;
  municipality: string | null;
};

/** How the texts of an address are put together. */
export type AddressStyle = {
  /** Between number and box. */
  readonly box: ' bus ' | ' bte ' | '/' | ' b';
  /** Between street and number. */
  readonly street: ' ' | ', ';
  /** Before the postal code. */
  readonly code: '' | 'B-' | 'BE-';
  /** Between the street's line and the place's, where both are in one text. */
  readonly line: ', ' | '\n' | ' - ';
};

const joined = (texts: readonly (string | null)[], separator: string) => texts.filter(Boolean).join(separator) || null;

const house = ({ number, box }: AddressParts, style: AddressStyle) =>
  box ? `${number ?? ''}${style.box}${box}`.trim() : number;
const line = (parts: AddressParts, style: AddressStyle) => joined([parts.street, house(parts, style)], style.street);
const place = ({ postalCode, municipality }: AddressParts, style: AddressStyle) =>
  joined([postalCode && style.code + postalCode, municipality], ' ');

const BOX = String.raw`(?:\s(?:bus|bte|bo[iî]te|box|b)\.?\s?|\s?/\s?)(?<box>\S.*)`;
const HOUSE = String.raw`(?<number>\d[\dA-Za-z-]*)`;
const HOUSE_TEXT = RegExp(`^${HOUSE}(?:${BOX})?$`, 'i');
const LINE_TEXT = RegExp(String.raw`^(?<street>.+?),?\s+${HOUSE}(?:${BOX})?$`, 'i');
const PLACE_TEXT = /^(?:BE?-)?(?<postalCode>\d{4}) (?<municipality>\D.*)$/i;

type TextForm = {
  readonly holds: readonly Part[];
  write(parts: AddressParts, style: AddressStyle): string | null;
  read(text: string, style: AddressStyle): Partial<AddressParts> | undefined;
};

function readLine(text: string): Partial<AddressParts> {
  const { street = text, number = null, box = null } = LINE_TEXT.exec(text)?.groups ?? {};
  return { street, number, box };
}

function readPlace(text: string): Partial<AddressParts> | undefined {
  const { postalCode, municipality } = PLACE_TEXT.exec(text)?.groups ?? {};
  return postalCode && municipality ? { postalCode, municipality } : undefined;
}

/** The texts that hold more than one part. */
export const ADDRESS_TEXTS: Readonly<Record<'streetNumber' | 'numberBox' | 'line' | 'place' | 'full', TextForm>> = {
  streetNumber: {
    holds: ['street', 'number'],
    write: ({ street, number }, style) => joined([street, number], style.street),
    read: (text) => {
      const { street = text, number = null } = readLine(text);
      return { street, number };
    },
  },
  numberBox: {
    holds: ['number', 'box'],
    write: (parts, style) => house(parts, style),
    read: (text) => {
      const { number, box = null } = HOUSE_TEXT.exec(text)?.groups ?? {};
      return number ? { number, box } : undefined;
    },
  },
  line: { holds: ['street', 'number', 'box'], write: line, read: readLine },
  place: { holds: ['postalCode', 'municipality'], write: place, read: readPlace },
  full: {
    holds: ['street', 'number', 'box', 'postalCode', 'municipality'],
    write: (parts, style) => joined([line(parts, style), place(parts, style)], style.line),
    read: (text, { line: separator }) => {
      const at = text.lastIndexOf(separator);
      if (at < 0) return { ...NO_PARTS, ...(readPlace(text) ?? readLine(text)) };
      const found = readPlace(text.slice(at + separator.length));
      return found && { ...readLine(text.slice(0, at)), ...found };
    },
  },
};
export type AddressText = keyof typeof ADDRESS_TEXTS;

const NO_PARTS: AddressParts = { street: null, number: null, box: null, postalCode: null, municipality: null };

/** A text of several parts, as a form of the parts that it holds. */
export function addressForm(text: AddressText, style: AddressStyle): Form<AddressParts> {
  const { write, read } = ADDRESS_TEXTS[text];
  return {
    name: `an address: ${text}`,
    write: (parts) => write(parts, style),
    read(raw) {
      const found = typeof raw === 'string' ? read(raw, style) : undefined;
      if (!found) throw new Refused(`${JSON.stringify(raw)} is not an address: ${text}`);
      return { ...NO_PARTS, ...found };
    },
  };
}

/** Postal codes as text, as a number, or with a country before them. */
export const POSTAL_CODE_FORMS = {
  text: {
    name: 'a postal code',
    write: (code) => code,
    read: (raw) => (typeof raw === 'string' && raw.length <= 10 ? raw : undefined),
  },
  number: {
    name: 'a postal code as a number',
    write: (code) => (/^\d+$/.test(code) ? Number(code) : code),
    read: (raw) => (typeof raw === 'number' ? String(raw) : undefined),
  },
  'B-': {
    name: 'a postal code with its country',
    write: (code) => `B-${code}`,
    read: (raw) => /^B-(\d{4})$/.exec(String(raw))?.[1],
  },
} as const satisfies Readonly<Record<string, Form<string>>>;
