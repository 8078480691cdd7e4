import type { Address } from '../company/company.ts';
import { ADDRESS_PARTS, type AddressPart } from './profile.ts';

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
      const value = record[key];
      const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
      return text ? [[part, text]] : [];
    }),
  );
}

/**
 * The address's parts under the holder's own keys, or under those of `known` where the holder lacks one. A part that
 * the new address does not have is emptied. Undefined when a part has no known key.
 */
export function writeAddressParts(
  holder: object,
  address: Address,
  known: AddressKeys,
): Record<string, string> | undefined {
  const keys = { ...known, ...addressKeys(holder) };
  const written: Record<string, string> = {};
  for (const part of PARTS) {
    const key = keys[part];
    const value = address[part];
    if (part === 'country' && value === undefined) continue;
    if (key) written[key] = value ?? '';
    else if (value) return undefined;
  }
  return written;
}
