import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { RelationsOf } from '../../messages.ts';
import { summarise } from '../review/compare.ts';
import type { Services } from '../services.ts';

/** The relations with a number, asked of AdminPulse one number at a time: of several nothing is known. */
export async function relationsOf(
  { adminpulse }: Services,
  numbers: readonly EnterpriseNumber[],
): Promise<RelationsOf> {
  const [number, ...others] = numbers;
  if (!number || others.length > 0) return {};
  const rows = await adminpulse.relationsWithNumber(number);
  return { [number]: rows.map((row) => summarise(row)).map(({ code, name }) => ({ code, name })) };
}
