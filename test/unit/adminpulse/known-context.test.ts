import { describe, expect, it } from 'vitest';
import { newRelation } from '../../../src/adminpulse/new-relation.ts';
import { EMPTY_SCHEMA } from '../../../src/adminpulse/office-schema.ts';
import { codeOf, contextText, numbersOf, readFields, toCompany } from '../../../src/adminpulse/read-relation.ts';
import { buildCatalogue } from '../../../src/adminpulse/value-catalogue.ts';
import type { FieldPlace, Places } from '../../../src/schema/field-place.ts';

const at = (path: string, others: Omit<FieldPlace, 'paths'> = {}): FieldPlace => ({ paths: [{ path }], ...others });

const raw = {
  id: 'bestand-7',
  dossier: 'K-100',
  uniqueIdentifier: 'iets anders',
  benaming: 'Peeters',
  taal: { value: 2, label: 'Frans' },
  ondNr: 1_004_246,
  sinds: '14/05/2012',
  rv: { code: '610', naam: 'BV' },
  kanalen: [
    { t: 'G', w: '0471 25 17 86' },
    { t: 'T', w: '09 234 56 78' },
  ],
};

const PLACES: Places = {
  code: at('$.dossier'),
  name: at('$.benaming'),
  language: at('$.taal.label'),
  enterpriseNumber: at('$.ondNr'),
  since: at('$.sinds'),
  type: at('$.soort'),
  legalForm: at('$.rv', {
    parts: [
      { keys: ['code'], holds: ['code'] },
      { keys: ['naam'], holds: ['abbreviation'] },
    ],
  }),
  phone: at("$.kanalen[?@.t=='T'].w", {
    item: { list: '$.kanalen', value: ['w'], type: { key: 't', value: 'T' }, keys: ['t', 'w'] },
  }),
  address: at('$.adres', {
    parts: [
      { keys: ['lijn'], holds: ['street', 'number', 'box'] },
      { keys: ['pc'], holds: ['postalCode'], isNumber: true },
      { keys: ['plaats'], holds: ['municipality'] },
    ],
  }),
  incorporationDate: at('$.data.opgericht', { format: 'DD/MM/YYYY' }),
  fiscalYearEnd: at('$.einde', {
    parts: [
      { keys: ['d'], holds: ['day'], isNumber: true },
      { keys: ['m'], holds: ['month'], isNumber: true },
    ],
  }),
};

describe('known places', () => {
  it('name the relation, its numbers and its language', () => {
    expect(codeOf(raw, PLACES)).toBe('K-100');
    expect(codeOf(raw)).toBe('iets anders');
    expect(contextText(raw, 'displayName', PLACES)).toBe('Peeters');
    expect(numbersOf(raw, {}, PLACES)).toEqual(['0001004246']);
    const profile = { ...EMPTY_SCHEMA, places: PLACES };
    expect(toCompany(raw, readFields(raw, profile), '2026-01-01T00:00:00.000Z', PLACES)).toMatchObject({
      language: 'fr',
      phone: ['09 234 56 78'],
      alsoKnown: { phone: ['0471 25 17 86', '09 234 56 78'] },
    });
  });

  it('are where the catalogue is learnt from', () => {
    const { topics } = buildCatalogue([raw, { ...raw, soort: 'X' }], {}, 0, PLACES);
    expect(topics.relationType).toMatchObject({ path: '$.soort', terms: [{ value: 'X', examples: ['K-100'] }] });
    expect(topics.since).toEqual({ path: '$.sinds', format: 'DD/MM/YYYY', terms: [] });
    expect(topics.language?.terms).toMatchObject([{ value: 'Frans', count: 2 }]);
    expect(topics.legalForm?.terms).toMatchObject([{ value: '610', count: 2, kinds: { company: 2 } }]);
  });

  it('are where a new relation has its fields, in their forms', () => {
    const catalogue = buildCatalogue([raw], {}, 0, PLACES);
    const made = newRelation(
      {
        name: 'Janssens',
        enterpriseNumber: '0001005533',
        legalForm: 'SRL',
        phone: '+32 9 234 56 00',
        address: { street: 'Rue Haute', number: '7', box: '2', postalCode: '1000', municipality: 'Bruxelles' },
        incorporationDate: '2019-02-28',
        fiscalYearEnd: '06-30',
      },
      { language: 'Frans', since: '2026-01-02' },
      {
        profile: { ...EMPTY_SCHEMA, places: { ...PLACES, enterpriseNumber: at('$.ondNr', { format: 'number' }) } },
        catalogue,
        language: 'fr',
      },
    );
    expect(made).toEqual({
      ok: true,
      body: {
        benaming: 'Janssens',
        ondNr: 1_005_533,
        rv: { code: '610', naam: 'SRL' },
        kanalen: [{ t: 'T', w: '+32 9 234 56 00' }],
        adres: { lijn: 'Rue Haute 7 bte 2', pc: 1000, plaats: 'Bruxelles' },
        data: { opgericht: '28/02/2019' },
        einde: { d: 30, m: 6 },
        taal: { label: 'Frans' },
        sinds: '02/01/2026',
      },
    });
  });
});
