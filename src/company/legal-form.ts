import type { Language } from './company.ts';
import { foldedKey, tidy } from './folding.ts';
import { LEGAL_FORMS } from './generated/legal-forms.ts';
import { EVERYDAY_ABBREVIATIONS, EVERYDAY_WORDS, LEGAL_FORM_FAMILIES } from './legal-form-families.ts';

/** A legal form that was recognised in a text. */
export type LegalForm = {
  /** KBO code (`610`), or `NP` for a natural person: the form that the text most likely means. */
  readonly code: string;
  /** All codes that the text may mean: "Comm.V" is the word for 612 and for 012. */
  readonly codes: readonly string[];
  /** The form over languages and times, by its Dutch abbreviation (`BV`); the code for a form that stands alone. */
  readonly family: string;
};

/** `legacy name`: the same form under a name from before the Companies Code of 2019, or with a social purpose. */
export type LegalFormComparison = 'same' | 'legacy name' | 'different';

type Names = Readonly<Record<'nl' | 'fr' | 'de', string>> & { readonly en: string | undefined };

const DESCRIPTIONS = new Map<string, Names>();
const FAMILY_OF = new Map<string, string>();
/** The codes that a word or abbreviation may mean, by its folded key; all are of one family, but for "stichting". */
const CODES_OF = new Map<string, string[]>();
/** The keys of all words and abbreviations of a family: all languages, and those that stand before a name too. */
const KEYS_OF = new Map<string, { readonly all: Set<string>; readonly leading: Set<string> }>();

for (const [family, codes] of Object.entries(LEGAL_FORM_FAMILIES)) {
  for (const code of codes) FAMILY_OF.set(code, family);
}
for (const [codes, words] of EVERYDAY_WORDS) {
  for (const word of words.split(', ')) {
    for (const code of codes.split(' ')) addWord(code, word, true, true);
  }
}
// The present forms first: an abbreviation that two families share belongs to the one that is met. So "BV" is 610 and
// not 020 (Beroepsvereniging), "SC" is 706, and a short form of the register never takes a word of everyday use.
const rows = LEGAL_FORMS.split('\n').map((line) => line.split('|'));
for (const [code = '', , , , nl = '', fr = '', de = '', en = ''] of rows) {
  DESCRIPTIONS.set(code, { nl, fr, de, en: en || undefined });
}
DESCRIPTIONS.set('NP', {
  nl: 'Natuurlijk persoon',
  fr: 'Personne physique',
  de: 'Natürliche Person',
  en: 'Natural person',
});
const isPresent = (code: string) => LEGAL_FORM_FAMILIES[familyOf(code)]?.[0] === code;
for (const [code = '', nl = '', fr = '', de = '', ...descriptions] of [
  ...rows.filter(([code = '']) => isPresent(code)),
  ...rows.filter(([code = '']) => !isPresent(code)),
]) {
  addWord(code, nl, true, false);
  addWord(code, fr, true, false);
  addWord(code, de, false, false);
  for (const description of descriptions) addWord(code, description, true, false);
}

function addWord(code: string, word: string, leads: boolean, everyday: boolean): void {
  const key = foldedKey(word);
  if (key === '') return;
  const family = familyOf(code);
  const codes = CODES_OF.get(key) ?? [];
  const ofAnotherFamily = codes.length > 0 && !codes.some((other) => familyOf(other) === family);
  if (ofAnotherFamily && !everyday) return;
  if (!codes.includes(code)) codes.push(code);
  CODES_OF.set(key, codes);
  const keys = KEYS_OF.get(family) ?? { all: new Set(), leading: new Set() };
  keys.all.add(key);
  // German abbreviations stand after a name, never before it ("AG Insurance" is a name).
  if (leads) keys.leading.add(key);
  KEYS_OF.set(family, keys);
}

function familyOf(code: string): string {
  return FAMILY_OF.get(code) ?? code;
}

/** No legal form is longer: the longest description of the register has 105 characters. */
const MAX_LENGTH = 160;

/**
 * Reads a legal form from a KBO code ("610", "15"), from words in nl, fr, de or (where there are) en, or from an
 * abbreviation with or without dots; also from both in one text, as in "610 - Besloten Vennootschap (BV)".
 * A text that is none of the 146 forms is `undefined`: it stays text, and is never written.
 */
export function parseLegalForm(text: string): LegalForm | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const whole = parsePart(text);
  if (whole) return whole;
  const parts = text.split(/[()[\]:;,]|\s[-–—/]\s|\//).filter((part) => tidy(part) !== '');
  const forms = parts.map(parsePart);
  const first = forms[0];
  return first && forms.every((form) => form?.family === first.family) ? first : undefined;
}

function parsePart(text: string): LegalForm | undefined {
  const key = foldedKey(text);
  const code = /^\d{1,3}$/.test(key) ? key.padStart(3, '0') : key.toUpperCase();
  const codes = DESCRIPTIONS.has(code) ? [code] : CODES_OF.get(key);
  const likeliest = codes?.[0];
  return codes && likeliest ? { code: likeliest, codes, family: familyOf(likeliest) } : undefined;
}

/** Symmetric: which of the two is in use today does not matter. */
export function compareLegalForms(a: LegalForm, b: LegalForm): LegalFormComparison {
  if (a.codes.some((code) => b.codes.includes(code))) return 'same';
  return a.family === b.family ? 'legacy name' : 'different';
}

/**
 * What a form is called for short, in Dutch, French or German; Dutch stands in for English, which has no
 * abbreviations. A form without an abbreviation in everyday use gives its words. `undefined` for an unknown code.
 */
export function legalFormAbbreviation(code: string, language: Language): string | undefined {
  const [nl, fr, de] = (DESCRIPTIONS.has(code) && EVERYDAY_ABBREVIATIONS[code]) || [];
  return { nl, fr, de, en: nl }[language] ?? legalFormWord(code, language);
}

/** The form in words, as the register writes it; Dutch where it has no English ones. `undefined` for an unknown code. */
export function legalFormWord(code: string, language: Language): string | undefined {
  const names = DESCRIPTIONS.get(code);
  return names?.[language] ?? names?.nl;
}

/** Whether a word or abbreviation, folded to one key, names a form of this family before or after a company's name. */
export function isFormOfFamily(key: string, family: string, place: 'before' | 'after'): boolean {
  const keys = KEYS_OF.get(family);
  return (place === 'before' ? keys?.leading : keys?.all)?.has(key) ?? false;
}
