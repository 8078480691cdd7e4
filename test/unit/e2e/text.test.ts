import { describe, expect, it } from 'vitest';
import { textsIn } from '../../e2e/text.ts';

const { text, plural, textPattern, listed } = textsIn('en');

describe('a text named by its key', () => {
  it('is that of the language, its placeholders filled in order', () => {
    expect(text('statusKept', 'name')).toBe('AdminPulse kept its old value: name');
    expect(textsIn('de').text('statusKept', 'Name')).not.toBe(text('statusKept', 'Name'));
    // $3 stands before $2.
    expect(text('failureOtherCompany', 'openthebox', 'asked', 'found')).toMatch(/found.*asked/);
  });

  it('is refused while a placeholder is left open', () => {
    expect(() => text('failureServerError', 'openthebox')).toThrow('failureServerError: nothing is given for $2');
  });

  it('takes a value as it is, whatever stands in it', () => {
    expect(text('statusKept', '$1 $& $2')).toBe('AdminPulse kept its old value: $1 $& $2');
  });

  it('has the singular and the plural of its language', () => {
    expect(plural('historyCount', 1)).toBe('1 change');
    expect(plural('historyCount', 10_000)).toBe('10,000 changes');
    // French counts zero as one.
    expect(textsIn('fr').plural('historyCount', 0)).toBe(textsIn('fr').text('historyCountOne', 0));
  });

  it('stands inside a sentence with a small letter, but for abbreviations and German nouns', () => {
    expect(listed('fieldVatNumber', 'fieldEnterpriseNumber')).toBe('VAT number, enterprise number');
    expect(textsIn('de').listed('fieldWebsite')).toBe('Website');
  });
});

describe('the pattern of a text', () => {
  it('takes anything for a value that is not given', () => {
    const pattern = textPattern('createDoneOther', 7);
    expect('APR00700 was created, and 7 fields verified').toMatch(pattern);
    expect('APR00700 was created, and 8 fields verified').not.toMatch(pattern);
    expect(' was created, and 7 fields verified').not.toMatch(pattern);
  });

  it('takes what has the given form', () => {
    const pattern = textPattern('createDoneOther', 7, /APR\d+|none/);
    expect('none was created, and 7 fields verified').toMatch(pattern);
    expect('APR was created, and 7 fields verified').not.toMatch(pattern);
  });

  it('takes every other character as it is', () => {
    expect(textPattern('failureServerError', 'a.b', 5).source).toBe(
      'a\\.b reports a fault of its own \\(status 5\\)\\.',
    );
  });
});
