import type { Address, AddressType, Channel, ChannelType, Relation } from '../../../model.ts';
import { OWN_COMPANIES } from '../../../seed/relation.ts';
import type { Random } from '../random.ts';
import { dayBetween, type Facts, folded, mobileOf, type Place, phoneIn, placeOf } from './facts.ts';
import { OWN_NAMES } from './names.ts';

export type RelationFacts = Facts & { readonly lacks: ReadonlySet<string> };

/** AdminPulse's relation: the facts as this side has them, and what an office keeps beside them. */
export function generatedRelation(facts: RelationFacts, serial: number, random: Random): Relation {
  const { lacks, number, legalForm, founded } = facts;
  const start = Number(founded.slice(0, 4));
  const hasCommercialName = random.chance(0.35);
  return {
    id: guid(random),
    code: `APR${String(serial).padStart(5, '0')}`,
    customerCode: String(1000 + (serial % 8000)),
    accountingCode: `4${random.digits(5)}`,
    name: facts.name,
    commercialName: hasCommercialName ? `${random.pick(["'t", 'De', 'Le', 'Studio'])} ${random.pick(OWN_NAMES)}` : null,
    firstName: facts.firstName,
    lastName: facts.lastName,
    legalForm: lacks.has('legalForm') ? null : legalForm,
    type: facts.type,
    status: facts.type === 'Person' ? 'Other' : random.weighted({ Customer: 90, Prospect: 10 }),
    language: facts.language,
    companyId: OWN_COMPANIES[facts.language === 'fr' ? 1 : 0].id,
    group: random.chance(0.2) ? `Groep ${random.pick(OWN_NAMES)}` : null,
    enterpriseNumber: number,
    vatNumber: lacks.has('vatNumber') ? null : number,
    vatNumberPending: false,
    addresses: addressesOf(facts, random),
    channels: channelsOf(facts, random),
    foundation: {
      date: lacks.has('incorporationDate') || facts.type === 'Person' ? null : founded,
      deedType: facts.type === 'Company' ? 'Authentieke akte' : null,
      publicationNumber: facts.type === 'Company' ? `${founded.slice(2, 4)}0${random.digits(5)}` : null,
      subscribedCapital: facts.type === 'Company' ? random.pick([18_600, 61_500, 20_000, 2_500]) : null,
    },
    fiscalYearEnd: lacks.has('fiscalYearEnd') || facts.type === 'Person' ? null : { ...facts.fiscalYearEnd },
    cupboardNumber: `K${random.below(12)}`,
    // Some clients came on the day on which they were founded.
    since: random.chance(0.1) ? founded : dayBetween(random, Math.max(start + 1, 1995), 2025),
    end: random.chance(0.05) ? dayBetween(random, 2025, 2026) : null,
    handlingLevel: random.weighted({ Normal: 94, Attention: 5, Blocked: 1 }),
    links: [],
  };
}

/** Of each kind the first carries the star. */
function addressesOf({ place, lacks }: RelationFacts, random: Random): Address[] {
  const places: [AddressType, Place][] = lacks.has('address') ? [] : [['Seat', place]];
  if (random.chance(0.5)) places.push(['Correspondence', placeOf(random, place.town)]);
  for (let count = random.below(3); count > 0; count -= 1) places.push(['Establishment', placeOf(random, place.town)]);
  return starred(places).map(({ type, value, favorite }) => ({
    id: guid(random),
    type,
    // A street is written in the language of its place; in Brussels the office chooses.
    ...partsOf(value, random.pick(['nl', 'fr'])),
    favorite,
  }));
}

export function partsOf(place: Place, language: 'nl' | 'fr'): Omit<Address, 'id' | 'type' | 'favorite'> {
  const { town } = place;
  const own = town.language === 'both' ? language : town.language === 'nl' ? 'nl' : 'fr';
  return {
    street: own === 'nl' ? place.streetNl : place.streetFr,
    number: place.number,
    box: place.box,
    postalCode: town.postalCode,
    city: own === 'nl' ? town.nl : town.fr,
    country: 'BE',
  };
}

function channelsOf(facts: RelationFacts, random: Random): Channel[] {
  const { place, lacks } = facts;
  const given: [ChannelType, string, string?][] = [];
  if (!lacks.has('phone')) given.push(['Phone', facts.phone]);
  if (!lacks.has('phone') && random.chance(0.15)) given.push(['Phone', phoneIn(random, place.town.zone), 'Magazijn']);
  if (random.chance(0.7)) given.push(['Mobile', mobileOf(random)]);
  if (random.chance(0.8)) given.push(['Email', `info@${folded(facts.name)}.be`]);
  if (!lacks.has('website')) given.push(['Website', facts.website]);
  return starred(given.map(([type, value, description = null]) => [type, { value, description }] as const)).map(
    ({ type, value, favorite }) => ({ id: guid(random), type, ...value, favorite }),
  );
}

function starred<K, V>(items: readonly (readonly [K, V])[]): { type: K; value: V; favorite: boolean }[] {
  return items.map(([type, value], index) => ({
    type,
    value,
    favorite: items.findIndex(([other]) => other === type) === index,
  }));
}

export function guid(random: Random): string {
  const hex = (count: number) => Array.from({ length: count }, () => random.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
}
