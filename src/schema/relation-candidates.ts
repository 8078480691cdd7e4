import type { Field } from '../company/company.ts';

/**
 * Where each field stands in a relation of AdminPulse's API. The public material proves `name`, `legalForm` (a short text)
 * and `tos`; `vatNumber` follows from the query parameter of that name. Every other name is a candidate inferred from the
 * labels of the web application, tried in order.
 */
export type Candidate = {
  /** A JSONPath (RFC 9535) to the value; for an address that is spread over keys, to the object that has them. */
  readonly path: string;
  /** Set where the value is one item of a list: how a new item is made when there is none. */
  readonly item?: ItemShape;
  /** A JSONPath to the same fact in another form, which is written along: a legal form's name beside its code. */
  readonly companion?: string;
};

/** The shape of the items of a list of addresses or communication channels. */
export type ItemShape = {
  /** JSONPath of the list. */
  readonly list: string;
  /** The key of the value in an item; absent where the item itself is the value. */
  readonly value?: string;
  /** The key that says what kind of item it is. */
  readonly type: string;
  /** The key that marks the favourite of its kind. */
  readonly favourite: string;
};

const at = (...paths: string[]): readonly Candidate[] => paths.map((path) => ({ path }));

/** Lists of communication channels that a relation may have, with the key of the value. */
const CHANNEL_LISTS = [
  { list: '$.communications', value: 'value' },
  { list: '$.communicationChannels', value: 'value' },
  { list: '$.channels', value: 'value' },
  { list: '$.contacts', value: 'value' },
];

/** A channel of one of these types, the favourite first. */
function channels(types: readonly string[]): readonly Candidate[] {
  const ofType = types.map((type) => `@.type=='${type}'`).join(' || ');
  return CHANNEL_LISTS.flatMap(({ list, value }) => {
    const item = { list, value, type: 'type', favourite: 'isFavorite' };
    return [
      { path: `${list}[?(${ofType}) && @.isFavorite==true].${value}`, item },
      { path: `${list}[?${ofType}].${value}`, item },
    ];
  });
}

const SEAT = "@.type=='Seat' || @.type=='RegisteredOffice' || @.type=='Registered office' || @.type=='seat'";

/** An address that says that it is for something else is never taken for the seat. */
const NOT_ELSEWHERE = ['Correspondence', 'Establishment', 'Invoicing', 'Invoice', 'Private', 'POBox']
  .map((type) => `@.type!='${type}'`)
  .join(' && ');

const ADDRESS_ITEM: ItemShape = { list: '$.addresses', type: 'type', favourite: 'isFavorite' };

export const CANDIDATES: Readonly<Record<Field, readonly Candidate[]>> = {
  name: at('$.name', '$.officialName', '$.companyName'),
  legalForm: [
    { path: '$.legalForm' },
    { path: '$.legalForm.code', companion: '$.legalForm.name' },
    { path: '$.legalForm.name' },
    { path: '$.juridicalForm' },
  ],
  enterpriseNumber: at(
    '$.enterpriseNumber',
    '$.companyNumber',
    '$.registrationNumber',
    '$.cbeNumber',
    '$.identification.enterpriseNumber',
  ),
  vatNumber: at('$.vatNumber', '$.vatNr', '$.vat.number', '$.vat.vatNumber', '$.accountantInfo.vatNumber'),
  website: [...at('$.website', '$.url', '$.webSite'), ...channels(['Website', 'website', 'WEBSITE', 'Web', 'Url'])],
  address: [
    // openthebox knows the registered seat: an address that AdminPulse calls so comes before the starred one, which may be
    // where letters go.
    { path: `$.addresses[?(${SEAT}) && @.isFavorite==true]`, item: ADDRESS_ITEM },
    { path: `$.addresses[?${SEAT}]`, item: ADDRESS_ITEM },
    { path: `$.addresses[?@.isFavorite==true && ${NOT_ELSEWHERE}]`, item: ADDRESS_ITEM },
    { path: `$.addresses[?${NOT_ELSEWHERE}]`, item: ADDRESS_ITEM },
    { path: '$.address' },
    { path: '$.registeredOffice' },
    { path: '$' },
  ],
  phone: [
    ...at('$.phone', '$.telephone', '$.phoneNumber', '$.tel'),
    ...channels(['Phone', 'phone', 'PHONE', 'Telephone', 'Tel']),
  ],
  incorporationDate: at(
    '$.foundingDate',
    '$.foundationDate',
    '$.incorporationDate',
    '$.legal.foundation.foundingDate',
    '$.legal.foundingDate',
    '$.foundation.foundingDate',
  ),
  fiscalYearEnd: at(
    '$.endFinancialYear',
    '$.financialYearEnd',
    '$.endOfFinancialYear',
    '$.fiscalYearEnd',
    '$.accountantInfo.endFinancialYear',
    '$.accountantInformation.endFinancialYear',
  ),
  linkedRelations: at('$.tos', '$.linkedRelations'),
};

/** Places whose values count as already known, so that they are not added once more, but are never replaced. */
export const ALSO_KNOWN: Readonly<Record<'phone' | 'website', readonly string[]>> = {
  phone: ['$.mobile', '$.mobilePhone', '$.gsm', ...CHANNEL_LISTS.map(({ list, value }) => `${list}[*].${value}`)],
  website: CHANNEL_LISTS.map(({ list, value }) => `${list}[*].${value}`),
};

/** The keys, in English, Dutch or French, that each part of an address may have below the object that holds the address. */
export const ADDRESS_PARTS = {
  street: ['street', 'streetName', 'straat', 'straatnaam', 'rue'],
  // The telling names first: in a flat relation a bare `number` may be another.
  number: ['houseNumber', 'streetNumber', 'huisnummer', 'number', 'nr', 'numero'],
  box: ['box', 'boxNumber', 'bus', 'busNumber', 'busnummer', 'boite'],
  postalCode: ['postalCode', 'zipCode', 'postcode', 'zip', 'code_postal', 'codePostal'],
  municipality: ['city', 'municipality', 'town', 'gemeente', 'plaats', 'commune', 'localite'],
  country: ['country', 'countryCode', 'land', 'landcode', 'pays'],
} as const;

export type AddressPart = keyof typeof ADDRESS_PARTS;

/** What else is read of a relation. */
export const CONTEXT = {
  code: ['$.uniqueIdentifier'],
  id: ['$.id'],
  customerCode: ['$.code'],
  displayName: ['$.displayName', '$.name'],
  language: ['$.language', '$.languageCode'],
  endDate: ['$.endDate', '$.endDateRelation'],
  handlingLevel: ['$.handlingLevel'],
} as const;

/**
 * What a new relation holds beside the ten fields. Of `companyId` and `linkType` public code shows the place; the others are
 * candidates inferred from the labels of the web application. What they may hold is not documented either: it is learnt from
 * the relations that there are.
 */
export const CATALOGUE_PATHS = {
  relationType: ['$.relationType', '$.type', '$.isPerson'],
  status: ['$.status', '$.relationStatus'],
  language: CONTEXT.language,
  ownCompany: ['$.companyId'],
  vatPending: ['$.vatNumberPending', '$.vatPending'],
  linkType: ['$.tos[*].linkType'],
  since: ['$.startDate'],
  firstName: ['$.firstName'],
  lastName: ['$.lastName'],
} as const;
