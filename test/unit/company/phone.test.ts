import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { comparePhones, firstPhone, formatPhone, parsePhones } from '../../../src/company/phone.ts';

describe('reading phone numbers', () => {
  // The notations of the register's contacts, and those of letters.
  test.each<[string, readonly string[]]>([
    ['053/39-00-70', ['+3253390070']],
    ['053/39.00.70', ['+3253390070']],
    ['053 39 00 70', ['+3253390070']],
    ['053390070', ['+3253390070']],
    ['(053) 39 00 70', ['+3253390070']],
    ['+32 53 39 00 70', ['+3253390070']],
    ['+32(0)53390070', ['+3253390070']],
    ['+32 (0)53 39 00 70', ['+3253390070']],
    ['0032 53 39 00 70', ['+3253390070']],
    ['003253390070', ['+3253390070']],
    ['02 123 45 67', ['+3221234567']],
    ['02/123.45.67', ['+3221234567']],
    ['0471/19.33.76', ['+32471193376']],
    ['0471 19 33 76', ['+32471193376']],
    ['0471193376', ['+32471193376']],
    ['+32471193376', ['+32471193376']],
    ['32471193376', ['+32471193376']],
    ['011 555 999', ['+3211555999']],
    ['09-234.56.78', ['+3292345678']],
    ['0800 12 345', ['+3280012345']],
    ['+31 20 123 4567', ['+31201234567']],
    ['+33 1 23 45 67 89', ['+33123456789']],
    ['053/39.00.70 / 0471/19.33.76', ['+3253390070', '+32471193376']],
    ['053/39.00.70; 0471/19.33.76', ['+3253390070', '+32471193376']],
    ['053/39.00.70 of 0471/19.33.76', ['+3253390070', '+32471193376']],
    ['053/39.00.70 ou 0471/19.33.76', ['+3253390070', '+32471193376']],
    ['053390070 - 0471193376', ['+3253390070', '+32471193376']],
    ['053390070,0471193376\n+3221234567', ['+3253390070', '+32471193376', '+3221234567']],
    ['053/39.00.70 | 0471/19.33.76', ['+3253390070', '+32471193376']],
    ['053/39.00.70|0471/19.33.76', ['+3253390070', '+32471193376']],
    ['053/39.00.70 & 0471/19.33.76', ['+3253390070', '+32471193376']],
    ['+32 53 39 00 70 +32 471 19 33 76', ['+3253390070', '+32471193376']],
    ['Tel: 053 39 00 70', ['+3253390070']],
    ['Tel. +32 53 39 00 70', ['+3253390070']],
    ['n/a', []],
    ['', []],
    ['-', []],
    ['geen', []],
    ['12', []],
    ['0123456789012345678901', []],
    [`${' '.repeat(191)}053390070`, ['+3253390070']],
    [`${' '.repeat(192)}053390070`, []],
  ])('%j holds %j', (text, expected) => {
    expect(parsePhones(text)).toEqual(expected);
  });
});

describe('writing phone numbers', () => {
  test.each([
    ['+3253390070', '053 39 00 70', '+32 53 39 00 70'],
    ['+3221234567', '02 123 45 67', '+32 2 123 45 67'],
    ['+32471193376', '0471 19 33 76', '+32 471 19 33 76'],
    ['0471/19.33.76', '0471 19 33 76', '+32 471 19 33 76'],
    ['+31201234567', '+31 20 123 4567', '+31 20 123 4567'],
    ['n/a', 'n/a', 'n/a'],
    ['', '', ''],
    ['x'.repeat(300), 'x'.repeat(300), 'x'.repeat(300)],
  ])('%j is %j or %j', (phone, national, international) => {
    expect(formatPhone(phone, 'national')).toBe(national);
    expect(formatPhone(phone, 'international')).toBe(international);
  });

  test('what was written is read back', () => {
    const mobile = fc.integer({ min: 470_000_000, max: 479_999_999 }).map((digits) => `+32${digits}`);
    const fixed = fc.integer({ min: 2_000_000, max: 7_999_999 }).map((digits) => `+322${digits}`);
    fc.assert(
      fc.property(fc.oneof(mobile, fixed), fc.constantFrom('national', 'international'), (phone, style) => {
        expect(parsePhones(formatPhone(phone, style))).toEqual([phone]);
      }),
    );
  });

  test('the first number of several is taken, and what is no number is passed over', () => {
    expect(firstPhone(['n/a', '053390070 / 0471193376'])).toBe('+32 53 39 00 70');
    expect(firstPhone(['n/a'])).toBeUndefined();
    expect(firstPhone([])).toBeUndefined();
  });
});

