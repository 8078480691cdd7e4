import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foreignVatCountry } from '../../../src/company/foreign-vat.ts';

describe('VAT numbers of other member states', () => {
  // Made up.
  const NUMBERS: readonly (readonly [text: string, country: string])[] = [
    ['ATU12345675', 'AT'],
    ['BG904318297', 'BG'],
    ['CY14036910G', 'CY'],
    ['CZ74651846', 'CZ'],
    ['DE263176423', 'DE'],
    ['DK74337112', 'DK'],
    ['EE675959298', 'EE'],
    ['EL113704818', 'EL'],
    ['ESA88364088', 'ES'],
    ['ESB60795630', 'ES'],
    ['FI53775803', 'FI'],
    ['FR86738576875', 'FR'],
    ['FRUB276656295', 'FR'],
    ['HR44547899953', 'HR'],
    ['HU96609503', 'HU'],
    ['IE7540979F', 'IE'],
    ['IE5E41116B', 'IE'],
    ['IT00594010027', 'IT'],
    ['LT795731115', 'LT'],
    ['LT823789138117', 'LT'],
    ['LU15679061', 'LU'],
    ['LV40159053060', 'LV'],
    ['MT09893105', 'MT'],
    ['NL290674098B06', 'NL'],
    ['PL4263720314', 'PL'],
    ['PT514488697', 'PT'],
    ['RO33008', 'RO'],
    ['RO16297731', 'RO'],
    ['SE550639404701', 'SE'],
    ['SI82935785', 'SI'],
    ['SK2084330468', 'SK'],
    ['XI991271655', 'XI'],
    ['XI526267105160', 'XI'],
    ['XIGD073', 'XI'],
    ['XIHA980', 'XI'],
  ];

  test.each(NUMBERS)('%s is of %s', (text, country) => {
    expect(foreignVatCountry(text)).toBe(country);
  });

  it('knows all member states but Belgium, and Northern Ireland', () => {
    expect(new Set(NUMBERS.map(([, country]) => country)).size).toBe(27);
  });

  test.each(NUMBERS)('%s is one however it is spaced, and in small letters', (text, country) => {
    const characters = [...text.toLowerCase()];
    for (const separator of ['.', '-', '/', ' ', '\u00a0']) {
      expect(foreignVatCountry(characters.join(separator))).toBe(country);
    }
  });

  const WITH_DIGIT_LAST = NUMBERS.filter(([text, country]) => /\d{3}$/.test(text) && country !== 'ES');
  test.each(WITH_DIGIT_LAST)('%s with a letter for its last digit is none', (text) => {
    expect(foreignVatCountry(`${text.slice(0, -1)}Z`)).toBeUndefined();
  });

  test.each(NUMBERS)('%s with more digits than its country has is none', (text) => {
    expect(foreignVatCountry(`${text}000000000`)).toBeUndefined();
  });

  it('does not look at check digits: a slip of the pen is no reason to search Belgium', () => {
    expect(foreignVatCountry('DE263176424')).toBe('DE');
  });

  test.each([
    ['GR113704818', 'EL'],
    ['gr 113 704 818', 'EL'],
    ['nl 2906.74.098.b06', 'NL'],
    [`DE263176423${' '.repeat(29)}`, 'DE'],
    [`DE263176423${' '.repeat(30)}`, undefined],
    ['BE0123456749', undefined],
    ['0123456749', undefined],
    ['290674098B06', undefined],
    ['263176423', undefined],
    ['', undefined],
    ['NL', undefined],
    ['NL1', undefined],
    ['RO1', undefined],
    ['RO19', 'RO'],
    ['NLNL290674098B06', undefined],
    ['NL290674098', undefined],
    ['NL290674098B06 x', undefined],
    ['GB991271655', undefined],
    ['XIGB991271655', undefined],
    ['FRIO276656295', undefined],
    ['XDE263176423', undefined],
    ['DEX263176423', undefined],
    ['US263176423', undefined],
    ['constructor', undefined],
  ])('%j is of %s', (text, expected) => {
    expect(foreignVatCountry(text)).toBe(expected);
  });

  it('takes any text behind the prefix of a country', () => {
    const prefix = fc.constantFrom(...NUMBERS.map(([text]) => text.slice(0, 2)), 'GR', 'BE', 'GB');
    const rest = fc.array(fc.constantFrom(...'0123456789AWBU+* é'), { maxLength: 14 }).map((list) => list.join(''));
    fc.assert(
      fc.property(prefix, rest, (country, text) => {
        expect([undefined, country, 'EL']).toContain(foreignVatCountry(`${country}${text}`));
      }),
      { numRuns: 500 },
    );
  });
});
