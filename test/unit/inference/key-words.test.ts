import { describe, expect, it } from 'vitest';
import { hintOf, keyWords } from '../../../src/inference/key-words.ts';
import type { Meaning } from '../../../src/schema/field-place.ts';

describe('the words of a key', () => {
  it.each([
    ['enterpriseNumber', ['enterprise', 'number']],
    ['NUM_ENTREPRISE', ['num', 'entreprise']],
    ['adr-rue2', ['adr', 'rue', '2']],
    ['VATNumber', ['vat', 'number']],
    ['dénomination', ['denomination']],
  ])('%s', (key, words) => {
    expect(keyWords(key)).toEqual(words);
  });
});

describe('a hint', () => {
  it.each<[Meaning, string]>([
    ['enterpriseNumber', 'ondernemingsnr'],
    ['enterpriseNumber', 'num_entreprise'],
    ['vatNumber', 'btwnummer'],
    ['vatNumber', 'ustId'],
    ['name', 'benaming'],
    ['name', 'raisonSociale'],
    ['legalForm', 'formeJuridique'],
    ['phone', 'telefoonnummer'],
    ['website', 'site_web'],
    ['incorporationDate', 'datumOprichting'],
    ['incorporationDate', 'gründungsdatum'],
    ['fiscalYearEnd', 'einde_boekjaar'],
    ['fiscalYearEnd', 'clôture'],
    ['address', 'maatschappelijkeZetel'],
    ['address', 'siège_social'],
    ['linkedRelations', 'tos'],
    ['since', 'klantSinds'],
  ])('for %s is the key %s', (meaning, key) => {
    expect(hintOf(meaning, [key]).score).toBeGreaterThan(1);
  });

  it.each<[Meaning, readonly string[]]>([
    ['enterpriseNumber', ['kantoor', 'ondernemingsnummer']],
    ['enterpriseNumber', ['vatNumber']],
    ['vatNumber', ['btwPlichtig']],
    ['name', ['handelsnaam']],
    ['name', ['dossierbeheerder', 'naam']],
    ['phone', ['fax']],
    ['phone', ['gsmNummer']],
    ['incorporationDate', ['datumWijziging']],
    ['incorporationDate', ['geboortedatum']],
    ['incorporationDate', ['klantSinds']],
    ['fiscalYearEnd', ['begin_boekjaar']],
    ['address', ['correspondentieAdres']],
    ['address', ['INVOICE']],
  ])('for %s is none of %s', (meaning, names) => {
    expect(hintOf(meaning, names).score).toBeLessThanOrEqual(0);
  });

  it('counts less, the farther it is from the value', () => {
    expect(hintOf('phone', ['phone']).score).toBeGreaterThan(hintOf('phone', ['phone', 'value']).score);
  });

  it('says the word', () => {
    expect(hintOf('enterpriseNumber', ['num_entreprise'])).toEqual({ score: 4, word: 'entreprise' });
    expect(hintOf('enterpriseNumber', ['x'])).toEqual({ score: 0 });
  });
});
