import { patternOf } from '../../../../src/background/mapping/masked/pattern.ts';
import type { Language } from '../../model.ts';
import type { AddressStyle } from '../generated/forms/addresses.ts';
import { PHONE_FORMS, type PhoneForm, WEBSITE_FORMS, type WebsiteForm } from '../generated/forms/channels.ts';
import { DATE_FORMS, type DateForm } from '../generated/forms/dates.ts';
import { LANGUAGE_FORMS, LEGAL_FORM_FORMS } from '../generated/forms/enums.ts';
import { NUMBER_FORMS, type NumberForm } from '../generated/forms/numbers.ts';
import { YEAR_END_FORMS, type YearEnd } from '../generated/forms/year-ends.ts';
import type { Form } from '../generated/node.ts';
import type { Leaf } from './place.ts';

/** The forms of masked values, as their tags and patterns say them. */

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];

export function numberForm({ tag, pattern = '' }: Leaf): Form<string> {
  if (tag?.isNumber) return NUMBER_FORMS['JSON number'];
  const name: NumberForm = keysOf(NUMBER_FORMS).find((form) => patternOf(form) === pattern) ?? '0123456789';
  return NUMBER_FORMS[name];
}

const DATES_OF_NUMBERS: Readonly<Record<string, DateForm>> = {
  'YYYYMMDD (number)': 'YYYYMMDD as number',
  'epoch milliseconds': 'epoch ms',
  'epoch seconds': 'epoch s',
};

export function dateForm({ tag }: Leaf): Form<string> {
  const name = tag?.form ?? '';
  const form = keysOf(DATE_FORMS).find((one) => one === (DATES_OF_NUMBERS[name] ?? name));
  return DATE_FORMS[form ?? 'YYYY-MM-DDT00:00:00'];
}

/** By what the pattern begins with, or has; the first that fits. */
const PHONES: readonly (readonly [RegExp, PhoneForm])[] = [
  [/^\+32 ?\(0\)/, '+32 (0)9 234 56 78'],
  [/^\+32 /, '+32 9 234 56 78'],
  [/^\+/, '+3292345678'],
  [/^0032/, '0032 9 234 56 78'],
  [/\//, '09/234.56.78'],
  [/^\d+$/, '092345678'],
];

export function phoneForm({ pattern = '' }: Leaf): Form<string> {
  return PHONE_FORMS[PHONES.find(([has]) => has.test(pattern))?.[1] ?? '09 234 56 78'];
}

export function websiteForm({ pattern = '' }: Leaf): Form<string> {
  const name: WebsiteForm = pattern.startsWith('https:')
    ? 'https'
    : pattern.startsWith('http:')
      ? 'http and slash'
      : 'bare';
  return WEBSITE_FORMS[name];
}

export function yearEndForm(leaf: Leaf): Form<YearEnd> {
  const name = keysOf(YEAR_END_FORMS).find((form) => form === leaf.tag?.form);
  return leaf.tag?.kind === 'date'
    ? YEAR_END_FORMS['full date'](dateForm(leaf))
    : YEAR_END_FORMS[name ?? 'DD/MM'](dateForm(leaf));
}

export function legalForm({ tag }: Leaf) {
  const part = tag?.form === 'code' || tag?.form === 'word' ? tag.form : 'abbreviation';
  return { part, form: LEGAL_FORM_FORMS[part] } as const;
}

const LANGUAGE_PATTERNS = { xx: 'nl', XX: 'NL', 'xx-XX': 'nl-BE' } as const;

export function languageForm({ pattern }: Leaf): { readonly part: 'code' | 'word'; readonly form: Form<Language> } {
  const code = keysOf(LANGUAGE_PATTERNS).find((one) => one === pattern);
  return code
    ? { part: 'code', form: LANGUAGE_FORMS[LANGUAGE_PATTERNS[code]] }
    : { part: 'word', form: LANGUAGE_FORMS['own word'] };
}

/** What stands between the parts of an address, by the pattern of one that has them. */
export function addressStyle({ pattern = '' }: Leaf): AddressStyle {
  const box = / x{3}\.? /i.test(pattern)
    ? ' bus '
    : /\d ?\/ ?\w/.test(pattern)
      ? '/'
      : / x\d/i.test(pattern)
        ? ' b'
        : ' bus ';
  return {
    box,
    street: /\p{L}, \d/u.test(pattern) ? ', ' : ' ',
    code: /XX-\d{4}/.test(pattern) ? 'BE-' : /X-\d{4}/.test(pattern) ? 'B-' : '',
    line: pattern.includes('\n') ? '\n' : pattern.includes(' - ') ? ' - ' : ', ',
  };
}
