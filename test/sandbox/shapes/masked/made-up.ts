import { PART_FORMS } from '../generated/forms/year-ends.ts';
import { dayBetween, mobileOf, numberOf, phoneIn, websiteOf } from '../generated/office/facts.ts';
import { FAMILY_NAMES } from '../generated/office/names.ts';
import { guid } from '../generated/office/relation.ts';
import type { Random } from '../generated/random.ts';
import { dateForm, languageForm, legalForm, numberForm, phoneForm, websiteForm, yearEndForm } from './forms.ts';
import { isWord, type Leaf } from './place.ts';

/** More digits than the phone of a place has a mobile one. */
const DIGITS_OF_PHONE = 9;

/** What stands at a place that carries no fact, by the kind that its mask says. */
const OF_KIND: Readonly<Record<string, (leaf: Leaf, random: Random) => unknown>> = {
  GUID: (_, random) => guid(random),
  'relation code': (_, random) => `APR9${random.digits(4)}`,
  'enterprise number': (leaf, random) => numberForm(leaf).write(numberOf(random, random.below(9_000)), undefined),
  'foreign VAT number': (_, random) => `NL${random.digits(9)}B01`,
  'e-mail': (_, random) =>
    `info@${random
      .pick(FAMILY_NAMES)
      .toLowerCase()
      .replace(/[^a-z]/g, '')}.example`,
  date: (leaf, random) => dateForm(leaf).write(dayBetween(random, 1990, 2025), undefined),
  phone: (leaf, random) => {
    const isMobile = (leaf.pattern ?? '').replace(/\D/g, '').replace(/^(?:00)?32/, '0').length > DIGITS_OF_PHONE;
    return phoneForm(leaf).write(isMobile ? mobileOf(random) : phoneIn(random, '09'), undefined);
  },
  website: (leaf, random) => websiteForm(leaf).write(websiteOf(random.pick(FAMILY_NAMES), random), undefined),
  'day and month': (leaf, random) =>
    yearEndForm(leaf).write({ day: 1 + random.below(28), month: 1 + random.below(12) }, undefined),
  language: (leaf, random) => languageForm(leaf).form.write(random.pick(['nl', 'fr'] as const), undefined),
  'legal form': (leaf, random) => legalForm(leaf).form.write(random.pick(['610', '014', '017', '612']), {}),
  situation: ({ pattern = '' }) => (/\d/.test(pattern) ? '000' : 'Normale toestand'),
};

export function madeUp(leaf: Leaf, random: Random): unknown {
  const { tag, pattern, raw } = leaf;
  if (pattern === undefined) return typeof raw === 'number' ? digitsLike(raw, random) : raw;
  if (!tag) return isWord(pattern) ? pattern : filled(pattern, random);
  const kind = /^kind (\d+)$/.exec(tag.kind);
  if (kind) return kindWord(pattern, Number(kind[1]));
  if (tag.kind.startsWith('year end'))
    return PART_FORMS[tag.isNumber ? 'number' : 'text'].write(1 + random.below(12), undefined);
  const value = OF_KIND[tag.kind]?.(leaf, random) ?? filled(pattern, random);
  return tag.isNumber && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

/** Small numbers say what something is, such as the kind of an item: they are the same in all documents. */
const SMALLEST_AMOUNT = 10;

function digitsLike(masked: number, random: Random): number {
  if (Math.abs(masked) < SMALLEST_AMOUNT) return masked;
  const text = String(masked).replace(/\d/g, () => random.digits(1));
  return Number(text.replace(/^(-?)0+/, '$11'));
}

const LETTERS = 'abdefghiklmnoprstuvw';

/** Letters and digits in the places that the pattern has for them. */
function filled(pattern: string, random: Random): string {
  return pattern
    .replace(/0/g, () => random.digits(1))
    .replace(/[xX]/g, (letter) => {
      const one = random.pick([...LETTERS]);
      return letter === 'X' ? one.toUpperCase() : one;
    });
}

/** A word that the number of a kind makes, the same in each document. */
function kindWord(pattern: string, number: number): string {
  const letter = LETTERS[(number - 1) % LETTERS.length] ?? 'a';
  return pattern
    .replace(/0/g, String(number % 10))
    .replace(/x/g, letter)
    .replace(/X/g, letter.toUpperCase());
}
