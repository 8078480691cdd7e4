import { describe, expect, it } from 'vitest';
import { writeAddressParts } from '../../../src/adminpulse/address-parts.ts';

const holder = { street: 'Kerkstraat', houseNumber: '12', box: '3', postalCode: '9000', city: 'Gent' };
const korenmarkt = { street: 'Korenmarkt', number: '7', postalCode: '9000', municipality: 'Gent' };
const written = { street: 'Korenmarkt', houseNumber: '7', box: '', postalCode: '9000', city: 'Gent' };

const write = (raw: object, country?: string) =>
  writeAddressParts({ ...holder, ...raw }, { ...korenmarkt, ...(country && { country }) }, {});

describe('an address that is written', () => {
  it.each<{ readonly does: string; readonly raw: object; readonly country?: string; readonly expected?: object }>([
    {
      does: 'leaves the country in its words where it stays',
      raw: { country: 'België' },
      country: 'BE',
      expected: {},
    },
    { does: 'leaves the country where none is said, which is Belgium', raw: { country: 'Belgique' }, expected: {} },
    {
      does: 'does not leave a foreign country beside a Belgian address',
      raw: { country: 'NL' },
      expected: { country: 'BE' },
    },
    { does: 'writes a code for a code', raw: { country: 'BE' }, country: 'Nederland', expected: { country: 'NL' } },
    {
      does: 'writes a name for a name',
      raw: { country: 'België' },
      country: 'Nederland',
      expected: { country: 'Nederland' },
    },
    { does: 'has no way to write a code for a name', raw: { country: 'Nederland' } },
    {
      does: 'writes the country in an empty place',
      raw: { country: null },
      country: 'NL',
      expected: { country: 'NL' },
    },
    { does: 'leaves an empty country empty in Belgium', raw: { country: '' }, expected: {} },
    { does: 'has no way to write a country that has no key', raw: {}, country: 'NL' },
    {
      does: 'writes a number as a number',
      raw: { postalCode: 9000, houseNumber: 12 },
      expected: { postalCode: 9000, houseNumber: 7 },
    },
  ])('$does', ({ raw, country, expected }) => {
    expect(write(raw, country)).toEqual(expected && { ...written, ...expected });
  });

  it('uses the keys of other relations, and none that is no key of that part', () => {
    const { box: _, ...boxless } = holder;
    const address = { ...korenmarkt, box: '4' };
    expect(writeAddressParts(boxless, address, { box: 'busnummer' })).toMatchObject({ busnummer: '4' });
    for (const box of ['nationalNumber', '__proto__', 'street'])
      expect(writeAddressParts(boxless, address, { box })).toBeUndefined();
  });
});
