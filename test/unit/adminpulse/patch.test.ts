import { describe, expect, it } from 'vitest';
import { inferSchema } from '../../../src/adminpulse/infer-schema.ts';
import { EMPTY_SCHEMA, type OfficeProfile } from '../../../src/adminpulse/office-schema.ts';
import { type Changes, patchRelation } from '../../../src/adminpulse/patch.ts';
import { type RawRelation, readFields } from '../../../src/adminpulse/read-relation.ts';
import { flatRelation, nestedRelation, otherNestedRelation } from './relations.ts';

function patch(raw: RawRelation, changes: Changes, profile: OfficeProfile = EMPTY_SCHEMA) {
  return patchRelation(raw, readFields(raw, profile), changes, { profile: profile, language: 'nl' });
}

const body = (raw: RawRelation, changes: Changes, profile?: OfficeProfile) => {
  const patched = patch(raw, changes, profile);
  return patched.ok ? patched.body : `no way to write ${patched.field}`;
};

const korenmarkt = { street: 'Korenmarkt', number: '7', postalCode: '9000', municipality: 'Gent' };

describe('a patch of a flat relation', () => {
  it.each<[string, Changes, Record<string, unknown>]>([
    ['the name', { name: 'Bakkerij Peeters & Zonen' }, { name: 'Bakkerij Peeters & Zonen' }],
    ['an abbreviated legal form as an abbreviation', { legalForm: 'BV' }, { legalForm: 'BV' }],
    ['a dotted number with dots', { enterpriseNumber: '0001005533' }, { enterpriseNumber: '0001.005.533' }],
    ['a VAT number as it was written', { vatNumber: '0001005533' }, { vatNumber: 'BE0001005533' }],
    ['a website in an empty field', { website: 'peeters.example' }, { website: 'https://peeters.example' }],
    ['a phone number in the national style of the old one', { phone: '+3292345679' }, { phone: '09 234 56 79' }],
    ['a date with its time', { incorporationDate: '2019-02-28' }, { foundingDate: '2019-02-28T00:00:00' }],
    ['a day and month', { fiscalYearEnd: '06-30' }, { endFinancialYear: '30/06' }],
  ])('writes %s and nothing else', (_what, changes, expected) => {
    expect(body(flatRelation(), changes)).toEqual(expected);
  });

  it('writes an address to the keys that hold it, the part that it lacks as empty', () => {
    expect(body(flatRelation(), { address: korenmarkt })).toEqual({
      street: 'Korenmarkt',
      houseNumber: '7',
      box: '',
      postalCode: '9000',
      city: 'Gent',
    });
  });

  it('sends no empty part that was empty before', () => {
    expect(body(flatRelation({ box: null }), { address: korenmarkt })).not.toHaveProperty('box');
  });

  it.each([
    ['14/05/2012', '28/02/2019'],
    ['14-05-2012', '28-02-2019'],
    ['14.05.2012', '28.02.2019'],
    ['14052012', '28022019'],
    ['2012-05-14', '2019-02-28'],
    ['2012-05-14T00:00:00Z', '2019-02-28T00:00:00Z'],
  ])('writes a date as %s was written', (before, after) => {
    expect(body(flatRelation({ foundingDate: before }), { incorporationDate: '2019-02-28' })).toEqual({
      foundingDate: after,
    });
  });

  it.each([
    ['31-12', '30-06'],
    ['12-31', '06-30'],
    ['--12-31', '--06-30'],
    ['31/12/2025', '30/06/2025'],
    ['2025-12-31T00:00:00', '2025-06-30T00:00:00'],
    [
      { day: 31, month: 12 },
      { day: 30, month: 6 },
    ],
    [
      { day: '31', month: '12', label: 'x' },
      { day: '30', month: '06', label: 'x' },
    ],
  ])('writes an end of the financial year as %j was written', (before, after) => {
    expect(body(flatRelation({ endFinancialYear: before }), { fiscalYearEnd: '06-30' })).toEqual({
      endFinancialYear: after,
    });
  });
});

