import type { Address, Relation } from '../model.ts';
import { enterpriseNumberOf } from '../numbers.ts';
import { extraNode } from './generated/adminpulse/decoys.ts';
import { addressOfKind, fact, founded, mainChannelLens, newAddress, shown } from './generated/adminpulse/lenses.ts';
import { distorted, type MakeOffice, seatOf, setAddress, UTC_DATE } from './generated/distorted.ts';
import { PHONE_FORMS, text, WEBSITE_FORMS } from './generated/forms/channels.ts';
import { DATE_FORMS } from './generated/forms/dates.ts';
import { LEGAL_FORM_FORMS } from './generated/forms/enums.ts';
import { NUMBER_FORMS } from './generated/forms/numbers.ts';
import {
  addressObject,
  addressParts,
  companyLeaf,
  companyShapeWith,
  entriesOf,
  ordinary,
  registerAddress,
  relationLeaf,
  relationShape,
  seat,
} from './generated/handmade.ts';
import { listByKind } from './generated/lists.ts';
import { constant, decoy, type Form, group, isObject, leaf, type Node, zoomed } from './generated/node.ts';
import { among, labelled, mixed, pairs, placeheld, tuple } from './generated/odd-nodes.ts';
import { dayBetween, folded, numberOf, phoneIn, placeOf } from './generated/office/facts.ts';
import { generateOffice } from './generated/office/office.ts';
import { partsOf } from './generated/office/relation.ts';
import { randomOf } from './generated/random.ts';
import type { ServiceShapes } from './generated/shapes.ts';
import { held } from './generated/truth.ts';
import type { ValueForms } from './generated/value-forms.ts';

/** A shape of both services, with an office, that an inference by values can be led astray by. */
export type Adversarial = ServiceShapes & { readonly about: string; readonly office: MakeOffice };

const ordinaryRelation = relationShape({});
const ordinaryCompany = companyShapeWith({});

/** What is said of a case alone; the rest is ordinary. */
function of(about: string, special: Partial<Omit<Adversarial, 'about'>>): Adversarial {
  return { about, adminpulse: ordinaryRelation, openthebox: ordinaryCompany, office: generateOffice, ...special };
}

const NULLS = { empty: () => 'null' } as unknown as ValueForms;

/** A made-up value, of which a write is noticed. */
const extra = (name: string, value: (relation: Relation) => unknown) => extraNode(name, value, NULLS);

/** A value that depends on the relation, for reasons of its own. */
const by = (name: string, { id }: Relation) => randomOf(`${name} ${id}`);

const OFFICE_NUMBERS = [enterpriseNumberOf(1_970_101), enterpriseNumberOf(1_970_202)];
const OFFICE_PHONE = '+3292003040';
const OFFICE_ADDRESS = {
  street: 'Lindeboomstraat',
  number: '1',
  box: null,
  postalCode: '9000',
  city: 'Gent',
  country: 'BE',
};
const write = (form: Form<string>, value: string) => form.write(value, undefined);
const officeObject = (index: number) => ({
  naam: index === 0 ? 'Kantoor Lindeboom' : 'Fiduciaire du Parc',
  ondernemingsnummer: write(NUMBER_FORMS['0123.456.789'], OFFICE_NUMBERS[index] ?? ''),
  btwNummer: write(NUMBER_FORMS.BE0123456789, OFFICE_NUMBERS[index] ?? ''),
  telefoon: write(PHONE_FORMS['09 234 56 78'], OFFICE_PHONE),
  adres: { straat: OFFICE_ADDRESS.street, huisnummer: OFFICE_ADDRESS.number, postcode: '9000', gemeente: 'Gent' },
});

const correspondence = (relation: Relation): Address => ({
  ...newAddress('Correspondence', true),
  id: relation.id,
  ...partsOf(placeOf(by('correspondence', relation)), 'nl'),
});
const postAddress = (node: Node<Address>) => decoy<Relation>(zoomed(addressOfKind('Correspondence'), node));

