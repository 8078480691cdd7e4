import { describe, expect, it } from 'vitest';
import { inferSchema } from '../../../src/adminpulse/infer-schema.ts';
import { EMPTY_SCHEMA } from '../../../src/adminpulse/office-schema.ts';
import { type Changes, patchRelation } from '../../../src/adminpulse/patch.ts';
import { readField, readFields } from '../../../src/adminpulse/read-relation.ts';
import type { Field } from '../../../src/company/company.ts';
import type { ChosenPaths } from '../../../src/schema/chosen-paths.ts';
import { flatRelation, nestedRelation } from './relations.ts';

/** A relation whose keys no candidate has. */
const foreign = (changes: Record<string, unknown> = {}) => ({
  uniqueIdentifier: 'APR00510',
  benaming: 'Bakkerij Peeters',
  rechtsvormCode: 'BVBA',
  ondNr: '0001.004.246',
  btwNr: 'BE0001004246',
  adres: { straat: 'Kerkstraat', nr: '12', bus: '3', postcode: '9000', gemeente: 'Gent', verdiep: 2 },
  telefoon: '09 234 56 78',
  kanalen: [
    { soort: 'Mail', waarde: 'info@peeters.example' },
    { soort: 'Web', waarde: 'www.peeters.example' },
  ],
  opgericht: '14/05/2012',
  boekjaarEinde: '31/12',
  banden: [{ linkType: 4, uniqueIdentifier: 'APR00008' }],
  ...changes,
});

const CHOSEN: ChosenPaths = {
  name: '$.benaming',
  legalForm: '$.rechtsvormCode',
  enterpriseNumber: '$.ondNr',
  vatNumber: '$.btwNr',
  website: "$.kanalen[?@.soort=='Web'].waarde",
  address: '$.adres',
  phone: '$.telefoon',
  incorporationDate: '$.opgericht',
  fiscalYearEnd: '$.boekjaarEinde',
  linkedRelations: '$.banden',
};

const valueAt = (field: Field, raw: Record<string, unknown>, chosen: ChosenPaths) =>
  readField(field, raw, { ...EMPTY_SCHEMA, chosen })?.value;

describe('a chosen path', () => {
  it.each<[Field, unknown]>([
    ['name', 'Bakkerij Peeters'],
    ['legalForm', 'BVBA'],
    ['enterpriseNumber', '0001004246'],
    ['vatNumber', '0001004246'],
    ['website', 'www.peeters.example'],
    ['address', { street: 'Kerkstraat', number: '12', box: '3', postalCode: '9000', municipality: 'Gent' }],
    ['phone', '09 234 56 78'],
    ['incorporationDate', '2012-05-14'],
    ['fiscalYearEnd', '12-31'],
    ['linkedRelations', [{ relationCode: 'APR00008', role: '4', means: 'director' }]],
  ])('finds the %s that no candidate finds', (field, expected) => {
    expect(valueAt(field, foreign(), {})).toBeUndefined();
    expect(valueAt(field, foreign(), CHOSEN)).toEqual(expected);
  });

  it('comes before the candidates', () => {
    expect(valueAt('name', flatRelation({ benaming: 'Anders' }), { name: '$.benaming' })).toBe('Anders');
  });

  it('reads the parts of an address in French', () => {
    const adresse = { rue: 'Rue Haute', numero: 7, boite: 'A', code_postal: '1000', commune: 'Bruxelles' };
    expect(valueAt('address', { adresse }, { address: '$.adresse' })).toEqual({
      street: 'Rue Haute',
      number: '7',
      box: 'A',
      postalCode: '1000',
      municipality: 'Bruxelles',
    });
  });

  it('that leads nowhere makes its field unreadable, and no other', () => {
    const readings = readFields(flatRelation(), { ...EMPTY_SCHEMA, chosen: { name: '$.elders' } });
    expect(readings.name).toBeUndefined();
    expect(Object.keys(readings)).toHaveLength(9);
  });

  const patch = (raw: Record<string, unknown>, changes: Changes, others: Record<string, unknown>[] = []) => {
    const profile = { ...inferSchema(others, CHOSEN), chosen: CHOSEN };
    const patched = patchRelation(raw, readFields(raw, profile), changes, {
      profile,
      language: 'nl',
    });
    return patched.ok ? patched.body : `no way to write ${patched.field}`;
  };

  it.each<[string, Changes, Record<string, unknown>]>([
    ['a plain key', { name: 'Peeters & Zonen' }, { benaming: 'Peeters & Zonen' }],
    ['a date in its form', { incorporationDate: '2019-02-28' }, { opgericht: '28/02/2019' }],
    [
      'the value of an item, its siblings as they were',
      { website: 'https://nieuw.example' },
      { kanalen: [foreign().kanalen[0], { soort: 'Web', waarde: 'nieuw.example' }] },
    ],
    [
      'an address, with what else its object holds',
      { address: { street: 'Korenmarkt', number: '7', postalCode: '9000', municipality: 'Gent' } },
      { adres: { straat: 'Korenmarkt', nr: '7', bus: '', postcode: '9000', gemeente: 'Gent', verdiep: 2 } },
    ],
  ])('is written: %s', (_what, changes, expected) => {
    expect(patch(foreign(), changes)).toEqual(expected);
  });

  it('is written where this relation lacks the key and another has it', () => {
    const { opgericht: _, ...lacking } = foreign({ adres: null });
    expect(patch(lacking, { incorporationDate: '2019-02-28' }, [foreign()])).toEqual({ opgericht: '28/02/2019' });
    expect(patch(lacking, { address: { street: 'Korenmarkt', number: '7' } }, [foreign()])).toMatchObject({
      adres: { straat: 'Korenmarkt', nr: '7' },
    });
  });

  it('that is a candidate too keeps what the profile knows of its list', () => {
    const chosen = { website: "$.communications[?@.type=='Website'].value" };
    const website =
      "$.communications[?@.type=='Website' || @.type=='website' || @.type=='WEBSITE' || @.type=='Web' || @.type=='Url'].value";
    expect(readField('website', nestedRelation(), { ...EMPTY_SCHEMA, chosen })).toBeUndefined();
    const profile = inferSchema([nestedRelation({ communications: [{ type: 'Website', value: 'a.example' }] })], {
      website,
    });
    expect(readField('website', nestedRelation(), { ...profile, chosen: { website } })?.candidate.item).toBeDefined();
  });
});
