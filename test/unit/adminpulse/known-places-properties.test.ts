import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_SCHEMA } from '../../../src/adminpulse/office-schema.ts';
import { type Changes, patchRelation } from '../../../src/adminpulse/patch.ts';
import { readRawValue } from '../../../src/adminpulse/raw-value.ts';
import { type RawRelation, readFields } from '../../../src/adminpulse/read-relation.ts';
import { restoreRelation } from '../../../src/adminpulse/restore.ts';
import type { Address, Field, FlatField, Language } from '../../../src/company/company.ts';
import { legalFormAbbreviation, legalFormWord } from '../../../src/company/legal-form.ts';
import { isSameValue } from '../../../src/company/same-value.ts';
import type { FieldPlace, Part, Places } from '../../../src/schema/field-place.ts';

/** How a value stands in a relation: the keys of its place, with the texts that say it. */
type Form<T> = {
  readonly form: string;
  readonly place: Omit<FieldPlace, 'paths' | 'item'>;
  readonly hold: (value: T) => unknown;
  /** Values that the form cannot say. */
  readonly cannot?: (value: T) => boolean;
};

const part = (keys: string, ...holds: Part[]) => ({ keys: keys === '' ? [] : keys.split('.'), holds });

const street = fc.constantFrom(
  'Kerkstraat',
  'Rue Haute',
  'Av. Louise',
  "Chaussée d'Alsemberg",
  'Rue du 11 Novembre',
  'Sint-Annaplein',
);
const houseNumber = fc.oneof(fc.integer({ min: 1, max: 2500 }).map(String), fc.constantFrom('12A', '7-9', '101b'));
const box = fc.constantFrom(undefined, '3', '12', 'A', '301');
const town = fc.constantFrom(
  ['9000', 'Gent'],
  ['1000', 'Bruxelles'],
  ['8500', 'Kortrijk'],
  ['2018', 'Antwerpen'],
  ['7500', 'Tournai'],
);
const address: fc.Arbitrary<Address> = fc
  .tuple(street, houseNumber, box, town)
  .map(([name, number, theBox, [postalCode = '', municipality = '']]) => ({
    street: name,
    number,
    ...(theBox !== undefined && { box: theBox }),
    postalCode,
    municipality,
  }));

const line =
  (before: string) =>
  ({ street: name, number, box: theBox }: Address) =>
    `${name} ${number}${theBox ? `${before}${theBox}` : ''}`;
const numbered = ({ number = '' }: Address) => /[a-z-]/i.test(number);

