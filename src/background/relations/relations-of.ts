import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { summarise } from '../review/compare.ts';
import type { Services } from '../services.ts';
import { keepIndexFresh } from './build-index.ts';
import type { RelationsByNumber } from './relation-index.ts';

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
  return { [number]: rows.map((row) => summarise(row)).map(({ code, name }) => ({ code, name })) };
}
