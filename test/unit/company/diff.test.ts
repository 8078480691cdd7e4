import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Company, FIELDS, type Field, type Language } from '../../../src/company/company.ts';
import { compareField, diffCompanies, sameCompany } from '../../../src/company/diff.ts';
import { inAdminPulse, inOpenthebox, madeUpNumber, rowOf } from './companies.ts';

const NUMBER = madeUpNumber(1);
const OTHER_NUMBER = madeUpNumber(2);
const GENT = { street: 'Kerkstraat', number: '12', postalCode: '9000', municipality: 'Gent' };
const MOVED = { ...GENT, street: 'Nieuwstraat' };
const AN = { kind: 'person', name: 'An Peeters' } as const;
const JAN = { kind: 'person', name: 'Jan Peeters' } as const;

type Facts = Parameters<typeof inAdminPulse>[0];

/** A company of which both sides know everything. */
const FULL: Facts = {
  name: [{ value: 'Voorbeeld' }],
  legalForm: 'BV',
  enterpriseNumber: NUMBER,
  vatNumber: NUMBER,
  website: ['www.voorbeeld.be'],
  address: [{ value: GENT }],
  phone: ['053 39 00 70'],
  incorporationDate: '2019-05-14',
  fiscalYearEnd: '12-31',
  linkedRelations: [AN],
};

