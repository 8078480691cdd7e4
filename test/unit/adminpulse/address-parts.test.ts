import { describe, expect, it } from 'vitest';
import { writeAddressParts } from '../../../src/adminpulse/address-parts.ts';

const holder = { street: 'Kerkstraat', houseNumber: '12', box: '3', postalCode: '9000', city: 'Gent' };
const korenmarkt = { street: 'Korenmarkt', number: '7', postalCode: '9000', municipality: 'Gent' };
const written = { street: 'Korenmarkt', houseNumber: '7', box: '', postalCode: '9000', city: 'Gent' };

const write = (raw: object, country?: string) =>
  writeAddressParts({ ...holder, ...raw }, { ...korenmarkt, ...(country && { country }) }, {});

describe('an address that is written', () => {
  it.each<[string, object, string | undefined, object | undefined]>([
    ['leaves the country in its words where it stays', { country: 'België' }, 'BE', {}],
    ['leaves the country where none is said, which is Belgium', { country: 'Belgique' }, undefined, {}],
    ['does not leave a foreign country beside a Belgian address', { country: 'NL' }, undefined, { country: 'BE' }],
    ['writes a code for a code', { country: 'BE' }, 'Nederland', { country: 'NL' }],
    ['writes a name for a name', { country: 'België' }, 'Nederland', { country: 'Nederland' }],
    ['has no way to write a code for a name', { country: 'Nederland' }, undefined, undefined],
    ['writes the country in an empty place', { country: null }, 'NL', { country: 'NL' }],
    ['leaves an empty country empty in Belgium', { country: '' }, undefined, {}],
    ['has no way to write a country that has no key', {}, 'NL', undefined],
    [
      'writes a number as a number',
      { postalCode: 9000, houseNumber: 12 },
      undefined,
      { postalCode: 9000, houseNumber: 7 },
    ],
  ])('%s', (_what, raw, country, expected) => {
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
