import { legalFormOf, legalFormText } from '../../../legal-forms.ts';
import type { Language, RelationType, Status } from '../../../model.ts';
import type { Form } from '../node.ts';

/** A list of values that a service spells in its own way. What is not in the table is refused. */
function spelled<T extends string>(name: string, table: Readonly<Record<T, string | number>>): Form<T> {
  return {
    name,
    write: (value) => table[value],
    read: (raw) => (Object.keys(table) as T[]).find((value) => table[value] === raw),
  };
}

const LANGUAGE_WORDS: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Frans',
  en: 'Engels',
  de: 'Duits',
};

export const LANGUAGE_FORMS = {
  nl: spelled('nl', { nl: 'nl', fr: 'fr', en: 'en', de: 'de' }),
  NL: spelled('NL', { nl: 'NL', fr: 'FR', en: 'EN', de: 'DE' }),
  'nl-BE': spelled('nl-BE', { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' }),
  word: spelled('a language', LANGUAGE_WORDS),
  'own word': spelled('a language', { nl: 'Nederlands', fr: 'Français', en: 'English', de: 'Deutsch' }),
  number: spelled('1 to 4', { nl: 1, fr: 2, en: 3, de: 4 }),
} as const satisfies Readonly<Record<string, Form<Language>>>;

export const TYPE_FORMS = {
  word: spelled<RelationType>('a type', { Person: 'Person', Company: 'Company', SoleProprietor: 'SoleProprietor' }),
  dutch: spelled<RelationType>('a type', {
    Person: 'Particulier',
    Company: 'Rechtspersoon',
    SoleProprietor: 'Eenmanszaak',
  }),
  letter: spelled<RelationType>('P, R or N', { Person: 'P', Company: 'R', SoleProprietor: 'N' }),
  number: spelled<RelationType>('1 to 3', { Person: 1, Company: 2, SoleProprietor: 3 }),
} as const;

export const STATUS_FORMS = {
  word: spelled<Status>('a status', {
    Customer: 'Customer',
    Prospect: 'Prospect',
    OwnCompany: 'OwnCompany',
    Other: 'Other',
  }),
  dutch: spelled<Status>('a status', { Customer: 'Klant', Prospect: 'Prospect', OwnCompany: 'Eigen', Other: 'Andere' }),
  number: spelled<Status>('0 to 3', { Customer: 0, Prospect: 1, OwnCompany: 2, Other: 3 }),
} as const;

type InLanguage = { readonly language?: Language };

function legalText(style: 'word' | 'abbreviation', fixed?: Language): Form<string, InLanguage> {
  return {
    name: `a legal form as ${style}`,
    write: (code, { language }) => legalFormText(code, style, fixed ?? language ?? 'nl'),
    read: (raw) => (typeof raw === 'string' ? legalFormOf(raw) : undefined),
  };
}

/** A sole trader has no code in the register; a service that keeps codes says `NP`, or 0. */
export const LEGAL_FORM_FORMS = {
  code: {
    name: 'a code of three digits',
    write: (code) => code,
    read: (raw) => (typeof raw === 'string' && /^(\d{3}|NP)$/.test(raw) ? raw : undefined),
  },
  'JSON number': {
    name: 'a code as a number',
    write: (code) => (code === 'NP' ? 0 : Number(code)),
    read: (raw) => (typeof raw === 'number' ? (raw === 0 ? 'NP' : String(raw).padStart(3, '0')) : undefined),
  },
  word: legalText('word'),
  'Dutch word': legalText('word', 'nl'),
  abbreviation: legalText('abbreviation'),
  'Dutch abbreviation': legalText('abbreviation', 'nl'),
} as const satisfies Readonly<Record<string, Form<string, InLanguage>>>;

/** A name with its legal form behind it, as a register writes it. */
export function withLegalForm(name: string, code: string | null, language: Language): string {
  return code === null || code === 'NP' ? name : `${name} ${legalFormText(code, 'abbreviation', language)}`;
}

/** The name, and the legal form's code where one stands behind it. */
export function nameAndLegalForm(text: string): { name: string; legalForm: string | null } {
  const words = text.trim().split(' ');
  for (const count of [1, 2]) {
    const last = words.slice(-count).join(' ');
    if (words.length > count && legalFormOf(last) !== last) {
      return { name: words.slice(0, -count).join(' '), legalForm: legalFormOf(last) };
    }
  }
  return { name: text, legalForm: null };
}
