import type { RawRelation } from '../../../src/adminpulse/read-relation.ts';

/** A relation with one value per key, as AdminPulse may answer it. */
export function flatRelation(changes: Record<string, unknown> = {}): RawRelation {
  return {
    id: '100997ee-e7a7-459c-e803-08dd746e671d',
    uniqueIdentifier: 'APR00510',
    code: '1007',
    name: 'Bakkerij Peeters',
    displayName: 'Bakkerij Peeters',
    legalForm: 'BVBA',
    vatNumber: 'BE0001004246',
    enterpriseNumber: '0001.004.246',
    language: 'nl',
    street: 'Kerkstraat',
    houseNumber: '12',
    box: '3',
    postalCode: '9000',
    city: 'Gent',
    country: 'BE',
    phone: '09 234 56 78',
    mobile: '0471 25 17 86',
    website: null,
    foundingDate: '2012-05-14T00:00:00',
    endFinancialYear: '31/12',
    tos: [{ linkType: 4, uniqueIdentifier: 'APR00008' }],
    ...changes,
  };
}

/** A relation whose addresses and channels are lists with a favourite. */
export function nestedRelation(changes: Record<string, unknown> = {}): RawRelation {
  return {
    id: '100997ee-e7a7-459c-e803-08dd746e671d',
    uniqueIdentifier: 'APR00510',
    code: '1007',
    name: 'Bakkerij Peeters',
    legalForm: 'Besloten vennootschap met beperkte aansprakelijkheid',
    companyNumber: '0001004246',
    vatNumber: 'BE 0001.004.246',
    languageCode: 'NL',
    addresses: [
      {
        id: 'a1',
        type: 'Correspondence',
        street: 'Postbus',
        number: '40',
        box: null,
        zipCode: '9000',
        city: 'Gent',
        countryCode: 'BE',
        isFavorite: false,
      },
      {
        id: 'a2',
        type: 'Seat',
        street: 'Kerkstraat',
        number: '12',
        box: '3',
        zipCode: '9000',
        city: 'Gent',
        countryCode: 'BE',
        isFavorite: true,
      },
    ],
    communications: [
      { id: 'c1', type: 'Phone', value: '09 234 56 79', isFavorite: false, description: 'Winkel' },
      { id: 'c2', type: 'Phone', value: '09 234 56 78', isFavorite: true, description: null },
      { id: 'c3', type: 'Email', value: 'info@bakkerijpeeters.example', isFavorite: true, description: null },
    ],
    legal: { foundation: { foundingDate: '14/05/2012', deedType: 'Authentic' } },
    accountantInfo: { endFinancialYear: { day: 31, month: 12 }, software: 'x' },
    tos: [],
    ...changes,
  };
}

/** Another relation of the same office, which has what the first one lacks. */
export function otherNestedRelation(): RawRelation {
  return nestedRelation({
    uniqueIdentifier: 'APR00511',
    communications: [
      { id: 'd1', type: 'Website', value: 'https://www.dewilg.example', isFavorite: true, description: null },
    ],
  });
}
