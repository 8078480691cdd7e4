import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { monthOfWord } from '../../../src/company/dates.ts';
import { fiscalYearEndFromAccounts, isSameMonthDay, parseFiscalYearEnd } from '../../../src/company/fiscal-year-end.ts';

describe('reading the end of a financial year', () => {
  test.each([
    ['12-31', '12-31'],
    ['06-30', '06-30'],
    ['--12-31', '12-31'],
    ['31-12', '12-31'],
    ['30-06', '06-30'],
    ['05-06', '05-06'],
    ['31/12', '12-31'],
    ['30/6', '06-30'],
    ['5/6', '06-05'],
    ['05/06', '06-05'],
    ['31.12', '12-31'],
    ['31.12.', '12-31'],
    ['31 12', '12-31'],
    ['12/31', '12-31'],
    ['31 december', '12-31'],
    ['31 décembre', '12-31'],
    ['31. Dezember', '12-31'],
    ['31 December', '12-31'],
    ['31 déc.', '12-31'],
    ['30 juin', '06-30'],
    ['30 jun', '06-30'],
    ['31 mrt', '03-31'],
    ['31 maart', '03-31'],
    ['31 März', '03-31'],
    ['31 mars', '03-31'],
    ['1er avril', '04-01'],
    ['31 août', '08-31'],
    ['31 augustus', '08-31'],
    ['28 février', '02-28'],
    ['31 jan', '01-31'],
    ['31 mei', '05-31'],
    ['31 juli', '07-31'],
    ['30 sept.', '09-30'],
    ['31 okt', '10-31'],
    ['30 nov', '11-30'],
    ['31DEC', '12-31'],
    ['31-dec', '12-31'],
    ['29/02', '02-29'],
    ['02-30', undefined],
    ['30/02', undefined],
    ['02-29', '02-29'],
    ['2024-12-31', '12-31'],
    ['2024-12-31T00:00:00', '12-31'],
    ['31/12/2024', '12-31'],
    ['31122024', '12-31'],
    [' 31/12 ', '12-31'],
    [1735599600000, '12-31'],
    // Seconds, at midnight in Brussels.
    [1735599600, '12-31'],
    [1767135600, '12-31'],
    [20241231, '12-31'],
    [{ day: 31, month: 12 }, '12-31'],
    [{ day: '31', month: '12' }, '12-31'],
    [{ day: '1', month: 4, year: 2024 }, '04-01'],
    ['', undefined],
    ['x', undefined],
    ['31', undefined],
    ['32/12', undefined],
    ['31/13', undefined],
    ['00/12', undefined],
    ['30/02', undefined],
    ['31/06', undefined],
    ['31 foo', undefined],
    ['december', undefined],
    ['--31-12', undefined],
    ['x12-31', undefined],
    ['12-311', undefined],
    ['112-31', undefined],
    ['--12-311', undefined],
    ['x--12-31', undefined],
    ['131/12', undefined],
    ['31/120', undefined],
    ['131 december', undefined],
    ['31 december x', undefined],
    [`31/12${' '.repeat(55)}`, '12-31'],
    [`31/12${' '.repeat(56)}`, undefined],
    [10_000_000, '01-01'],
    [{ day: 'x1', month: '12' }, undefined],
    [{ day: '031', month: '12' }, undefined],
    [{ month: 12 }, undefined],
    ['1231', undefined],
    [1231, undefined],
    [9_999_999, undefined],
    [{ day: 31 }, undefined],
    [{ day: 31, month: 13 }, undefined],
    [{ day: '31x', month: '12' }, undefined],
    [{ day: null, month: null }, undefined],
    [null, undefined],
    [undefined, undefined],
    [true, undefined],
    [[31, 12], undefined],
    [`31/12${' '.repeat(100)}`, undefined],
  ])('%j is %s', (value, expected) => {
    expect(parseFiscalYearEnd(value)).toBe(expected);
  });

  test('every day of a leap year is read back from its forms', () => {
    const day = fc
      .integer({ min: 0, max: 365 })
      .map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(5, 10));
    fc.assert(
      fc.property(day, (monthDay) => {
        const [month, date] = monthDay.split('-');
        for (const form of [monthDay, `--${monthDay}`, `${date}/${month}`, `${date}.${month}`]) {
          expect(parseFiscalYearEnd(form)).toBe(monthDay);
        }
        expect(parseFiscalYearEnd({ day: Number(date), month: Number(month) })).toBe(monthDay);
      }),
    );
  });
});