describe('a patch of a nested relation', () => {
  it('changes the seat and sends its siblings along', () => {
    const raw = nestedRelation();
    const [correspondence, seat] = raw.addresses as Record<string, unknown>[];
    expect(body(raw, { address: korenmarkt })).toEqual({
      addresses: [correspondence, { ...seat, street: 'Korenmarkt', number: '7', box: '' }],
    });
  });

  it('changes the favourite phone number only', () => {
    const raw = nestedRelation();
    const [shop, main, email] = raw.communications as Record<string, unknown>[];
    expect(body(raw, { phone: '+3292345600' })).toEqual({
      communications: [shop, { ...main, value: '09 234 56 00' }, email],
    });
  });

  it('keeps what stands beside a value deep in the relation', () => {
    expect(body(nestedRelation(), { incorporationDate: '2019-02-28', fiscalYearEnd: '06-30' })).toEqual({
      legal: { foundation: { foundingDate: '28/02/2019', deedType: 'Authentic' } },
      accountantInfo: { endFinancialYear: { day: 30, month: 6 }, software: 'x' },
    });
  });

  it('adds a website with the type that another relation uses, in its form', () => {
    const raw = nestedRelation();
    const profile = inferSchema([raw, otherNestedRelation()]);
    expect(body(raw, { website: 'peeters.example' }, profile)).toEqual({
      communications: [
        ...(raw.communications as unknown[]),
        { type: 'Website', value: 'https://peeters.example', isFavorite: true },
      ],
    });
  });

  it('adds to a list that the relation lacks', () => {
    const { communications: _, ...raw } = nestedRelation();
    const profile = inferSchema([otherNestedRelation()]);
    expect(body(raw, { website: 'peeters.example' }, profile)).toEqual({
      communications: [{ type: 'Website', value: 'https://peeters.example', isFavorite: true }],
    });
  });

  it('adds an address under the keys of another relation', () => {
    const raw = nestedRelation({ addresses: [] });
    const profile = inferSchema([nestedRelation()]);
    expect(body(raw, { address: korenmarkt }, profile)).toEqual({
      addresses: [
        { type: 'Seat', street: 'Korenmarkt', number: '7', box: '', zipCode: '9000', city: 'Gent', isFavorite: true },
      ],
    });
  });

  it('adds the seat beside a correspondence address, which it leaves alone', () => {
    const [correspondence] = nestedRelation().addresses as Record<string, unknown>[];
    const raw = nestedRelation({ addresses: [{ ...correspondence, isFavorite: true }] });
    expect(body(raw, { address: korenmarkt }, inferSchema([nestedRelation()]))).toMatchObject({
      addresses: [
        { type: 'Correspondence', street: 'Postbus' },
        { type: 'Seat', street: 'Korenmarkt' },
      ],
    });
  });

  it('guesses nothing: without an example there is no way to add', () => {
    expect(body(nestedRelation(), { website: 'peeters.example' })).toBe('no way to write website');
  });

  it('writes a legal form as a word where words are used', () => {
    expect(body(nestedRelation(), { legalForm: 'BV' })).toEqual({ legalForm: 'Besloten Vennootschap' });
  });

  it('writes a legal form’s name along with its code', () => {
    const raw = flatRelation({ legalForm: { id: 7, code: '015', name: 'BVBA' } });
    expect(body(raw, { legalForm: 'BV' })).toEqual({ legalForm: { id: 7, code: '610', name: 'BV' } });
  });

  it('has no way through a text to a key below it', () => {
    const { endFinancialYear: _, ...flat } = flatRelation();
    const elsewhere = inferSchema([{ ...flat, accountantInfo: { endFinancialYear: '31/12' } }]);
    expect(body({ ...flat, accountantInfo: 'see the file' }, { fiscalYearEnd: '06-30' }, elsewhere)).toBe(
      'no way to write fiscalYearEnd',
    );
  });

  it('never writes a legal form that it does not know', () => {
    expect(body(nestedRelation(), { legalForm: 'Wonderform' })).toBe('no way to write legalForm');
  });
});

describe('a phone number in the style that the office wants', () => {
  it.each(['+32 9 234 56 00', '09 234 56 00'])('is written as it was shown: %s', (phone) => {
    const known = { ...EMPTY_SCHEMA, choices: { phoneStyle: 'international' as const } };
    expect(body(flatRelation(), { phone }, known)).toEqual({ phone });
    expect(body(flatRelation({ phone: '' }), { phone }, known)).toEqual({ phone });
  });
});

it('leaves the relation that was read as it was', () => {
  const raw = nestedRelation();
  patch(raw, { address: korenmarkt, phone: '+3292345600' });
  expect(raw).toEqual(nestedRelation());
});
