import type { Relation } from '../../../model.ts';
import { enterpriseNumberOf } from '../../../numbers.ts';
import type { Concept } from '../key-words.ts';
import type { Node } from '../node.ts';
import { establishmentNumber } from '../office/company.ts';
import { dayBetween, folded, mobileOf, numberOf, phoneIn, placeOf } from '../office/facts.ts';
import { FAMILY_NAMES, FIRST_NAMES } from '../office/names.ts';
import { guid } from '../office/relation.ts';
import { type Random, randomOf } from '../random.ts';
import type { ValueForms } from '../value-forms.ts';

/** Names of keys in an object that a decoy has. */
export type InnerKeys = (concept: Concept) => string;

export type Decoy = {
  readonly concept: Concept;
  readonly group: Concept;
  /** How often a shape has it, 0 to 1. */
  readonly probability: number;
  /** How often a relation has none. */
  readonly missing?: number;
  /** Raw JSON, made up for the relation. */
  value(relation: Relation, forms: ValueForms, random: Random, keys: InnerKeys): unknown;
};

/** The office's own company of a relation: the same for hundreds of relations. */
function ownCompany({ companyId }: Relation) {
  const random = randomOf(`own company ${companyId}`);
  return {
    number: enterpriseNumberOf(1_950_000 + random.below(40_000)),
    phone: phoneIn(random, '09'),
    name: 'Kantoor Lindeboom',
  };
}

const FILE_MANAGERS = ['Sofie Lindeboom', 'Tom Lezer', 'Nora Taak', 'Bart Cijfer', 'Leen Boek'];

/**
 * What stands beside the facts in a client file and looks like one of them. Dates, phones, numbers, and names of someone or
 * something else.
 */
