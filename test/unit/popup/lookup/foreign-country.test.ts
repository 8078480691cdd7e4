import { describe, expect, it } from 'vitest';
import { foreignCountry } from '../../../../src/popup/lookup/foreign-country.ts';

describe('a foreign VAT number', () => {
  it.each([
    ['NL004495445B01', 'NL'],
    ['nl 0044.95.445 B01', 'NL'],
    ['EL094259216', 'GR'],
    ['ATU13585627', 'AT'],
  ])('%s is of %s', (text, country) => {
    expect(foreignCountry(text)).toBe(country);
  });

  it.each(['BE0001004246', 'peeters', 'FR', 'de bakkerij 2000', 'NL004495446C01', ''])('is not %j', (text) => {
    expect(foreignCountry(text)).toBeUndefined();
  });
});
