import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeValue } from '../../../src/adminpulse/write-value.ts';
import type { Language } from '../../../src/company/company.ts';
import { isoDate, parseDate } from '../../../src/company/dates.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../../src/company/enterprise-number.ts';
import { isSameMonthDay, parseFiscalYearEnd } from '../../../src/company/fiscal-year-end.ts';
import { legalFormAbbreviation, parseLegalForm } from '../../../src/company/legal-form.ts';
import { parsePhones } from '../../../src/company/phone.ts';
import { websiteKey } from '../../../src/company/website.ts';
import { FORMATS, type FormattedField, formatOf } from '../../../src/schema/formats.ts';

const write = (field: FormattedField, value: string, like: unknown, language: Language = 'nl') =>
  writeValue(field, value, { like, learntFormat: undefined, language });

const date = fc
  .date({ min: new Date('1831-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const monthDay = date.map((day) => day.slice(5));
const number = fc.integer({ min: 1, max: 19_999_999 }).map((stem) => {
  const check = String(97 - (stem % 97)).padStart(2, '0');
  return `${String(stem).padStart(8, '0')}${check}` as EnterpriseNumber;
});
const language = fc.constantFrom<Language>('nl', 'fr', 'de', 'en');

/** Values as AdminPulse may hold them, in every form of the table. */
const LIKES: Readonly<Record<FormattedField, readonly unknown[]>> = {
  enterpriseNumber: [
    'BE 0001.004.246',
    'BE0001.004.246',
    'BE 0001004246',
    'BE0001004246',
    'BE001004246',
    '0001.004.246',
    '001.004.246',
    '0001004246',
    '001004246',
  ],
  vatNumber: ['BE 0001.004.246', 'be0001004246', '0001.004.246', '0001004246'],
  incorporationDate: [
    '2012-05-14',
    '2012-05-14T00:00:00',
    '2012-05-14T10:30:00.123',
    '2012-05-13T22:00:00Z',
    '14/05/2012',
    '1/5/2012',
    '14-05-2012',
    '14.05.2012',
    '14052012',
    '20052012',
    '20120514',
  ],
  fiscalYearEnd: [
    { day: 31, month: 12 },
    { day: '31', month: '12' },
    '31/12',
    '1/7',
    '31.12',
    '--12-31',
    '31-12',
    '12-31',
    '31/12/2025',
    '2024-12-31',
    '2025-12-31T00:00:00',
    '2025-12-30T23:00:00Z',
    '31122025',
    '20251231',
  ],
  website: ['https://www.x.example', 'http://x.example', 'www.x.example', 'x.example'],
  legalForm: ['610', 'BVBA', 'Besloten vennootschap met beperkte aansprakelijkheid'],
  phone: [
    '+3292345678',
    '003292345678',
    '092345678',
    '+32 9 234 56 78',
    '0032 9 234 56 78',
    '09 234 56 78',
    '09/234.56.78',
  ],
};

describe('a value that is written', () => {
  it('has an example of every form below', () => {
    for (const [field, formats] of Object.entries(FORMATS)) {
      const covered = LIKES[field as FormattedField].map((like) => formatOf(field as FormattedField, like)?.name);
      if (field !== 'vatNumber') expect(new Set(covered)).toEqual(new Set(formats.map(({ name }) => name)));
    }
  });

  it.each(['enterpriseNumber', 'vatNumber'] as const)('reads as itself in every form of an %s', (field) => {
    fc.assert(
      fc.property(number, fc.constantFrom(...LIKES[field]), (value, like) => {
        expect(parseEnterpriseNumber(String(write(field, value, like)))).toBe(value);
      }),
    );
  });

  it('reads as itself in every form of a date', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...LIKES.incorporationDate), (value, like) => {
        const written = write('incorporationDate', value, like);
        expect(parseDate(String(written))).toBe(value);
        expect(formatOf('incorporationDate', written)).toBe(formatOf('incorporationDate', like));
      }),
    );
  });

  it('reads as itself in every form of an end of the financial year, or is not written', () => {
    fc.assert(
      fc.property(monthDay, fc.constantFrom(...LIKES.fiscalYearEnd), (value, like) => {
        const written = write('fiscalYearEnd', value, like);
        const isAmbiguous = like === '31-12' && Number(value.slice(3)) <= 12 && value.slice(0, 2) !== value.slice(3);
        if (isAmbiguous) expect(written).toBeUndefined();
        else expect(isSameMonthDay(parseFiscalYearEnd(written) ?? '', value)).toBe(true);
      }),
    );
  });

  it('reads as itself in every form of a phone number, a website and a legal form', () => {
    const phone = fc.integer({ min: 2_000_000, max: 2_999_999 }).map((local) => `+329${local}`);
    const website = fc.constantFrom('www.peeters.example', 'https://peeters.example/nl', 'peeters.example');
    const form = fc.constantFrom('610', '014', '017', '706', '612', '011');
    fc.assert(
      fc.property(phone, website, form, language, fc.nat(3), (tel, site, code, shownIn, index) => {
        const like = (field: FormattedField) => LIKES[field][index % LIKES[field].length];
        expect(parsePhones(String(write('phone', tel, like('phone'))))).toEqual([tel]);
        expect(websiteKey(String(write('website', site, like('website'))))).toBe(websiteKey(site));
        const shown = legalFormAbbreviation(code, shownIn) ?? '';
        expect(parseLegalForm(String(write('legalForm', shown, like('legalForm'))))?.codes).toContain(code);
      }),
    );
  });

  it.each([
    ['2025', '2025-02-28'],
    ['2024', '2024-02-29'],
  ])('ends on the last day of February in %s', (year, expected) => {
    expect(write('fiscalYearEnd', '02-29', `${year}-12-31`)).toBe(expected);
    expect(isoDate([Number(year), 2, Number(expected.slice(8))])).toBe(expected);
  });

  it.each<[FormattedField, string, unknown]>([
    ['fiscalYearEnd', '06-30', '31 december'],
    ['fiscalYearEnd', '06-30', '12/31'],
    ['fiscalYearEnd', '06-30', 1_767_135_600_000],
    ['incorporationDate', '2019-02-28', '14 mei 2012'],
    ['incorporationDate', '2019-02-28', '2012-05-14T00:00:00+02:00'],
    ['incorporationDate', '2019-02-28', 1_336_946_400_000],
    ['vatNumber', '0001005533', 'BTW BE 0001 004 246'],
    ['legalForm', 'BV', 610],
    ['legalForm', 'Wonderform', 'BVBA'],
  ])('of %s is never put in a form of another kind than %j has, but not written', (field, value, like) => {
    expect(write(field, value, like)).toBeUndefined();
  });

  it.each<[FormattedField, string, unknown]>([
    ['legalForm', 'BV', 'BV'],
    ['enterpriseNumber', '0001005533', '0001.005.533'],
    ['vatNumber', '0001005533', 'BE0001005533'],
    ['incorporationDate', '2019-02-28', '2019-02-28'],
    ['fiscalYearEnd', '06-30', undefined],
  ])('of %s has the usual form where no relation shows one, if there is one', (field, value, expected) => {
    expect(write(field, value, undefined)).toEqual(expected);
  });

  it('is the legal form in the language in which it was shown', () => {
    expect(write('legalForm', 'SRL', 'SA', 'nl')).toBe('SRL');
    expect(write('legalForm', 'SRL', 'Société anonyme', 'nl')).toBe('Société à responsabilité limitée');
  });
});
