import { describe, expect, it } from 'vitest';
import { readCompany } from '../../../src/openthebox/read-company.ts';
import type { ChosenPaths } from '../../../src/schema/chosen-paths.ts';
import type { FieldPlace, Places } from '../../../src/schema/field-place.ts';

const at = (path: string, others: Omit<FieldPlace, 'paths'> = {}): FieldPlace => ({ paths: [{ path }], ...others });

/** An answer whose keys no candidate has. */
const answer = {
  nr: 1_004_246,
  namen: { N: 'Bakkerij Peeters', F: 'Boulangerie Peeters' },
  name: 'Handelsnaam',
  vorm: { c: '610', t: 'Besloten vennootschap' },
  zetel: { lijn: 'Korenmarkt 7 bus 2', plaats: '9000 Gent' },
  sinds: 1_336_953_600,
  afsluiting: { d: 30, m: 6 },
  toestand: '050',
  soort: 2,
};

const PLACES: Places = {
  name: {
    paths: [
      { path: '$.namen.N', language: 'nl' },
      { path: '$.namen.F', language: 'fr' },
    ],
  },
  enterpriseNumber: at('$.nr'),
  legalForm: at('$.vorm', {
    parts: [
      { keys: ['c'], holds: ['code'] },
      { keys: ['t'], holds: ['word'] },
    ],
  }),
  address: at('$.zetel', {
    parts: [
      { keys: ['lijn'], holds: ['street', 'number', 'box'] },
      { keys: ['plaats'], holds: ['postalCode', 'municipality'] },
    ],
  }),
  incorporationDate: at('$.sinds', { format: 'epoch seconds' }),
  fiscalYearEnd: at('$.afsluiting', {
    parts: [
      { keys: ['d'], holds: ['day'] },
      { keys: ['m'], holds: ['month'] },
    ],
  }),
  juridicalSituation: at('$.toestand'),
  typeOfEnterprise: at('$.soort'),
};

const read = (company: unknown, places: Places = PLACES, chosen: ChosenPaths = {}) =>
  readCompany({ company, places, chosen, retrievedAt: '2026-01-01T00:00:00.000Z' });

describe("places of openthebox's answer that are known by their values", () => {
  it('are read in their forms', () => {
    const { provenance, ...facts } = read(answer);
    expect(facts).toEqual({
      name: [
        { value: 'Bakkerij Peeters', language: 'nl' },
        { value: 'Boulangerie Peeters', language: 'fr' },
      ],
      enterpriseNumber: '0001004246',
      legalForm: '610',
      address: [{ value: { street: 'Korenmarkt', number: '7', box: '2', postalCode: '9000', municipality: 'Gent' } }],
      incorporationDate: '2012-05-14',
      fiscalYearEnd: '06-30',
      juridicalSituation: '050',
      naturalPerson: false,
    });
    expect(provenance.unreadable).toEqual([]);
  });

  it('stand in for the candidates, and a path that the office chose for them', () => {
    expect(read({ name: 'Handelsnaam' }).name).toBeUndefined();
    expect(read(answer, PLACES, { name: '$.name' }).name).toEqual([{ value: 'Handelsnaam' }]);
  });

  it('leave a fact unknown where nothing stands there, and say where it is not understood', () => {
    const { provenance, address, legalForm } = read({
      ...answer,
      zetel: { lijn: '', plaats: null },
      vorm: { c: '610', t: 'Naamloze vennootschap' },
    });
    expect([address, legalForm]).toEqual([undefined, undefined]);
    expect(provenance.unreadable).toEqual(['legalForm']);
  });
});
