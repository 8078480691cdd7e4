import type { Address, Relation } from '../../model.ts';
import type { Company } from '../../openthebox/model.ts';
import { brusselsMidnight } from '../../openthebox/model.ts';
import type { Form } from './node.ts';
import { generateOffice, type Office } from './office/office.ts';
import { type Random, randomOf } from './random.ts';

export type MakeOffice = (seed: number, count: number) => Office;

/** An office of which each relation, and its company, was changed so that a test has something to mind. */
export function distorted(
  change: (relation: Relation, company: Company | undefined, random: Random, index: number) => void,
): MakeOffice {
  return (seed, count) => {
    const office = generateOffice(seed, count);
    office.relations.forEach((relation, index) => {
      const company = office.register.companies.get(relation.enterpriseNumber ?? '');
      change(relation, company, randomOf(`distorted ${seed} ${index}`), index);
    });
    return office;
  };
}

/** Puts an address in the place of the first one of its kind, or adds it. */
export function setAddress(relation: Relation, address: Address): void {
  const at = relation.addresses.findIndex(({ type }) => type === address.type);
  if (at >= 0) relation.addresses[at] = address;
  else relation.addresses.push(address);
}

export const seatOf = (relation: Relation) => relation.addresses.find(({ type }) => type === 'Seat');

/** Midnight in Brussels as an instant of UTC: the day before, at 22 or 23 hours. */
export const UTC_DATE: Form<string> = {
  name: 'midnight in Brussels, in UTC',
  write: (day) => new Date(brusselsMidnight(day)).toISOString().replace('.000', ''),
  read: (raw) =>
    typeof raw === 'string' && /T\d\d:00:00(?:\.000)?Z$/.test(raw) ? IN_BRUSSELS.format(new Date(raw)) : undefined,
};

// Swedish writes dates as ISO does.
const IN_BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });
