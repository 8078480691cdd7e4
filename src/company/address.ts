import { formatAddress } from './address-format.ts';
import { parseStreetLine } from './address-parse.ts';
import type { Address, Language, Version } from './company.ts';
import type { Comparison } from './comparison.ts';
import { preferredVersion, versionsFrom } from './comparison.ts';
import { countryCode } from './country.ts';
import { tidy } from './folding.ts';
import { houseKey } from './house-number.ts';
import {
  compareMunicipalities,
  isMunicipality,
  type MunicipalityComparison,
  municipalityLanguages,
} from './municipality.ts';
import { isSameStreet } from './street.ts';

export { formatAddress } from './address-format.ts';
export { parseAddress, parseHouseNumber, parsePlaceLine, parseStreetLine } from './address-parse.ts';

/** Whether two addresses are one; `part`: they are, but one names the municipality and the other a part of it. */
export type AddressComparison = 'same' | 'part' | 'different';

/**
 * Compares two addresses, blind to abbreviations, the register's marks, box notations, and the language of the place.
 * Symmetric. A part that only one of them has makes them different.
 */
export function compareAddressParts(a: Address, b: Address): AddressComparison {
  const [one, other] = [withNumberApart(a), withNumberApart(b)];
  if (countryCode(one.country) !== countryCode(other.country)) return 'different';
  if (postalKey(one.postalCode) !== postalKey(other.postalCode)) return 'different';
  if (houseKey(one.number, one.box) !== houseKey(other.number, other.box)) return 'different';
  if (!isSameStreet(one.street ?? '', other.street ?? '')) return 'different';
  return comparePlaces(one, other);
}

/**
 * Compares AdminPulse's address with the versions of the register: equal if any version is. Parts that the register
 * lacks are unknown, and are filled from AdminPulse if the rest is equal. A part-municipality that AdminPulse names is
 * kept in the address that is offered, for nobody asked to replace it.
 */
export function compareAddresses(
  current: Address,
  versions: readonly Version<Address>[],
  language: Language | undefined,
): Comparison<Address> | undefined {
  const preferred = preferredAddress(versions, language);
  if (!preferred) return undefined;
  const text = written(current);
  const identical = versions.find(({ value }) => written(value) === text);
  if (identical) return { verdict: 'same', proposed: identical.value };
  const candidates = versionsFrom(preferred, versions).map(({ value }) => candidateOf(value, current));
  const completed = candidates.find(({ address }) => written(address) === text);
  if (completed) return { verdict: 'same', proposed: completed.address };
  const same = candidates.find(({ result }) => result === 'same');
  if (same) return { verdict: 'spelling', proposed: same.address, reason: 'reasonSameAddressOtherSpelling' };
  const part = candidates.find(({ result }) => result === 'part');
  if (part) return { verdict: 'spelling', proposed: part.address, reason: 'reasonPartMunicipality' };
  return { verdict: 'different', proposed: withPartOf(current, preferred.value) };
}

/**
 * The version to write: the relation's language, if the municipality has it; else the municipality's own; else the
 * source's preference.
 */
export function preferredAddress(
  versions: readonly Version<Address>[],
  language: Language | undefined,
): Version<Address> | undefined {
  const municipality = versions.find(({ value }) => value.municipality)?.value.municipality;
  const languages = municipality ? municipalityLanguages(municipality) : [];
  const hasLanguage = language !== undefined && (languages.length === 0 || languages.includes(language));
  const wanted = hasLanguage && versions.some((version) => version.language === language) ? language : languages[0];
  return preferredVersion(versions, wanted);
}

/** AdminPulse may hold street, number and box in one text. */
function withNumberApart(address: Address): Address {
  if (address.number || !address.street) return address;
  const { box, ...line } = parseStreetLine(address.street);
  const given = address.box ?? box;
  return { ...address, ...line, ...(given && { box: given }) };
}

/** "B-9000", "9000". */
function postalKey(postalCode: string | undefined): string {
  return (postalCode ?? '')
    .replace(/^\s*(?:be?|l|nl|d|f)\s?-/i, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

function comparePlaces(a: Address, b: Address): MunicipalityComparison {
  const postalCode = postalKey(a.postalCode);
  const samePostalCode = postalCode !== '' && postalCode === postalKey(b.postalCode);
  return compareMunicipalities(a.municipality ?? '', b.municipality ?? '', samePostalCode);
}

type Candidate = { readonly address: Address; readonly result: AddressComparison };

/** The address with the parts that it lacks, if it is the other one then; else as it stands. */
function candidateOf(address: Address, other: Address): Candidate {
  const filled = { ...other, ...present(address) };
  const result = compareAddressParts(filled, other);
  return result === 'different'
    ? { address, result: compareAddressParts(address, other) }
    : { address: filled, result };
}

function present(address: Address): Address {
  return Object.fromEntries(Object.entries(address).filter(([, part]) => part !== undefined && part.trim() !== ''));
}

function written(address: Address): string {
  return formatAddress({ ...address, country: countryCode(address.country) }, 'en')
    .map(tidy)
    .join('\n');
}

/** The address with the other one's name for its place, where that names a part of the same municipality. */
function withPartOf(other: Address, address: Address): Address {
  const isPart = other.municipality !== undefined && !isMunicipality(other.municipality);
  const samePlace =
    postalKey(other.postalCode) === postalKey(address.postalCode) && comparePlaces(other, address) === 'part';
  return isPart && samePlace && other.municipality ? { ...address, municipality: other.municipality } : address;
}
