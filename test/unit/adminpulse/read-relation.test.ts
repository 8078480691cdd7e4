import { describe, expect, it } from 'vitest';
import { inferSchema } from '../../../src/adminpulse/infer-schema.ts';
import { EMPTY_SCHEMA } from '../../../src/adminpulse/office-schema.ts';
import { type RawRelation, readFields, toCompany } from '../../../src/adminpulse/read-relation.ts';
import { flatRelation, nestedRelation, otherNestedRelation } from './relations.ts';

const company = (raw: RawRelation, profile = EMPTY_SCHEMA) =>
  toCompany(raw, readFields(raw, profile), '2026-01-01T00:00:00.000Z');

const address = {
  street: 'Kerkstraat',
  number: '12',
  box: '3',
  postalCode: '9000',
  municipality: 'Gent',
  country: 'BE',
};

describe('a relation', () => {
  it.each([
    ['flat', flatRelation(), 'BVBA'],
    ['nested', nestedRelation(), 'Besloten vennootschap met beperkte aansprakelijkheid'],
  ])('in the %s shape gives the same company', (_shape, raw, legalForm) => {
    const { provenance: _, linkedRelations: __, alsoKnown: ___, website: ____, ...values } = company(raw);
    expect(values).toEqual({
      name: [{ value: 'Bakkerij Peeters' }],
      legalForm,
      enterpriseNumber: '0001004246',
      vatNumber: '0001004246',
      address: [{ value: address }],
      phone: ['09 234 56 78'],
      incorporationDate: '2012-05-14',
      fiscalYearEnd: '12-31',
      language: 'nl',
    });
  });

  it('says where each field stands', () => {
    const { paths } = company(nestedRelation()).provenance;
    expect(paths.phone).toBe("$['communications'][1]['value']");
    expect(paths.address).toBe("$['addresses'][1]");
  });

  it('knows its links by code and type', () => {
    expect(company(flatRelation()).linkedRelations).toEqual([
      { relationCode: 'APR00008', role: '4', means: 'director' },
    ]);
  });

  it('counts a mobile number as known, never as the phone number', () => {
    const { phone, alsoKnown } = company(flatRelation({ phone: '' }));
    expect(phone).toBeUndefined();
    expect(alsoKnown?.phone).toEqual(['0471 25 17 86']);
  });

  it.each([
    ['name', { name: 'x'.repeat(2_001) }],
    ['address', { street: 'x'.repeat(2_001) }],
  ] as const)(
    'does not understand a %s of more than 2,000 characters, and does not take it for empty',
    (field, hostile) => {
      const { provenance, ...values } = company(flatRelation(hostile));
      expect(values[field]).toBeUndefined();
      expect(provenance.unreadable).toContain(field);
    },
  );

  it('takes the registered seat, though another address is starred', () => {
    const raw = nestedRelation();
    const starred = (raw.addresses as Record<string, unknown>[]).map((item) => ({
      ...item,
      isFavorite: item.type === 'Correspondence',
    }));
    expect(company({ ...raw, addresses: starred }).address?.[0]?.value.street).toBe('Kerkstraat');
  });

  it('has an empty field where the key is there without a value', () => {
    const { website, provenance } = company(flatRelation({ website: '' }));
    expect(website).toBeUndefined();
    expect(provenance.unreadable).not.toContain('website');
  });

  it.each([
    ['a key that no candidate names', { legalForm: undefined, vorm: 'BV' }, 'legalForm'],
    ['a date that is no date', { foundingDate: 'lente 2012' }, 'incorporationDate'],
    ['a number that is none', { enterpriseNumber: '0001.004.247' }, 'enterpriseNumber'],
    ['a text where links are expected', { tos: 'APR00008' }, 'linkedRelations'],
    ['an object where a text is expected', { name: { nl: 'x' } }, 'name'],
  ])('has an unreadable field under %s', (_what, changes, field) => {
    const raw = JSON.parse(JSON.stringify(flatRelation(changes)));
    expect(company(raw).provenance.unreadable).toContain(field);
  });

  it('is unreadable where an empty candidate stands beside one that is not understood', () => {
    const raw = flatRelation({ foundingDate: 'lente 2012', legal: { foundingDate: null } });
    expect(company(raw).provenance.unreadable).toContain('incorporationDate');
  });

  it('is empty where the empty place is inside the one that is not understood', () => {
    const raw = flatRelation({ legalForm: { code: null, name: '' } });
    expect(company(raw).provenance.unreadable).not.toContain('legalForm');
  });

  it('takes the house number, not another number of the relation', () => {
    expect(company(flatRelation({ number: '2024-17' })).address?.[0]?.value.number).toBe('12');
  });

  it('has no address in a country alone', () => {
    const {
      street: _,
      houseNumber: __,
      box: ___,
      postalCode: ____,
      city: _____,
      ...raw
    } = flatRelation({ number: '7' });
    expect(company(raw).provenance.unreadable).toContain('address');
  });

  it('has an empty field, not an unreadable one, where other relations have it', () => {
    const raw = nestedRelation({ communications: [] });
    expect(company(raw).provenance.unreadable).toContain('website');
    const profile = inferSchema([otherNestedRelation()]);
    expect(company(raw, profile).provenance.unreadable).not.toContain('website');
  });
});

describe('what is learnt', () => {
  it('holds no value of any relation', () => {
    const stored = JSON.stringify(inferSchema([flatRelation(), nestedRelation(), otherNestedRelation()]));
    for (const value of ['Peeters', '0001', '1004', 'Kerkstraat', 'Gent', '9000', '234 56', 'dewilg', '2012', 'APR']) {
      expect(stored).not.toContain(value);
    }
  });
});
