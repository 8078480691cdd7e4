import { describe, expect, it } from 'vitest';
import { kindOf, relationCodesIn } from '../../../src/content/page-labels.ts';

const LABELS = {
  vat: [
    'BTW-nr',
    'BTW-nummer',
    'BTW nr.:',
    'BTW',
    'Btw-nummer (BE)',
    'Numéro de TVA',
    'N° TVA',
    'N° de TVA :',
    'VAT number',
    'VAT number *',
    'VAT no.',
    'MwSt-Nummer',
    'USt-IdNr.',
    'Bakkerij Peeters BV - BTW-nr:',
    'Adres: Kerkstraat 12, BTW:',
  ],
  enterprise: [
    'Ondernemingsnummer',
    'Ondernemingsnr.',
    "Numéro d'entreprise",
    'N° d’entreprise',
    'N° BCE',
    'KBO-nummer',
    'Enterprise number',
    'Company number:',
    'Company no.',
    'Unternehmensnummer',
  ],
  code: ['Unieke ID code', 'Unique ID code:', 'Code ID unique', 'Unieke ID-code', 'Eindeutiger ID-Code'],
  ownCompany: ['Eigen bedrijf', 'Propre entreprise', 'Own company:', 'Eigenes Unternehmen'],
  others: ['Gelinkte relaties', 'Relations liées', 'Linked relations (3)', 'UBO', 'Verknüpfte Relationen'],
} as const;

const NO_LABELS = [
  'BTW-nummer in aanvraag',
  'VAT number pending',
  'VAT Consult NV',
  'Entreprise Générale Dubois',
  'Company',
  'Vestigingsnummer',
  'Rijksregisternummer',
  'Gestructureerde mededeling',
  'Telefoon',
  'IBAN',
  'Klantcode',
  'Nr. boekhouding',
  'Ubo Design',
  'Kies eerst een bedrijf en vul daarna het juiste BTW-nr',
];

describe('a label', () => {
  for (const [kind, texts] of Object.entries(LABELS))
    it.each([...texts])(`says ${kind}: "%s"`, (text) => {
      expect(kindOf(text)).toBe(kind);
    });

  it.each(NO_LABELS)('of something else says nothing: "%s"', (text) => {
    expect(kindOf(text)).toBeUndefined();
  });
});

describe('the code of a relation', () => {
  it('is found in the text around it', () => {
    expect(relationCodesIn('Bakkerij Peeters (APR00510), APR01057')).toEqual(['APR00510', 'APR01057']);
  });

  it('is no part of another word', () => {
    expect(relationCodesIn('KAPR00510, APR, APR00510B')).toEqual([]);
  });
});
