import type { Random } from '../random.ts';
import { dayBetween, type Facts, phoneIn, placeOf, websiteOf } from './facts.ts';
import { OTHER_ENDINGS } from './names.ts';

/** The fields in which the two sides may differ: which company it is, they agree on. */
export const DIFFERING_FIELDS = [
  'name',
  'legalForm',
  'website',
  'address',
  'phone',
  'incorporationDate',
  'fiscalYearEnd',
] as const;
export type DifferingField = (typeof DIFFERING_FIELDS)[number];

/** How a field stands on the two sides. */
type Standing = 'same' | 'different' | 'only-openthebox' | 'only-adminpulse' | 'neither';

/** A VAT number is the company's own, or is not there. */
export type Standings = Readonly<Record<DifferingField | 'vatNumber', Standing>>;

/** How often each side lacks a field, as far as register and client files are known to. */
const LACKING: Readonly<Record<keyof Standings, { readonly adminpulse: number; readonly openthebox: number }>> = {
  name: { adminpulse: 0, openthebox: 0 },
  legalForm: { adminpulse: 0.05, openthebox: 0 },
  website: { adminpulse: 0.25, openthebox: 0.25 },
  address: { adminpulse: 0.04, openthebox: 0.02 },
  phone: { adminpulse: 0.1, openthebox: 0.15 },
  incorporationDate: { adminpulse: 0.1, openthebox: 0.02 },
  fiscalYearEnd: { adminpulse: 0.08, openthebox: 0.08 },
  vatNumber: { adminpulse: 0.08, openthebox: 0.05 },
};

/** Of all values, this many differ between the sides. */
export const DIFFERENT = 0.3;

export function standingsOf(random: Random, share: number): Standings {
  const standings = DIFFERING_FIELDS.map((field) => [field, standingOf(random, field, share)] as const);
  const vatNumber = standingOf(random, 'vatNumber', 0);
  return { ...(Object.fromEntries(standings) as Record<DifferingField, Standing>), vatNumber };
}

function standingOf(random: Random, field: keyof Standings, share: number): Standing {
  const { adminpulse, openthebox } = LACKING[field];
  const lacks = [random.chance(adminpulse), random.chance(openthebox)];
  const differs = random.chance(share);
  if (lacks[0]) return lacks[1] ? 'neither' : 'only-openthebox';
  if (lacks[1]) return 'only-adminpulse';
  return differs ? 'different' : 'same';
}

/** The same facts, other in this field: another street, another number, a date years away, a form of another family. */
export function otherwise(facts: Facts, field: DifferingField, random: Random): Facts {
  return { ...facts, ...OTHERWISE[field](facts, random) };
}

const OTHERWISE: Readonly<Record<DifferingField, (facts: Facts, random: Random) => Partial<Facts>>> = {
  name: ({ name, language }, random) => ({ name: `${name} ${random.pick(OTHER_ENDINGS[language])}` }),
  legalForm: ({ legalForm }, random) => ({
    legalForm: random.pick(['610', '014', '017', '612', '706', '011'].filter((code) => !sameFamily(code, legalForm))),
  }),
  website: ({ name }, random) => ({ website: websiteOf(`${name}${random.pick(['shop', 'online', 'info'])}`, random) }),
  address: ({ place }, random) => {
    if (random.chance(0.5)) return { place: placeOf(random, place.town) };
    // A move within the municipality: the postal code stays, street and number do not.
    const other = placeOf(random);
    const isSameLanguage = other.town.language === place.town.language && other.streetNl !== place.streetNl;
    return { place: isSameLanguage ? { ...other, town: place.town } : placeOf(random, place.town) };
  },
  phone: ({ place }, random) => ({ phone: phoneIn(random, place.town.zone) }),
  incorporationDate: ({ founded }, random) => {
    const year = Number(founded.slice(0, 4));
    return { founded: dayBetween(random, Math.max(1960, year - 12), year - 2) };
  },
  fiscalYearEnd: ({ fiscalYearEnd: { month } }) => ({
    fiscalYearEnd: month === 12 ? { day: 30, month: 6 } : { day: 31, month: 12 },
  }),
};

const BV = ['610', '015'];
const sameFamily = (code: string, other: string | null) =>
  code === other || (BV.includes(code) && BV.includes(other ?? ''));
