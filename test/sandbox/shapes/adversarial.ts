import { ADDRESSES } from './adversarial/addresses.ts';
import type { Adversarial } from './adversarial/case.ts';
import { FORMS } from './adversarial/forms.ts';
import { NAMES_AND_DATES } from './adversarial/names-and-dates.ts';
import { NUMBERS } from './adversarial/numbers.ts';

/** Shapes and offices made by hand, by what is nasty about them. */
export const ADVERSARIAL: Readonly<Record<string, Adversarial>> = {
  ...NUMBERS,
  ...ADDRESSES,
  ...NAMES_AND_DATES,
  ...FORMS,
};
