import type { Address, Relation } from '../../model.ts';
import { addressOfKind, newAddress } from '../generated/adminpulse/lenses.ts';
import { distorted, seatOf, setAddress } from '../generated/distorted.ts';
import { PHONE_FORMS } from '../generated/forms/channels.ts';
import {
  addressObject,
  addressParts,
  companyShapeWith,
  registerAddress,
  relationShape,
} from '../generated/handmade.ts';
import { listByKind } from '../generated/lists.ts';
import { constant, decoy, group, isObject, zoomed } from '../generated/node.ts';
import { among, tuple } from '../generated/odd-nodes.ts';
import { placeOf } from '../generated/office/facts.ts';
import { partsOf } from '../generated/office/relation.ts';
import { randomOf } from '../generated/random.ts';
import {
  type Adversarial,
  by,
  correspondence,
  extra,
  OFFICE_ADDRESS,
  of,
  officeObject,
  postAddress,
  write,
} from './case.ts';

const isWithoutEnd = (raw: unknown) => isObject(raw) && raw.tot === null;

/** Addresses that are not the seat, and seats that others have too. */
export const ADDRESSES: Readonly<Record<string, Adversarial>> = {
  'every address twice': of('The correspondence address equals the seat in most, and comes first', {
    adminpulse: relationShape({ correspondentieadres: postAddress(addressObject) }),
    office: distorted((relation, _, random) => {
      const own = seatOf(relation);
      if (own && random.chance(0.85)) setAddress(relation, { ...own, id: `${own.id}-c`, type: 'Correspondence' });
      else setAddress(relation, correspondence(relation));
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

  'by their order': of('An address is a list of texts, which their order alone tells apart', {
    adminpulse: relationShape({ adres: zoomed(addressOfKind('Seat'), tuple(addressParts.map(({ node }) => node))) }),
  }),

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
