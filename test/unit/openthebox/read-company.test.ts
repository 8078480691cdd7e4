import { describe, expect, it } from 'vitest';
import { readCompany } from '../../../src/openthebox/read-company.ts';

const RETRIEVED_AT = '2026-01-01T00:00:00.000Z';

/** An answer in the form that the names in public exports suggest. */
function answer(changes: Record<string, unknown> = {}) {
  return {
    vat: 'BE0001004246',
    vatNumber: 'BE0001004246',
    enterpriseNumber: '0001004246',
    nameNl: 'BAKKERIJ PEETERS',
    nameFr: 'BOULANGERIE PEETERS',
    juridicalForm: '610',
    juridicalSituation: '000',
    startDate: '2012-05-14',
    addressNl: { street: 'Korenmarkt', number: '7', zipCode: '9000', city: 'Gent', countryCode: 'BE' },
    addressFr: { street: 'Marché aux Grains', number: '7', zipCode: '9000', city: 'Gand', countryCode: 'BE' },
    telephone: '09/234.56.78',
    website: 'bakkerijpeeters.example',
    fiscalYearEnd: { day: 30, month: 6 },
    ...changes,
  };
}

const read = (changes: Record<string, unknown> = {}, parts: { annualAccounts?: unknown } = {}) =>
  readCompany({ company: answer(changes), retrievedAt: RETRIEVED_AT, ...parts });

/** What no answer has. */
const none = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, undefined]));

describe("openthebox's answer", () => {
  it('becomes a company with the versions of each language', () => {
    const { provenance, ...company } = read();
    expect(company).toEqual({
      name: [
        { value: 'BAKKERIJ PEETERS', language: 'nl' },
        { value: 'BOULANGERIE PEETERS', language: 'fr' },
      ],
      legalForm: '610',
      enterpriseNumber: '0001004246',
      vatNumber: '0001004246',
      website: ['bakkerijpeeters.example'],
      address: [
        {
          value: { street: 'Korenmarkt', number: '7', postalCode: '9000', municipality: 'Gent', country: 'BE' },
          language: 'nl',
        },
        {
          value: { street: 'Marché aux Grains', number: '7', postalCode: '9000', municipality: 'Gand', country: 'BE' },
          language: 'fr',
        },
      ],
      phone: ['09/234.56.78'],
      incorporationDate: '2012-05-14',
      fiscalYearEnd: '06-30',
      juridicalSituation: '000',
    });
    expect(provenance).toMatchObject({ service: 'openthebox', retrievedAt: RETRIEVED_AT, unreadable: [] });
    expect(provenance.paths.name).toBe("$['nameNl']");
  });

  it('does not take its id of a company for a VAT number', () => {
    const { vatNumber, enterpriseNumber } = read(none('vatNumber', 'enterpriseNumber'));
    expect(vatNumber).toBeUndefined();
    expect(enterpriseNumber).toBe('0001004246');
  });

  it.each([
    {
      what: 'a code in an object',
      changes: { juridicalForm: { code: '610', descriptionNl: 'Besloten Vennootschap' } },
      field: 'legalForm',
      expected: '610',
    },
    {
      what: 'a date in epoch milliseconds of Brussels',
      changes: { startDate: 1_336_946_400_000 },
      field: 'incorporationDate',
      expected: '2012-05-14',
    },
    { what: 'a year end as text', changes: { fiscalYearEnd: '30/06' }, field: 'fiscalYearEnd', expected: '06-30' },
    {
      what: 'several websites',
      changes: { website: undefined, websites: ['a.example', 'b.example', 'a.example'] },
      field: 'website',
      expected: ['a.example', 'b.example'],
    },
    {
      what: 'a postal code as a number',
      changes: { addressFr: undefined, addressNl: { street: 'X', zipCode: 9000 } },
      field: 'address',
      expected: [{ value: { street: 'X', postalCode: '9000' }, language: 'nl' }],
    },
    {
      what: 'one name without a language',
      changes: { nameNl: undefined, nameFr: undefined, name: 'X' },
      field: 'name',
      expected: [{ value: 'X' }],
    },
    {
      what: 'an address history: the one that has not ended',
      changes: {
        addressNl: undefined,
        addressFr: undefined,
        addressHists: [
          { addressNlO: { street: 'Oud', zipCode: '9000' }, endDateO: '2020-01-01' },
          { addressNlO: { street: 'Nieuw', zipCode: '9000' } },
        ],
      },
      field: 'address',
      expected: [{ value: { street: 'Nieuw', postalCode: '9000' }, language: 'nl' }],
    },
  ] as const)('is understood with $what', ({ changes, field, expected }) => {
    const company = read(changes);
    expect(company[field]).toEqual(expected);
    expect(company.provenance.unreadable).toEqual([]);
  });

  it.each([
    ['missing', none('website')],
    ['null', { website: null }],
    ['blank', { website: '  ' }],
    ['an empty list', { website: [] }],
  ])('leaves a fact unknown that is %s', (_what, changes) => {
    const company = read(changes);
    expect(company).not.toHaveProperty('website');
    expect(company.provenance.unreadable).toEqual([]);
  });

  it.each([
    ['startDate', 'lente 2012', 'incorporationDate'],
    ['website', { nl: 'x' }, 'website'],
    ['addressNl', 'Korenmarkt 7', 'address'],
    ['fiscalYearEnd', 'zomer', 'fiscalYearEnd'],
    ['enterpriseNumber', '0001004247', 'enterpriseNumber'],
  ] as const)('says that a %s of an unknown form is not understood', (key, value, field) => {
    const { provenance } = read({ ...none('vat', 'addressFr'), [key]: value });
    expect(provenance.unreadable).toEqual([field]);
  });

  describe('without a fiscal year end', () => {
    const accounts = (periodStartDate: string, ...periodEnds: string[]) => ({
      periodStartDate,
      periodEndDate: periodEnds[0],
      annualAccountSummaries: periodEnds.map((periodEndDate) => ({ periodEndDate })),
    });
    const fromAccounts = (annualAccounts: unknown) => read(none('fiscalYearEnd'), { annualAccounts }).fiscalYearEnd;

    it('takes it from accounts that end on the same day for two years', () => {
      expect(fromAccounts(accounts('2024-07-01', '2025-06-30', '2024-06-30'))).toBe('06-30');
    });
    it('does not take it from an exceptional year', () => {
      expect(fromAccounts(accounts('2024-01-01', '2025-06-30', '2023-12-31'))).toBeUndefined();
    });
    it('does not take it from one year alone', () => {
      expect(fromAccounts(accounts('2024-07-01', '2025-06-30'))).toBeUndefined();
    });
    it('does not take it from anything else', () => {
      expect(fromAccounts(['accounts'])).toBeUndefined();
    });
  });

  it('says which parts could not be read', () => {
    const { provenance } = readCompany({
      company: answer(none('fiscalYearEnd')),
      unreadable: ['fiscalYearEnd', 'linkedRelations'],
      retrievedAt: RETRIEVED_AT,
    });
    expect(provenance.unreadable).toEqual(['fiscalYearEnd', 'linkedRelations']);
  });

  it.each([[{}], [{ vat: 'BE0001004246' }], [{ ['__proto__']: { nameNl: 'x' }, constructor: 'y' }]])(
    'of %j gives no fact that it does not hold',
    (company) => {
      const { provenance: _, enterpriseNumber: __, ...facts } = readCompany({ company, retrievedAt: RETRIEVED_AT });
      expect(facts).toEqual({});
    },
  );
});
