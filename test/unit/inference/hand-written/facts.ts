import { legalFormAbbreviation, legalFormWord } from '../../../../src/company/legal-form.ts';
import type { Address, Relation } from '../../../sandbox/model.ts';
import type { Company } from '../../../sandbox/openthebox/model.ts';

/** What a shape written by hand says of a relation or a company, in neutral form; null where nothing is known. */
export type Facts = {
  readonly id: string;
  readonly code: string;
  /** Counts from 1: a database's own key. */
  readonly serial: number;
  readonly name: string;
  readonly commercialName: string | null;
  readonly legalForm: { readonly code: string; readonly word: string; readonly abbreviation: string } | null;
  readonly number: string | null;
  readonly vatNumber: string | null;
  readonly website: string | null;
  readonly seat: Place | null;
  readonly post: Place | null;
  readonly branches: readonly Place[];
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly founded: string | null;
  readonly yearEnd: { readonly day: number; readonly month: number } | null;
  readonly since: string | null;
  readonly modified: string;
  readonly language: string;
  readonly links: readonly string[];
  readonly situation: string;
};

export type Place = {
  readonly street: string;
  readonly number: string;
  readonly box: string | null;
  readonly zip: string;
  readonly city: string;
};

export function relationFacts(relation: Relation, index: number): Facts {
  const channel = (type: string) => relation.channels.find((one) => one.type === type)?.value ?? null;
  const places = (type: string) => relation.addresses.filter((one) => one.type === type).map(placeOf);
  return {
    id: relation.id,
    code: relation.code,
    serial: 41 + index,
    name: relation.name,
    commercialName: relation.commercialName,
    legalForm: formOf(relation.legalForm, relation.language === 'fr' ? 'fr' : 'nl'),
    number: relation.enterpriseNumber,
    vatNumber: relation.vatNumber,
    website: channel('Website'),
    seat: places('Seat')[0] ?? null,
    post: places('Correspondence')[0] ?? null,
    branches: places('Establishment'),
    phone: channel('Phone'),
    mobile: channel('Mobile'),
    email: channel('Email'),
    founded: relation.foundation.date,
    yearEnd: relation.fiscalYearEnd,
    since: relation.since,
    modified: dayFrom(index),
    language: relation.language,
    links: relation.links.map(({ code }) => code),
    situation: relation.status,
  };
}

export function companyFacts(company: Company, index: number): Facts {
  const { addressNl: address } = company;
  return {
    id: `BE${company.number}`,
    code: `BE${company.number}`,
    serial: 900 + 7 * index,
    name: company.nameNl ?? '',
    commercialName: null,
    legalForm: formOf(company.juridicalForm, 'nl'),
    number: company.number,
    vatNumber: company.vatLiable ? company.number : null,
    website: company.website,
    seat: address && {
      street: address.street,
      number: address.number,
      box: address.box ?? null,
      zip: address.zipCode,
      city: address.city,
    },
    post: null,
    branches: [],
    phone: company.telephone,
    mobile: null,
    email: company.email,
    founded: company.startDate === null ? null : String(company.startDate),
    yearEnd: company.fiscalYearEnd,
    since: null,
    modified: dayFrom(index),
    language: 'nl',
    links: [],
    situation: company.juridicalSituation,
  };
}

const dayFrom = (index: number) => `2026-0${1 + (index % 9)}-${10 + index}`;

function placeOf({ street, number, box, postalCode, city }: Address): Place {
  return { street: street ?? '', number: number ?? '', box, zip: postalCode ?? '', city: city ?? '' };
}

function formOf(code: string | null, language: 'nl' | 'fr'): Facts['legalForm'] {
  if (code === null) return null;
  if (code === 'NP') {
    const word = language === 'nl' ? 'Eenmanszaak' : 'Personne physique';
    return { code: '', word, abbreviation: language === 'nl' ? 'EZ' : 'PP' };
  }
  return { code, word: legalFormWord(code, language) ?? '', abbreviation: legalFormAbbreviation(code, language) ?? '' };
}

/** "Kerkstraat 12 bus 3". */
export function line(place: Place | null): string | null {
  if (!place) return null;
  return `${place.street} ${place.number}${place.box ? ` bus ${place.box}` : ''}`;
}

/** "0403.170.701". */
export const dotted = (number: string | null) => number?.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3');
export const prefixed = (number: string | null) => number && `BE${number}`;
/** "BE 0403.170.701". */
export const spaced = (number: string | null) => number && `BE ${dotted(number)}`;

/** "31/12/2024". */
export const dayFirst = (date: string | null) => date?.split('-').toReversed().join('/');
/** "31.12.2024". */
export const withDots = (date: string | null) => date?.split('-').toReversed().join('.');
export const compact = (date: string | null) => date?.replaceAll('-', '');
export const atMidnight = (date: string | null) => date && `${date}T00:00:00`;
export const epoch = (date: string | null) => date && Date.parse(date);

export const two = (number: number) => String(number).padStart(2, '0');
/** "31/12". */
export const dayMonth = (end: Facts['yearEnd']) => end && `${two(end.day)}/${two(end.month)}`;
/** "12-31". */
export const monthDay = (end: Facts['yearEnd']) => end && `${two(end.month)}-${two(end.day)}`;

/** Without the keys that have nothing. */
export function given(entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null && value !== undefined));
}

/** Nothing as an empty text. */
export function blanks(entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, value ?? '']));
}
