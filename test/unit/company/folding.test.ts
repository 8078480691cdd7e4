import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldedKey, foldedWords, tidy } from '../../../src/company/folding.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('folding a text', () => {
  test.each([
    ['Foo', 'foo'],
    ['  Foo   Bar ', 'foo bar'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['ÉCOLE', 'ecole'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['dıştan', 'distan'],
    ['Đorđe', 'dorde'],
    ['ﬁrma', 'firma'],
    ['℡', 'tel'],
    ["L'Été", 'l ete'],
    ['L’Été', 'l ete'],
    ['C.P.T.L', 'c p t l'],
    ['a_b-c/d&e', 'a b c d e'],
    ['a\u200bb', 'ab'],
    ['\u202eabc', 'abc'],
    ['a\u00adb', 'ab'],
    ['a\u00a0b', 'a b'],
    ['a\tb\nc', 'a b c'],
    ['a\0b', 'a b'],
    ['Привет', 'привет'],
    ['12a', '12a'],
    ['', ''],
    ['...', ''],
  ])('%j is %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 1000 },
    );
  });

  test('words and key are those of the folded text', () => {
    expect(foldedWords('')).toEqual([]);
    expect(foldedWords('!')).toEqual([]);
    expect(foldedWords('Foo-Bar')).toEqual(['foo', 'bar']);
    expect(foldedKey('B. V. B. A.')).toBe('bvba');
  });

  test('tidying puts white space in order, and nothing else', () => {
    expect(tidy(' Foo \n\t Bar\u00a0! ')).toBe('Foo Bar !');
    fc.assert(fc.property(anyText, (text) => tidy(text).replace(/\s/g, '') === text.replace(/\s/g, '')));
  });
});
