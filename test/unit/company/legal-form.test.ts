import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Language } from '../../../src/company/company.ts';
import { LEGAL_FORMS } from '../../../src/company/generated/legal-forms.ts';
import {
  compareLegalForms,
  isFormOfFamily,
  type LegalForm,
  legalFormAbbreviation,
  legalFormWord,
  parseLegalForm,
} from '../../../src/company/legal-form.ts';

const LANGUAGES: readonly Language[] = ['nl', 'fr', 'de', 'en'];
const rows = LEGAL_FORMS.split('\n').map((line) => line.split('|'));
const codes = [...rows.map(([code = '']) => code), 'NP'];

function formOf(text: string): LegalForm {
  const form = parseLegalForm(text);
  if (!form) throw new Error(`${text} is not read`);
  return form;
}

describe('reading a legal form', () => {
  test.each([
    ['610', '610', 'BV'],
    ['BV', '610', 'BV'],
    ['bv', '610', 'BV'],
    ['B.V.', '610', 'BV'],
    ['b v', '610', 'BV'],
    ['SRL', '610', 'BV'],
    ['GmbH', '610', 'BV'],
    ['Besloten Vennootschap', '610', 'BV'],
    ['besloten vennootschap', '610', 'BV'],
    ['Société à responsabilité limitée', '610', 'BV'],
    ['SOCIETE A RESPONSABILITE LIMITEE', '610', 'BV'],
    ['Private limited company', '610', 'BV'],
    ['610 - Besloten Vennootschap', '610', 'BV'],
    ['Besloten Vennootschap (BV)', '610', 'BV'],
    ['BV / SRL', '610', 'BV'],
    ['BV/SRL', '610', 'BV'],
    ['015', '015', 'BV'],
    ['15', '015', 'BV'],
    ['BVBA', '015', 'BV'],
    ['B.V.B.A.', '015', 'BV'],
    ['SPRL', '015', 'BV'],
    ['S.P.R.L.', '015', 'BV'],
    ['PGmbH', '015', 'BV'],
    ['S-BVBA', '015', 'BV'],
    ['EBVBA', '010', 'BV'],
    ['SPRLU', '010', 'BV'],
    ['BVBA SO', '515', 'BV'],
    ['BV BVBA', '215', 'BV'],
    ['NV', '014', 'NV'],
    ['N.V.', '014', 'NV'],
    ['SA', '014', 'NV'],
    ['AG', '014', 'NV'],
    ['NV/SA', '014', 'NV'],
    ['Société anonyme', '014', 'NV'],
    ['SA FS', '514', 'NV'],
    ['CV', '706', 'CV'],
    ['SC', '706', 'CV'],
    ['Coöperatieve vennootschap', '706', 'CV'],
    ['Cooperatieve vennootschap', '706', 'CV'],
    ['CVBA', '008', 'CV'],
    ['SCRL', '008', 'CV'],
    ['CVBA SO', '508', 'CV'],
    ['CVOA', '006', 'CV'],
    ['SC (AS)', '016', 'CV'],
    ['BV CVBA', '208', 'CV'],
    ['CommV', '612', 'CommV'],
    ['Comm.V', '612', 'CommV'],
    ['Comm. V.', '612', 'CommV'],
    ['SComm', '612', 'CommV'],
    ['Commanditaire vennootschap', '612', 'CommV'],
    ['GCV', '012', 'CommV'],
    ['SCS', '012', 'CommV'],
    ['Comm.VA', '013', 'CommVA'],
    ['SCA', '013', 'CommVA'],
    ['VOF', '011', 'VOF'],
    ['V.O.F.', '011', 'VOF'],
    ['SNC', '011', 'VOF'],
    ['OHG', '011', 'VOF'],
    ['Maatschap', '702', 'Maatschap'],
    ['Société simple', '702', 'Maatschap'],
    ['VZW', '017', 'VZW'],
    ['v.z.w.', '017', 'VZW'],
    ['ASBL', '017', 'VZW'],
    ['A.S.B.L.', '017', 'VZW'],
    ['VoG', '017', 'VZW'],
    ['Non-profit organization', '017', 'VZW'],
    ['IVZW', '125', 'IVZW'],
    ['AISBL', '125', 'IVZW'],
    ['Private stichting', '026', 'PS'],
    ['Fondation privée', '026', 'PS'],
    ['FUP', '029', 'SON'],
    ['VME', '070', 'VME'],
    ['ACP', '070', 'VME'],
    ['Vereniging van mede-eigenaars', '070', 'VME'],
    ['Vereniging van medeëigenaars', '070', 'VME'],
    ['Eenmanszaak', 'NP', 'NP'],
    ['Entreprise individuelle', 'NP', 'NP'],
    ['Personne physique', 'NP', 'NP'],
    ['Indépendant', 'NP', 'NP'],
    ['ONP', 'NP', 'NP'],
    ['NP', 'NP', 'NP'],
    ['OCMW', '412', 'OCMW'],
    ['Beroepsvereniging', '020', '020'],
    ['Union professionnelle', '020', '020'],
    ['SE', '027', 'SE'],
    ['ESV', '060', 'ESV'],
    ['EESV', '065', 'EESV'],
    ['Buitenlandse entiteit', '030', 'Foreign'],
    ['NV PR', '114', '114'],
    ['NV van publiek recht', '114', '114'],
    ['Feitelijke vereniging', '721', '721'],
    [`BV${' '.repeat(158)}`, '610', 'BV'],
  ])('%j is %s of the family %s', (text, code, family) => {
    expect(parseLegalForm(text)).toMatchObject({ code, family });
  });

  test.each([
    '',
    ' ',
    '.',
    'B',
    'BVX',
    'Limited',
    'Ltd',
    'SARL',
    '1610',
    '611',
    '0',
    'BV (Naamloze vennootschap)',
    'Vennootschap',
    'Voorbeeld BV',
    'BV Voorbeeld',
    'VZW / NV',
    `BV${' '.repeat(159)}`,
  ])('%j is no legal form that is known', (text) => {
    expect(parseLegalForm(text)).toBeUndefined();
  });

  it('knows the 146 forms of the register, and no other code', () => {
    expect(rows).toHaveLength(146);
    for (let code = 0; code < 1000; code += 1) {
      const text = String(code).padStart(3, '0');
      expect(parseLegalForm(text)?.code).toBe(codes.includes(text) ? text : undefined);
    }
  });

  it('reads the words of every form in every language as that form', () => {
    for (const [code = '', , , , ...descriptions] of rows) {
      for (const description of descriptions.filter(Boolean)) {
        expect([code, description, formOf(description).codes.includes(code)]).toEqual([code, description, true]);
      }
    }
  });

  it('reads an abbreviation that two forms share as the one that is met', () => {
    const shared = rows.flatMap(([code = '', ...cells]) =>
      cells.slice(0, 3).flatMap((cell) => (cell && !formOf(cell).codes.includes(code) ? [`${code} ${cell}`] : [])),
    );
    expect(shared.toSorted()).toEqual([
      '007 CVOACD',
      '020 BV',
      '020 BV',
      '109 CVBA CD',
      '109 GbHGB',
      '109 SCRL CP',
      '381 MS',
      '385 MVG',
      '386 MCF',
      '451 ONP',
    ]);
  });
});

