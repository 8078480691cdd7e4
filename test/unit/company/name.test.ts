import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseLegalForm } from '../../../src/company/legal-form.ts';
import { compareNames, type NameContext, nameWithoutForm } from '../../../src/company/name.ts';

const context = (families: readonly string[] = [], more: Partial<NameContext> = {}): NameContext => ({
  families,
  currentFamilies: families,
  naturalPerson: false,
  language: undefined,
  ...more,
});
const compare = (current: string, proposed: string, nameContext = context()) =>
  compareNames(current, [{ value: proposed }], nameContext);

describe('equal names', () => {
  // Patterns of the register's extract: half of the names in capitals, brand casing, forms inside the name.
  test.each([
    ['Vuurpunt', 'VUURPUNT', 'BV'],
    ['STRIC', 'Stric', 'BV'],
    ['VGDsolutions', 'VGD Solutions', 'CommV'],
    ['Otman', 'Otman CommV', 'CommV'],
    ['Otman', 'Otman Comm.V.', 'CommV'],
    ['Otman', 'OTMAN SComm', 'CommV'],
    ['Otman', 'Otman GCV', 'CommV'],
    ['Cap Horizons', 'Cap Horizons ASBL', 'VZW'],
    ['Cap Horizons', 'ASBL Cap Horizons', 'VZW'],
    ['Cap Horizons', 'Cap Horizons A.S.B.L.', 'VZW'],
    ['Cap Horizons', 'Cap Horizons, association sans but lucratif', 'VZW'],
    ['CPTL', 'C.P.T.L', 'BV'],
    ['C.P.T.L.', 'CPTL SRL', 'BV'],
    ['Jansens & Zonen', 'JANSENS EN ZONEN', 'BV'],
    ['Dupont & Fils', 'Dupont et Fils SPRL', 'BV'],
    ['Smith & Sons', 'Smith and Sons', 'BV'],
    ['Müller & Söhne', 'MULLER UND SOHNE GmbH', 'BV'],
    ['Jansens + Zonen', 'Jansens en Zonen', 'BV'],
    ['Café du Nord', 'CAFE DU NORD', 'BV'],
    ["L'Été", 'L’ETE', 'BV'],
    ['Œuvre', 'OEUVRE', 'VZW'],
    ['Foo_Bar', 'Foo Bar', 'BV'],
    ['Foo-Bar', 'FOO BAR', 'BV'],
    ['Foo (Bar)', 'Foo Bar', 'BV'],
    ['Sint-Jan', 'Sint Jan', 'VZW'],
    ['Bekaert', 'NV Bekaert SA', 'NV'],
    ['Bekaert', 'Bekaert NV/SA', 'NV'],
    ['Bekaert', 'N.V. Bekaert', 'NV'],
    ['Bekaert', 'Naamloze Vennootschap Bekaert', 'NV'],
    ['Voorbeeld BVBA', 'Voorbeeld BV', 'BV'],
    ['Voorbeeld SPRL', 'BV VOORBEELD', 'BV'],
    ['Foo & Co', 'Foo & Co.', 'VOF'],
    ['Foo', 'Foo V.O.F.', 'VOF'],
    ['BV', 'BV', 'BV'],
    ['BV', 'BV SRL', 'BV'],
    ['Foo & BV', 'Foo', 'BV'],
    ['en B.V.', 'en', 'BV'],
    ['& BV', 'et', 'BV'],
    ['BV & Foo', 'Foo', 'BV'],
    ['x'.repeat(401), 'X'.repeat(401), 'BV'],
    [`Foo ${'x'.repeat(393)} BV`, `Foo ${'x'.repeat(393)}`, 'BV'],
    ['BVBA Peeters BV', 'Peeters', 'BV'],
    ['Bvlgari', 'BVLGARI BV', 'BV'],
    ['Casa', 'SA CASA', 'NV'],
    ['Bouw & Co', 'BOUW EN CO COMM. V', 'CommV'],
    ["'t Hoekje", 'T HOEKJE', 'BV'],
    ['Jan & Piet', 'JAN ET PIET', 'VOF'],
  ])('%j is %j (%s), both ways', (a, b, family) => {
    expect(compare(a, b, context([family]))?.verdict).not.toBe('different');
    expect(compare(b, a, context([family]))?.verdict).not.toBe('different');
  });

  test.each([
    ['Foo', 'Bar', 'BV'],
    ['Foo', 'Foo NV', 'BV'],
    ['Foo', 'Foo BV', 'NV'],
    ['Foo', 'Foo SA', 'VZW'],
    ['Foo', 'Foo BV', ''],
    ['Foo', 'Foo BV Bar', 'BV'],
    ['Foo Bar', 'Bar Foo', 'BV'],
    ['Jansens & Zonen', 'Jansens Zonen', 'BV'],
    ['Insurance', 'AG Insurance', 'NV'],
    ['Foo 1', 'Foo 2', 'BV'],
    ['Foo', 'Foo Group', 'BV'],
    ['Foo', 'Foo Beroepsvereniging', 'BV'],
    ['@!', '@?', 'BV'],
    ['Foo', '!', 'BV'],
    ['Peeters, An', 'An Peeters', 'BV'],
    ['Peeters', 'Peeters NV', 'BV'],
    ['Bvlgari', 'lgari', 'BV'],
    ['Anvers', 'NV Anvers SA Belge', 'NV'],
    ['en BV', 'Foo', 'BV'],
    [`Foo ${'x'.repeat(394)} BV`, `Foo ${'x'.repeat(394)}`, 'BV'],
  ])('%j is not %j (%s), both ways', (a, b, family) => {
    expect(compare(a, b, context([family]))?.verdict).toBe('different');
    expect(compare(b, a, context([family]))?.verdict).toBe('different');
  });

  test('sole traders are compared by their words, in any order', () => {
    const person = context([], { naturalPerson: true });
    expect(compare('An Peeters', 'Peeters, An', person)).toEqual({ verdict: 'spelling', proposed: 'Peeters, An' });
    expect(compare('Peeters, An', 'An Peeters', person)).toEqual({ verdict: 'spelling', proposed: 'An Peeters' });
    expect(compare('An Peeters', 'PEETERS, AN', person)).toEqual({ verdict: 'same', proposed: 'An Peeters' });
    expect(compare('An-Marie Van den Bergh', 'Van den Bergh, An Marie', person)?.verdict).toBe('spelling');
    expect(compare('An Peeters', 'Peeters, Jan', person)?.verdict).toBe('different');
    expect(compare('An Peeters', 'Peeters, An An', person)?.verdict).toBe('different');
    expect(compare('C Ab', 'A Bc', person)?.verdict).toBe('different');
    expect(compare('Anpeeters', 'An Peeters', person)?.verdict).toBe('spelling');
  });
});