const ADDRESSES: readonly Form<Address>[] = [
  {
    form: 'parts',
    place: {
      parts: [
        part('a.s', 'street'),
        part('n', 'number'),
        part('b', 'box'),
        part('p', 'postalCode'),
        part('m', 'municipality'),
      ],
    },
    hold: (one) => ({
      a: { s: one.street },
      n: one.number,
      b: one.box ?? null,
      p: Number(one.postalCode),
      m: one.municipality,
    }),
  },
  ...([' bus ', ' bte ', ' b', '/'] as const).map(
    (before): Form<Address> => ({
      form: `a street's line with "${before}", and a place's line`,
      place: { parts: [part('l', 'street', 'number', 'box'), part('p', 'postalCode', 'municipality')] },
      hold: (one) => ({ l: line(before)(one), p: `${one.postalCode} ${one.municipality}` }),
      cannot: (one) => (before === '/' && numbered(one)) || (before === ' b' && one.box === 'A'),
    }),
  ),
  {
    form: 'a street and number in one line, the box beside it',
    place: {
      parts: [part('l', 'street', 'number'), part('b', 'box'), part('p', 'postalCode'), part('m', 'municipality')],
    },
    hold: (one) => ({ l: `${one.street} ${one.number}`, b: one.box ?? '', p: one.postalCode, m: one.municipality }),
  },
  {
    form: 'number and box in one',
    place: { parts: [part('s', 'street'), part('n', 'number', 'box'), part('p', 'municipality', 'postalCode')] },
    hold: (one) => ({
      s: one.street,
      n: `${one.number}${one.box ? ` bus ${one.box}` : ''}`,
      p: `${one.municipality} (${one.postalCode})`,
    }),
  },
  ...([', ', '\n', ' - '] as const).map(
    (between): Form<Address> => ({
      form: `one text with ${JSON.stringify(between)}`,
      place: { parts: [part('', 'street', 'number', 'box', 'postalCode', 'municipality', 'country')] },
      hold: (one) => `${line(' bus ')(one)}${between}${one.postalCode} ${one.municipality}`,
    }),
  ),
];

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const DATES: readonly Form<string>[] = [
  { form: 'ISO', place: {}, hold: (day) => day },
  { form: 'ISO with time', place: {}, hold: (day) => `${day}T00:00:00` },
  { form: 'day first', place: {}, hold: (day) => day.split('-').toReversed().join('/') },
  { form: 'compact', place: {}, hold: (day) => day.replaceAll('-', '') },
  { form: 'a compact number', place: {}, hold: (day) => Number(day.replaceAll('-', '')) },
  {
    form: 'milliseconds',
    place: { format: 'epoch milliseconds' },
    hold: (day) => Date.parse(day),
    cannot: (day) => Math.abs(Date.parse(day)) < 1e11,
  },
  { form: 'seconds', place: { format: 'epoch seconds' }, hold: (day) => Date.parse(day) / 1000 },
];

const MONTH_DAYS: readonly Form<string>[] = [
  {
    form: 'numbers',
    place: { parts: [part('d', 'day'), part('m', 'month')] },
    hold: (day) => ({ d: Number(day.slice(3)), m: Number(day.slice(0, 2)) }),
  },
  {
    form: 'texts',
    place: { parts: [part('d', 'day'), part('m', 'month')] },
    hold: (day) => ({ d: day.slice(3), m: day.slice(0, 2) }),
  },
  { form: 'one text', place: {}, hold: (day) => `${day.slice(3)}/${day.slice(0, 2)}` },
];

const code = fc.constantFrom('610', '014', '017', '706', '011', '612');
const abbreviation = (one: string) => legalFormAbbreviation(one, 'nl') ?? '';
const word = (one: string) => legalFormWord(one, 'nl') ?? '';

const LEGAL_FORMS: readonly Form<string>[] = [
  { form: 'code', place: {}, hold: (one) => one },
  { form: 'a number', place: {}, hold: Number },
  { form: 'word', place: {}, hold: word },
  { form: 'abbreviation', place: {}, hold: abbreviation },
  {
    form: 'code and word',
    place: { parts: [part('c', 'code'), part('w.nl', 'word')] },
    hold: (one) => ({ c: one, w: { nl: word(one) } }),
  },
  {
    form: 'value and label',
    place: { parts: [part('value', 'code'), part('label', 'abbreviation')] },
    hold: (one) => ({ value: Number(one), label: abbreviation(one) }),
  },
];

