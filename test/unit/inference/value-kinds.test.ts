import { describe, expect, it } from 'vitest';
import type { Scalar } from '../../../src/inference/tree.ts';
import { createKinds } from '../../../src/inference/value-kinds.ts';

const kinds = createKinds();

describe('the kind of a value', () => {
  it.each<[keyof typeof kinds, Scalar, unknown]>([
    ['number', 'BE 0123.456.749', '0123456749'],
    ['number', 123_456_749, '0123456749'],
    ['number', 1_004_246, '0001004246'],
    ['number', '0123456748', undefined],
    ['number', '2123456789', undefined],
    ['foreignVat', 'NL123456789B01', 'NL'],
    ['phone', '09/234.56.78', ['+3292345678']],
    ['phone', '+32 (0)9 234 56 78', ['+3292345678']],
    ['phone', '23012345', undefined],
    ['phone', '14/05/2019', undefined],
    ['phone', '2019-05-14', undefined],
    ['website', 'https://www.peeters.example/', 'peeters.example'],
    ['website', '1.5', undefined],
    ['email', 'info@peeters.example', 'info@peeters.example'],
    ['date', '2019-05-14T00:00:00Z', '2019-05-14'],
    ['date', '14.05.2019', '2019-05-14'],
    ['date', '14052019', '2019-05-14'],
    ['date', 20_190_514, '2019-05-14'],
    ['date', 1_557_784_800_000, '2019-05-14'],
    ['date', 1_557_784_800, '2019-05-14'],
    ['date', 12, undefined],
    ['date', 1_007, undefined],
    ['date', '0471 25 17 34', undefined],
    ['monthDay', '31/12', '12-31'],
    ['monthDay', '31 december', '12-31'],
    ['monthDay', '2025-06-30', '06-30'],
    ['monthDay', 31, undefined],
    ['postalCode', 'B-9000', '9000'],
    ['postalCode', 9000, '9000'],
    ['postalCode', '0900', undefined],
    ['municipality', 'Sint-Niklaas', 'sint niklaas'],
    ['municipality', 'Peeters', undefined],
    ['place', '9000 Gent', { postalCode: '9000', municipality: 'Gent' }],
    ['place', 'Kerkstraat 12, 9000 Gent', undefined],
    ['houseNumber', '12/3', { number: '12', box: '3' }],
    ['houseNumber', '12 bus 3', { number: '12', box: '3' }],
    ['houseNumber', '17A', { number: '17A' }],
    ['houseNumber', '12345', undefined],
    ['language', 'Nederlands', 'nl'],
    ['language', 'Normal', undefined],
    ['situation', '050', '050'],
    ['situation', 'x', undefined],
    ['phone', true, undefined],
  ])('%s: %s', (kind, value, expected) => {
    expect(kinds[kind](value)).toEqual(expected);
  });

  it('is the family for a legal form in any of its forms', () => {
    for (const value of ['610', 610, 'BV', 'Société à responsabilité limitée', '610 - Besloten Vennootschap']) {
      expect(kinds.legalForm(value)?.family).toBe('BV');
    }
  });

  it('is a name with and without its legal form, its words in any order', () => {
    const shared = (a: string, b: string) =>
      (kinds.name(a)?.keys ?? []).some((key) => (kinds.name(b)?.keys ?? []).includes(key));
    expect(shared('BAKKERIJ PEETERS BV', 'Bakkerij Peeters')).toBe(true);
    expect(shared('SRL Boulangerie Dupont', 'Boulangerie Dupont')).toBe(true);
    expect(shared('Peeters, Jan', 'Jan Peeters')).toBe(true);
    expect(shared('Peeters & Zonen', 'Peeters en Zonen')).toBe(true);
    expect(shared('Bakkerij Peeters', 'Bakkerij Janssens')).toBe(false);
  });
});
