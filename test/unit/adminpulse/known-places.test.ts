import { describe, expect, it } from 'vitest';
import { EMPTY_SCHEMA } from '../../../src/adminpulse/office-schema.ts';
import { type Changes, patchRelation } from '../../../src/adminpulse/patch.ts';
import { readRawValue } from '../../../src/adminpulse/raw-value.ts';
import { type RawRelation, readField, readFields } from '../../../src/adminpulse/read-relation.ts';
import { restoreRelation } from '../../../src/adminpulse/restore.ts';
import type { Address, Field, Language } from '../../../src/company/company.ts';
import type { FieldPlace, PlaceItem, PlacePart, Places } from '../../../src/schema/field-place.ts';
import type { FormattedField } from '../../../src/schema/formats.ts';
import { PLACE_FORMATS, placeFormatOf } from '../../../src/schema/place-formats.ts';

/** Places by their paths, and parts by `key.key: what it holds`. */
const at = (path: string, others: Omit<FieldPlace, 'paths'> = {}): FieldPlace => ({ paths: [{ path }], ...others });
const parts = (table: Readonly<Record<string, string>>): readonly PlacePart[] =>
  Object.entries(table).map(([keys, holds]) => ({
    keys: keys === '' ? [] : keys.split('.'),
    holds: holds.split(' ') as unknown as PlacePart['holds'],
  }));

const patch = (raw: RawRelation, places: Places, changes: Changes, language: Language = 'nl') => {
  const profile = { ...EMPTY_SCHEMA, places };
  return patchRelation(raw, readFields(raw, profile), changes, { profile, language });
};

/** The body of the write, or why there is none. */
const body = (raw: RawRelation, places: Places, changes: Changes, language?: Language) => {
  const patched = patch(raw, places, changes, language);
  return patched.ok ? patched.body : patched.reason;
};

const undone = (raw: RawRelation, places: Places, changes: Changes, language?: Language): RawRelation => {
  const patched = patch(raw, places, changes, language);
  if (!patched.ok) return raw;
  const profile = { ...EMPTY_SCHEMA, places };
  const previous = (Object.keys(changes) as Field[]).map((field) => {
    const reading = readField(field, raw, profile);
    return { field, raw: reading && readRawValue(field, raw, reading) };
  });
  const written = { ...raw, ...patched.body };
  return { ...written, ...restoreRelation(written, readFields(written, profile), previous).body };
};

const KORENMARKT: Address = {
  street: 'Korenmarkt',
  number: '7',
  box: '2',
  postalCode: '8500',
  municipality: 'Kortrijk',
};
const WITHOUT_BOX: Address = { street: 'Korenmarkt', number: '7', postalCode: '8500', municipality: 'Kortrijk' };
const HAUTE: Address = { street: 'Rue Haute', number: '12A', box: '3', postalCode: '1000', municipality: 'Bruxelles' };

type Row = {
  readonly form: string;
  readonly field: Exclude<Field, 'linkedRelations'>;
  readonly place: FieldPlace;
  readonly raw: unknown;
  readonly reads: unknown;
  readonly writes: string | Address;
  readonly as: unknown;
  readonly language?: Language;
  readonly others?: Places;
};

const FULL = parts({ '': 'street number box postalCode municipality country' });
const STREET_LINE = parts({ lijn: 'street number box', plaats: 'postalCode municipality' });
const KERKSTRAAT: Address = { street: 'Kerkstraat', number: '12', box: '3', postalCode: '9000', municipality: 'Gent' };

