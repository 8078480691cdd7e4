import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAddresses, compareAddressParts, formatAddress, parseAddress } from '../../../src/company/address.ts';
import type { Company } from '../../../src/company/company.ts';
import { parseDate } from '../../../src/company/dates.ts';
import { diffCompanies } from '../../../src/company/diff.ts';
import { findEnterpriseNumbers, parseEnterpriseNumber } from '../../../src/company/enterprise-number.ts';
import { parseFiscalYearEnd } from '../../../src/company/fiscal-year-end.ts';
import { fold, tidy } from '../../../src/company/folding.ts';
import { foreignVatCountry } from '../../../src/company/foreign-vat.ts';
import { juridicalSituation } from '../../../src/company/juridical-situation.ts';
import { legalFormAbbreviation, legalFormWord, parseLegalForm } from '../../../src/company/legal-form.ts';
import { compareNames, nameWithoutForm } from '../../../src/company/name.ts';
import { comparePhones, formatPhone, parsePhones } from '../../../src/company/phone.ts';
import { compareWebsites, websiteKey } from '../../../src/company/website.ts';
import { inAdminPulse, inOpenthebox } from './companies.ts';

const FAMILIES = ['BV', 'CV'];
const NAME_CONTEXT = { families: FAMILIES, currentFamilies: FAMILIES, naturalPerson: true, language: 'nl' } as const;

/** Every reading and comparing of the layer, of one text. */
const readings: Readonly<Record<string, (text: string) => unknown>> = {
  parseEnterpriseNumber,
  findEnterpriseNumbers,
  parseLegalForm,
  parseAddress,
  parseDate,
  parseFiscalYearEnd,
  parsePhones,
  websiteKey,
  foreignVatCountry,
  juridicalSituation,
  fold,
  tidy,
  legalFormAbbreviation: (text) => legalFormAbbreviation(text, 'nl'),
  legalFormWord: (text) => legalFormWord(text, 'nl'),
  formatPhone: (text) => formatPhone(text, 'national'),
  nameWithoutForm: (text) => nameWithoutForm(text, FAMILIES),
  compareNames: (text) => compareNames(text, [{ value: 'Foo' }, { value: `${text}x` }], NAME_CONTEXT),
  comparePhones: (text) => comparePhones([text], [`${text}1`, '053390070']),
  compareWebsites: (text) => compareWebsites([text], [`${text}x`, 'voorbeeld.be']),
  formatAddress: (text) => formatAddress(everyPart(text), 'nl'),
  compareAddressParts: (text) => compareAddressParts(everyPart(text), everyPart(`${text}x`)),
  compareAddresses: (text) => compareAddresses(everyPart(text), [{ value: everyPart(`${text}x`) }], 'nl'),
  diffCompanies: (text) => diffCompanies(everyField(text), everyField(`${text}x`)),
};

function everyPart(text: string) {
  return { street: text, number: text, box: text, postalCode: text, municipality: text, country: text };
}

function everyField(text: string): Company {
  return inAdminPulse({
    name: [{ value: text }],
    legalForm: text,
    website: [text],
    address: [{ value: everyPart(text) }],
    phone: [text],
    incorporationDate: text,
    fiscalYearEnd: text,
    linkedRelations: [{ kind: 'person', name: text }],
  });
}

const BAD: Readonly<Record<string, string>> = {
  'an empty text': '',
  'white space': ' \t\r\n\u00a0',
  'a null byte': '\0',
  'control characters': '\u0001\u0007\u001b[31m\u007f\u0085',
  'right-to-left marks': '\u202e0123.456.749\u202c \u200f\u2067אבג\u2069',
  'a lone high surrogate': 'Foo \ud800 BV',
  'a lone low surrogate': '\udc00 12',
  'half of a pair at the end': 'Foo \ud83d',
  'zero-width characters': '\u200b\u200d\ufeff',
  'combining marks alone': '\u0301\u0301\u0301',
  'an emoji family': '👨‍👩‍👧‍👦 BV',
  'a key of every object': 'constructor',
  'the prototype': '__proto__',
  markup: '<img src=x onerror=alert(1)>',
  'percent signs': '%%%E0%A4%A',
  'a long number': '9'.repeat(400),
};