describe('months in words', () => {
  test.each([
    ['januari janvier Januar January jan. janv.', 1],
    ['februari février Februar February feb. févr.', 2],
    ['maart mars März March mrt mar.', 3],
    ['april avril April apr. avr.', 4],
    ['mei mai Mai May', 5],
    ['juni juin Juni June jun.', 6],
    ['juli juillet Juli July jul. juil.', 7],
    ['augustus août August aug. AOUT', 8],
    ['september septembre September sept. sep', 9],
    ['oktober octobre Oktober October okt. oct.', 10],
    ['november novembre November nov.', 11],
    ['december décembre Dezember December dec. déc. dez.', 12],
  ])('%s are %i', (words, month) => {
    for (const word of words.split(' ')) expect([word, monthOfWord(word)]).toEqual([word, month]);
  });

  test.each(['', 'x', 'ja', 'xjan', 'foo', 'ma'])('%j is none', (word) => {
    expect(monthOfWord(word)).toBeUndefined();
  });
});

describe('comparing ends of financial years', () => {
  test.each([
    { a: '12-31', b: '12-31', same: true },
    { a: '02-28', b: '02-29', same: true },
    { a: '12-31', b: '12-30', same: false },
    { a: '02-28', b: '02-27', same: false },
    { a: '02-29', b: '03-29', same: false },
  ])('$a and $b: $same, both ways', ({ a, b, same }) => {
    expect(isSameMonthDay(a, b)).toBe(same);
    expect(isSameMonthDay(b, a)).toBe(same);
  });
});

describe('the end of the financial year from annual accounts', () => {
  test.each([
    [['2024-12-31', '2023-12-31'], undefined, '12-31'],
    [['2023-12-31', '2024-12-31'], undefined, '12-31'],
    [['2024-12-31', '2023-12-31', '2022-06-30'], undefined, '12-31'],
    [['2024-12-31', '2024-12-31', '2023-12-31'], undefined, '12-31'],
    [['2024-02-29', '2023-02-28'], undefined, '02-29'],
    [['2024-06-30', '2023-06-30'], '2023-07-01', '06-30'],
    [['2024-12-31'], undefined, undefined],
    [['2024-12-31', '2024-12-31'], undefined, undefined],
    [[], undefined, undefined],
    [['2024-12-31', '2023-06-30'], undefined, undefined],
    [['2024-12-31', '2022-12-31'], undefined, undefined],
    [['2024-06-30', '2023-06-30'], '2023-06-30', undefined],
    [['2024-06-30', '2023-06-30'], '2023-06-29', undefined],
    [['2024-06-30', '2023-06-30'], '2023-08-01', undefined],
    [['2024-12-31', '2023-12-31'], '2023-01-01', undefined],
    [['2024-12-31', '2023-06-30', '2022-12-31'], undefined, undefined],
  ] as const)('periods that end on %j, the last from %s: %s', (periodEnds, periodStart, expected) => {
    expect(fiscalYearEndFromAccounts({ periodEnds, ...(periodStart && { periodStart }) })).toBe(expected);
  });

  it('does not ask for an order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['2024-12-31', '2023-12-31', '2022-12-31'], { minLength: 2 }), (periodEnds) => {
        const isConsecutive = !(periodEnds.length === 2 && !periodEnds.includes('2023-12-31'));
        expect(fiscalYearEndFromAccounts({ periodEnds })).toBe(isConsecutive ? '12-31' : undefined);
      }),
    );
  });
});