describe('comparing legal forms', () => {
  test.each([
    ['610', '610', 'same'],
    ['BV', '610', 'same'],
    ['SRL', 'BV', 'same'],
    ['B.V.', 'GmbH', 'same'],
    ['NV', 'SA', 'same'],
    ['vzw', 'Association sans but lucratif', 'same'],
    ['BVBA', 'SPRL', 'same'],
    ['CommV', 'Comm.V', 'same'],
    ['Comm.V', '012', 'same'],
    ['Comm.V', '612', 'same'],
    ['stichting', 'Private stichting', 'same'],
    ['stichting', 'Stichting van openbaar nut', 'same'],
    ['CVBA SO', '608', 'same'],
    ['Openbaar centrum voor maatschappelijk welzijn', '126', 'same'],
    ['SCS', 'CommV', 'same'],
    ['OCMW', '126', 'legacy name'],
    ['Eenmanszaak', 'Personne physique', 'same'],
    ['CV', '016', 'same'],
    ['015', '610', 'legacy name'],
    ['BVBA', 'SRL', 'legacy name'],
    ['EBVBA', 'BVBA', 'legacy name'],
    ['BVBA SO', 'BV', 'legacy name'],
    ['BV BVBA', 'BV', 'legacy name'],
    ['GCV', '612', 'legacy name'],
    ['SCS', 'SComm', 'legacy name'],
    ['CVBA', 'CV', 'legacy name'],
    ['SCRL', 'SC', 'legacy name'],
    ['CVOA', 'CVBA', 'legacy name'],
    ['NV SO', 'NV', 'legacy name'],
    ['SC SA', 'SA', 'legacy name'],
    ['Tijdelijke handelsvennootschap', 'Maatschap', 'legacy name'],
    ['230', '030', 'legacy name'],
    ['BV', 'NV', 'different'],
    ['BV', 'CV', 'different'],
    ['BV', '020', 'different'],
    ['SC', 'SCA', 'different'],
    ['SCA', 'SCS', 'different'],
    ['SC', 'SCS', 'different'],
    ['SNC', 'SCS', 'different'],
    ['VZW', 'IVZW', 'different'],
    ['ASBL', 'AISBL', 'different'],
    ['Comm.V', 'Comm.VA', 'different'],
    ['CommVA', 'NV', 'different'],
    ['ESV', 'EESV', 'different'],
    ['Private stichting', 'Stichting van openbaar nut', 'different'],
    ['SE', 'SCE', 'different'],
    ['NV', 'NV PR', 'different'],
    ['Eenmanszaak', 'BV', 'different'],
    ['BVBA', 'CVBA', 'different'],
    ['LV', 'VOF', 'different'],
  ])('%j and %j are %s, both ways', (a, b, expected) => {
    expect(compareLegalForms(formOf(a), formOf(b))).toBe(expected);
    expect(compareLegalForms(formOf(b), formOf(a))).toBe(expected);
  });

  test('every form is the same as itself, and comparing is symmetric', () => {
    const anyCode = fc.constantFrom(...codes);
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(compareLegalForms(formOf(a), formOf(a))).toBe('same');
        expect(compareLegalForms(formOf(a), formOf(b))).toBe(compareLegalForms(formOf(b), formOf(a)));
      }),
    );
  });

  test('dots, spaces and capitals in an abbreviation do not count', () => {
    const abbreviation = fc.constantFrom('BV', 'SRL', 'NV', 'SA', 'VZW', 'ASBL', 'VOF', 'SNC', 'CVBA', 'SComm');
    const between = fc.constantFrom('.', '. ', ' ', '');
    fc.assert(
      fc.property(abbreviation, between, fc.boolean(), (text, separator, lower) => {
        const spelled = [...text].join(separator);
        expect(parseLegalForm(lower ? spelled.toLowerCase() : spelled)).toEqual(parseLegalForm(text));
      }),
    );
  });
});

