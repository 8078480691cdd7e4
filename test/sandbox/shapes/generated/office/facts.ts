import type { Language, RelationType } from '../../../model.ts';
import { enterpriseNumberOf } from '../../../numbers.ts';
import type { Random } from '../random.ts';
import { FAMILY_NAMES, FIRST_NAMES, OWN_NAMES, TRADES } from './names.ts';
import { BRUSSELS_STREETS, LANGUAGES_OF_TOWN, STREETS, TOWNS, type Town } from './places.ts';

/** A place in both languages of the register; outside Brussels they are one, but for the name of the municipality. */
export type Place = {
  readonly town: Town;
  readonly streetNl: string;
  readonly streetFr: string;
  readonly number: string;
  readonly box: string | null;
};

/** What is true of a company or person, before either side knows it. Dates `YYYY-MM-DD`, phones E.164. */
export type Facts = {
  readonly type: RelationType;
  readonly language: Language;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** A KBO code, `NP`, or null for a private person. */
  readonly legalForm: string | null;
  readonly number: string | null;
  readonly vatLiable: boolean;
  readonly place: Place;
  readonly phone: string;
  readonly website: string;
  readonly founded: string;
  readonly fiscalYearEnd: { readonly day: number; readonly month: number };
};

/** How often a form is met, roughly as among a Belgian accountant's clients. */
const LEGAL_FORMS = { '610': 42, '014': 12, '017': 12, '612': 7, '706': 5, '011': 4, '702': 3, '070': 4, '015': 5 };
/** Associations, co-owners and partnerships most often owe no VAT. */
const WITHOUT_VAT: Readonly<Record<string, number>> = { '017': 0.7, '070': 1, '702': 0.5 };

const YEAR_ENDS = [
  [31, 12, 60],
  [30, 6, 14],
  [30, 9, 10],
  [31, 3, 8],
  [31, 8, 3],
  [30, 4, 2],
  [31, 1, 2],
  [15, 11, 1],
] as const;

const TYPES: Readonly<Record<RelationType, number>> = { Company: 80, SoleProprietor: 11, Person: 9 };

export function factsOf(random: Random, serial: number): Facts {
  const type = random.weighted(TYPES);
  const place = placeOf(random);
  const { language } = place.town;
  const trade = language === 'both' ? random.pick(['nl', 'fr'] as const) : language;
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(FAMILY_NAMES);
  const legalForm = type === 'Person' ? null : type === 'SoleProprietor' ? 'NP' : random.weighted(LEGAL_FORMS);
  const isNatural = type !== 'Company';
  const name = isNatural ? `${lastName} ${firstName}` : companyName(random, trade);
  return {
    type,
    language: random.pick(LANGUAGES_OF_TOWN[language]),
    name,
    firstName: isNatural ? firstName : null,
    lastName: isNatural ? lastName : null,
    legalForm,
    number: type === 'Person' ? null : numberOf(random, serial),
    vatLiable: type !== 'Person' && !random.chance(WITHOUT_VAT[legalForm ?? ''] ?? 0.1),
    place,
    phone: phoneIn(random, place.town.zone),
    website: websiteOf(name, random),
    founded: dayBetween(random, 1962, 2024),
    fiscalYearEnd: yearEndOf(random),
  };
}

/** In the ranges 01xx.xxx.xxx and 1999.xxx.xxx, which are not issued; no two serials share one. */
export function numberOf(random: Random, serial: number): string {
  const first = random.chance(0.15) ? 19_990_000 + (serial % 10_000) : 1_000_000 + (serial % 9_000) * 100;
  return enterpriseNumberOf(first < 10_000_000 ? first + random.below(100) : first);
}

export function placeOf(random: Random, not?: Town): Place {
  const town = random.pick(not ? TOWNS.filter(({ postalCode }) => postalCode !== not.postalCode) : TOWNS);
  const both = random.pick(BRUSSELS_STREETS);
  const one = random.pick(STREETS[town.language === 'both' ? 'nl' : town.language]);
  const [streetNl, streetFr] = town.language === 'both' ? [both.nl, both.fr] : [one, one];
  const letter = random.chance(0.12) ? random.pick(['A', 'B', 'C']) : '';
  return {
    town,
    streetNl,
    streetFr,
    number: `${1 + random.below(280)}${letter}`,
    box: random.chance(0.3) ? random.pick(['1', '2', '3', '4', '12', '0101', '0302', 'A', 'B']) : null,
  };
}

/** A landline of the zone: eight digits after the zero, of which the zone has one or two. */
export function phoneIn(random: Random, zone: string): string {
  const area = zone.slice(1);
  return `+32${area}${2 + random.below(7)}${random.digits(7 - area.length)}`;
}

export function mobileOf(random: Random): string {
  return `+324${random.pick(['70', '75', '77', '85', '86', '95', '96', '97', '98'])}${random.digits(6)}`;
}

export function dayBetween(random: Random, first: number, last: number): string {
  const year = first + random.below(last - first + 1);
  return `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

export function websiteOf(name: string, random: Random): string {
  const host = folded(name).slice(0, 24) + random.pick(['', '', '-be', String(1 + random.below(9))]);
  return `${random.chance(0.6) ? 'www.' : ''}${host}.${random.pick(['be', 'be', 'be', 'com', 'eu'])}`;
}

/** Letters and digits, as in a host name. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function companyName(random: Random, language: 'nl' | 'fr' | 'de'): string {
  const trade = random.pick(TRADES[language]);
  return random.weighted({ tradeFamily: 5, tradeOwn: 3, own: 2, family: 1 } as const).replace(/^.*$/, (kind) => {
    if (kind === 'tradeFamily') return `${trade} ${random.pick(FAMILY_NAMES)}`;
    if (kind === 'tradeOwn') return `${trade} ${random.pick(OWN_NAMES)}`;
    if (kind === 'own') return `${random.pick(OWN_NAMES)} ${random.pick(OWN_NAMES)}`;
    return `${random.pick(FAMILY_NAMES)} & ${random.pick(FAMILY_NAMES)}`;
  });
}

function yearEndOf(random: Random): Facts['fiscalYearEnd'] {
  const weights = Object.fromEntries(YEAR_ENDS.map(([day, month, weight]) => [`${day}/${month}`, weight]));
  const [day = 31, month = 12] = random.weighted(weights).split('/').map(Number);
  return { day, month };
}

const two = (part: number) => String(part).padStart(2, '0');