export const DECOYS: Readonly<Record<string, Decoy>> = {
  fax: {
    concept: 'fax',
    group: 'contactGroup',
    probability: 0.45,
    missing: 0.5,
    value: (_, { phone }, random) => phone.write(phoneIn(random, random.pick(['09', '03', '02', '050'])), undefined),
  },
  privatePhone: {
    concept: 'privatePhone',
    group: 'contactGroup',
    probability: 0.35,
    missing: 0.4,
    value: (_, { phone }, random) =>
      phone.write(random.chance(0.5) ? mobileOf(random) : phoneIn(random, '016'), undefined),
  },
  officePhone: {
    concept: 'officePhone',
    group: 'otherGroup',
    probability: 0.3,
    value: (relation, { phone }) => phone.write(ownCompany(relation).phone, undefined),
  },
  birthDate: {
    concept: 'birthDate',
    group: 'datesGroup',
    probability: 0.3,
    missing: 0.5,
    value: (_, { date }, random) => date.write(dayBetween(random, 1945, 1998), undefined),
  },
  created: {
    concept: 'created',
    group: 'datesGroup',
    probability: 0.6,
    value: (_, { date }, random) => date.write(dayBetween(random, 2019, 2025), undefined),
  },
  modified: {
    concept: 'modified',
    group: 'datesGroup',
    probability: 0.6,
    value: (_, { date }, random) => date.write(dayBetween(random, 2025, 2026), undefined),
  },
  shortName: {
    concept: 'shortName',
    group: 'identityGroup',
    probability: 0.4,
    missing: 0.3,
    value: ({ name }) =>
      name
        .split(' ')
        .map((word) => word.slice(0, 4))
        .join('')
        .slice(0, 10)
        .toUpperCase(),
  },
  searchName: {
    concept: 'searchName',
    group: 'identityGroup',
    probability: 0.35,
    value: ({ name }) => folded(name).slice(0, 12).toUpperCase(),
  },
  fileManager: {
    concept: 'fileManager',
    group: 'otherGroup',
    probability: 0.5,
    value(_, { phone }, random, keys) {
      const name = random.pick(FILE_MANAGERS);
      const own = randomOf(name);
      return {
        [keys('name')]: name,
        [keys('phone')]: phone.write(phoneIn(own, '09'), undefined),
        [keys('email')]: `${folded(name)}@lindeboom.be`,
      };
    },
  },
  office: {
    concept: 'office',
    group: 'otherGroup',
    probability: 0.35,
    value(relation, forms, _, keys) {
      const { name, number, phone } = ownCompany(relation);
      return {
        [keys('name')]: name,
        [keys('enterpriseNumber')]: forms.enterpriseNumber.write(number, undefined),
        [keys('vatNumber')]: forms.vatNumber.write(number, undefined),
        [keys('phone')]: forms.phone.write(phone, undefined),
        [keys('postalCode')]: '9000',
      };
    },
  },
  parent: {
    concept: 'parent',
    group: 'otherGroup',
    probability: 0.35,
    missing: 0.5,
    value: (_, forms, random) => forms.enterpriseNumber.write(numberOf(random, random.below(8_000)), undefined),
  },
  bankAccount: {
    concept: 'bankAccount',
    group: 'accountingGroup',
    probability: 0.5,
    missing: 0.2,
    value: (_, __, random) => ibanOf(random),
  },
  taxOffice: {
    concept: 'taxOffice',
    group: 'otherGroup',
    probability: 0.35,
    value(_, __, random, keys) {
      const { town } = placeOf(random);
      return { [keys('postalCode')]: town.postalCode, [keys('municipality')]: town.nl };
    },
  },
  internalCode: {
    concept: 'internalCode',
    group: 'otherGroup',
    probability: 0.4,
    value: (_, __, random) => `0${4 + random.below(5)}${random.digits(8)}`,
  },
  externalId: {
    concept: 'externalId',
    group: 'otherGroup',
    probability: 0.4,
    value: (_, __, random) => guid(random),
  },
  nationalNumber: {
    concept: 'nationalNumber',
    group: 'identityGroup',
    probability: 0.25,
    missing: 0.7,
    value: (_, __, random) => random.digits(11),
  },
  establishmentNumber: {
    concept: 'establishmentNumber',
    group: 'numbersGroup',
    probability: 0.3,
    missing: 0.4,
    value: (_, forms, random) => forms.enterpriseNumber.write(establishmentNumber(random), undefined),
  },
  contactPerson: {
    concept: 'description',
    group: 'otherGroup',
    probability: 0.3,
    missing: 0.3,
    value: (_, __, random) => `${random.pick(FIRST_NAMES)} ${random.pick(FAMILY_NAMES)}`,
  },
};

function ibanOf(random: Random): string {
  const account = random.digits(10);
  const bban = account + String(Number(account) % 97 || 97).padStart(2, '0');
  // "BE" is 11 and 14, and moves behind the number with two zeros for the check digits (ISO 13616).
  const check = 98n - (BigInt(`${bban}111400`) % 97n);
  return `BE${String(check).padStart(2, '0')}${bban}`.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A raw value that a relation's own source makes up, until a write says another. */
export function decoyNode(name: string, decoy: Decoy, forms: ValueForms, keys: InnerKeys): Node<Relation> {
  const madeUp = (relation: Relation) => {
    const random = randomOf(`decoy ${name} ${relation.id}`);
    if (decoy.missing !== undefined && random.chance(decoy.missing)) return null;
    return decoy.value(relation, forms, random, keys);
  };
  return extraNode(name, madeUp, forms);
}

/** What a write left at a place that no fact of the relation stands behind. */
export function extraNode(
  name: string,
  madeUp: (relation: Relation) => unknown,
  forms: Pick<ValueForms, 'empty'>,
): Node<Relation> {
  const present = (relation: Relation) =>
    relation.extra && Object.hasOwn(relation.extra, name) ? relation.extra[name] : madeUp(relation);
  return {
    write: (relation) => present(relation) ?? NOTHING[forms.empty(name)],
    read(raw, into, before) {
      const value = raw === undefined || raw === '' ? null : raw;
      if (JSON.stringify(value) === JSON.stringify(present(before) ?? null)) return;
      into.extra = { ...into.extra, [name]: value };
    },
    mark: () => undefined,
  };
}

const NOTHING = { null: null, blank: '', absent: undefined, braces: null } as const;
