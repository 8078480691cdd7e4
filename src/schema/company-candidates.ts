import type { Language } from '../company/company.ts';

/**
 * Where openthebox's answers hold each fact. No public document gives a field name of these answers, so every path below
 * is a candidate (inferred from the names in public exports of openthebox's data model and from the names common among
 * Belgian sources), tried in order. `reference` of each: none of them was seen in a real answer.
 */

/** A JSONPath (RFC 9535), with the language of what stands there where the key says it. */
export type Candidate = { readonly path: string; readonly language?: Language };

const at = (...paths: string[]): readonly Candidate[] => paths.map((path) => ({ path }));

/** The key with openthebox's language suffixes `Nl` and `Fr`, then without: all that are found are versions of one fact. */
const inLanguages = (...keys: string[]): readonly Candidate[] =>
  keys.flatMap((key) => [
    { path: `$.${key}Nl`, language: 'nl' as const },
    { path: `$.${key}Fr`, language: 'fr' as const },
    { path: `$.${key}De`, language: 'de' as const },
    { path: `$.${key}NlO`, language: 'nl' as const },
    { path: `$.${key}FrO`, language: 'fr' as const },
    { path: `$.${key}` },
  ]);

/** In the answer of `GET /api/companies/{vat}`. Every candidate that is found counts, the first one most. */
export const COMPANY = {
  name: inLanguages('name', 'denomination', 'companyName'),
  legalForm: at(
    '$.juridicalForm',
    '$.juridicalForm.code',
    '$.juridicalFormCode',
    '$.legalForm',
    '$.legalForm.code',
    '$.juridicalFormCAC',
  ),
  enterpriseNumber: at('$.enterpriseNumber', '$.companyNumber', '$.cbeNumber', '$.kboNumber', '$.vat'),
  // `vat` is openthebox's id of every company, liable to VAT or not: it says nothing of a VAT number.
  vatNumber: at('$.vatNumber', '$.vatNr', '$.vatRegistration.number'),
  website: at('$.website', '$.websites[*]', '$.web', '$.url', '$.contact.website'),
  address: inLanguages('address', 'registeredOffice', 'seat'),
  addressHistory: [
    { path: '$.addressHists[?!@.endDateO && !@.endDate].addressNlO', language: 'nl' },
    { path: '$.addressHists[?!@.endDateO && !@.endDate].addressFrO', language: 'fr' },
    { path: '$.addressHists[?!@.endDateO && !@.endDate].addressNl', language: 'nl' },
    { path: '$.addressHists[?!@.endDateO && !@.endDate].addressFr', language: 'fr' },
    { path: '$.addresses[0]' },
  ] satisfies readonly Candidate[],
  phone: at('$.telephone', '$.phone', '$.tel', '$.phoneNumber', '$.telephones[*]', '$.mobile', '$.contact.telephone'),
  incorporationDate: at(
    '$.startDate',
    '$.startDateO',
    '$.foundingDate',
    '$.foundingDateO',
    '$.incorporationDate',
    '$.establishmentDate',
  ),
  fiscalYearEnd: at('$.fiscalYearEnd', '$.endFiscalYear', '$.financialYearEnd', '$.fiscalYearEndO'),
  juridicalSituation: at('$.juridicalSituation', '$.juridicalSituation.code', '$.juridicalSituationCode'),
  typeOfEnterprise: at('$.typeOfEnterprise', '$.enterpriseType'),
} as const;

/** The parts of an address, below the place where the address stands. */
export const ADDRESS_PARTS = {
  street: ['street', 'streetName', 'streetNl', 'streetFr', 'straat', 'rue'],
  number: ['number', 'houseNumber', 'streetNumber', 'huisnummer', 'nr', 'numero'],
  box: ['box', 'boxNumber', 'busNumber', 'boxO', 'bus', 'boite'],
  postalCode: ['zipCode', 'zip', 'postalCode', 'postcode', 'code_postal'],
  municipality: ['city', 'municipality', 'cityName', 'gemeente', 'commune'],
  country: ['countryCode', 'country', 'countryCodeO'],
} as const;

/** In the answer of `GET /api/companies/{vat}/annual-accounts/most-recent`. */
export const ANNUAL_ACCOUNTS = {
  periodStart: ['$.periodStartDate', '$.startDate'],
  periodEnd: ['$.periodEndDate', '$.endDate'],
  earlierPeriodEnds: ['$.annualAccountSummaries[*].periodEndDate'],
} as const;
