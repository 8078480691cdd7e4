import { describe, expect, it } from 'vitest';
import { formatEstablishmentNumber, parseEstablishmentNumber } from '../../../src/company/enterprise-number.ts';

describe('the number of an establishment', () => {
  it.each(['2.000.424.664', '2000424664', ' 2.000.424.664 ', '2 000 424 664', '2000.424.664'])(
    'is read in %j',
    (text) => {
      expect(parseEstablishmentNumber(text)).toBe('2000424664');
    },
  );

  it.each([
    ['an enterprise number', '0001.004.246'],
    ['a number with wrong check digits', '2.000.424.665'],
    ['a first digit that the register does not give', '9.000.424.664'],
    ['too few digits', '2.000.424'],
    ['words', 'Bakkerij 2.000.424.664'],
    ['nothing', ''],
  ])('is not read in %s', (_what, text) => {
    expect(parseEstablishmentNumber(text)).toBeUndefined();
  });

  it('is written as the register writes it', () => {
    expect(formatEstablishmentNumber('2000424664')).toBe('2.000.424.664');
  });
});