describe('a review', () => {
  it('has one row for each of the ten fields, in their order', () => {
    expect(diffCompanies(inAdminPulse({}), inOpenthebox({})).map(({ field }) => field)).toEqual(FIELDS);
    expect(diffCompanies(inAdminPulse(FULL), inOpenthebox(FULL)).map(({ field }) => field)).toEqual(FIELDS);
  });

  it('finds nothing to say about two equal sides', () => {
    for (const row of diffCompanies(inAdminPulse(FULL), inOpenthebox(FULL))) {
      expect(row).toMatchObject({ verdict: 'same', ticked: false, writable: false });
      expect(row.reason).toBeUndefined();
      expect(row.current).toEqual(row.proposed);
    }
  });

  it('finds nothing to say where neither side has a value', () => {
    for (const row of diffCompanies(inAdminPulse({}), inOpenthebox({}))) {
      expect(row).toMatchObject({
        verdict: 'same',
        current: undefined,
        proposed: undefined,
        ticked: false,
        writable: false,
      });
      expect(row.reason).toBeUndefined();
    }
  });

  test.each<[Field, boolean, string | undefined]>([
    ['name', true, undefined],
    ['legalForm', true, undefined],
    ['enterpriseNumber', false, 'reasonNumberIsIdentity'],
    ['vatNumber', false, 'reasonVatNotImplied'],
    ['website', true, undefined],
    ['address', true, undefined],
    ['phone', true, undefined],
    ['incorporationDate', true, undefined],
    ['fiscalYearEnd', false, 'reasonDeadlinesDependOnIt'],
    ['linkedRelations', false, 'reasonLinksAreChosen'],
  ])('offers %s where only openthebox has it: ticked %s', (field, ticked, reason) => {
    const row = rowOf(field, {}, FULL);
    expect(row).toMatchObject({ verdict: 'only-openthebox', current: undefined, ticked });
    expect(row.proposed).toBeDefined();
    expect(row.reason).toBe(reason);
    expect(row.writable).toBe(true);
    expect(row.source).toEqual({
      service: 'openthebox',
      path: `$.openthebox.${field}`,
      retrievedAt: '2026-01-02T10:00:00.000Z',
    });
  });

  test.each(FIELDS)('never touches %s where only AdminPulse has it', (field) => {
    const row = rowOf(field, FULL, {});
    expect(row).toEqual({
      field,
      current: row.current,
      proposed: undefined,
      verdict: 'only-adminpulse',
      ticked: false,
      writable: false,
      reason: 'reasonNotInOpenthebox',
      source: { service: 'adminpulse', path: `$.adminpulse.${field}`, retrievedAt: '2026-01-02T10:00:01.000Z' },
    });
    expect(row.current).toBeDefined();
  });

  test.each(FIELDS)('shows %s as unreadable where the mapping does not find it', (field) => {
    const row = rowOf(field, { unreadable: [field] }, FULL);
    expect(row).toMatchObject({
      verdict: 'unreadable',
      current: undefined,
      ticked: false,
      writable: false,
      reason: 'reasonMappingNotFound',
    });
    expect(row.proposed).toEqual(rowOf(field, {}, FULL).proposed);
    expect(rowOf(field, { ...FULL, unreadable: [field] }, FULL).verdict).toBe('unreadable');
    expect(rowOf(field, { unreadable: [field] }, {})).toMatchObject({ verdict: 'unreadable', proposed: undefined });
  });

  it('says where openthebox has a value that is not understood', () => {
    const row = rowOf('phone', FULL, { unreadable: ['phone'] });
    expect(row).toMatchObject({ verdict: 'only-adminpulse', reason: 'reasonNotUnderstoodInOpenthebox' });
    expect(rowOf('name', FULL, { unreadable: ['phone'] }).reason).toBe('reasonNotInOpenthebox');
  });

  test.each<[Field, Facts, Facts, string, boolean, boolean, string | undefined]>([
    ['name', {}, { name: [{ value: 'Ander' }] }, 'different', true, true, undefined],
    ['name', { name: [{ value: 'Voorbeeld BV' }] }, {}, 'spelling', false, true, 'reasonOtherSpelling'],
    ['name', {}, { name: [{ value: 'VOORBEELD BV' }] }, 'same', false, false, undefined],
    ['name', {}, { name: [] }, 'only-adminpulse', false, false, 'reasonNotInOpenthebox'],
    ['name', {}, { name: [{ value: ' ' }] }, 'only-adminpulse', false, false, 'reasonNotInOpenthebox'],
    ['name', { name: [{ value: ' ' }] }, {}, 'only-openthebox', true, true, undefined],
    ['name', { name: [] }, {}, 'only-openthebox', true, true, undefined],
    ['legalForm', {}, { legalForm: '610' }, 'same', false, false, undefined],
    ['legalForm', {}, { legalForm: 'SRL' }, 'same', false, false, undefined],
    ['legalForm', {}, { legalForm: '015' }, 'spelling', false, true, 'reasonLegacyName'],
    ['legalForm', { legalForm: 'BVBA' }, { legalForm: '610' }, 'spelling', false, true, 'reasonLegacyName'],
    ['legalForm', {}, { legalForm: '014' }, 'different', true, true, undefined],
    ['legalForm', {}, { legalForm: '020' }, 'different', true, true, undefined],
    ['legalForm', {}, { legalForm: 'Iets anders' }, 'different', false, false, 'reasonUnknownLegalForm'],
    ['legalForm', {}, { legalForm: '999' }, 'different', false, false, 'reasonUnknownLegalForm'],
    ['legalForm', { legalForm: '' }, { legalForm: '999' }, 'only-openthebox', false, false, 'reasonUnknownLegalForm'],
    [
      'legalForm',
      { legalForm: '' },
      { legalForm: 'Iets anders' },
      'only-openthebox',
      false,
      false,
      'reasonUnknownLegalForm',
    ],
    ['legalForm', { legalForm: 'Iets anders' }, {}, 'different', false, true, 'reasonLegalFormNotRecognised'],
    ['legalForm', { legalForm: 'iets ANDERS' }, { legalForm: 'Iets anders' }, 'same', false, false, undefined],
    ['enterpriseNumber', {}, { enterpriseNumber: OTHER_NUMBER }, 'different', false, false, 'reasonNumberIsIdentity'],
    ['vatNumber', {}, { vatNumber: OTHER_NUMBER }, 'different', false, true, 'reasonNumberIsIdentity'],
    ['website', {}, { website: ['https://voorbeeld.be/'] }, 'spelling', false, true, 'reasonOtherSpelling'],
    ['website', {}, { website: ['ander.be'] }, 'different', false, true, 'reasonWebsiteOftenStale'],
    ['website', {}, { website: ['facebook.com/x'] }, 'different', false, false, 'reasonSocialNetwork'],
    ['website', {}, { website: ['ander.be', 'www.voorbeeld.be'] }, 'same', false, false, undefined],
    ['website', {}, { website: ['n/a'] }, 'only-adminpulse', false, false, 'reasonNotInOpenthebox'],
    ['website', { website: [] }, { website: ['facebook.com/x'] }, 'only-openthebox', true, true, undefined],
    ['address', {}, { address: [{ value: MOVED }] }, 'different', true, true, undefined],
    [
      'address',
      {},
      { address: [{ value: { ...GENT, municipality: 'Gand' } }] },
      'spelling',
      false,
      true,
      'reasonSameAddressOtherSpelling',
    ],
    [
      'address',
      {},
      { address: [{ value: { ...GENT, municipality: 'Drongen' } }] },
      'spelling',
      false,
      true,
      'reasonPartMunicipality',
    ],
    ['address', {}, { address: [{ value: {} }] }, 'only-adminpulse', false, false, 'reasonNotInOpenthebox'],
    ['address', { address: [{ value: {} }] }, {}, 'only-openthebox', true, true, undefined],
    ['address', { address: [{ value: { street: ' ' } }] }, {}, 'only-openthebox', true, true, undefined],
    ['phone', {}, { phone: ['053/39.00.70'] }, 'same', false, false, undefined],
    ['phone', { phone: ['053/390070'] }, {}, 'spelling', false, true, 'reasonOtherSpelling'],
    ['phone', {}, { phone: ['0471193376'] }, 'different', false, true, 'reasonPhoneOftenStale'],
    ['phone', {}, { phone: ['n/a'] }, 'only-adminpulse', false, false, 'reasonNotInOpenthebox'],
    [
      'incorporationDate',
      {},
      { incorporationDate: '2019-06-14' },
      'different',
      false,
      true,
      'reasonDateCloseOtherDefinition',
    ],
    ['incorporationDate', {}, { incorporationDate: '2019-06-15' }, 'different', false, true, 'reasonDateDiffers'],
    [
      'incorporationDate',
      {},
      { incorporationDate: '2019-04-13' },
      'different',
      false,
      true,
      'reasonDateCloseOtherDefinition',
    ],
    ['fiscalYearEnd', {}, { fiscalYearEnd: '06-30' }, 'different', false, true, 'reasonDeadlinesDependOnIt'],
    ['fiscalYearEnd', { fiscalYearEnd: '02-28' }, { fiscalYearEnd: '02-29' }, 'same', false, false, undefined],
    ['linkedRelations', {}, { linkedRelations: [JAN] }, 'different', false, true, 'reasonLinksAreChosen'],
    ['linkedRelations', { linkedRelations: [AN, JAN] }, {}, 'same', false, false, undefined],
    ['linkedRelations', {}, { linkedRelations: [AN, { ...JAN, historic: true }] }, 'same', false, false, undefined],
    [
      'linkedRelations',
      {},
      { linkedRelations: [{ ...JAN, historic: true }] },
      'only-adminpulse',
      false,
      false,
      'reasonNotInOpenthebox',
    ],
    [
      'linkedRelations',
      { linkedRelations: [{ ...AN, historic: true }] },
      {},
      'different',
      false,
      true,
      'reasonLinksAreChosen',
    ],
    ['linkedRelations', { linkedRelations: [] }, {}, 'only-openthebox', false, true, 'reasonLinksAreChosen'],
  ])('%s, %j against %j: %s', (field, current, proposed, verdict, ticked, writable, reason) => {
    const row = rowOf(field, { ...FULL, ...current }, { ...FULL, ...proposed });
    expect([row.verdict, row.ticked, row.writable, row.reason]).toEqual([verdict, ticked, writable, reason]);
  });
});

