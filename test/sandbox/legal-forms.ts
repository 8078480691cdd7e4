import type { Language } from './model.ts';

type Names = Record<Language, string>;
type LegalForm = { abbreviation: Names; word: Names };

/** `form('BV', 'Besloten vennootschap', …)`: nl, fr, de abbreviations, then nl, fr, de, en words. */
function form(abbreviations: [string, string, string], words: [string, string, string, string?]): LegalForm {
  const [nl, fr, de] = abbreviations;
  const [nlWord, frWord, deWord, enWord = nlWord] = words;
  return { abbreviation: { nl, fr, de, en: nl }, word: { nl: nlWord, fr: frWord, de: deWord, en: enWord } };
}

/**
 * The legal forms that the sandbox's AdminPulse knows, by KBO code; `NP` is the sole trader, who has none.
 * Source of the texts: KBO/BCE, FOD Economie / SPF Économie. That AdminPulse keeps such a list is documented (D), its
 * texts are unknown (U): the two shapes therefore show the abbreviation and the word.
 */
const LEGAL_FORMS: Readonly<Record<string, LegalForm>> = {
  '008': form(
    ['CVBA', 'SCRL', 'Gen.mbH'],
    [
      'Coöperatieve vennootschap met beperkte aansprakelijkheid',
      'Société coopérative à responsabilité limitée',
      'Genossenschaft mit beschränkter Haftung',
    ],
  ),
  '011': form(
    ['VOF', 'SNC', 'OHG'],
    ['Vennootschap onder firma', 'Société en nom collectif', 'Offene Handelsgesellschaft', 'General partnership'],
  ),
  '012': form(
    ['Comm.V', 'SCS', 'EKG'],
    ['Gewone commanditaire vennootschap', 'Société en commandite simple', 'Einfache Kommanditgesellschaft'],
  ),
  '014': form(
    ['NV', 'SA', 'AG'],
    ['Naamloze vennootschap', 'Société anonyme', 'Aktiengesellschaft', 'Public limited company'],
  ),
  '015': form(
    ['BVBA', 'SPRL', 'PGmbH'],
    [
      'Besloten vennootschap met beperkte aansprakelijkheid',
      'Société privée à responsabilité limitée',
      'Privatgesellschaft mit beschränkter Haftung',
    ],
  ),
  '017': form(
    ['VZW', 'ASBL', 'VoG'],
    [
      'Vereniging zonder winstoogmerk',
      'Association sans but lucratif',
      'Vereinigung ohne Gewinnerzielungsabsicht',
      'Non-profit organization',
    ],
  ),
  '026': form(['PS', 'FP', 'PrSt'], ['Private stichting', 'Fondation privée', 'Privatstiftung', 'Private foundation']),
  '070': form(
    ['VME', 'ACP', 'MEV'],
    ['Vereniging van mede-eigenaars', 'Association des copropriétaires', 'Miteigentümervereinigung'],
  ),
  '125': form(
    ['IVZW', 'AISBL', 'IVoG'],
    [
      'Internationale vereniging zonder winstoogmerk',
      'Association internationale sans but lucratif',
      'Internationale Vereinigung ohne Gewinnerzielungsabsicht',
      'International non-profit organization',
    ],
  ),
  '610': form(
    ['BV', 'SRL', 'GmbH'],
    [
      'Besloten vennootschap',
      'Société à responsabilité limitée',
      'Gesellschaft mit beschränkter Haftung',
      'Private limited company',
    ],
  ),
  '612': form(
    ['CommV', 'SComm', 'KommG'],
    ['Commanditaire vennootschap', 'Société en commandite', 'Kommanditgesellschaft', 'Limited partnership'],
  ),
  '702': form(['Maatschap', 'Société simple', 'GaR'], ['Maatschap', 'Société simple', 'Einfache Gesellschaft']),
  '706': form(
    ['CV', 'SC', 'Gen.'],
    ['Coöperatieve vennootschap', 'Société coopérative', 'Genossenschaft', 'Cooperative society'],
  ),
  NP: form(
    ['Eenmanszaak', 'Entreprise individuelle', 'Einzelunternehmen'],
    ['Eenmanszaak', 'Entreprise individuelle', 'Einzelunternehmen', 'Sole proprietorship'],
  ),
};

/** What a relation's `legalForm` (a code of the table, or free text, or null) reads in a language. */
export function legalFormText(form: string | null, style: keyof LegalForm, language: Language): string | null {
  return (form !== null && LEGAL_FORMS[form]?.[style][language]) || form;
}

/** The code of a legal form's text, in any language and style; a text that the table lacks stays as it is. */
export function legalFormOf(text: string): string {
  const wanted = text.trim().toLowerCase();
  const found = Object.entries(LEGAL_FORMS).find(([code, { abbreviation, word }]) =>
    [code, ...Object.values(abbreviation), ...Object.values(word)].some((known) => known.toLowerCase() === wanted),
  );
  return found?.[0] ?? text;
}