/** All stand at the key `x`. */
const ROWS: readonly Row[] = [
  {
    form: 'an address as parts under keys of any name, nested ones too',
    field: 'address',
    place: at('$.x', {
      parts: parts({ strt: 'street', 'huis.n': 'number', 'huis.b': 'box', pc: 'postalCode', gem: 'municipality' }),
    }),
    raw: { strt: 'Kerkstraat', huis: { n: 12, b: '3', verdiep: 2 }, pc: 9000, gem: 'Gent', id: 'a1' },
    reads: KERKSTRAAT,
    writes: WITHOUT_BOX,
    as: { strt: 'Korenmarkt', huis: { n: 7, b: '', verdiep: 2 }, pc: 8500, gem: 'Kortrijk', id: 'a1' },
  },
  ...(
    [
      ['Kerkstraat 12 bus 3', KORENMARKT, 'Korenmarkt 7 bus 2'],
      ['Kerkstraat 12, bte. 3', KORENMARKT, 'Korenmarkt 7, bte. 2'],
      ['Kerkstraat 12/3', KORENMARKT, 'Korenmarkt 7/2'],
      ['Kerkstraat 12 b3', KORENMARKT, 'Korenmarkt 7 b2'],
      ['Kerkstraat 12 bus 3', WITHOUT_BOX, 'Korenmarkt 7'],
      ['Kerkstraat, 12 bte 3', HAUTE, 'Rue Haute, 12A bte 3'],
      ['12 Kerkstraat bte 3', HAUTE, '12A Rue Haute bte 3'],
      ['12, Kerkstraat, bte 3', HAUTE, '12A, Rue Haute, bte 3'],
    ] as const
  ).map(
    ([line, writes, written]): Row => ({
      form: `a street's line such as "${line}"`,
      field: 'address',
      place: at('$.x', { parts: STREET_LINE }),
      raw: { lijn: line, plaats: '9000 Gent' },
      reads: KERKSTRAAT,
      writes,
      as: { lijn: written, plaats: writes === HAUTE ? '1000 Bruxelles' : '8500 Kortrijk' },
    }),
  ),
  ...(
    [
      ['9000 Gent', '8500 Kortrijk'],
      ['B-9000 Gent', 'B-8500 Kortrijk'],
      ['Gent (9000)', 'Kortrijk (8500)'],
      ['9000 - Gent', '8500 - Kortrijk'],
      ['Gent, 9000', 'Kortrijk, 8500'],
    ] as const
  ).map(
    ([line, written]): Row => ({
      form: `a place's line such as "${line}"`,
      field: 'address',
      place: at('$.x', { parts: STREET_LINE }),
      raw: { lijn: 'Kerkstraat 12 bus 3', plaats: line },
      reads: KERKSTRAAT,
      writes: KORENMARKT,
      as: { lijn: 'Korenmarkt 7 bus 2', plaats: written },
    }),
  ),
  ...(
    [
      ['Kerkstraat 12 bus 3, 9000 Gent', KORENMARKT, 'Korenmarkt 7 bus 2, 8500 Kortrijk'],
      ['Kerkstraat 12 bus 3\n9000 Gent', KORENMARKT, 'Korenmarkt 7 bus 2\n8500 Kortrijk'],
      ['Kerkstraat 12/3 - B-9000 Gent', KORENMARKT, 'Korenmarkt 7/2 - B-8500 Kortrijk'],
      ['9000 Gent, Kerkstraat 12 bus 3', KORENMARKT, '8500 Kortrijk, Korenmarkt 7 bus 2'],
      ['Kerkstraat 12 bus 3, 9000 Gent', WITHOUT_BOX, 'Korenmarkt 7, 8500 Kortrijk'],
      ['Kerkstraat 12 bus 3, 9000 Gent', HAUTE, 'Rue Haute 12A bus 3, 1000 Bruxelles'],
    ] as const
  ).map(
    ([line, writes, written]): Row => ({
      form: `one text such as ${JSON.stringify(line)}`,
      field: 'address',
      place: at('$.x', { parts: FULL }),
      raw: line,
      reads: KERKSTRAAT,
      writes,
      as: written,
    }),
  ),
  {
    form: 'one text with the country',
    field: 'address',
    place: at('$.x', { parts: FULL }),
    raw: 'Kerkstraat 12 bus 3, 9000 Gent, België',
    reads: { ...KERKSTRAAT, country: 'BE' },
    writes: { ...KORENMARKT, country: 'BE' },
    as: 'Korenmarkt 7 bus 2, 8500 Kortrijk, België',
  },
  {
    form: 'one text that had no box',
    field: 'address',
    place: at('$.x', { parts: FULL }),
    raw: 'Kerkstraat 12, 9000 Gent',
    reads: { street: 'Kerkstraat', number: '12', postalCode: '9000', municipality: 'Gent' },
    writes: KORENMARKT,
    as: 'Korenmarkt 7 bte 2, 8500 Kortrijk',
    language: 'fr',
  },
  {
    form: 'number and box in one key',
    field: 'address',
    place: at('$.x', {
      parts: parts({ straat: 'street', nr: 'number box', pc: 'postalCode', plaats: 'municipality' }),
    }),
    raw: { straat: 'Kerkstraat', nr: '12/3', pc: '9000', plaats: 'Gent' },
    reads: KERKSTRAAT,
    writes: KORENMARKT,
    as: { straat: 'Korenmarkt', nr: '7/2', pc: '8500', plaats: 'Kortrijk' },
  },
  {
    form: 'a country by its name',
    field: 'address',
    place: at('$.x', { parts: parts({ s: 'street', n: 'number', p: 'postalCode', g: 'municipality', l: 'country' }) }),
    raw: { s: 'Kerkstraat', n: '12', p: '9000', g: 'Gent', l: 'België' },
    reads: { street: 'Kerkstraat', number: '12', postalCode: '9000', municipality: 'Gent', country: 'België' },
    writes: { street: 'Dorpsstraat', number: '1', postalCode: '1234 AB', municipality: 'Breda', country: 'NL' },
    as: { s: 'Dorpsstraat', n: '1', p: '1234 AB', g: 'Breda', l: 'Nederland' },
  },
  ...(
    [
      [
        { dag: 31, maand: 12 },
        { dag: 30, maand: 6 },
      ],
      [
        { dag: '31', maand: '12' },
        { dag: '30', maand: '06' },
      ],
      [
        { dag: '1', maand: '7' },
        { dag: '30', maand: '6' },
      ],
      [
        { dag: 31, maand: 'december' },
        { dag: 30, maand: 'juni' },
      ],
    ] as const
  ).map(
    ([raw, as]): Row => ({
      form: `a day and a month in two keys such as ${JSON.stringify(raw)}`,
      field: 'fiscalYearEnd',
      place: at('$.x', { parts: parts({ dag: 'day', maand: 'month' }) }),
      raw,
      reads: raw.dag === '1' ? '07-01' : '12-31',
      writes: '06-30',
      as,
    }),
  ),
  {
    form: 'an end of the financial year in words',
    field: 'fiscalYearEnd',
    place: at('$.x'),
    raw: '31 décembre',
    reads: '12-31',
    writes: '06-30',
    as: '30 juin',
    language: 'fr',
  },
  ...(
    [
      [
        { code: '015', naam: 'BVBA' },
        { code: '610', naam: 'Besloten Vennootschap' },
      ],
      [
        { code: 15, naam: '' },
        { code: 610, naam: 'Besloten Vennootschap' },
      ],
    ] as const
  ).map(
    ([raw, as]): Row => ({
      form: `a legal form as code and word, ${JSON.stringify(raw)}`,
      field: 'legalForm',
      place: at('$.x', { parts: parts({ code: 'code', naam: 'word' }) }),
      raw,
      reads: String(raw.code),
      writes: 'BV',
      as,
    }),
  ),
  {
    form: 'a legal form as value and label, in the language of the relation',
    field: 'legalForm',
    place: at('$.x', { parts: parts({ value: 'code', label: 'abbreviation' }) }),
    raw: { value: '014', label: 'NV' },
    reads: '014',
    writes: 'SRL',
    as: { value: '610', label: 'SRL' },
    language: 'fr',
  },
  {
    form: 'a legal form with code and word in one text',
    field: 'legalForm',
    place: at('$.x', { parts: parts({ '': 'code word' }) }),
    raw: '014 - Naamloze vennootschap',
    reads: '014 - Naamloze vennootschap',
    writes: 'BV',
    as: '610 - Besloten Vennootschap',
  },
  ...(
    [
      ['Bakkerij Peeters BV', 'Janssens BV'],
      ['Bakkerij Peeters, B.V.', 'Janssens, B.V.'],
      ['Bakkerij Peeters (BV)', 'Janssens (BV)'],
    ] as const
  ).map(
    ([raw, as]): Row => ({
      form: `a name with its legal form, "${raw}"`,
      field: 'name',
      place: at('$.x', { parts: parts({ '': 'name legalForm' }) }),
      others: { legalForm: at('$.vorm') },
      raw,
      reads: 'Bakkerij Peeters',
      writes: 'Janssens',
      as,
    }),
  ),
  {
    form: 'a name behind its legal form',
    field: 'name',
    place: at('$.x', { parts: parts({ '': 'legalForm name' }) }),
    others: { legalForm: at('$.vorm') },
    raw: 'BV Bakkerij Peeters',
    reads: 'Bakkerij Peeters',
    writes: 'Janssens',
    as: 'BV Janssens',
  },
  ...(
    [
      ['2012-05-14', '2019-02-28'],
      ['2012-05-14T00:00:00', '2019-02-28T00:00:00'],
      ['2012-05-14T00:00:00+02:00', '2019-02-28T00:00:00+01:00'],
      ['14/05/2012', '28/02/2019'],
      ['2012-05-14 00:00:00', '2019-02-28 00:00:00'],
      ['14/05/2012 12:30:00', '28/02/2019 00:00:00'],
      ['2012/05/14', '2019/02/28'],
      ['2012.05.14', '2019.02.28'],
      ['2012-05-14T00:00:00+0200', '2019-02-28T00:00:00+0100'],
      ['1336953600000', '1551312000000'],
      ['20120514', '20190228'],
      [20_120_514, 20_190_228],
      [14_052_012, 28_022_019],
      [1_336_953_600_000, 1_551_312_000_000],
      [1_336_946_400_000, 1_551_308_400_000],
    ] as const
  ).map(
    ([raw, as]): Row => ({
      form: `a day such as ${JSON.stringify(raw)}`,
      field: 'incorporationDate',
      place: at('$.x'),
      raw,
      reads: '2012-05-14',
      writes: '2019-02-28',
      as,
    }),
  ),
  {
    form: 'a day in seconds',
    field: 'incorporationDate',
    place: at('$.x', { format: 'epoch seconds' }),
    raw: 1_336_953_600,
    reads: '2012-05-14',
    writes: '2019-02-28',
    as: 1_551_312_000,
  },
  {
    form: 'a day in digits that lost its zero',
    field: 'incorporationDate',
    place: at('$.x', { format: 'DDMMYYYY (number)' }),
    raw: 4_052_012,
    reads: '2012-05-04',
    writes: '2019-02-28',
    as: 28_022_019,
  },
  {
    form: 'a legal form as the number that its code is',
    field: 'legalForm',
    place: at('$.x'),
    raw: 15,
    reads: '15',
    writes: 'NV',
    as: 14,
  },
  {
    form: 'an enterprise number that lost its zeros',
    field: 'enterpriseNumber',
    place: at('$.x'),
    raw: 1_004_246,
    reads: '0001004246',
    writes: '0001005533',
    as: 1_005_533,
  },
];

