import { enterpriseNumberOf } from '../../../numbers.ts';
import type { Address, Company } from '../../../openthebox/model.ts';
import type { Random } from '../random.ts';
import { type Facts, folded, type Place } from './facts.ts';
import { partsOf } from './relation.ts';

export type CompanyFacts = Facts & { readonly lacks: ReadonlySet<string> };

/** How this register writes: some capitals, some with the legal form, natural persons surname first. */
export type RegisterStyle = { readonly capitals: boolean };

/** openthebox's company: the facts as this side has them, in the register's way of writing. */
export function generatedCompany(facts: CompanyFacts, style: RegisterStyle, random: Random): Company {
  const { lacks, place } = facts;
  const number = facts.number ?? '';
  const isNatural = facts.type === 'SoleProprietor';
  const name = isNatural ? `${facts.lastName}, ${facts.firstName}${otherPart(facts)}` : facts.name;
  const written = style.capitals ? name.toUpperCase() : name;
  const isBilingual = place.town.language === 'both';
  return {
    number,
    vatLiable: !lacks.has('vatNumber'),
    nameNl: written,
    // Outside Brussels one name is most often all that there is.
    nameFr: isBilingual || random.chance(0.6) ? written : null,
    juridicalForm: isNatural || lacks.has('legalForm') ? null : facts.legalForm,
    naturalPerson: isNatural,
    juridicalSituation: random.weighted({ '000': 94, '012': 3, '050': 2, '091': 1 }),
    status: 'AC',
    startDate: lacks.has('incorporationDate') ? null : facts.founded,
    addressNl: lacks.has('address') ? null : addressOf(place, 'nl'),
    addressFr: lacks.has('address') ? null : addressOf(place, 'fr'),
    telephone: lacks.has('phone') ? null : facts.phone,
    email: random.chance(0.5) ? `contact@${folded(facts.name)}.be` : null,
    website: lacks.has('website') ? null : facts.website,
    fiscalYearEnd: lacks.has('fiscalYearEnd') ? null : { ...facts.fiscalYearEnd },
    // The accounts would say the end of the year; a sole trader deposits none.
    accounts: isNatural || lacks.has('fiscalYearEnd') ? [] : accountsOf(facts),
    directors: [],
    shareholders: [],
    establishments: Array.from({ length: random.below(3) }, () => establishmentNumber(random)),
  };
}

/** A sole trader whose name differs between the sides keeps what his name has more. */
function otherPart({ name, firstName, lastName }: Facts): string {
  return name.slice(`${lastName} ${firstName}`.length);
}

function addressOf(place: Place, language: 'nl' | 'fr'): Address {
  const { street, number, box, postalCode, city } = partsOf(place, language);
  return {
    street: street ?? '',
    number: number ?? '',
    ...(box && { box }),
    zipCode: postalCode ?? '',
    city: city ?? '',
    countryCode: 'BE',
  };
}

/** Three closed years. */
function accountsOf({ fiscalYearEnd: { day, month } }: Facts): Company['accounts'] {
  const end = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return [2025, 2024, 2023].map((year) => {
    const start = new Date(`${end(year - 1)}T00:00:00Z`);
    start.setUTCDate(start.getUTCDate() + 1);
    return { start: start.toISOString().slice(0, 10), end: end(year) };
  });
}

/** Ten digits, the first a 2: the same check digits as an enterprise number. */
export function establishmentNumber(random: Random): string {
  return enterpriseNumberOf(20_000_000 + random.below(5_000_000));
}