describe.each(Object.entries(readings))('%s', (_, read) => {
  test.each(Object.entries(BAD))('takes %s without an exception', (_kind, text) => {
    expect(() => read(text)).not.toThrow();
    expect(() => read(`Kerkstraat ${text} 12`)).not.toThrow();
    expect(() => read(text.repeat(3))).not.toThrow();
  });

  test('takes any text without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        read(text);
      }),
      { numRuns: 50 },
    );
  });
});

/** Texts that make a backtracking expression, or a loop in a loop, take time that grows with the square. */
const LONG: Readonly<Record<string, (length: number) => string>> = {
  spaces: (length) => ' '.repeat(length),
  'spaces inside': (length) => `a${' '.repeat(length)}b`,
  zeros: (length) => '0'.repeat(length),
  letters: (length) => 'a'.repeat(length),
  dots: (length) => '.'.repeat(length),
  dashes: (length) => '-'.repeat(length),
  brackets: (length) => '('.repeat(length),
  'words of one letter': (length) => 'a '.repeat(length / 2),
  'words of a legal form': (length) => 'BV '.repeat(length / 3),
  'numbers with dots': (length) => '0123.456.749 '.repeat(length / 13),
  'numbers that are almost right': (length) => '0123.456.748'.repeat(length / 12),
  prefixes: (length) => 'BE.'.repeat(length / 3),
  labels: (length) => 'BTW '.repeat(length / 4),
  'phone labels': (length) => `${'tel'.repeat(length / 3)} 0123456749`,
  'house numbers': (length) => '12-'.repeat(length / 3),
  slashes: (length) => '/'.repeat(length),
  'accented letters': (length) => 'é'.repeat(length),
  'combining marks': (length) => `a${'\u0301'.repeat(length)}`,
  surrogates: (length) => '\ud800'.repeat(length),
};

/** In ms of the processor's time, so that what else the machine does is not counted. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Whether the time grows with the length and not with its square: for ten times the text, a square takes a hundred
 * times the time. What is faster than 50 ms is noise: a square of 100,000 steps takes seconds.
 */
function isLinear(read: (text: string) => unknown, make: (length: number) => string): boolean {
  const [short, long] = [make(10_000), make(100_000)];
  return [1, 2, 3].some(() => timeOf(read, long) < 50 + 60 * timeOf(read, short));
}

test('the measure of linear time tells a square from a line', () => {
  const letters = (length: number) => 'a'.repeat(length);
  const count = (times: number) => {
    let total = 0;
    for (let i = 0; i < times; i += 1) total += i % 7;
    return total;
  };
  // Compiled before it is measured: a slow first run would make the square look like a line.
  count(20_000_000);
  expect(isLinear((text) => count(text.length * 100), letters)).toBe(true);
  expect(isLinear((text) => count(text.length ** 2 / 20), letters)).toBe(false);
}, 30_000);

describe.each(Object.entries(readings))('the time of %s', (_, read) => {
  test.each(Object.entries(LONG))('grows no faster than the length of %s', (_kind, make) => {
    expect(isLinear(read, make)).toBe(true);
  });
});

test('texts of 100,000 characters give a value or none', () => {
  const long = '0123.456.749 Kerkstraat 12 BV '.repeat(3_400);
  expect(long.length).toBeGreaterThan(100_000);
  expect(parseEnterpriseNumber(long)).toBeUndefined();
  expect(findEnterpriseNumbers(long)).toHaveLength(3_400);
  expect(parseLegalForm(long)).toBeUndefined();
  expect(parseAddress(long)).toBeUndefined();
  expect(parseDate(long)).toBeUndefined();
  expect(parseFiscalYearEnd(long)).toBeUndefined();
  expect(parsePhones(long)).toEqual([]);
  expect(websiteKey(long)).toBeUndefined();
  expect(diffCompanies(everyField(long), inOpenthebox({ name: [{ value: long }] }))[0]?.verdict).toBe('same');
});