describe('a place that is known by its values', () => {
  it('has an example of every form that only such places have', () => {
    for (const [field, formats] of Object.entries(PLACE_FORMATS)) {
      const names = ROWS.map(({ place, raw }) => placeFormatOf(field as FormattedField, place.format, raw)?.name);
      expect(formats.filter(({ name }) => !names.includes(name))).toEqual([]);
    }
  });

  it.each(ROWS)('is read and written as it stands, and put back: $form', (row) => {
    const { field, place, raw: held, reads, writes, as, language, others } = row;
    const places: Places = { ...others, [field]: place };
    const raw = { id: 'r1', y: [1], x: held, vorm: 'BV' };
    const changes: Changes = { [field]: writes };
    expect(readField(field, raw, { ...EMPTY_SCHEMA, places })?.value).toEqual(reads);
    expect(body(raw, places, changes, language)).toEqual({ x: as });
    expect(undone(raw, places, changes, language)).toEqual(raw);
  });

  it('comes behind a path that the office chose, and before the candidates', () => {
    const raw = { name: 'Handelsnaam', naam: 'Peeters', benaming: 'Gekozen' };
    const profile = { ...EMPTY_SCHEMA, places: { name: at('$.naam') } };
    expect(readField('name', raw, profile)?.value).toBe('Peeters');
    expect(readField('name', raw, { ...profile, chosen: { name: '$.benaming' } })?.value).toBe('Gekozen');
    expect(readField('name', { name: 'Handelsnaam' }, profile)).not.toHaveProperty('value');
  });

  it('has an address that is spread over the relation', () => {
    const address = at('$', {
      parts: parts({ str: 'street', nr: 'number', bus: 'box', pc: 'postalCode', gem: 'municipality' }),
    });
    const raw = { id: 'r1', str: 'Kerkstraat', nr: '12', bus: null, pc: '9000', gem: 'Gent' };
    expect(body(raw, { address }, { address: WITHOUT_BOX })).toEqual({
      str: 'Korenmarkt',
      nr: '7',
      pc: '8500',
      gem: 'Kortrijk',
    });
    expect(undone(raw, { address }, { address: WITHOUT_BOX })).toEqual(raw);
  });

  it('gives a name the legal form that is written along', () => {
    const places = { name: at('$.naam', { parts: parts({ '': 'name legalForm' }) }), legalForm: at('$.vorm') };
    expect(body({ naam: 'Peeters NV', vorm: 'NV' }, places, { legalForm: 'BV', name: 'Janssens' })).toEqual({
      naam: 'Janssens BV',
      vorm: 'BV',
    });
    expect(body({ naam: '', vorm: 'NV' }, places, { name: 'Janssens' })).toEqual({ naam: 'Janssens NV' });
    expect(body({ naam: 'Peeters', vorm: 'NV' }, places, { name: 'Janssens' })).toEqual({ naam: 'Janssens' });
  });

  it.each<[string, FieldPlace, unknown, Changes]>([
    [
      'a line whose layout is not understood',
      at('$.x', { parts: FULL }),
      'Residentie Mozart, 9000 Gent, Kerkstraat 12',
      { address: KORENMARKT },
    ],
    [
      'a box that has no place',
      at('$.x', { parts: parts({ s: 'street', n: 'number', p: 'postalCode', g: 'municipality' }) }),
      { s: 'Kerkstraat', n: '12' },
      { address: KORENMARKT },
    ],
    [
      'a foreign country that has no place',
      at('$.x', { parts: STREET_LINE }),
      { lijn: 'Kerkstraat 12', plaats: 'B-9000 Gent' },
      { address: { ...KORENMARKT, country: 'NL' } },
    ],
    [
      'letters in the place of a number',
      at('$.x', { parts: parts({ s: 'street', n: 'number', b: 'box', p: 'postalCode', g: 'municipality' }) }),
      { s: 'Kerkstraat', n: 12 },
      { address: HAUTE },
    ],
    [
      'a code of its own',
      at('$.x', { parts: parts({ id: 'code', naam: 'word' }) }),
      { id: 'XB7', naam: 'BVBA' },
      { legalForm: 'BV' },
    ],
    ['a date in a form of its own', at('$.x'), '14 mei 2012', { incorporationDate: '2019-02-28' }],
  ])('is not written, with a reason, where it has %s', (_what, place, held, changes) => {
    const [field] = Object.keys(changes);
    expect(body({ x: held }, { [field as Field]: place }, changes)).toBe('reasonFormNotKept');
  });
});