describe('writing a legal form', () => {
  test.each([
    { code: '610', nl: 'BV', fr: 'SRL', de: 'GmbH', en: 'BV' },
    { code: '015', nl: 'BVBA', fr: 'SPRL', de: 'PGmbH', en: 'BVBA' },
    { code: '014', nl: 'NV', fr: 'SA', de: 'AG', en: 'NV' },
    { code: '017', nl: 'VZW', fr: 'ASBL', de: 'VoG', en: 'VZW' },
    { code: '706', nl: 'CV', fr: 'SC', de: 'Gen.', en: 'CV' },
    { code: '008', nl: 'CVBA', fr: 'SCRL', de: 'Gen.mbH', en: 'CVBA' },
    { code: '011', nl: 'VOF', fr: 'SNC', de: 'OHG', en: 'VOF' },
    { code: '612', nl: 'CommV', fr: 'SComm', de: 'KommG', en: 'CommV' },
    { code: '012', nl: 'GCV', fr: 'SCS', de: 'EKG', en: 'GCV' },
    { code: '013', nl: 'Comm.VA', fr: 'SCA', de: 'KGaA', en: 'Comm.VA' },
    { code: '125', nl: 'IVZW', fr: 'AISBL', de: 'IVoG', en: 'IVZW' },
    { code: '070', nl: 'VME', fr: 'ACP', de: 'MEV', en: 'VME' },
    {
      code: '702',
      nl: 'Maatschap',
      fr: 'Société de droit commun',
      de: 'Gesellschaft des allgemeinen Rechts',
      en: 'Maatschap',
    },
    { code: '026', nl: 'Private stichting', fr: 'Fondation privée', de: 'Privatstiftung', en: 'Private foundation' },
    {
      code: '020',
      nl: 'Beroepsvereniging',
      fr: 'Union professionnelle',
      de: 'Berufsvereinigung',
      en: 'Beroepsvereniging',
    },
    { code: 'NP', nl: 'Eenmanszaak', fr: 'Entreprise individuelle', de: 'Einzelunternehmen', en: 'Eenmanszaak' },
  ])('$code is written $nl, $fr, $de, $en', ({ code, ...expected }) => {
    const written = LANGUAGES.map((language) => [language, legalFormAbbreviation(code, language)]);
    expect(Object.fromEntries(written)).toEqual(expected);
  });

  test.each([
    {
      code: '610',
      nl: 'Besloten Vennootschap',
      fr: 'Société à responsabilité limitée',
      de: 'Gesellschaft mit beschränkter Haftung',
      en: 'Private limited company',
    },
    {
      code: '015',
      nl: 'Besloten vennootschap met beperkte aansprakelijkheid',
      fr: 'Société privée à responsabilité limitée',
      de: 'Privatgesellschaft mit beschränkter Haftung',
      en: 'Besloten vennootschap met beperkte aansprakelijkheid',
    },
    { code: 'NP', nl: 'Natuurlijk persoon', fr: 'Personne physique', de: 'Natürliche Person', en: 'Natural person' },
  ])('$code in words', ({ code, ...expected }) => {
    const written = LANGUAGES.map((language) => [language, legalFormWord(code, language)]);
    expect(Object.fromEntries(written)).toEqual(expected);
  });

  it('has nothing for an unknown code', () => {
    expect(legalFormAbbreviation('611', 'nl')).toBeUndefined();
    expect(legalFormWord('611', 'fr')).toBeUndefined();
  });

  test('what is written for any form in any language is read as that form again', () => {
    for (const code of codes) {
      for (const language of LANGUAGES) {
        const abbreviation = legalFormAbbreviation(code, language) ?? '';
        const word = legalFormWord(code, language) ?? '';
        expect([code, abbreviation, formOf(abbreviation).codes.includes(code)]).toEqual([code, abbreviation, true]);
        expect([code, word, formOf(word).codes.includes(code)]).toEqual([code, word, true]);
      }
    }
  });
});

