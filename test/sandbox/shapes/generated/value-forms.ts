import type { Chooser } from './chooser.ts';
import type { AddressStyle } from './forms/addresses.ts';
import { PHONE_FORMS, type PhoneForm, WEBSITE_FORMS, type WebsiteForm } from './forms/channels.ts';
import { DATE_FORMS, type DateForm } from './forms/dates.ts';
import { NUMBER_FORMS, type NumberForm } from './forms/numbers.ts';
import type { Empty, Form } from './node.ts';

/** The forms of plain values, which a service has all over its answers. */
export type ValueForms = {
  readonly date: Form<string>;
  readonly phone: Form<string>;
  readonly website: Form<string>;
  readonly enterpriseNumber: Form<string>;
  readonly vatNumber: Form<string>;
  readonly address: AddressStyle;
  /** What stands where nothing stands, for a key of this name. */
  empty(name: string): Empty;
};

export const DATE_OPTIONS: Readonly<Record<DateForm, number>> = {
  'YYYY-MM-DD': 6,
  'YYYY-MM-DDT00:00:00': 5,
  'YYYY-MM-DDT00:00:00Z': 2,
  'DD/MM/YYYY': 4,
  'DD-MM-YYYY': 2,
  'DD.MM.YYYY': 1,
  YYYYMMDD: 2,
  DDMMYYYY: 2,
  'YYYYMMDD as number': 1,
  'epoch s': 1,
  'epoch ms': 2,
};

export const NUMBER_OPTIONS: Readonly<Record<NumberForm, number>> = {
  '0123.456.789': 5,
  '0123456789': 5,
  '0123 456 789': 1,
  BE0123456789: 2,
  'BE 0123456789': 1,
  'BE0123.456.789': 1,
  'BE 0123.456.789': 1,
  'JSON number': 1,
};

export const VAT_OPTIONS: Readonly<Record<NumberForm, number>> = {
  '0123.456.789': 1,
  '0123456789': 2,
  '0123 456 789': 0.5,
  BE0123456789: 6,
  'BE 0123456789': 1,
  'BE0123.456.789': 2,
  'BE 0123.456.789': 2,
  'JSON number': 0.7,
};

export const PHONE_OPTIONS: Readonly<Record<PhoneForm, number>> = {
  '09 234 56 78': 5,
  '09/234.56.78': 3,
  '092345678': 3,
  '+32 9 234 56 78': 4,
  '+32 (0)9 234 56 78': 1,
  '+3292345678': 3,
  '0032 9 234 56 78': 1,
};

export const WEBSITE_OPTIONS: Readonly<Record<WebsiteForm, number>> = { bare: 4, https: 3, 'http and slash': 1 };

export const EMPTY_OPTIONS: Readonly<Record<Empty | 'mixed', number>> = {
  null: 5,
  blank: 3,
  absent: 4,
  braces: 1,
  mixed: 2,
};

const PURE: Readonly<Record<Empty, number>> = { null: 1, blank: 1, absent: 1, braces: 0 };

export function chooseForms(chooser: Chooser): ValueForms {
  const empty = chooser.choose('empty', EMPTY_OPTIONS);
  const random = chooser.random.fork('styles');
  return {
    date: DATE_FORMS[chooser.choose('date', DATE_OPTIONS)],
    phone: PHONE_FORMS[chooser.choose('phone', PHONE_OPTIONS)],
    website: WEBSITE_FORMS[chooser.choose('website', WEBSITE_OPTIONS)],
    enterpriseNumber: NUMBER_FORMS[chooser.choose('enterprise number', NUMBER_OPTIONS)],
    vatNumber: NUMBER_FORMS[chooser.choose('VAT number', VAT_OPTIONS)],
    address: {
      box: random.pick([' bus ', ' bus ', ' bte ', '/', ' b']),
      street: random.pick([' ', ' ', ' ', ', ']),
      code: random.pick(['', '', '', 'B-', 'BE-']),
      line: random.pick([', ', ', ', '\n', ' - ']),
    },
    empty: (name) => (empty === 'mixed' ? chooser.random.fork(`empty ${name}`).weighted(PURE) : empty),
  };
}