describe('the name that is offered', () => {
  test.each([
    { current: 'Vuurpunt', proposed: 'VUURPUNT', verdict: 'same', offered: 'Vuurpunt' },
    { current: 'Vuurpunt BV', proposed: 'VUURPUNT', verdict: 'spelling', offered: 'Vuurpunt' },
    { current: 'Vuurpunt BV', proposed: 'VUURPUNT BV', verdict: 'spelling', offered: 'Vuurpunt' },
    { current: 'VUURPUNT', proposed: 'VUURPUNT', verdict: 'same', offered: 'VUURPUNT' },
    { current: 'VUURPUNT', proposed: 'Vuurpunt', verdict: 'spelling', offered: 'Vuurpunt' },
    { current: 'vuurpunt', proposed: 'VuurPunt', verdict: 'spelling', offered: 'VuurPunt' },
    { current: 'Vuurpunt', proposed: 'Vuurpunt BV', verdict: 'same', offered: 'Vuurpunt' },
    { current: 'Vuur  Punt', proposed: 'Vuur Punt', verdict: 'same', offered: 'Vuur Punt' },
    { current: 'Foo', proposed: 'BAR BV', verdict: 'different', offered: 'BAR' },
    { current: 'Foo', proposed: 'Bar BVBA', verdict: 'different', offered: 'Bar' },
    { current: 'Foo', proposed: 'Bar & Co. BV', verdict: 'different', offered: 'Bar & Co.' },
    { current: '1001', proposed: '1002', verdict: 'different', offered: '1002' },
    { current: 'Foo 1', proposed: '1', verdict: 'different', offered: '1' },
    { current: '10.01', proposed: '1001', verdict: 'spelling', offered: '1001' },
  ])('for "$current" against "$proposed": $verdict, "$offered"', ({ current, proposed, verdict, offered }) => {
    expect(compare(current, proposed, context(['BV']))).toEqual({ verdict, proposed: offered });
  });

  it('is the version in the language of the relation', () => {
    const versions = [
      { value: 'Stad Brussel', language: 'nl' },
      { value: 'Ville de Bruxelles', language: 'fr' },
    ] as const;
    const of = (language: NameContext['language']) =>
      compareNames('Foo', versions, context([], { language }))?.proposed;
    expect(of('fr')).toBe('Ville de Bruxelles');
    expect(of('nl')).toBe('Stad Brussel');
    expect(of('de')).toBe('Stad Brussel');
    expect(of(undefined)).toBe('Stad Brussel');
  });

  it('is the version that AdminPulse has, whatever the language of the relation', () => {
    const versions = [
      { value: 'STAD BRUSSEL', language: 'nl' },
      { value: 'Ville de Bruxelles', language: 'fr' },
    ] as const;
    const french = context([], { language: 'fr' });
    expect(compareNames('Stad Brussel', versions, french)).toEqual({ verdict: 'same', proposed: 'Stad Brussel' });
    expect(compareNames('VILLE DE BRUXELLES', versions, french)?.verdict).toBe('spelling');
  });

  it('takes the forms of both sides off AdminPulse’s name, and the register’s own off its name', () => {
    const changed = context(['NV'], { currentFamilies: ['BV', 'NV'] });
    expect(compare('Foo BV', 'Foo NV', changed)).toEqual({ verdict: 'spelling', proposed: 'Foo' });
    expect(compare('Foo BV', 'FOO NV', changed)).toEqual({ verdict: 'spelling', proposed: 'Foo' });
    expect(compare('Foo', 'Foo BV', changed)).toEqual({ verdict: 'different', proposed: 'Foo BV' });
  });

  it('is nothing where the register has no name', () => {
    expect(compareNames('Foo', [], context())).toBeUndefined();
  });
});

