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

  it('shows a field whose place is presumed, and offers no writing of it', () => {
    const theirs = inOpenthebox({ ...FULL, website: ['www.ander.be'], address: [{ value: MOVED }] });
    const rows = diffCompanies(inAdminPulse(FULL), theirs, { presumed: ['website'], ticks: { website: true } });
    expect(rows.find(({ field }) => field === 'website')).toMatchObject({
      verdict: 'different',
      ticked: false,
      writable: false,
      reason: 'reasonPresumed',
    });
    expect(rows.find(({ field }) => field === 'address')).toMatchObject({ ticked: true, writable: true });
  });

  it('says nothing of a presumed place where both sides are equal', () => {
    const rows = diffCompanies(inAdminPulse(FULL), inOpenthebox(FULL), { presumed: ['website'] });
    expect(rows.find(({ field }) => field === 'website')?.reason).toBeUndefined();
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

  test.each<{ readonly field: Field; readonly ticked: boolean; readonly reason?: string }>([
    { field: 'name', ticked: true },
    { field: 'legalForm', ticked: true },
    { field: 'enterpriseNumber', ticked: false, reason: 'reasonNumberIsIdentity' },
    { field: 'vatNumber', ticked: false, reason: 'reasonVatNotImplied' },
    { field: 'website', ticked: true },
    { field: 'address', ticked: true },
    { field: 'phone', ticked: true },
    { field: 'incorporationDate', ticked: true },
    { field: 'fiscalYearEnd', ticked: false, reason: 'reasonDeadlinesDependOnIt' },
    { field: 'linkedRelations', ticked: false, reason: 'reasonLinksAreChosen' },
  ])('offers $field where only openthebox has it: ticked $ticked', ({ field, ticked, reason }) => {
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

  test.each<{
    readonly field: Field;
    readonly current: Facts;
    readonly proposed: Facts;
    readonly verdict: string;
    readonly ticked?: boolean;
    readonly writable?: boolean;
    readonly reason?: string;
  }>([
    {
      field: 'name',
      current: {},
      proposed: { name: [{ value: 'Ander' }] },
      verdict: 'different',
      ticked: true,
      writable: true,
    },
    {
      field: 'name',
      current: { name: [{ value: 'Voorbeeld BV' }] },
      proposed: {},
      verdict: 'spelling',
      writable: true,
      reason: 'reasonOtherSpelling',
    },
    { field: 'name', current: {}, proposed: { name: [{ value: 'VOORBEELD BV' }] }, verdict: 'same' },
    { field: 'name', current: {}, proposed: { name: [] }, verdict: 'only-adminpulse', reason: 'reasonNotInOpenthebox' },
    {
      field: 'name',
      current: {},
      proposed: { name: [{ value: ' ' }] },
      verdict: 'only-adminpulse',
      reason: 'reasonNotInOpenthebox',
    },
    {
      field: 'name',
      current: { name: [{ value: ' ' }] },
      proposed: {},
      verdict: 'only-openthebox',
      ticked: true,
      writable: true,
    },
    { field: 'name', current: { name: [] }, proposed: {}, verdict: 'only-openthebox', ticked: true, writable: true },
    { field: 'legalForm', current: {}, proposed: { legalForm: '610' }, verdict: 'same' },
    { field: 'legalForm', current: {}, proposed: { legalForm: 'SRL' }, verdict: 'same' },
    {
      field: 'legalForm',
      current: {},
      proposed: { legalForm: '015' },
      verdict: 'spelling',
      writable: true,
      reason: 'reasonLegacyName',
    },
    {
      field: 'legalForm',
      current: { legalForm: 'BVBA' },
      proposed: { legalForm: '610' },
      verdict: 'spelling',
      writable: true,
      reason: 'reasonLegacyName',
    },
    {
      field: 'legalForm',
      current: {},
      proposed: { legalForm: '014' },
      verdict: 'different',
      ticked: true,
      writable: true,
    },
    {
      field: 'legalForm',
      current: {},
      proposed: { legalForm: '020' },
      verdict: 'different',
      ticked: true,
      writable: true,
    },
    {
      field: 'legalForm',
      current: {},
      proposed: { legalForm: 'Iets anders' },
      verdict: 'different',
      reason: 'reasonUnknownLegalForm',
    },
    {
      field: 'legalForm',
      current: {},
      proposed: { legalForm: '999' },
      verdict: 'different',
      reason: 'reasonUnknownLegalForm',
    },
    {
      field: 'legalForm',
      current: { legalForm: '' },
      proposed: { legalForm: '999' },
      verdict: 'only-openthebox',
      reason: 'reasonUnknownLegalForm',
    },
    {
      field: 'legalForm',
      current: { legalForm: '' },
      proposed: { legalForm: 'Iets anders' },
      verdict: 'only-openthebox',
      reason: 'reasonUnknownLegalForm',
    },
    {
      field: 'legalForm',
      current: { legalForm: 'Iets anders' },
      proposed: {},
      verdict: 'different',
      writable: true,
      reason: 'reasonLegalFormNotRecognised',
    },
    {
      field: 'legalForm',
      current: { legalForm: 'iets ANDERS' },
      proposed: { legalForm: 'Iets anders' },
      verdict: 'same',
    },
    {
      field: 'enterpriseNumber',
      current: {},
      proposed: { enterpriseNumber: OTHER_NUMBER },
      verdict: 'different',
      reason: 'reasonNumberIsIdentity',
    },
    {
      field: 'vatNumber',
      current: {},
      proposed: { vatNumber: OTHER_NUMBER },
      verdict: 'different',
      writable: true,
      reason: 'reasonNumberIsIdentity',
    },
    {
      field: 'website',
      current: {},
      proposed: { website: ['https://voorbeeld.be/'] },
      verdict: 'spelling',
      writable: true,
      reason: 'reasonOtherSpelling',
    },
    {
      field: 'website',
      current: {},
      proposed: { website: ['ander.be'] },
      verdict: 'different',
      writable: true,
      reason: 'reasonWebsiteOftenStale',
    },
    {
      field: 'website',
      current: {},
      proposed: { website: ['facebook.com/x'] },
      verdict: 'different',
      reason: 'reasonSocialNetwork',
    },
    { field: 'website', current: {}, proposed: { website: ['ander.be', 'www.voorbeeld.be'] }, verdict: 'same' },
    {
      field: 'website',
      current: {},
      proposed: { website: ['n/a'] },
      verdict: 'only-adminpulse',
      reason: 'reasonNotInOpenthebox',
    },
    {
      field: 'website',
      current: { website: [] },
      proposed: { website: ['facebook.com/x'] },
      verdict: 'only-openthebox',
      ticked: true,
      writable: true,
    },
    {
      field: 'address',
      current: {},
      proposed: { address: [{ value: MOVED }] },
      verdict: 'different',
      ticked: true,
      writable: true,
    },
    {
      field: 'address',
      current: {},
      proposed: { address: [{ value: { ...GENT, municipality: 'Gand' } }] },
      verdict: 'spelling',
      writable: true,
      reason: 'reasonSameAddressOtherSpelling',
    },
    {
      field: 'address',
      current: {},
      proposed: { address: [{ value: { ...GENT, municipality: 'Drongen' } }] },
      verdict: 'spelling',
      writable: true,
      reason: 'reasonPartMunicipality',
    },
    {
      field: 'address',
      current: {},
      proposed: { address: [{ value: {} }] },
      verdict: 'only-adminpulse',
      reason: 'reasonNotInOpenthebox',
    },
    {
      field: 'address',
      current: { address: [{ value: {} }] },
      proposed: {},
      verdict: 'only-openthebox',
      ticked: true,
      writable: true,
    },
    {
      field: 'address',
      current: { address: [{ value: { street: ' ' } }] },
      proposed: {},
      verdict: 'only-openthebox',
      ticked: true,
      writable: true,
    },
    { field: 'phone', current: {}, proposed: { phone: ['053/39.00.70'] }, verdict: 'same' },
    {
      field: 'phone',
      current: { phone: ['053/390070'] },
      proposed: {},
      verdict: 'spelling',
      writable: true,
      reason: 'reasonOtherSpelling',
    },
    {
      field: 'phone',
      current: {},
      proposed: { phone: ['0471193376'] },
      verdict: 'different',
      writable: true,
      reason: 'reasonPhoneOftenStale',
    },
    {
      field: 'phone',
      current: {},
      proposed: { phone: ['n/a'] },
      verdict: 'only-adminpulse',
      reason: 'reasonNotInOpenthebox',
    },
    {
      field: 'incorporationDate',
      current: {},
      proposed: { incorporationDate: '2019-06-14' },
      verdict: 'different',
      writable: true,
      reason: 'reasonDateCloseOtherDefinition',
    },
    {
      field: 'incorporationDate',
      current: {},
      proposed: { incorporationDate: '2019-06-15' },
      verdict: 'different',
      writable: true,
      reason: 'reasonDateDiffers',
    },
    {
      field: 'incorporationDate',
      current: {},
      proposed: { incorporationDate: '2019-04-13' },
      verdict: 'different',
      writable: true,
      reason: 'reasonDateCloseOtherDefinition',
    },
    {
      field: 'fiscalYearEnd',
      current: {},
      proposed: { fiscalYearEnd: '06-30' },
      verdict: 'different',
      writable: true,
      reason: 'reasonDeadlinesDependOnIt',
    },
    {
      field: 'fiscalYearEnd',
      current: { fiscalYearEnd: '02-28' },
      proposed: { fiscalYearEnd: '02-29' },
      verdict: 'same',
    },
    {
      field: 'linkedRelations',
      current: {},
      proposed: { linkedRelations: [JAN] },
      verdict: 'different',
      writable: true,
      reason: 'reasonLinksAreChosen',
    },
    { field: 'linkedRelations', current: { linkedRelations: [AN, JAN] }, proposed: {}, verdict: 'same' },
    {
      field: 'linkedRelations',
      current: {},
      proposed: { linkedRelations: [AN, { ...JAN, historic: true }] },
      verdict: 'same',
    },
    {
      field: 'linkedRelations',
      current: {},
      proposed: { linkedRelations: [{ ...JAN, historic: true }] },
      verdict: 'only-adminpulse',
      reason: 'reasonNotInOpenthebox',
    },
    {
      field: 'linkedRelations',
      current: { linkedRelations: [{ ...AN, historic: true }] },
      proposed: {},
      verdict: 'different',
      writable: true,
      reason: 'reasonLinksAreChosen',
    },
    {
      field: 'linkedRelations',
      current: { linkedRelations: [] },
      proposed: {},
      verdict: 'only-openthebox',
      writable: true,
      reason: 'reasonLinksAreChosen',
    },
  ])(
    '$field, $current against $proposed: $verdict',
    ({ field, current, proposed, verdict, ticked = false, writable = false, reason }) => {
      const row = rowOf(field, { ...FULL, ...current }, { ...FULL, ...proposed });
      expect([row.verdict, row.ticked, row.writable, row.reason]).toEqual([verdict, ticked, writable, reason]);
    },
  );
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
  test.each<{ readonly current: Facts; readonly proposed: Facts; readonly same: boolean }>([
    { current: { enterpriseNumber: NUMBER }, proposed: { enterpriseNumber: NUMBER }, same: true },
    { current: { enterpriseNumber: NUMBER }, proposed: { enterpriseNumber: OTHER_NUMBER }, same: false },
    { current: { vatNumber: NUMBER }, proposed: { enterpriseNumber: NUMBER }, same: true },
    { current: { vatNumber: NUMBER }, proposed: { enterpriseNumber: OTHER_NUMBER }, same: false },
    { current: { enterpriseNumber: NUMBER }, proposed: { vatNumber: OTHER_NUMBER }, same: false },
    { current: { vatNumber: NUMBER }, proposed: { vatNumber: OTHER_NUMBER }, same: false },
    // A member of a VAT unit uses the unit's number.
    {
      current: { enterpriseNumber: NUMBER, vatNumber: OTHER_NUMBER },
      proposed: { enterpriseNumber: NUMBER },
      same: true,
    },
    {
      current: { enterpriseNumber: NUMBER },
      proposed: { enterpriseNumber: NUMBER, vatNumber: OTHER_NUMBER },
      same: true,
    },
    { current: {}, proposed: { enterpriseNumber: NUMBER }, same: true },
    { current: { enterpriseNumber: NUMBER }, proposed: {}, same: true },
    { current: {}, proposed: {}, same: true },
  ])('$current and $proposed: $same', ({ current, proposed, same }) => {
    expect(sameCompany(inAdminPulse(current), inOpenthebox(proposed))).toBe(same);
    expect(sameCompany(inOpenthebox(proposed), inAdminPulse(current))).toBe(same);
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