describe('what is proposed', () => {
  test.each<[Language | undefined, string | undefined, string]>([
    ['nl', 'Liège', 'BV'],
    ['fr', 'Gent', 'SRL'],
    ['de', 'Gent', 'GmbH'],
    ['en', 'Liège', 'SRL'],
    ['en', 'Eupen', 'GmbH'],
    [undefined, 'Liège', 'SRL'],
    [undefined, 'Gent', 'BV'],
    [undefined, 'Nergens', 'BV'],
    [undefined, undefined, 'BV'],
  ])('in a relation with language %s and a seat in %s, the form 610 is %s', (language, municipality, expected) => {
    const seat = { ...(municipality && { address: [{ value: { municipality } }] }) };
    const relation = { ...(language && { language }) };
    expect(rowOf('legalForm', relation, { legalForm: '610', ...seat }).proposed).toBe(expected);
    expect(rowOf('legalForm', { ...relation, ...seat }, { legalForm: '610' }).proposed).toBe(expected);
  });

  it('is the name in the relation’s language, without the legal form of either side', () => {
    const name = [
      { value: 'Voorbeeld NV', language: 'nl' },
      { value: 'Exemple SA', language: 'fr' },
    ] as const;
    expect(rowOf('name', { language: 'fr' }, { name, legalForm: '014' }).proposed).toBe('Exemple');
    expect(rowOf('name', {}, { name, legalForm: '014' }).proposed).toBe('Voorbeeld');
    expect(rowOf('name', { legalForm: 'NV' }, { name }).proposed).toBe('Voorbeeld');
    expect(rowOf('name', { legalForm: 'BV' }, { name }).proposed).toBe('Voorbeeld NV');
  });

  it('is the address in the relation’s language', () => {
    const address = [
      { value: { ...GENT, municipality: 'Brussel' }, language: 'nl' },
      { value: { ...GENT, municipality: 'Bruxelles' }, language: 'fr' },
    ] as const;
    expect(rowOf('address', { language: 'fr' }, { address }).proposed).toEqual(address[1].value);
    expect(rowOf('address', {}, { address }).proposed).toEqual(address[0].value);
  });

  it('is an unknown legal form as its text', () => {
    expect(rowOf('legalForm', {}, { legalForm: 'Iets anders' }).proposed).toBe('Iets anders');
    expect(rowOf('legalForm', FULL, { legalForm: 'Iets anders' }).proposed).toBe('Iets anders');
  });

  it('is never a VAT number that openthebox did not give', () => {
    expect(rowOf('vatNumber', {}, { enterpriseNumber: NUMBER })).toMatchObject({
      verdict: 'same',
      proposed: undefined,
    });
    expect(rowOf('vatNumber', { vatNumber: NUMBER }, { enterpriseNumber: NUMBER }).verdict).toBe('only-adminpulse');
  });

  test.each<[Facts, Facts]>([
    [{ naturalPerson: true }, {}],
    [{}, { naturalPerson: true }],
    [{ legalForm: 'Eenmanszaak' }, {}],
    [{}, { legalForm: 'Personne physique' }],
  ])('knows a sole trader by %j and %j', (current, proposed) => {
    const row = rowOf(
      'name',
      { name: [{ value: 'An Peeters' }], ...current },
      { name: [{ value: 'Peeters, An' }], ...proposed },
    );
    expect(row.verdict).toBe('spelling');
  });

  it('has an empty path where the source has none', () => {
    const proposed: Company = { ...inOpenthebox(FULL), provenance: { ...inOpenthebox({}).provenance, paths: {} } };
    expect(diffCompanies(inAdminPulse({}), proposed)[0]?.source.path).toBe('');
  });
});