const number = fc.integer({ min: 2_000_000, max: 19_999_999 }).map((stem) => {
  const check = String(97 - (stem % 97)).padStart(2, '0');
  return `${String(stem).padStart(8, '0')}${check}`;
});
const NUMBERS: readonly Form<string>[] = [
  { form: 'a number', place: {}, hold: Number },
  { form: 'dots', place: {}, hold: (one) => one.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3') },
];

const name = fc.constantFrom('Bakkerij Peeters', 'De Wilg', 'Les Amis', 'K. & V. Bouw', 'Foo (Benelux)');
const NAMES: readonly Form<string>[] = [
  { form: 'alone', place: {}, hold: (one) => one },
  { form: 'with its legal form', place: { parts: [part('', 'name', 'legalForm')] }, hold: (one) => `${one} BV` },
  { form: 'behind its legal form', place: { parts: [part('', 'legalForm', 'name')] }, hold: (one) => `BV ${one}` },
];

/** Where a form stands: at a key, deep in the relation, or in an item of a list among others. */
type Home = {
  readonly home: string;
  readonly place: (form: FieldPlace) => FieldPlace;
  readonly hold: (held: unknown, others: Others) => RawRelation;
};
type Others = Readonly<Record<string, unknown>>;

const HOMES: readonly Home[] = [
  {
    home: 'at a key',
    place: (one) => ({ ...one, paths: [{ path: '$.x' }] }),
    hold: (held, others) => ({ ...others, x: held }),
  },
  {
    home: 'deep in the relation',
    place: (one) => ({ ...one, paths: [{ path: "$.data['de plaats']" }] }),
    hold: (held, others) => ({ ...others, data: { ...others, 'de plaats': held } }),
  },
  {
    home: 'in an item of a list',
    place: (one) => ({
      ...one,
      paths: [{ path: "$.lijst[?@.soort=='A'].w" }],
      item: { list: '$.lijst', value: ['w'], type: { key: 'soort', value: 'A' }, keys: ['soort', 'w'] },
    }),
    hold: (held, others) => ({
      ...others,
      lijst: [
        { soort: 'B', w: 'anders', ...others },
        { ...others, soort: 'A', w: held },
      ],
    }),
  },
];

/** Keys of a relation that are nobody's business. */
const others: fc.Arbitrary<Others> = fc.dictionary(
  fc.stringMatching(/^q[a-z]{1,6}$/),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 })),
  { maxKeys: 4 },
);
const language = fc.constantFrom<Language>('nl', 'fr', 'de', 'en');

function roundTrips<T extends string | Address>(field: FlatField, forms: readonly Form<T>[], values: fc.Arbitrary<T>) {
  describe.each(HOMES)(`a ${field} that stands $home`, (home) => {
    it.each(forms)('is read, written in its form, read as written, and put back: $form', (form) => {
      fc.assert(
        fc.property(values, values, others, language, (before, after, around, spoken) => {
          fc.pre(!form.cannot?.(before) && !form.cannot?.(after));
          const places: Places = {
            [field]: home.place({ paths: [], ...form.place }),
            legalForm:
              field === 'legalForm' ? home.place({ paths: [], ...form.place }) : { paths: [{ path: '$.vorm' }] },
          };
          const profile = { ...EMPTY_SCHEMA, places };
          const raw = home.hold(form.hold(before), { ...around, vorm: 'BV' });
          const frozen = structuredClone(raw);
          const readings = readFields(raw, profile);
          const isHeld = (value: unknown, wanted: T) =>
            isSameValue(field, (value ?? '') as T, wanted, field === 'name' ? ['BV'] : []);
          expect(isHeld(readings[field]?.value, before)).toBe(true);

          const patch = patchRelation(raw, readings, { [field]: after } as Changes, { profile, language: spoken });
          expect(patch).toMatchObject({ ok: true });
          if (!patch.ok) return;
          const written = { ...raw, ...patch.body };
          const back = readFields(written, profile);
          expect(isHeld(back[field]?.value, after)).toBe(true);
          // All else is as it was: with the old texts at the place, the relation is the old one.
          expect(raw).toEqual(frozen);
          const reading = readings[field];
          const held = reading && readRawValue(field, raw, reading);
          const undo = restoreRelation(written, back, [{ field: field as Field, raw: held }]);
          expect({ ...written, ...undo.body }).toEqual(frozen);
        }),
        { numRuns: 40 },
      );
    });
  });
}

roundTrips('address', ADDRESSES, address);
roundTrips('incorporationDate', DATES, date);
roundTrips(
  'fiscalYearEnd',
  MONTH_DAYS,
  date.map((day) => day.slice(5)),
);
roundTrips('legalForm', LEGAL_FORMS, code);
roundTrips('enterpriseNumber', NUMBERS, number);
roundTrips('name', NAMES, name);
