import type { Address, Relation } from '../../model.ts';
import { enterpriseNumberOf } from '../../numbers.ts';
import { extraNode } from '../generated/adminpulse/decoys.ts';
import { addressOfKind, newAddress } from '../generated/adminpulse/lenses.ts';
import type { MakeOffice } from '../generated/distorted.ts';
import { PHONE_FORMS } from '../generated/forms/channels.ts';
import { NUMBER_FORMS } from '../generated/forms/numbers.ts';
import { companyShapeWith, relationShape } from '../generated/handmade.ts';
import { decoy, type Form, type Node, zoomed } from '../generated/node.ts';
import { dayBetween, placeOf } from '../generated/office/facts.ts';
import { generateOffice } from '../generated/office/office.ts';
import { partsOf } from '../generated/office/relation.ts';
import { randomOf } from '../generated/random.ts';
import type { ServiceShapes } from '../generated/shapes.ts';

/** A shape of both services, with an office, that an inference by values can be led astray by. */
export type Adversarial = ServiceShapes & { readonly about: string; readonly office: MakeOffice };

const ordinaryRelation = relationShape({});
const ordinaryCompany = companyShapeWith({});

/** What is said of a case alone; the rest is ordinary. */
export function of(about: string, special: Partial<Omit<Adversarial, 'about'>>): Adversarial {
  return { about, adminpulse: ordinaryRelation, openthebox: ordinaryCompany, office: generateOffice, ...special };
}

/** A made-up value, of which a write is noticed. */
export const extra = (name: string, value: (relation: Relation) => unknown) =>
  extraNode(name, value, { empty: () => 'null' });

/** A value that depends on the relation, for reasons of its own. */
export const by = (name: string, { id }: Relation) => randomOf(`${name} ${id}`);

export const otherDay = (name: string, first: number, last: number) =>
  extra(name, (relation) => dayBetween(by(name, relation), first, last));

export const OFFICE_NUMBERS = [enterpriseNumberOf(1_970_101), enterpriseNumberOf(1_970_202)] as const;
export const OFFICE_PHONE = '+3292003040';
export const OFFICE_ADDRESS = {
  street: 'Lindeboomstraat',
  number: '1',
  box: null,
  postalCode: '9000',
  city: 'Gent',
  country: 'BE',
};

/** A value in a form that does not depend on whose it is. */
export const write = (form: Form<string>, value: string) => form.write(value, undefined);

/** What each relation says of the office. */
export const officeObject = (index: number) => ({
  naam: index === 0 ? 'Kantoor Lindeboom' : 'Fiduciaire du Parc',
  ondernemingsnummer: write(NUMBER_FORMS['0123.456.789'], OFFICE_NUMBERS[index] ?? ''),
  btwNummer: write(NUMBER_FORMS.BE0123456789, OFFICE_NUMBERS[index] ?? ''),
  telefoon: write(PHONE_FORMS['09 234 56 78'], OFFICE_PHONE),
  adres: { straat: OFFICE_ADDRESS.street, huisnummer: OFFICE_ADDRESS.number, postcode: '9000', gemeente: 'Gent' },
});

/** A correspondence address of the relation's own. */
export const correspondence = (relation: Relation): Address => ({
  ...newAddress('Correspondence', true),
  id: relation.id,
  ...partsOf(placeOf(by('correspondence', relation)), 'nl'),
});

export const postAddress = (node: Node<Address>) => decoy<Relation>(zoomed(addressOfKind('Correspondence'), node));
