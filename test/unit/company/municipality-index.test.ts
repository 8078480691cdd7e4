import { describe, expect, it } from 'vitest';
import { buildMunicipalityIndex, municipalityKey } from '../../../src/company/municipality-index.ts';

const index = buildMunicipalityIndex({
  municipalities: ['1|Sint-Niklaas|Saint-Nicolas||nl|', '2|Saint-Nicolas|||fr|', '3|Komen|Comines||fr|nl'].join('\n'),
  parts: ['1|Belsele|Nieuwkerken-Waas', '3|Waasten'].join('\n'),
});

describe('the index of municipalities', () => {
  it.each([
    {
      name: 'Saint-Nicolas',
      places: [
        { nis: '1', isWhole: true, isOwn: false },
        { nis: '2', isWhole: true, isOwn: true },
      ],
    },
    { name: 'SINT NIKLAAS', places: [{ nis: '1', isWhole: true, isOwn: true }] },
    { name: 'Belsele', places: [{ nis: '1', isWhole: false, isOwn: false }] },
    { name: 'Gent', places: undefined },
    { name: '', places: undefined },
  ])('$name', ({ name, places }) => {
    const found = index.placesOf.get(municipalityKey(name));
    expect(found).toEqual(places && expect.arrayContaining(places));
  });

  it('has the official languages, and those of the facilities behind them', () => {
    expect(index.officialLanguagesOf.get('3')).toEqual(['fr']);
    expect(index.languagesOf.get('3')).toEqual(['fr', 'nl']);
  });
});
