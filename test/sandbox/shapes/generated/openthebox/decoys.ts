import type { Company } from '../../../openthebox/model.ts';
import type { InnerKeys } from '../adminpulse/decoys.ts';
import type { Concept } from '../key-words.ts';
import { constant, type Node } from '../node.ts';
import { dayBetween, folded, phoneIn, placeOf } from '../office/facts.ts';
import { OWN_NAMES } from '../office/names.ts';
import { partsOf } from '../office/relation.ts';
import { type Random, randomOf } from '../random.ts';
import type { ValueForms } from '../value-forms.ts';

export type CompanyDecoy = {
  readonly concept: Concept;
  readonly group: Concept | 'root';
  readonly probability: number;
  readonly missing?: number;
  value(company: Company, forms: ValueForms, random: Random, keys: InnerKeys): unknown;
};

const NACE = ['69201', '47110', '56101', '43341', '10712', '62010', '96021', '70220'];

/** What an answer about a company holds beside the facts: other dates, phones, addresses, numbers and names. */
export const COMPANY_DECOYS: Readonly<Record<string, CompanyDecoy>> = {
  activities: {
    concept: 'activities',
    group: 'root',
    probability: 0.6,
    value: (_, { date }, random, keys) =>
      Array.from({ length: 1 + random.below(3) }, () => ({
        [keys('kind')]: 'NACEBEL',
        [keys('enumCode')]: random.pick(NACE),
        [keys('validFrom')]: date.write(dayBetween(random, 1990, 2024), undefined),
      })),
  },
  units: {
    concept: 'units',
    group: 'root',
    probability: 0.5,
    value: ({ establishments }, forms, random, keys) =>
      establishments.map((number) => {
        const place = placeOf(random);
        const { street, number: house, postalCode, city } = partsOf(place, 'nl');
        return {
          [keys('establishmentNumber')]: forms.enterpriseNumber.write(number, undefined),
          [keys('name')]: random.pick(OWN_NAMES),
          [keys('street')]: street,
          [keys('number')]: house,
          [keys('postalCode')]: postalCode,
          [keys('municipality')]: city,
          [keys('phone')]: forms.phone.write(phoneIn(random, place.town.zone), undefined),
          [keys('validFrom')]: forms.date.write(dayBetween(random, 1990, 2024), undefined),
        };
      }),
  },
  fax: {
    concept: 'fax',
    group: 'contactGroup',
    probability: 0.35,
    missing: 0.4,
    value: (_, { phone }, random) => phone.write(phoneIn(random, '02'), undefined),
  },
  email: {
    concept: 'email',
    group: 'contactGroup',
    probability: 0.6,
    value: ({ email }) => email,
  },
  statusSince: {
    concept: 'statusSince',
    group: 'root',
    probability: 0.4,
    value: (_, { date }, random) => date.write(dayBetween(random, 1995, 2025), undefined),
  },
  accountsDate: {
    concept: 'accountsDate',
    group: 'accountingGroup',
    probability: 0.4,
    missing: 0.2,
    value: (_, { date }, random) => date.write(dayBetween(random, 2025, 2025), undefined),
  },
  modified: {
    concept: 'modified',
    group: 'root',
    probability: 0.5,
    value: (_, { date }, random) => date.write(dayBetween(random, 2026, 2026), undefined),
  },
  commercialName: {
    concept: 'commercialName',
    group: 'root',
    probability: 0.4,
    missing: 0.4,
    value: (_, __, random) => `${random.pick(['Studio', 'Le', 'De'])} ${random.pick(OWN_NAMES)}`,
  },
  shortName: {
    concept: 'shortName',
    group: 'root',
    probability: 0.3,
    missing: 0.4,
    value: ({ nameNl }) =>
      nameNl
        ?.split(' ')
        .map((word) => word.slice(0, 3))
        .join('')
        .toUpperCase() ?? null,
  },
  searchName: {
    concept: 'searchName',
    group: 'root',
    probability: 0.25,
    value: ({ nameNl }) => folded(nameNl ?? '').slice(0, 14) || null,
  },
  capital: {
    concept: 'capital',
    group: 'legalGroup',
    probability: 0.4,
    missing: 0.3,
    value: (_, __, random) => random.pick([18_600, 61_500, 6_200, 2_500]),
  },
  internalCode: {
    concept: 'internalCode',
    group: 'root',
    probability: 0.4,
    value: (_, __, random) => 100_000 + random.below(900_000),
  },
  status: { concept: 'status', group: 'root', probability: 0.7, value: ({ status }) => status },
};

const NOTHING = { null: null, blank: '', absent: undefined, braces: null } as const;

export function companyDecoyNode(name: string, decoy: CompanyDecoy, forms: ValueForms, keys: InnerKeys): Node<Company> {
  return constant((company) => {
    const random = randomOf(`decoy ${name} ${company.number}`);
    const isMissing = decoy.missing !== undefined && random.chance(decoy.missing);
    const value = isMissing ? null : decoy.value(company, forms, random, keys);
    return value ?? NOTHING[forms.empty(name)];
  });
}