/** A legal form by a number of AdminPulse's own, which nobody outside can know, with its abbreviation beside it. */
const OWN_INDEX = ['610', '014', '017', '612', '706', '011', '702', '070', '015', 'NP'];
const ownIndex: Form<string> = {
  name: 'a number of the list of legal forms',
  write: (code) => 40 + OWN_INDEX.indexOf(code),
  read: (raw) => (typeof raw === 'number' ? OWN_INDEX[raw - 40] : undefined),
};

const isWithoutEnd = (raw: unknown) => isObject(raw) && raw.tot === null;
const isKind = (kind: string) => (raw: unknown) => isObject(raw) && raw.type === kind;

const otherDay = (name: string, first: number, last: number) =>
  extra(name, (relation) => dayBetween(by(name, relation), first, last));

/** Days that follow the deed: filing, publication. Some fall on the same day. */
function after(name: string, days: number): Node<Relation> {
  return extra(name, (relation) => {
    const { date } = relation.foundation;
    if (date === null) return null;
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + by(name, relation).below(days));
    return day.toISOString().slice(0, 10);
  });
}

export const ADVERSARIAL: Readonly<Record<string, Adversarial>> = {
  'two offices': of('The numbers, phone and address of two offices stand in each relation, before its own', {
    adminpulse: relationShape({
      kantoor: extra('kantoor', () => officeObject(0)),
      vorigKantoor: extra('vorigKantoor', () => officeObject(1)),
    }),
  }),

  'one phone': of('All relations share one phone, that of the office, and the own one stands nowhere', {
    adminpulse: relationShape({ telefoonKantoor: extra('telefoonKantoor', () => '09 200 30 40') }),
    office: distorted((relation) => {
      for (const channel of relation.channels) if (channel.type === 'Phone') channel.value = OFFICE_PHONE;
    }),
  }),

  'client from the first day': of('Incorporation equals customer-since in most, and customer-since comes first', {
    adminpulse: relationShape(ordinary('klantSinds')),
    office: distorted((relation, _, random) => {
      if (relation.foundation.date && random.chance(0.8)) relation.since = relation.foundation.date;
    }),
  }),

  'every address twice': of('The correspondence address equals the seat in most, and comes first', {
    adminpulse: relationShape({ correspondentieadres: postAddress(addressObject) }),
    office: distorted((relation, _, random) => {
      const own = seatOf(relation);
      if (own && random.chance(0.85)) setAddress(relation, { ...own, id: `${own.id}-c`, type: 'Correspondence' });
      else setAddress(relation, correspondence(relation));
    }),
  }),

  'commercial name': of('The commercial name equals the name in most, and comes first', {
    adminpulse: relationShape(ordinary('handelsnaam')),
    office: distorted((relation, _, random) => {
      if (random.chance(0.85)) relation.commercialName = relation.name;
    }),
  }),

  'array answer': of('The answer about a company is an array of one, of a relation in an envelope', {
    adminpulse: relationShape(
      {
        data: group(
          entriesOf(
            ordinary(
              'id',
              'uniqueIdentifier',
              'companyId',
              'naam',
              'rechtsvorm',
              'ondernemingsnummer',
              'btwNummer',
              'adres',
              'telefoon',
              'website',
              'oprichtingsdatum',
              'boekjaarEinde',
              'taal',
              'soort',
              'status',
              'tos',
            ),
          ),
        ),
      },
      { naked: true },
    ),
    openthebox: companyShapeWith({}, 'array'),
  }),

  'value and label': of(
    'Every value stands beside the label of its field, and the legal form is a number of its own list',
    {
      adminpulse: relationShape({
        naam: labelled(relationLeaf.name, 'Naam'),
        telefoon: labelled(relationLeaf.phone(PHONE_FORMS['+3292345678']), 'Telefoon'),
        website: labelled(relationLeaf.website(WEBSITE_FORMS.https), 'Website'),
        ondernemingsnummer: labelled(relationLeaf.number(NUMBER_FORMS['0123456789']), 'Ondernemingsnummer'),
        btwNummer: labelled(relationLeaf.vat(NUMBER_FORMS.BE0123456789), 'BTW-nummer'),
        oprichtingsdatum: labelled(relationLeaf.founded(DATE_FORMS['DD/MM/YYYY']), 'Opgericht op'),
        rechtsvorm: group([
          { key: 'value', node: leaf(fact('legalForm'), ownIndex, 'null') },
          {
            key: 'label',
            node: leaf(
              shown(fact('legalForm')),
              LEGAL_FORM_FORMS.abbreviation,
              'null',
              held('legalForm', 'abbreviation'),
            ),
          },
        ]),
      }),
    },
  ),

  'numbers of a group': of('The numbers of parent, group and establishment stand in one list with the own one, last', {
    adminpulse: relationShape({
      ondernemingsnummer: undefined,
      nummers: among(
        group([
          { key: 'type', node: constant<Relation>(() => 'KBO') },
          { key: 'nummer', node: relationLeaf.number(NUMBER_FORMS['0123.456.789']) },
        ]),
        {
          before: (relation) => [
            { type: 'MOEDER', nummer: write(NUMBER_FORMS['0123.456.789'], numberOf(by('parent', relation), 77)) },
            { type: 'GROEP', nummer: write(NUMBER_FORMS['0123.456.789'], OFFICE_NUMBERS[1] ?? '') },
            { type: 'VESTIGING', nummer: '2.123.456.789' },
          ],
        },
        isKind('KBO'),
      ),
    }),
  }),

  'VAT unit': of('The VAT number is that of a VAT unit in some, and openthebox says the own one', {
    office: distorted((relation, _, random) => {
      if (relation.vatNumber && random.chance(0.25))
        relation.vatNumber = enterpriseNumberOf(1_980_000 + random.below(9_000));
    }),
  }),

  'star on another': of('The star is on the correspondence address; the kind alone, a number, says which is the seat', {
    adminpulse: relationShape({
      adres: undefined,
      adressen: listByKind<Relation, Address, 'Seat' | 'Correspondence' | 'Establishment'>({
        items: (relation) => relation.addresses,
        kindOf: ({ type }) => type,
        create: (type) => newAddress(type, false),
        kindKey: 'k',
        kinds: { Seat: 7, Correspondence: 3, Establishment: 11 },
        bodies: { Seat: addressObject, Correspondence: decoy(addressObject), Establishment: decoy(addressObject) },
        favourite: { key: 'ster', yes: true, no: false },
        reversed: true,
        empty: 'null',
      }),
    }),
    office: distorted((relation) => {
      if (!relation.addresses.some(({ type }) => type === 'Correspondence'))
        setAddress(relation, correspondence(relation));
      for (const address of relation.addresses) address.favorite = address.type === 'Correspondence';
    }),
  }),

  'lying keys': of(
    'Each key says something else: phone is the fax, name the search name, founding date the last change',
    {
      adminpulse: relationShape(
        {
          ...ordinary('id', 'uniqueIdentifier', 'companyId', 'soort', 'status', 'taal', 'tos'),
          name: extra('searchName', ({ name }) => folded(name).slice(0, 12).toUpperCase()),
          description: relationLeaf.name,
          phone: extra('fax', (relation) => write(PHONE_FORMS['09 234 56 78'], phoneIn(by('fax', relation), '02'))),
          mobile: relationLeaf.phone(PHONE_FORMS['09 234 56 78']),
          foundingDate: otherDay('modified', 2025, 2026),
          startDate: relationLeaf.founded(DATE_FORMS['YYYY-MM-DD']),
          vatNumber: extra('parent', (relation) =>
            write(NUMBER_FORMS.BE0123456789, numberOf(by('parent', relation), 5)),
          ),
          reference: relationLeaf.number(NUMBER_FORMS['0123456789']),
          code: relationLeaf.vat(NUMBER_FORMS.BE0123456789),
          address: postAddress(addressObject),
          delivery: seat,
          url: extra('portal', ({ code }) => `https://portaal.lindeboom.be/${code}`),
          remark: relationLeaf.website(WEBSITE_FORMS.bare),
          legalForm: extra('kind', () => 'NV'),
          group: relationLeaf.legalForm,
          fiscalYearEnd: extra('meeting', () => '15/05'),
          period: relationLeaf.yearEnd,
        },
        { naked: true },
      ),
      office: distorted((relation) => setAddress(relation, correspondence(relation))),
    },
  ),

  'days apart': of('Filing and publication follow the deed by days, and are the same day in some', {
    adminpulse: relationShape({
      datumPublicatie: after('publication', 14),
      datumNeerlegging: after('filing', 4),
      datumAkte: relationLeaf.founded(DATE_FORMS['YYYY-MM-DD']),
      oprichtingsdatum: undefined,
      datumKbo: after('registration', 3),
    }),
  }),

  'former seats first': of(
    'Former seats stand before the present one, in a list in which only the end date tells them apart',
    {
      adminpulse: relationShape({
        adres: undefined,
        adressen: among(
          group([
            ...addressParts.map(({ key, node }) => ({ key, node: zoomed(addressOfKind('Seat'), node) })),
            { key: 'tot', node: constant<Relation>(() => null) },
          ]),
          {
            before: (relation) =>
              [1, 2].map((count) => {
                const { street, number, postalCode, city } = partsOf(placeOf(by(`former ${count}`, relation)), 'nl');
                return {
                  straat: street,
                  huisnummer: number,
                  postcode: postalCode,
                  gemeente: city,
                  tot: `20${10 + count}-06-30`,
                };
              }),
          },
          isWithoutEnd,
        ),
      }),
    },
  ),

  'days of UTC': of('Dates are instants in UTC: the day before, at 22 or 23 hours', {
    adminpulse: relationShape({
      oprichtingsdatum: relationLeaf.founded(UTC_DATE),
      klantSinds: relationLeaf.since(UTC_DATE),
      aangemaakt: extra('created', (relation) =>
        UTC_DATE.write(dayBetween(by('created', relation), 2019, 2025), undefined),
      ),
    }),
    openthebox: companyShapeWith({ startDate: companyLeaf.founded(UTC_DATE) }),
  }),

  'as it was typed': of('One key holds phones, dates and numbers in the form in which somebody typed them', {
    adminpulse: relationShape({
      telefoon: relationLeaf.phone(mixed(Object.values(PHONE_FORMS))),
      website: relationLeaf.website(mixed(Object.values(WEBSITE_FORMS))),
      oprichtingsdatum: relationLeaf.founded(
        mixed([DATE_FORMS['DD/MM/YYYY'], DATE_FORMS['YYYY-MM-DD'], DATE_FORMS['DD.MM.YYYY']]),
      ),
      ondernemingsnummer: relationLeaf.number(
        mixed([NUMBER_FORMS['0123.456.789'], NUMBER_FORMS['0123456789'], NUMBER_FORMS['BE 0123.456.789']]),
      ),
      btwNummer: relationLeaf.vat(
        mixed([NUMBER_FORMS.BE0123456789, NUMBER_FORMS['BE 0123.456.789'], NUMBER_FORMS['0123456789']]),
      ),
    }),
  }),

  'typed for nothing': of('Where nothing is known something stands all the same: -, n/a, 0000.000.000, 01/01/1900', {
    adminpulse: relationShape({
      telefoon: placeheld(mainChannelLens('Phone'), PHONE_FORMS['09 234 56 78'], '-', held('phone')),
      website: placeheld(mainChannelLens('Website'), WEBSITE_FORMS.bare, 'n/a', held('website')),
      btwNummer: placeheld(fact('vatNumber'), NUMBER_FORMS['0123.456.789'], '0000.000.000', held('vatNumber')),
      oprichtingsdatum: placeheld(founded, DATE_FORMS['DD/MM/YYYY'], '01/01/1900', held('incorporationDate')),
      handelsnaam: placeheld(fact('commercialName'), text, 'geen', held('commercialName')),
    }),
  }),

  'domiciled at the office': of('Most companies have their seat at the office, whose address stands in each relation', {
    adminpulse: relationShape({ kantoor: extra('kantoor', () => officeObject(0)) }),
    office: distorted((relation, company, random) => {
      if (!random.chance(0.6) || !company) return;
      setAddress(relation, { ...newAddress('Seat', true), id: `${relation.id}-s`, ...OFFICE_ADDRESS });
      const { street, number, postalCode, city } = OFFICE_ADDRESS;
      company.addressNl = { street, number, zipCode: postalCode, city, countryCode: 'BE' };
      company.addressFr = company.addressNl;
    }),
  }),

  'fields of its own': of('Half of the fields stand in a list of names and values', {
    adminpulse: relationShape({
      telefoon: undefined,
      website: undefined,
      oprichtingsdatum: undefined,
      boekjaarEinde: undefined,
      velden: pairs('naam', 'waarde', [
        {
          key: 'F01',
          node: extra('fax', (relation) => write(PHONE_FORMS['09 234 56 78'], phoneIn(by('fax', relation), '03'))),
        },
        { key: 'F02', node: relationLeaf.phone(PHONE_FORMS['09 234 56 78']) },
        { key: 'F03', node: otherDay('created', 2019, 2025) },
        { key: 'F04', node: relationLeaf.founded(DATE_FORMS['YYYY-MM-DD']) },
        { key: 'F05', node: relationLeaf.yearEnd },
        { key: 'F06', node: relationLeaf.website(WEBSITE_FORMS.bare) },
      ]),
    }),
  }),

  'by their order': of('An address is a list of texts, which their order alone tells apart', {
    adminpulse: relationShape({ adres: zoomed(addressOfKind('Seat'), tuple(addressParts.map(({ node }) => node))) }),
  }),

  'the number everywhere': of(
    'The own number stands in a Peppol id, a file name, a link and a bank account’s message too',
    {
      adminpulse: relationShape({
        peppol: extra('peppol', ({ enterpriseNumber: n }) => n && `0208:${n}`),
        map: extra('folder', ({ enterpriseNumber: n, name }) => n && `${n} ${name}`),
        portaal: extra(
          'portal',
          ({ enterpriseNumber: n }) =>
            n && `https://kbopub.economie.fgov.be/kbopub/toonondernemingps.html?ondernemingsnummer=${n}`,
        ),
        dossiernaam: extra('file', ({ name, code }) => `${code} - ${name}`),
      }),
      openthebox: companyShapeWith({
        self: constant(({ number }) => `https://openthebox.be/api/companies/BE${number}`),
        peppolId: constant(({ number }) => `0208:${number}`),
      }),
    },
  ),

  'everything at an establishment': of(
    'openthebox’s establishment has the seat’s address and phone in most, and comes first',
    {
      openthebox: companyShapeWith({
        establishments: constant((company) => {
          const random = randomOf(`unit ${company.number}`);
          const { street, number, postalCode, city } = partsOf(placeOf(random), 'nl');
          const other = { straat: street, huisnummer: number, postcode: postalCode, gemeente: city };
          const isSame = random.chance(0.8);
          return [
            {
              number: '2.123.456.789',
              address: isSame ? registerAddress.write(company) : other,
              telephone:
                isSame && company.telephone ? write(PHONE_FORMS['09/234.56.78'], company.telephone) : '02/555.01.02',
              startDate: isSame ? company.startDate : '2020-01-01',
            },
          ];
        }),
      }),
    },
  ),
};