describe('the words of a family beside a name', () => {
  test.each([
    { key: 'bv', family: 'BV', place: 'before', named: true },
    { key: 'srl', family: 'BV', place: 'after', named: true },
    { key: 'sprl', family: 'BV', place: 'before', named: true },
    { key: 'gmbh', family: 'BV', place: 'after', named: true },
    { key: 'gmbh', family: 'BV', place: 'before', named: false },
    { key: 'ag', family: 'NV', place: 'after', named: true },
    { key: 'ag', family: 'NV', place: 'before', named: false },
    { key: 'nv', family: 'BV', place: 'after', named: false },
    { key: 'sprlstarter', family: 'BV', place: 'before', named: true },
    { key: 'dienstv', family: '416', place: 'before', named: true },
    { key: 'assserv', family: '416', place: 'before', named: true },
    { key: 'dlvfl', family: '416', place: 'before', named: false },
    { key: 'dlvfl', family: '416', place: 'after', named: true },
    { key: 'bv', family: '020', place: 'after', named: false },
    { key: 'union', family: '020', place: 'after', named: false },
    { key: 'naamlozevennootschap', family: 'NV', place: 'before', named: true },
    { key: 'bv', family: 'no such family', place: 'after', named: false },
  ] as const)('"$key" names the family $family $place a name: $named', ({ key, family, place, named }) => {
    expect(isFormOfFamily(key, family, place)).toBe(named);
  });
});