describe('comparing phone numbers', () => {
  test.each([
    { current: '053/39.00.70', proposed: '053/39.00.70', verdict: 'same', offered: '053/39.00.70' },
    { current: '053/39.00.70', proposed: '053 39 00 70', verdict: 'spelling', offered: '053 39 00 70' },
    { current: '053 39 00 70', proposed: '+3253390070', verdict: 'same', offered: '053 39 00 70' },
    { current: '+32 53 39 00 70', proposed: '053/39.00.70', verdict: 'same', offered: '+32 53 39 00 70' },
    { current: '+3253390070', proposed: '053/39.00.70', verdict: 'spelling', offered: '+32 53 39 00 70' },
    { current: '003253390070', proposed: '053/39.00.70', verdict: 'spelling', offered: '+32 53 39 00 70' },
    { current: ' +3253390070', proposed: '053/39.00.70', verdict: 'spelling', offered: '+32 53 39 00 70' },
    { current: '053390070 / 0471193376', proposed: '0471/19.33.76', verdict: 'spelling', offered: '0471 19 33 76' },
    { current: '0471193376', proposed: '053390070 / 0471193376', verdict: 'spelling', offered: '0471 19 33 76' },
    { current: '053/39.00.70', proposed: '053/39.00.71', verdict: 'different', offered: '053 39 00 71' },
    { current: '+32 53 39 00 70', proposed: '0471193376', verdict: 'different', offered: '+32 471 19 33 76' },
    { current: 'n/a', proposed: '0471193376', verdict: 'different', offered: '0471 19 33 76' },
    { current: '053390070', proposed: '+31 20 123 4567', verdict: 'different', offered: '+31 20 123 4567' },
    { current: 'n/a', proposed: 'n/a', verdict: 'same', offered: 'n/a' },
    { current: 'onbekend', proposed: ' onbekend ', verdict: 'same', offered: 'onbekend' },
  ])('"$current" against "$proposed": $verdict, offered "$offered"', ({ current, proposed, verdict, offered }) => {
    expect(comparePhones([current], [proposed])).toEqual({ verdict, proposed: offered });
  });

  it('knows every number of either side', () => {
    expect(comparePhones(['053390070', '0471193376'], ['n/a', '0471193376'])?.verdict).toBe('spelling');
    expect(comparePhones(['053390070'], ['0471193376', '053390070'])?.verdict).toBe('same');
    expect(comparePhones(['053390070'], ['0471193376', '053/39 00 70'])).toEqual({
      verdict: 'spelling',
      proposed: '053 39 00 70',
    });
  });

  it('has nothing to say where the register has no number', () => {
    expect(comparePhones(['053390070'], [])).toBeUndefined();
    expect(comparePhones(['053390070'], ['n/a'])).toBeUndefined();
  });

  test('a number equals itself in every notation, both ways', () => {
    const notations = ['053/39.00.70', '053390070', '+32 53 39 00 70', '0032(0)53390070', '32 53 39 00 70'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...notations), fc.constantFrom(...notations), (a, b) => {
        expect(comparePhones([a], [b])?.verdict).not.toBe('different');
      }),
    );
  });
});