describe('taking off the legal form', () => {
  test.each([
    ['Foo BV', 'BV', 'Foo'],
    ['Foo, BV', 'BV', 'Foo'],
    ['Foo (BV)', 'BV', 'Foo'],
    ['Foo - BV', 'BV', 'Foo'],
    ['Foo B.V.', 'BV', 'Foo'],
    ['B.V. Foo', 'BV', 'Foo'],
    ['BV "Foo"', 'BV', '"Foo"'],
    ['BV Foo BV', 'BV', 'Foo'],
    ['Foo BV SRL', 'BV', 'Foo'],
    ['Foo (Bar) BV', 'BV', 'Foo (Bar)'],
    ['Foo & Co. BV', 'BV', 'Foo & Co.'],
    ['Foo! BV', 'BV', 'Foo!'],
    ['* Foo BV', 'BV', '* Foo'],
    ['BV Foo *', 'BV', 'Foo *'],
    ['Foo', 'BV', 'Foo'],
    ['Foo!', 'BV', 'Foo!'],
    ['(Foo)', 'BV', '(Foo)'],
    ['BV', 'BV', 'BV'],
    ['BV BV', 'BV', 'BV'],
    ['Foo BV', 'NV', 'Foo BV'],
    ['Foo NV', 'NV', 'Foo'],
    ['SA Foo', 'NV', 'Foo'],
    ['AG Foo', 'NV', 'AG Foo'],
    ['Foo AG', 'NV', 'Foo'],
    ['AG Insurance NV', 'NV', 'AG Insurance'],
    ['Foo vereniging zonder winstoogmerk', 'VZW', 'Foo'],
    ['Foo Coöperatieve vennootschap met beperkte aansprakelijkheid', 'CV', 'Foo'],
    ['  Foo   BV ', 'BV', 'Foo'],
    ['Foo BVlaanderen', 'BV', 'Foo BVlaanderen'],
    ['', 'BV', ''],
    ['!!!', 'BV', '!!!'],
    [`${'x'.repeat(397)} BV`, 'BV', 'x'.repeat(397)],
    [`${'x'.repeat(398)} BV`, 'BV', `${'x'.repeat(398)} BV`],
  ])('%j of a %s is %j', (name, family, expected) => {
    expect(nameWithoutForm(name, [family])).toBe(expected);
  });

  it('takes off any of the families', () => {
    expect(nameWithoutForm('Foo BVBA', ['NV', 'BV'])).toBe('Foo');
    expect(nameWithoutForm('Foo BVBA', [])).toBe('Foo BVBA');
  });

  it('leaves the names of the register that have no form as they are', () => {
    const samples: { names: string[]; juridicalForm: string }[] = JSON.parse(
      readFileSync('data/registry-samples.json', 'utf8'),
    );
    const bare = samples.flatMap(({ names, juridicalForm }) =>
      names.map((name) => nameWithoutForm(name, [parseLegalForm(juridicalForm)?.family ?? ''])),
    );
    expect(bare).toEqual(['STRIC', 'VGDsolutions', 'Riveaux', 'Otman', 'Cap Horizons']);
  });
});

