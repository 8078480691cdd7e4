import type { Address, Relation } from '../../model.ts';
import type { Company } from '../../openthebox/model.ts';
import { addressEntries } from './addresses.ts';
import {
  addressOfKind,
  fact,
  founded,
  mainChannelLens,
  ADDRESS_LENS as RELATION_ADDRESS,
  shown,
} from './adminpulse/lenses.ts';
import { type GeneratedShape, shapeOf } from './adminpulse/shape.ts';
import type { AddressStyle } from './forms/addresses.ts';
import { PHONE_FORMS, text, WEBSITE_FORMS } from './forms/channels.ts';
import { DATE_FORMS } from './forms/dates.ts';
import { LANGUAGE_FORMS, LEGAL_FORM_FORMS, STATUS_FORMS, TYPE_FORMS } from './forms/enums.ts';
import { NUMBER_FORMS } from './forms/numbers.ts';
import { YEAR_END_FORMS } from './forms/year-ends.ts';
import { type Entry, type Form, group, leaf, type Node, Refused, zoomed } from './node.ts';
import { known, nameIn, ADDRESS_LENS as REGISTER_ADDRESS, seatIn, startDate } from './openthebox/facts.ts';
import { type CompanyShape, companyShape, WRAPPERS } from './openthebox/shape.ts';
import { held } from './truth.ts';

/** Keys with what stands there; undefined leaves a key of the ordinary shape out. */
export type Keys<S> = Readonly<Record<string, Node<S> | undefined>>;

const STYLE: AddressStyle = { box: ' bus ', street: ' ', code: '', line: ', ' };

const PART_KEYS: Readonly<Record<string, string>> = {
  street: 'straat',
  number: 'huisnummer',
  box: 'bus',
  postalCode: 'postcode',
  municipality: 'gemeente',
};
const partKey = (concept: string) => PART_KEYS[concept] ?? concept;

export const entriesOf = <S>(keys: Keys<S>): Entry<S>[] =>
  Object.entries(keys).flatMap(([key, node]) => (node ? [{ key, node }] : []));

const plan = { form: 'parts', style: STYLE, postalCode: 'text', country: false, empty: 'null' } as const;

/** The parts of an address of a relation. */
export const addressParts: readonly Entry<Address>[] = addressEntries(plan, RELATION_ADDRESS, partKey);
export const addressObject: Node<Address> = group(addressParts);

export const seat: Node<Relation> = zoomed(addressOfKind('Seat'), addressObject);

/** Leaves of a relation, in a form of choice. */
export const relationLeaf = {
  name: leaf(fact('name', true), text, 'null', held('name')),
  number: (form: Form<string, Relation>) => leaf(fact('enterpriseNumber'), form, 'null', held('enterpriseNumber')),
  vat: (form: Form<string, Relation>) => leaf(fact('vatNumber'), form, 'null', held('vatNumber')),
  phone: (form: Form<string, Relation>) => leaf(mainChannelLens('Phone'), form, 'null', held('phone')),
  mobile: (form: Form<string, Relation>) => leaf(mainChannelLens('Mobile'), form, 'null'),
  website: (form: Form<string, Relation>) => leaf(mainChannelLens('Website'), form, 'null', held('website')),
  founded: (form: Form<string, Relation>) => leaf(founded, form, 'null', held('incorporationDate')),
  since: (form: Form<string, Relation>) => leaf(fact('since'), form, 'null', held('since')),
  commercialName: leaf(fact('commercialName'), text, 'null', held('commercialName')),
  legalForm: leaf(fact('legalForm'), LEGAL_FORM_FORMS.abbreviation, 'null', held('legalForm', 'abbreviation')),
  yearEnd: leaf(fact('fiscalYearEnd'), YEAR_END_FORMS['DD/MM'](), 'null', held('fiscalYearEnd')),
  email: leaf(mainChannelLens('Email'), text, 'null'),
};

/** Outgoing links, by these keys. */
export function linkListNode(type: string, code: string): Node<Relation> {
  return {
    write: (relation) => relation.links.map((link) => ({ [type]: link.linkType, [code]: link.code })),
    read(raw, into) {
      if (!Array.isArray(raw)) throw new Refused('not a list');
      into.links = raw.map((link) => ({ linkType: link[type], code: link[code] }));
    },
    mark: (_, path, marks) => {
      marks.set(path, held('linkedRelations'));
    },
  };
}

