import { sameJson } from '../../api/same-json.ts';
import type { Address, Company, FieldChange } from '../../company/company.ts';
import { diffCompanies } from '../../company/diff.ts';
import type { FieldOutcome } from '../../messages.ts';
import type { ReadRelation } from './compare.ts';

/** What became of a field that was written, from the relation before and after. */
export function outcomeOf(
  { field, proposed }: FieldChange,
  before: ReadRelation,
  after: ReadRelation,
  source: Company,
): FieldOutcome {
  const was = before.readings[field]?.value;
  const is = after.readings[field]?.value;
  if (sameJson(is, proposed)) return { field, result: 'written' };
  if (sameJson(is, was)) return { field, result: 'kept' };
  if (field === 'address' && holdsMoreThan(is, proposed)) return { field, result: 'partly' };
  const verdict = diffCompanies(after.company, source).find((change) => change.field === field)?.verdict;
  return { field, result: verdict === 'same' || verdict === 'spelling' ? 'written' : 'other' };
}

/** Whether every part of the new address was taken, though a part that it does not have stayed: AdminPulse ignores empty values. */
function holdsMoreThan(is: unknown, proposed: unknown): boolean {
  const now = (is ?? {}) as Address;
  const wanted = (proposed ?? {}) as Address;
  // The country may be left out where it is Belgium.
  const { country: _, ...others } = now;
  const all = Object.entries(wanted).every(([part, value]) => now[part as keyof Address] === value);
  return all && Object.keys(others).some((part) => !(part in wanted));
}
