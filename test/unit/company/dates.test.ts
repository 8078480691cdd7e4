import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { daysFrom, localDay, parseDate } from '../../../src/company/dates.ts';

describe('reading a date', () => {
  test.each([
    ['2019-05-14', '2019-05-14'],
    ['2019-5-4', '2019-05-04'],
    ['2019/05/14', '2019-05-14'],
    ['2019-05-14T00:00:00', '2019-05-14'],
    ['2019-05-14T23:59:59.999', '2019-05-14'],
    ['2019-05-14 00:00', '2019-05-14'],
    ['2019-05-13T22:00:00Z', '2019-05-14'],
    ['2019-05-13T21:59:59Z', '2019-05-13'],
    ['2019-01-13T23:00:00.000Z', '2019-01-14'],
    ['2019-01-13T22:59:59z', '2019-01-13'],
    ['2019-05-14T00:00:00+02:00', '2019-05-14'],
    ['2019-05-14T00:00:00+0300', '2019-05-13'],
    ['14/05/2019', '2019-05-14'],
    ['14-05-2019', '2019-05-14'],
    ['14.05.2019', '2019-05-14'],
    ['4/5/2019', '2019-05-04'],
    ['05/04/2019', '2019-04-05'],
    ['14/05/2019 00:00:00', '2019-05-14'],
    ['14052019', '2019-05-14'],
    ['01052026', '2026-05-01'],
    ['20190514', '2019-05-14'],
    ['20122012', '2012-12-20'],
    ['19101912', '1912-10-19'],
    ['14 mei 2019', '2019-05-14'],
    ['14 mai 2019', '2019-05-14'],
    ['14. Mai 2019', '2019-05-14'],
    ['1er août 2019', '2019-08-01'],
    ['1 déc. 2019', '2019-12-01'],
    ['14 May 2019', '2019-05-14'],
    ['14-mei-2019', '2019-05-14'],
    ['29 feb. 2020', '2020-02-29'],
    ['2019-05-13T22:00:00.000+0000', '2019-05-14'],
    // The nights on which the clock changes: Brussels is one hour ahead until 2.00 and two after, or the reverse.
    [Date.UTC(2024, 2, 30, 22, 59), '2024-03-30'],
    [Date.UTC(2024, 2, 30, 23), '2024-03-31'],
    [Date.UTC(2024, 2, 31, 21, 59), '2024-03-31'],
    [Date.UTC(2024, 2, 31, 22), '2024-04-01'],
    [Date.UTC(2024, 9, 26, 22), '2024-10-27'],
    [Date.UTC(2024, 9, 27, 22, 59), '2024-10-27'],
    [Date.UTC(2024, 9, 27, 23), '2024-10-28'],
    [Date.UTC(2024, 1, 28, 23), '2024-02-29'],
    [' 2019-05-14 ', '2019-05-14'],
    ['29/02/2020', '2020-02-29'],
    ['1557784800000', '2019-05-14'],
    ['-2208988800000', '1900-01-01'],
    [1557784800000, '2019-05-14'],
    [1557784799999, '2019-05-13'],
    [0, '1970-01-01'],
    [-3600000, '1970-01-01'],
    [-3600001, '1969-12-31'],
    [20190514, '2019-05-14'],
    [14052019, '2019-05-14'],
    ['', undefined],
    ['n/a', undefined],
    ['29/02/2019', undefined],
    ['31/04/2019', undefined],
    ['00/05/2019', undefined],
    ['14/13/2019', undefined],
    ['05/14/2019', undefined],
    ['2019-13-01', undefined],
    ['2019-00-01', undefined],
    ['14/05/19', undefined],
    ['14/05', undefined],
    ['2019', undefined],
    ['1799-12-31', undefined],
    ['1800-01-01', '1800-01-01'],
    ['2199-12-31', '2199-12-31'],
    ['2200-01-01', undefined],
    ['0099-01-01', undefined],
    ['99999999', undefined],
    ['1557784800', undefined],
    ['14 foo 2019', undefined],
    ['120190514', undefined],
    ['1 14052019', undefined],
    ['140520190', undefined],
    ['114/05/2019', undefined],
    ['14/05/20191', undefined],
    ['12019-05-14', undefined],
    ['2019-05-141', undefined],
    ['x14 mei 2019', undefined],
    ['14 mei 20190', undefined],
    ['x1557784800000', undefined],
    ['1557784800000x', undefined],
    ['123456789012345', undefined],
    ['15577848000', '1970-06-30'],
    ['x2019-05-13T22:00:00Z', undefined],
    [`2019-05-14T${'0'.repeat(49)}`, '2019-05-14'],
    [`2019-05-14T${'0'.repeat(50)}`, undefined],
    ['2019-05-14 x', undefined],
    ['x 2019-05-14', undefined],
    ['2019-05-13T22:00:00Z x', undefined],
    ['2019-99-99T22:00:00Z', undefined],
    [`2019-05-14T${'0'.repeat(100)}`, undefined],
    [`2019-05-14T00:00${'0'.repeat(100)}Z`, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [8.64e15, undefined],
    [1e300, undefined],
    [-1e14, undefined],
  ])('%j is %s', (value, expected) => {
    expect(parseDate(value)).toBe(expected);
  });

  const day = fc
    .date({ min: new Date('1801-01-01'), max: new Date('2198-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('every day is read back from every written form', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [year, month, date] = iso.split('-');
        const forms = [iso, `${date}/${month}/${year}`, `${date}.${month}.${year}`, `${date}-${month}-${year}`];
        const compact = [`${date}${month}${year}`, `${year}${month}${date}`, `${iso}T00:00:00`];
        for (const form of [...forms, ...compact]) expect(parseDate(form)).toBe(iso);
      }),
    );
  });

  test('noon of every day, in Brussels, is that day', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(parseDate(Date.parse(`${iso}T11:00:00Z`))).toBe(iso);
      }),
    );
  });
});

describe('days from one date to another', () => {
  it('counts in both directions', () => {
    expect(daysFrom('2019-05-14', '2019-05-14')).toBe(0);
    expect(daysFrom('2019-05-14', '2019-06-14')).toBe(31);
    expect(daysFrom('2019-06-14', '2019-05-14')).toBe(-31);
    expect(daysFrom('2020-02-28', '2020-03-01')).toBe(2);
  });
});

it('today is the day on the user’s clock', () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
