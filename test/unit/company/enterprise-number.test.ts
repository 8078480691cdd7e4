import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { validate } from 'stdnum/lib/esm/be/vat.js';
import { describe, expect, it, test } from 'vitest';
import {
  findEnterpriseNumbers,
  formatEnterpriseNumber,
  parseEnterpriseNumber,
} from '../../../src/company/enterprise-number.ts';
import { madeUpNumber } from './companies.ts';

const lines = (file: string) => readFileSync(`data/${file}`, 'utf8').trim().split('\n');
const digitsOf = (text: string) => text.replaceAll('.', '');
const validNumber = fc.integer({ min: 0, max: 9999 }).map(madeUpNumber);

describe('parsing a number', () => {
  test.each([
    ['0123.456.749', '0123456749'],
    ['0123456749', '0123456749'],
    ['123456749', '0123456749'],
    ['123.456.749', '0123456749'],
    ['0123 456 749', '0123456749'],
    ['0123\u00a0456\u00a0749', '0123456749'],
    ['0123-456-749', '0123456749'],
    ['0123/456/749', '0123456749'],
    ['0.123.456.749', '0123456749'],
    ['  0123.456.749\n', '0123456749'],
    ['BE0123456749', '0123456749'],
    ['be 0123.456.749', '0123456749'],
    ['BE123456749', '0123456749'],
    ['BE-0123.456.749', '0123456749'],
    ['BE.0123.456.749', '0123456749'],
    ['BTW BE 0123.456.749', '0123456749'],
    ['BTW: BE0123456749', '0123456749'],
    ['BTW-BE-0123.456.749', '0123456749'],
    ['TVA BE 0123.456.749', '0123456749'],
    ['VAT BE0123456749', '0123456749'],
    ['MwSt. BE0123456749', '0123456749'],
    ['KBO 0123.456.749', '0123456749'],
    ['KBO nr. 0123.456.749', '0123456749'],
    ['BCE n° 0123.456.749', '0123456749'],
    ['RPR 0123.456.749', '0123456749'],
    ['RPM: 0123.456.749', '0123456749'],
    ['\u202a0123.456.749\u202c', '0123456749'],
    ['0123\u200b456749', '0123456749'],
    ['1029.025.290', '1029025290'],
    ['BE 1029.025.290', '1029025290'],
    ['0001.000.011', undefined],
    ['', undefined],
    ['BE', undefined],
    ['0123.456.748', undefined],
    ['0123.456.794', undefined],
    ['2.190.171.611', undefined],
    ['0000.000.097', undefined],
    ['000000000', undefined],
    ['00123456749', undefined],
    ['23456749', undefined],
    ['01234567490', undefined],
    ['BE0123456749 BE0123456749', undefined],
    ['0123.456.749 Gent', undefined],
    ['NL0123456749', undefined],
    ['+0123456749', undefined],
    ['0123BE456749', undefined],
    ['x0123456749', undefined],
    ['0123,456,749', undefined],
    ['０１２３４５６７４９', undefined],
  ])('reads %j as %s', (text, expected) => {
    expect(parseEnterpriseNumber(text)).toBe(expected);
  });

  it('reads every number of the public registers, in every notation', () => {
    const numbers = lines('enterprise-numbers.txt');
    expect(numbers.length).toBeGreaterThan(700);
    for (const written of numbers) {
      const digits = digitsOf(written);
      for (const notation of [written, digits, `BE ${written}`, `BE${digits}`, `BTW BE${written}`]) {
        expect(parseEnterpriseNumber(notation)).toBe(digits);
      }
      if (digits.startsWith('0')) expect(parseEnterpriseNumber(digits.slice(1))).toBe(digits);
    }
  });

  it('refuses every establishment unit, though its check digits are right', () => {
    const numbers = lines('establishment-numbers.txt');
    expect(numbers.length).toBeGreaterThan(10);
    for (const written of numbers) {
      const digits = digitsOf(written);
      expect(97 - (Number(digits.slice(0, 8)) % 97)).toBe(Number(digits.slice(8)));
      for (const notation of [written, digits, `BE ${written}`])
        expect(parseEnterpriseNumber(notation)).toBeUndefined();
    }
  });

  it('accepts the check digits 97, which a remainder of 0 gives', () => {
    expect(parseEnterpriseNumber('0000009797')).toBe('0000009797');
    expect(parseEnterpriseNumber('0000009700')).toBeUndefined();
  });

  test('what was formatted is read back', () => {
    fc.assert(
      fc.property(validNumber, (number) => {
        expect(formatEnterpriseNumber(number)).toMatch(/^\d{4}\.\d{3}\.\d{3}$/);
        expect(parseEnterpriseNumber(formatEnterpriseNumber(number))).toBe(number);
      }),
    );
  });

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(validNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digit = (Number(number[at]) + by) % 10;
        expect(parseEnterpriseNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`)).toBeUndefined();
      }),
    );
  });
});

describe('parsing compared with stdnum', () => {
  /** All numbers that differ from one in one digit, and the number itself. */
  const neighbours = (number: string): readonly string[] => [
    number,
    ...Array.from(number).flatMap((_, at) =>
      Array.from('0123456789', (digit) => `${number.slice(0, at)}${digit}${number.slice(at + 1)}`),
    ),
  ];
  /** stdnum does not look at the first digit, nor at whether there is anything but zeros. */
  const isKnownDifference = (number: string) => /^[2-9]|^0{8}/.test(number);
  const accepts = (number: string) => parseEnterpriseNumber(number) !== undefined;

  it('takes and refuses the same numbers: those of the register, and each with one digit changed', () => {
    for (const number of lines('enterprise-numbers.txt').map(digitsOf)) {
      expect(validate(number).isValid).toBe(true);
      for (const other of neighbours(number).filter((candidate) => !isKnownDifference(candidate))) {
        if (accepts(other) !== validate(other).isValid) expect.fail(`stdnum differs on ${other}`);
      }
    }
  });

  it('refuses establishment units and zeros, which stdnum takes', () => {
    for (const number of [...lines('establishment-numbers.txt').map(digitsOf), '0000000097']) {
      expect(validate(number).isValid).toBe(true);
      expect(accepts(number)).toBe(false);
    }
  });

  it('takes and refuses the same ten digits, whatever they are', () => {
    const stem = fc.integer({ min: 1, max: 19_999_999 }).map((value) => String(value).padStart(8, '0'));
    const check = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(stem, check, (stem, check) => {
        const right = String(97 - (Number(stem) % 97)).padStart(2, '0');
        for (const number of [stem + check, stem + right]) expect(accepts(number)).toBe(validate(number).isValid);
      }),
    );
  });
});

describe('finding numbers in a text', () => {
  test.each([
    ['BE 0123.456.749', 'BE 0123.456.749', 1],
    ['BE0123456749', 'BE0123456749', 1],
    ['BE123456749', 'BE123456749', 1],
    ['BTW BE0123.456.749.', 'BE0123.456.749', 1],
    ['BTWBE0123456749', 'BE0123456749', 1],
    ['be: 0123 456 749', 'be: 0123 456 749', 1],
    ['(BE 0123.456.749)', 'BE 0123.456.749', 1],
    ['BE 0123 456 749 9000 Gent', 'BE 0123 456 749', 1],
    ['https://openthebox.be/company/BE0123456749', 'BE0123456749', 1],
    ['Voorbeeld BV, 0123.456.749, Gent', '0123.456.749', 2],
    ['0123.456.749 9000 Gent', '0123.456.749', 2],
    ['KBO 0123.456.749', '0123.456.749', 2],
    ['9000 Gent 0123.456.749', '0123.456.749', 2],
    ['BTW-nummer: 0123456749', '0123456749', 3],
    ['Ondernemingsnummer 0123 456 749', '0123 456 749', 3],
    ['Ondernemingsnummer\n0123456749', '0123456749', 3],
    ["Numéro d'entreprise : 0123 456 749", '0123 456 749', 3],
    ['N° TVA 123.456.749', '123.456.749', 3],
    ['TVA0123456749', '0123456749', 3],
    ['Tel. 09 234 56 78, BTW 0123456749', '0123456749', 3],
    ['RPR Gent 0123456749', '0123456749', 3],
    ['Company number 123456749', '123456749', 3],
    ['KBO 0.123.456.749', '0.123.456.749', 3],
    ['0123456749', '0123456749', 4],
    ['123.456.749', '123.456.749', 4],
    ['0123\u00a0456\u00a0749', '0123\u00a0456\u00a0749', 4],
    ['"0123456749"', '0123456749', 4],
    ['0123456749 9000 Gent', '0123456749', 4],
    ['9000 0123456749', '0123456749', 4],
    ['9 jaar: 0123 456 749', '0123 456 749', 4],
    ['#123456749', '123456749', 4],
    ['0123456749,', '0123456749', 4],
  ])('finds in %j the number %j, rank %i', (text, written, rank) => {
    const start = text.indexOf(written);
    expect(findEnterpriseNumbers(text)).toEqual([{ number: '0123456749', start, end: start + written.length, rank }]);
  });

  test.each([
    ['an establishment unit', '2.190.171.611'],
    ['an establishment unit without dots', '2190171611'],
    ['an establishment unit with spaces', '2 190 171 611'],
    ['an establishment unit behind BE', 'BE 2.190.171.611'],
    ['an IBAN', 'BE68 5390 0754 7034'],
    ['an IBAN in one', 'BE12012345674912'],
    ['an IBAN that holds a number', 'BE68 0123 456 7490 1'],
    ['a national number', '85.07.30-033.28'],
    ['a national number in one', '00123456749'],
    ['a structured communication', '+++012/3456/74912+++'],
    ['a structured communication that starts like a number', '***0123456749***'],
    ['a phone number with its country', '+32 471 251 734'],
    ['a phone number with two zeros', '0032 471 251 734'],
    ['a mobile number, spaced', '0471 251 734'],
    ['a number behind "tel"', 'Tel. 0123456749'],
    ['a number behind "tél."', 'tél.: 0123.456.749'],
    ['a number behind "gsm"', 'GSM 0471251734'],
    ['a number behind "fax"', 'Fax: 0123 456 749'],
    ['a number behind "mobiel"', 'mobiel 0123456749'],
    ['a number behind "telephone"', 'Telephone: 0123456749'],
    ['a number behind "phone"', 'Phone 0123456749'],
    ['a number of a zone', '053 390 085'],
    ['an amount', '€ 123.456.749'],
    ['an amount with its currency behind', '123.456.749 EUR'],
    ['an amount with cents', '123.456.749,00'],
    ['a sum in thousands', '1.123.456.749'],
    ['part of a longer number', '01234567491'],
    ['part of a longer number before', '90123456749'],
    ['part of a dotted number', '0123.456.749.12'],
    ['part of a spaced number', '12 0123 456 749'],
    ['part of a spaced number behind', '0123 456 749 12'],
    ['part of a word', 'REF0123456749'],
    ['part of a word behind', '0123456749a'],
    ['part of a dashed reference', '2024-0123456749'],
    ['part of a dashed reference behind', '0123456749-12'],
    ['a number with other groups', '01.23.45.67.49'],
    ['groups with two kinds of separators', '0123.456 749'],
    ['a number over two lines', '0123\n456\n749'],
    ['wrong check digits', 'BE 0123.456.748'],
    ['only zeros', 'BE 0000.000.097'],
    ['nothing', ''],
  ])('leaves out %s', (_, text) => {
    expect(findEnterpriseNumbers(text)).toEqual([]);
  });

  it('finds several, in order, each with its own place', () => {
    const [a, b, c] = [madeUpNumber(1), madeUpNumber(2), madeUpNumber(3)];
    const text = `BE ${formatEnterpriseNumber(a)} / ${formatEnterpriseNumber(b)}\nBTW ${c}`;
    const found = findEnterpriseNumbers(text);
    expect(found.map(({ number, rank }) => [number, rank])).toEqual([
      [a, 1],
      [b, 2],
      [c, 3],
    ]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      `BE ${formatEnterpriseNumber(a)}`,
      formatEnterpriseNumber(b),
      c,
    ]);
  });

  it('looks for a label within 40 characters only', () => {
    expect(findEnterpriseNumbers(`BTW${' '.repeat(36)} 0123456749`)[0]?.rank).toBe(3);
    expect(findEnterpriseNumbers(`BTW${' '.repeat(38)} 0123456749`)[0]?.rank).toBe(4);
  });

  it('takes the same number again on every call', () => {
    expect(findEnterpriseNumbers('0123.456.749')).toEqual(findEnterpriseNumbers('0123.456.749'));
  });

  it('finds every real number in a sentence and no establishment unit', () => {
    for (const written of lines('enterprise-numbers.txt')) {
      expect(findEnterpriseNumbers(`BTW BE ${written}, Gent.`).map(({ number }) => number)).toEqual([
        digitsOf(written),
      ]);
    }
    const units = lines('establishment-numbers.txt');
    expect(findEnterpriseNumbers(units.join(' ; '))).toEqual([]);
    expect(findEnterpriseNumbers(units.map(digitsOf).join(' ; '))).toEqual([]);
  });

  test('whatever stands around a number with BE, it is found where it stands', () => {
    const before = fc.constantFrom('', ' ', ', ', ' (', 'Gent ', '\n', '. ', ') ', '9000 ');
    const after = fc.constantFrom('', ' ', ', ', ') ', ' Gent', '\n', '. ', ' 9000', ',');
    fc.assert(
      fc.property(validNumber, before, after, (number, before, after) => {
        const written = `BE ${formatEnterpriseNumber(number)}`;
        const found = findEnterpriseNumbers(before + written + after);
        expect(found).toEqual([{ number, start: before.length, end: before.length + written.length, rank: 1 }]);
      }),
    );
  });

  test('what is found parses to itself', () => {
    const piece = fc.constantFrom('BE', '0', '1', '0123', '.', ' ', '456', '749', 'BTW', '-', 'tel', '12', ',');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        for (const { number, start, end } of findEnterpriseNumbers(text)) {
          expect(parseEnterpriseNumber(text.slice(start, end))).toBe(number);
        }
      }),
      { numRuns: 500 },
    );
  });
});
