import type { Address } from '../company/company.ts';
import { countryCode } from '../company/country.ts';
import { textOf } from '../company/plain-text.ts';
import { isEmpty } from '../schema/json-path.ts';
import { ADDRESS_PARTS, type AddressPart } from '../schema/relation-candidates.ts';

const PARTS = Object.keys(ADDRESS_PARTS) as AddressPart[];

export type AddressKeys = Partial<Record<AddressPart, string>>;

/** Which key of the object holds each part of an address. */
export function addressKeys(holder: object): AddressKeys {
  const keys: AddressKeys = {};
  for (const part of PARTS) {
    const key = ADDRESS_PARTS[part].find((candidate) => Object.hasOwn(holder, candidate));
    if (key) keys[part] = key;
  }
  return keys;
}

/** The parts of the address that the object holds; empty parts are left out. */
export function readAddressParts(holder: object): Address {
  const record = holder as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(addressKeys(holder)).flatMap(([part, key]) => {
      const text = textOf(record[key]);
      return text ? [[part, text]] : [];
    }),
  );
}

type Parts = Record<string, string | number>;

/**
 * The address's parts under the holder's own keys, or under those of `known` where the holder lacks one, a number where it
 * has a number. A part that the new address does not have is emptied. Undefined when a part has no known key.
 */
export function writeAddressParts(holder: object, address: Address, known: AddressKeys): Parts | undefined {
  const keys = { ...trusted(known), ...addressKeys(holder) };
  const written: Parts = {};
  for (const part of PARTS) {
    const key = keys[part];
    const like = key === undefined ? undefined : (holder as Record<string, unknown>)[key];
    if (part === 'country' && isSameCountry(like, address.country)) continue;
    const value = part === 'country' ? countryLike(like, address.country) : (address[part] ?? '');
    if (value === undefined || (!key && value)) return undefined;
    if (key) written[key] = typeof like === 'number' && isPlainNumber(value) ? Number(value) : value;
  }
  return written;
}

/** The schema of the office is stored where others may write: a key is used only if the profile has it for this part. */
function trusted(known: AddressKeys): AddressKeys {
  const names = ADDRESS_PARTS as Readonly<Record<AddressPart, readonly string[]>>;
  return Object.fromEntries(
    PARTS.flatMap((part) => (names[part].includes(known[part] ?? '') ? [[part, known[part]]] : [])),
  );
}

const isPlainNumber = (text: string) => /^[1-9]\d*$/.test(text);

/** No country is Belgium. */
function isSameCountry(like: unknown, country: string | undefined): boolean {
  return isEmpty(like) ? country === undefined : countryCode(String(like)) === countryCode(country);
}

const CODE = /^[A-Z]{2}$/i;

/** The country as it is held, a code for a code; undefined where a name is held and only the code is known. */
function countryLike(like: unknown, country: string | undefined): string | undefined {
  if (isEmpty(like)) return country;
  if (typeof like === 'string' && CODE.test(like.trim())) return countryCode(country);
  return country === undefined || CODE.test(country) ? undefined : country;
}
