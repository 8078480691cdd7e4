import type { RawRelation } from '../../adminpulse/read-relation.ts';
import { numbersOf } from '../../adminpulse/read-relation.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Services } from '../services.ts';
import { indexed, keepIndexFresh } from './build-index.ts';
import { knownPaths } from './known-paths.ts';
import { summarise } from './relation.ts';
import type { RelationsByNumber } from './relation-index.ts';
import { relationOrNothing } from './relation-or-nothing.ts';

type Sources = Pick<Services, 'adminpulse' | 'relations'>;

/**
 * The relations that have the number already: those that AdminPulse's filter by VAT number finds, else those that the index
 * knows, else those that the whole list has, by VAT or enterprise number. What is found is checked, not trusted. Unless it
 * has to be certain, the list, which may take many calls, is not gone through where there is an index of it.
 */
export async function findExisting(
  services: Sources,
  number: EnterpriseNumber,
  how: 'at once' | 'for certain',
): Promise<readonly RawRelation[]> {
  const filtered = await services.adminpulse.relationsFilteredBy(number);
  if (filtered.length > 0) return intoIndex(services, filtered);
  const inIndex = await fromIndex(services, number);
  if (inIndex === undefined || (inIndex.length === 0 && how === 'for certain')) {
    return intoIndex(services, await services.adminpulse.relationsWithNumber(number));
  }
  return inIndex;
}

/** What AdminPulse has, the index knows from now on: it may be a day old. */
async function intoIndex({ relations }: Sources, rows: readonly RawRelation[]): Promise<readonly RawRelation[]> {
  const known = await knownPaths();
  for (const row of rows) await relations.add(indexed(row, known));
  return rows;
}

/** The index may be a day old: each relation is read. Undefined where there is no index. */
async function fromIndex({ adminpulse, relations }: Sources, number: EnterpriseNumber) {
  const names = (await relations.lookUp([number]))?.[number];
  if (!names) return undefined;
  const { chosen, places } = await knownPaths();
  const read = await Promise.all(names.map(({ code }) => relationOrNothing(adminpulse, code)));
  return read.filter((raw) => raw !== undefined).filter((raw) => numbersOf(raw, chosen, places).includes(number));
}

/**
 * The relations with these numbers, from the index: at once, and no older than a day. While there is none, one number is
 * asked of AdminPulse, and of several nothing is known.
 */
export async function relationsOf(
  services: Services,
  numbers: readonly EnterpriseNumber[],
): Promise<RelationsByNumber> {
  await keepIndexFresh(services);
  const known = await services.relations.lookUp(numbers);
  if (known) return known;
  const [number, ...others] = numbers;
  if (!number || others.length > 0) return {};
  const rows = await services.adminpulse.relationsWithNumber(number);
  const { places } = await knownPaths();
  return { [number]: rows.map((row) => summarise(row, undefined, places)).map(({ code, name }) => ({ code, name })) };
}