/** An ordinary shape in Dutch, that the adversarial ones change in what makes them so. */
const RELATION = {
  id: leaf(shown(fact('id')), text, 'null', held('id')),
  uniqueIdentifier: leaf(shown(fact('code')), text, 'null', held('code')),
  companyId: leaf(fact('companyId', true), text, 'null', held('ownCompany')),
  naam: relationLeaf.name,
  handelsnaam: relationLeaf.commercialName,
  soort: leaf(fact('type', true), TYPE_FORMS.word, 'null', held('type')),
  status: leaf(fact('status', true), STATUS_FORMS.word, 'null', held('status')),
  taal: leaf(fact('language', true), LANGUAGE_FORMS.nl, 'null', held('language', 'code')),
  rechtsvorm: relationLeaf.legalForm,
  ondernemingsnummer: relationLeaf.number(NUMBER_FORMS['0123.456.789']),
  btwNummer: relationLeaf.vat(NUMBER_FORMS.BE0123456789),
  adres: seat,
  telefoon: relationLeaf.phone(PHONE_FORMS['09 234 56 78']),
  gsm: relationLeaf.mobile(PHONE_FORMS['09 234 56 78']),
  email: relationLeaf.email,
  website: relationLeaf.website(WEBSITE_FORMS.bare),
  oprichtingsdatum: relationLeaf.founded(DATE_FORMS['YYYY-MM-DD']),
  klantSinds: relationLeaf.since(DATE_FORMS['YYYY-MM-DD']),
  boekjaarEinde: relationLeaf.yearEnd,
  tos: linkListNode('linkType', 'uniqueIdentifier'),
} as const satisfies Keys<Relation>;

const ROW_KEYS = [
  'id',
  'uniqueIdentifier',
  'companyId',
  'naam',
  'rechtsvorm',
  'ondernemingsnummer',
  'btwNummer',
  'tos',
];

/** The ordinary relation with other keys first, or without some. `naked`: with these keys alone. */
export function relationShape(changes: Keys<Relation>, { naked = false } = {}): GeneratedShape {
  const entries = entriesOf(naked ? changes : { ...changes, ...without(RELATION, changes) });
  const row = entries.filter(({ key }) => ROW_KEYS.includes(key));
  return shapeOf(entries, row.length > 2 ? row : entries, new Set());
}

/** Some keys of the ordinary relation. */
export function ordinary(...keys: (keyof typeof RELATION)[]): Keys<Relation> {
  return Object.fromEntries(keys.map((key) => [key, RELATION[key]]));
}

export const registerAddress: Node<Company> = zoomed(
  seatIn('nl'),
  group(addressEntries(plan, REGISTER_ADDRESS, partKey)),
);
const registerAddressFr: Node<Company> = zoomed(seatIn('fr'), group(addressEntries(plan, REGISTER_ADDRESS, partKey)));

/** Leaves of a company, in a form of choice. */
export const companyLeaf = {
  phone: (form: Form<string>) =>
    leaf(
      known(({ telephone }) => telephone),
      form,
      'absent',
      held('phone'),
    ),
  website: (form: Form<string>) =>
    leaf(
      known(({ website }) => website),
      form,
      'absent',
      held('website'),
    ),
  founded: (form: Form<string>) => leaf(startDate, form, 'absent', held('incorporationDate')),
  number: (form: Form<string>) =>
    leaf(
      known<string>(({ number }) => number),
      form,
      'absent',
      held('enterpriseNumber'),
    ),
  vat: (form: Form<string>) =>
    leaf(
      known<string>(({ vatLiable, number }) => (vatLiable ? number : null)),
      form,
      'absent',
      held('vatNumber'),
    ),
  nameNl: leaf(nameIn('nl'), text, 'absent', held('name')),
  nameFr: leaf(nameIn('fr'), text, 'absent', held('name')),
};

const COMPANY = {
  vat: companyLeaf.number(NUMBER_FORMS.BE0123456789),
  vatNumber: companyLeaf.vat(NUMBER_FORMS.BE0123456789),
  nameNl: companyLeaf.nameNl,
  nameFr: companyLeaf.nameFr,
  juridicalForm: leaf(
    known(({ juridicalForm }) => juridicalForm),
    text,
    'absent',
    held('legalForm', 'code'),
  ),
  juridicalSituation: leaf(
    known<string>((one) => one.juridicalSituation),
    text,
    'absent',
    held('juridicalSituation', 'code'),
  ),
  typeOfEnterprise: leaf(
    known<string>(({ naturalPerson }) => (naturalPerson ? '1' : '2')),
    text,
    'absent',
    held('typeOfEnterprise', 'code'),
  ),
  startDate: companyLeaf.founded(DATE_FORMS['YYYY-MM-DD']),
  addressNl: registerAddress,
  addressFr: registerAddressFr,
  telephone: companyLeaf.phone(PHONE_FORMS['09/234.56.78']),
  website: companyLeaf.website(WEBSITE_FORMS.https),
  fiscalYearEnd: leaf(
    known((one) => one.fiscalYearEnd),
    YEAR_END_FORMS['--MM-DD'](),
    'absent',
    held('fiscalYearEnd'),
  ),
} as const satisfies Keys<Company>;

/** The ordinary company with other keys first, or without some. */
export function companyShapeWith(changes: Keys<Company>, wrapper: keyof typeof WRAPPERS = 'none'): CompanyShape {
  return companyShape(group(entriesOf({ ...changes, ...without(COMPANY, changes) })), WRAPPERS[wrapper], new Set());
}

function without<S>(keys: Keys<S>, others: object): Keys<S> {
  return Object.fromEntries(Object.entries(keys).filter(([key]) => !(key in others)));
}