describe('a list of which a place is an item', () => {
  const channel = (kind: string, extra: Partial<PlaceItem> = {}): FieldPlace =>
    at(`$.kanalen[?@.soort=='${kind}'].waarde`, {
      item: {
        list: '$.kanalen',
        value: ['waarde'],
        type: { key: 'soort', value: kind },
        favourite: { key: 'ster', value: 'J' },
        keys: ['id', 'soort', 'waarde', 'ster', 'nota'],
        ...extra,
      },
    });
  const kanalen = [
    { id: 1, soort: 'TEL', waarde: '09 111 22 33', ster: 'N', nota: 'winkel' },
    { id: 2, soort: 'TEL', waarde: '09 234 56 78', ster: 'J', nota: null },
    { id: 3, soort: 'MAIL', waarde: 'x@y.example', ster: 'J', nota: null },
  ];
  const places = { phone: channel('TEL'), website: channel('WEB') };

  it('has the favourite of its type read and written, and no other', () => {
    const raw = { kanalen };
    expect(readField('phone', raw, { ...EMPTY_SCHEMA, places })?.value).toBe('09 234 56 78');
    expect(body(raw, places, { phone: '+3292345600' })).toEqual({
      kanalen: [kanalen[0], { ...kanalen[1], waarde: '09 234 56 00' }, kanalen[2]],
    });
    expect(undone(raw, places, { phone: '+3292345600' })).toEqual(raw);
  });

  it('gets an item with the keys of its siblings and none of their values', () => {
    const raw = { kanalen };
    expect(body(raw, places, { website: 'https://peeters.example' })).toEqual({
      kanalen: [...kanalen, { id: null, soort: 'WEB', waarde: 'https://peeters.example', ster: 'J', nota: null }],
    });
    expect(undone(raw, places, { website: 'https://peeters.example' })).toEqual(raw);
  });

  it('is made where the relation has none', () => {
    const item = { id: null, soort: 'WEB', waarde: 'https://peeters.example', ster: 'J', nota: null };
    for (const raw of [{}, { kanalen: null }, { kanalen: [] }])
      expect(body(raw, places, { website: 'https://peeters.example' })).toEqual({ kanalen: [item] });
    expect(body({ kanalen: 'geen' }, places, { website: 'https://peeters.example' })).toBe('reasonMappingNotFound');
  });

  it('gets a whole address, with the types and the layout of its siblings', () => {
    const address = at("$.adressen[?@.type=='Z']", {
      parts: parts({ lijn: 'street number box', pc: 'postalCode', gem: 'municipality' }),
      item: {
        list: '$.adressen',
        value: [],
        type: { key: 'type', value: 'Z' },
        keys: ['id', 'type', 'lijn', 'pc', 'gem'],
      },
    });
    const post = { id: 4, type: 'P', lijn: 'Kerkstraat 12/3', pc: 9000, gem: 'Gent' };
    expect(body({ adressen: [post] }, { address }, { address: KORENMARKT })).toEqual({
      adressen: [post, { id: null, type: 'Z', lijn: 'Korenmarkt 7/2', pc: 8500, gem: 'Kortrijk' }],
    });
    expect(undone({ adressen: [post] }, { address }, { address: KORENMARKT })).toEqual({ adressen: [post] });
  });

  it('may be one of texts', () => {
    const phone = at('$.tel[0]', { item: { list: '$.tel', value: [], keys: [] } });
    expect(body({ tel: ['09 234 56 78', 'x'] }, { phone }, { phone: '+3292345600' })).toEqual({
      tel: ['09 234 56 00', 'x'],
    });
    expect(body({ tel: [] }, { phone }, { phone: '+3292345600' })).toEqual({ tel: ['+32 9 234 56 00'] });
  });
});
