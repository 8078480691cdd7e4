import { describe, expect, it } from 'vitest';
import { buildLegalFormIndex } from '../../../src/company/legal-form-index.ts';

const index = buildLegalFormIndex({
  register: [
    '020|BV|UP|BV|Beroepsvereniging|Union professionnelle|Berufsverband|',
    '015|BVBA|SPRL|PGmbH|Besloten vennootschap met beperkte aansprakelijkheid|||',
    '610|BV|SRL|GmbH|Besloten vennootschap|Société à responsabilité limitée||Private company',
  ].join('\n'),
  families: { BV: ['610', '015'] },
  everyday: [
    ['610', 'Srl Unipersonnelle'],
    ['029 325', 'stichting'],
  ],
  others: { NP: { nl: 'Natuurlijk persoon', fr: 'Personne physique', de: 'Natürliche Person', en: undefined } },
});

describe('the index of legal forms', () => {
  it.each([
    { word: 'a present form comes before one of the past', key: 'bv', codes: ['610'] },
    { word: 'a form of the past has its own words', key: 'bvba', codes: ['015'] },
    { word: 'words of everyday use may mean several families', key: 'stichting', codes: ['029', '325'] },
    { word: 'a word of several parts is one key', key: 'srlunipersonnelle', codes: ['610'] },
    { word: 'an English word', key: 'privatecompany', codes: ['610'] },
    { word: 'an empty column is no word', key: '', codes: undefined },
  ])('$word: $key', ({ key, codes }) => {
    expect(index.codesOf.get(key)).toEqual(codes);
  });

  it.each([
    { code: '610', family: 'BV' },
    { code: '015', family: 'BV' },
    { code: '020', family: '020' },
  ])('$code is of the family $family', ({ code, family }) => {
    expect(index.familyOf(code)).toBe(family);
  });

  it('has the words of each form, and of those that the register has no code for', () => {
    expect(index.namesOf.get('610')).toEqual({
      nl: 'Besloten vennootschap',
      fr: 'Société à responsabilité limitée',
      de: '',
      en: 'Private company',
    });
    expect(index.namesOf.get('020')?.en).toBeUndefined();
    expect(index.namesOf.get('NP')?.fr).toBe('Personne physique');
  });

  it('keeps German abbreviations from standing before a name', () => {
    const keys = index.keysOf.get('BV');
    expect([...(keys?.all ?? [])]).toEqual(expect.arrayContaining(['bv', 'srl', 'gmbh', 'bvba', 'pgmbh']));
    expect(keys?.leading.has('gmbh')).toBe(false);
    expect(keys?.leading.has('srl')).toBe(true);
  });
});
