import type { Address, Company } from '../../../openthebox/model.ts';
import type { AddressLens } from '../addresses.ts';
import type { Lens, Zoom } from '../node.ts';

// Swedish writes dates as ISO does.
const IN_BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** A fact of the company. openthebox is not written to. */
export const known = <T>(get: (company: Company) => T | null): Lens<Company, T> => ({ get });

export const startDate = known(({ startDate: date }) => (typeof date === 'number' ? IN_BRUSSELS.format(date) : date));

export const ADDRESS_LENS: AddressLens<Address> = {
  get: ({ street, number, box, zipCode, city }) => ({
    street: street || null,
    number: number || null,
    box: box ?? null,
    postalCode: zipCode || null,
    municipality: city || null,
  }),
  set: () => undefined,
  country: ({ street, countryCode }) => (street ? countryCode : null),
};

const BLANK: Address = { street: '', number: '', zipCode: '', city: '', countryCode: '' };

export const LANGUAGES = ['nl', 'fr'] as const;
export type AnswerLanguage = (typeof LANGUAGES)[number];

export const addressIn = (language: AnswerLanguage) => (company: Company) =>
  (language === 'nl' ? company.addressNl : company.addressFr) ?? undefined;

export const nameIn = (language: AnswerLanguage) =>
  known(({ nameNl, nameFr }) => (language === 'nl' ? nameNl : nameFr));

/** The company's address in a language; it is never created, since nothing is written. */
export function seatIn(language: AnswerLanguage): Zoom<Company, Address> {
  return { find: addressIn(language), create: () => ({ ...BLANK }), blank: BLANK };
}