describe('names of every kind', () => {
  const word = fc.constantFrom('Foo', 'BAR', 'Café', 'BV', 'B.V.', 'en', '&', '(x)', 'SRL', 'Zoë', '12', '-', 'vzw');
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.array(word, { maxLength: 6 }).map((w) => w.join(' ')),
  );
  const families = fc.subarray(['BV', 'NV', 'VZW']);

  test('are equal to themselves, and compared the same in both directions', () => {
    fc.assert(
      fc.property(name, name, families, fc.boolean(), (a, b, ofFamilies, naturalPerson) => {
        const nameContext = context(ofFamilies, { naturalPerson });
        const isDifferent = (x: string, y: string) => compare(x, y, nameContext)?.verdict === 'different';
        expect(isDifferent(a, a)).toBe(false);
        expect(isDifferent(a, b)).toBe(isDifferent(b, a));
      }),
      { numRuns: 1000, examples: [['Café SRL & BV', 'Café', ['BV'], false]] },
    );
  });

  test('are the same once the offer is taken', () => {
    fc.assert(
      fc.property(name, name, families, (a, b, ofFamilies) => {
        const offered = compare(a, b, context(ofFamilies))?.proposed ?? '';
        expect(compare(offered, b, context(ofFamilies))).toEqual({ verdict: 'same', proposed: offered });
      }),
      { numRuns: 1000, examples: [['vzw & vzw', '& SRL', ['BV', 'VZW']]] },
    );
  });

  test('do not differ by capitals, accents, punctuation and the family form', () => {
    const words = fc.array(fc.constantFrom('foo', 'café', 'über', 'groupe', '12'), { minLength: 1, maxLength: 4 });
    const separator = fc.constantFrom(' ', '-', '. ', ', ', ' / ', '_');
    const form = fc.constantFrom('', ' BV', ' S.R.L.', ', bvba', ' (SPRL)');
    fc.assert(
      fc.property(words, separator, form, fc.boolean(), (list, between, end, upper) => {
        const text = list.join(between).normalize(upper ? 'NFD' : 'NFC');
        const written = (upper ? text.toUpperCase() : text) + end;
        expect(compare(list.join(' '), written, context(['BV']))?.verdict).not.toBe('different');
      }),
    );
  });
});