describe('whether it is one company', () => {
  test.each<[Facts, Facts, boolean]>([
    [{ enterpriseNumber: NUMBER }, { enterpriseNumber: NUMBER }, true],
    [{ enterpriseNumber: NUMBER }, { enterpriseNumber: OTHER_NUMBER }, false],
    [{ vatNumber: NUMBER }, { enterpriseNumber: NUMBER }, true],
    [{ vatNumber: NUMBER }, { enterpriseNumber: OTHER_NUMBER }, false],
    [{ enterpriseNumber: NUMBER }, { vatNumber: OTHER_NUMBER }, false],
    [{ vatNumber: NUMBER }, { vatNumber: OTHER_NUMBER }, false],
    // A member of a VAT unit uses the unit's number.
    [{ enterpriseNumber: NUMBER, vatNumber: OTHER_NUMBER }, { enterpriseNumber: NUMBER }, true],
    [{ enterpriseNumber: NUMBER }, { enterpriseNumber: NUMBER, vatNumber: OTHER_NUMBER }, true],
    [{}, { enterpriseNumber: NUMBER }, true],
    [{ enterpriseNumber: NUMBER }, {}, true],
    [{}, {}, true],
  ])('%j and %j: %s', (current, proposed, expected) => {
    expect(sameCompany(inAdminPulse(current), inOpenthebox(proposed))).toBe(expected);
    expect(sameCompany(inOpenthebox(proposed), inAdminPulse(current))).toBe(expected);
  });
});

