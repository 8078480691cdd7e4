import { describe, expect, it, test } from 'vitest';
import { MUNICIPALITIES } from '../../../src/company/generated/municipalities.ts';
import { compareMunicipalities, isMunicipality, municipalityLanguages } from '../../../src/company/municipality.ts';

const rows = MUNICIPALITIES.split('\n').map((line) => line.split('|'));

describe('comparing places', () => {
  test.each([
    ['Gent', 'Gand', 'same'],
    ['GENT', 'gent', 'same'],
    ['Liège', 'Luik', 'same'],
    ['Liège', 'Lüttich', 'same'],
    ['Bruxelles', 'Brüssel', 'same'],
    ['Brussels', 'Bruxelles', 'same'],
    ['Ghent', 'Gand', 'same'],
    ['Antwerp', 'Anvers', 'same'],
    ['Bruxelles', 'Ixelles', 'different'],
    ['Braine-l’Alleud', "Braine l'Alleud", 'same'],
    ['Braine-l’Alleud', 'Eigenbrakel', 'same'],
    ["'s Gravenbrakel", 'Braine-le-Comte', 'same'],
    ['Sint-Niklaas', 'St.-Niklaas', 'same'],
    ['Sint-Niklaas', 'Saint-Nicolas', 'same'],
    ['Sint-Gillis', 'St-Gilles', 'same'],
    ['Berchem-Ste-Agathe', 'Sint-Agatha-Berchem', 'same'],
    ['Lens (Hainaut)', 'Lens', 'same'],
    ['Mons', 'Bergen', 'same'],
    ['Ieper', 'Ypres', 'same'],
    ['Onbekend', 'ONBEKEND', 'same'],
    ['', '', 'same'],
    ['(x)', 'x', 'same'],
    ['Gent', 'Drongen', 'part'],
    ['Gand', 'Drongen', 'part'],
    ['Bastogne', 'Bertogne', 'part'],
    ['Pelt', 'Neerpelt', 'part'],
    ['Nazareth', 'Nazareth-De Pinte', 'part'],
    ['Antwerpen', 'Borsbeek', 'part'],
    ['Gent', 'Brugge', 'different'],
    ['Gent', 'Nergens', 'different'],
    ['Drongen', 'Ledeberg', 'different'],
    ['Neerpelt', 'Overpelt', 'different'],
    ['Borgerhout', 'Drongen', 'different'],
    ['Gent', '', 'different'],
    ['Sint-Gillis', 'Sinte-Gillis', 'different'],
  ])('%j and %j are %s, both ways', (a, b, expected) => {
    expect(compareMunicipalities(a, b, false)).toBe(expected);
    expect(compareMunicipalities(b, a, false)).toBe(expected);
  });

  test.each([
    ['Gavere', 'Asper', 'part'],
    ['Drongen', 'Ledeberg', 'part'],
    ['Bruxelles', 'Ixelles', 'part'],
    ['Brussels', 'Sint-Gillis', 'part'],
    ['Brussel', 'Vilvoorde', 'different'],
    ['Elsene', 'Etterbeek', 'different'],
    ['Gent', 'Brugge', 'different'],
    ['Gent', 'Borgerhout', 'different'],
    ['Asper', 'Vurste', 'different'],
    // A part of a city is not what an unknown place can lie in.
    ['Drongen', 'Asper', 'different'],
  ])('under one postal code, %j and %j are %s, both ways', (a, b, expected) => {
    expect(compareMunicipalities(a, b, true)).toBe(expected);
    expect(compareMunicipalities(b, a, true)).toBe(expected);
  });

  it('knows each of the 565 municipalities by its names in the three languages', () => {
    expect(rows).toHaveLength(565);
    for (const [, nl = '', fr = '', de = ''] of rows) {
      for (const name of [fr, de].filter(Boolean)) expect(compareMunicipalities(nl, name, false)).toBe('same');
      expect(isMunicipality(nl)).toBe(true);
    }
  });

  it('tells municipalities from their parts', () => {
    expect(isMunicipality('Gand')).toBe(true);
    expect(isMunicipality('Nieuwerkerken')).toBe(true);
    expect(isMunicipality('Drongen')).toBe(false);
    expect(isMunicipality('Kortessem')).toBe(false);
    expect(isMunicipality('Nergens')).toBe(false);
  });
});

describe('the languages of a municipality', () => {
  test.each([
    ['Gent', ['nl']],
    ['Drongen', ['nl']],
    // Also the French name of Sint-Niklaas; but a place is first the one that calls itself so.
    ['Saint-Nicolas', ['fr']],
    ['Sint-Niklaas', ['nl']],
    ['Gand', ['nl']],
    ['Liège', ['fr']],
    ['Brussel', ['nl', 'fr']],
    ['Laken', ['nl', 'fr']],
    ['Ixelles', ['nl', 'fr']],
    ['Kraainem', ['nl', 'fr']],
    ['Voeren', ['nl', 'fr']],
    ['Mouscron', ['fr', 'nl']],
    ['Malmedy', ['fr', 'de']],
    ['Eupen', ['de', 'fr']],
    ['Nergens', []],
    ['', []],
  ])('%s: %j', (name, expected) => {
    expect(municipalityLanguages(name)).toEqual(expected);
  });
});
