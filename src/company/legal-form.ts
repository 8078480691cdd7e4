import type { Language } from './company.ts';
import { foldedKey, tidy } from './folding.ts';
import { LEGAL_FORMS } from './generated/legal-forms.ts';
import { EVERYDAY_ABBREVIATIONS, EVERYDAY_WORDS, LEGAL_FORM_FAMILIES } from './legal-form-families.ts';
import { buildLegalFormIndex } from './legal-form-index.ts';

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

const { namesOf, codesOf, keysOf, familyOf } = buildLegalFormIndex({
  register: LEGAL_FORMS,
  families: LEGAL_FORM_FAMILIES,
  everyday: EVERYDAY_WORDS,
  others: {
    NP: { nl: 'Natuurlijk persoon', fr: 'Personne physique', de: 'Natürliche Person', en: 'Natural person' },
  },
});

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
  const codes = namesOf.has(code) ? [code] : codesOf.get(key);
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
  const [nl, fr, de] = (namesOf.has(code) && EVERYDAY_ABBREVIATIONS[code]) || [];
  return { nl, fr, de, en: nl }[language] ?? legalFormWord(code, language);
}

/** The form in words, as the register writes it; Dutch where it has no English ones. `undefined` for an unknown code. */
export function legalFormWord(code: string, language: Language): string | undefined {
  const names = namesOf.get(code);
  return names?.[language] ?? names?.nl;
}

/** Whether a word or abbreviation, folded to one key, names a form of this family before or after a company's name. */
export function isFormOfFamily(key: string, family: string, place: 'before' | 'after'): boolean {
  const keys = keysOf.get(family);
  return (place === 'before' ? keys?.leading : keys?.all)?.has(key) ?? false;
}
