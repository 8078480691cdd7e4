import type { Address, AddressType, Channel, ChannelType, Relation } from '../model.ts';
import { tenDigits } from '../numbers.ts';
import { type AdminPulseSide, type Entry, factsOf, type Place } from './entry.ts';

/** The office's own companies, as `GET /companies` answers them. */
export const OWN_COMPANIES = [
  { id: 'c0000001-5f1e-4c55-a6d3-08dd746e671d', name: 'Kantoor Lindeboom' },
  { id: 'c0000002-5f1e-4c55-a6d3-08dd746e671d', name: 'Kantoor Lindeboom Brussel' },
] as const;

/** A GUID that says what it belongs to: `guid('a1', 510)` is `a1000510-…`. */
function guid(kind: string, count: number): string {
  return `${kind}${String(count).padStart(6, '0')}-e7a7-459c-a803-08dd746e671d`;
}

/** AdminPulse's relation of an entry of the seed. */
export function relationOf(entry: Entry, side: AdminPulseSide): Relation {
  const facts = factsOf(entry, side);
  const serial = Number(side.code.slice(3));
  const number = entry.number && tenDigits(entry.number);
  return {
    id: guid('a1', serial),
    code: side.code,
    customerCode: side.customerCode ?? String(serial + 497),
    accountingCode: `4${String(serial).padStart(5, '0')}`,
    name: facts.name,
    commercialName: side.commercialName ?? null,
    firstName: side.firstName ?? null,
    lastName: side.lastName ?? null,
    legalForm: facts.legalForm,
    type: side.type ?? (facts.legalForm === 'NP' ? 'SoleProprietor' : 'Company'),
    status: side.status ?? 'Customer',
    language: side.language ?? 'nl',
    companyId: OWN_COMPANIES[side.language === 'fr' ? 1 : 0].id,
    group: side.group ?? null,
    enterpriseNumber: side.enterpriseNumber === undefined ? number : side.enterpriseNumber,
    vatNumber: side.vatNumber === undefined ? (facts.vatLiable ? number : null) : side.vatNumber,
    vatNumberPending: side.vatPending ?? false,
    addresses: addressesOf(serial, side, facts.address),
    channels: channelsOf(serial, [
      ['Phone', facts.phone],
      ['Mobile', side.mobile ?? null],
      ['Email', facts.email],
      ['Website', facts.website],
      ...(side.otherChannels ?? []),
    ]),
    foundation: {
      date: facts.founded,
      deedType: facts.founded && facts.legalForm !== 'NP' ? 'Authentieke akte' : null,
      publicationNumber: facts.founded && `${facts.founded.slice(2, 4)}031${serial}`,
      subscribedCapital: facts.founded ? 18_600 : null,
    },
    fiscalYearEnd: facts.fiscalYearEnd
      ? { day: Number(facts.fiscalYearEnd.slice(3)), month: Number(facts.fiscalYearEnd.slice(0, 2)) }
      : null,
    cupboardNumber: `K${serial % 12}`,
    since: side.since ?? facts.founded,
    end: side.end ?? null,
    handlingLevel: side.handlingLevel ?? 'Normal',
    links: (side.links ?? []).map(([linkType, code]) => ({ linkType, code })),
  };
}

function addressesOf(serial: number, side: AdminPulseSide, seat: Place | null): Address[] {
  const places: (readonly [AddressType, Place])[] = seat ? [['Seat', seat]] : [];
  const starred = side.starred ?? 'Seat';
  return [...places, ...(side.otherAddresses ?? [])].map(([type, place], index) => ({
    id: guid('ad', serial * 10 + index),
    type,
    street: place[0],
    number: place[1],
    box: place[2],
    postalCode: place[3],
    city: place[4],
    country: 'BE',
    favorite: type === starred,
  }));
}

/** The first channel of each type carries the star. */
function channelsOf(
  serial: number,
  given: readonly (readonly [ChannelType, value: string | null, description?: string])[],
): Channel[] {
  const starred = new Set<ChannelType>();
  return given.flatMap(([type, value, description = null], index) => {
    if (value === null) return [];
    const favorite = !starred.has(type);
    starred.add(type);
    return [{ id: guid('cc', serial * 10 + index), type, value, favorite, description }];
  });
}