describe('companies of every kind', () => {
  const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const language = fc.constantFrom<Language>('nl', 'fr', 'de');
  const version = <T>(value: fc.Arbitrary<T>) => fc.record({ value, language }, { requiredKeys: ['value'] });
  const address = fc.record(
    {
      street: fc.constantFrom('Kerkstraat', 'Kerkstr.', 'Av. Louise', 'Avenue Louise', 'Nieuwstraat 3'),
      number: fc.constantFrom('12', '12b', '45-47', '12 bus 3'),
      box: fc.constantFrom('b', '3', '03', '/'),
      postalCode: fc.constantFrom('9000', 'B-9000', '1050'),
      municipality: fc.constantFrom('Gent', 'Gand', 'Drongen', 'Elsene', 'Ixelles', 'Nergens'),
      country: fc.constantFrom('BE', 'NL'),
    },
    { requiredKeys: [] },
  );
  const facts = fc
    .record({
      name: option(
        fc.array(version(fc.constantFrom('Foo', 'FOO BV', 'Foo SRL', 'Bar & Co. NV', 'BAR', 'Café', '')), {
          maxLength: 2,
        }),
      ),
      legalForm: option(
        fc.constantFrom('BV', '610', '015', 'SRL', 'NV', 'VZW', '020', 'CommV', '012', 'Iets anders', 'Ander'),
      ),
      enterpriseNumber: option(fc.constantFrom(NUMBER, OTHER_NUMBER)),
      vatNumber: option(fc.constantFrom(NUMBER, OTHER_NUMBER)),
      website: option(
        fc.array(fc.constantFrom('foo.be', 'https://www.foo.be/', 'facebook.com/foo', 'n/a', 'bar.be'), {
          maxLength: 2,
        }),
      ),
      address: option(fc.array(version(address), { maxLength: 2 })),
      phone: option(
        fc.array(fc.constantFrom('053390070', '053/39.00.70', '+32471193376', 'n/a', '02 1234567'), { maxLength: 2 }),
      ),
      incorporationDate: option(fc.constantFrom('2019-05-14', '2019-05-20', '2001-01-01')),
      fiscalYearEnd: option(fc.constantFrom('12-31', '02-28', '02-29')),
      linkedRelations: option(fc.array(fc.constantFrom(AN, JAN), { maxLength: 2 })),
      naturalPerson: option(fc.boolean()),
      language: option(language),
    })
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Facts);

  test('differ in nothing from themselves', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const { field, verdict, current, proposed } of diffCompanies(inAdminPulse(given), inOpenthebox(given))) {
          const isUnusable = verdict === 'only-adminpulse' && ['website', 'phone', 'linkedRelations'].includes(field);
          // A name that holds its form is offered without it; the first of several may be no website or number.
          const isTidied = verdict === 'spelling' && ['name', 'website', 'phone'].includes(field);
          expect([field, current, proposed, verdict === 'same' || isUnusable || isTidied]).toEqual([
            field,
            current,
            proposed,
            true,
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('have nothing left but what is never written, once all changes are applied', () => {
    fc.assert(
      fc.property(facts, facts, (current, proposed) => {
        const source = inOpenthebox(proposed);
        const before = diffCompanies(inAdminPulse(current), source);
        const applied = before
          .filter(({ writable }) => writable)
          .map(({ field, proposed: value }) => [field, inList(field, value)]);
        const after = diffCompanies(inAdminPulse({ ...current, ...Object.fromEntries(applied) }), source);
        for (const [index, { field, verdict, writable }] of after.entries()) {
          if (before[index]?.writable) expect([field, ['same', 'spelling'].includes(verdict)]).toEqual([field, true]);
          expect([field, writable && verdict !== 'spelling']).toEqual([field, false]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('tick only what may be written and differs, and only without a reason against it', () => {
    fc.assert(
      fc.property(facts, facts, (current, proposed) => {
        for (const row of diffCompanies(inAdminPulse(current), inOpenthebox(proposed))) {
          if (row.ticked) {
            expect(row).toMatchObject({ writable: true });
            expect(row.reason).toBeUndefined();
            expect(['different', 'only-openthebox']).toContain(row.verdict);
          }
          if (row.writable) expect(row.proposed).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  function inList(field: Field, value: unknown): unknown {
    if (field === 'name' || field === 'address') return [{ value }];
    return field === 'website' || field === 'phone' ? [value] : value;
  }
});

describe('a field beside one value', () => {
  const relation = inAdminPulse(FULL);

  test.each([
    { field: 'name', value: 'Voorbeeld', verdict: 'same' },
    { field: 'name', value: 'Ander', verdict: 'different' },
    { field: 'address', value: { ...GENT, street: 'kerkstr.' }, verdict: 'spelling' },
    { field: 'address', value: MOVED, verdict: 'different' },
    { field: 'phone', value: '+32 53 39 00 70', verdict: 'same' },
    { field: 'website', value: 'https://voorbeeld.be/', verdict: 'spelling' },
    { field: 'legalForm', value: '610', verdict: 'same' },
    { field: 'incorporationDate', value: '2019-05-15', verdict: 'different' },
  ] satisfies { field: Field; value: Parameters<typeof compareField>[2]; verdict: string }[])(
    '$field is $verdict: $value',
    ({ field, value, verdict }) => {
      expect(compareField(field, relation, value)).toBe(verdict);
    },
  );
});
