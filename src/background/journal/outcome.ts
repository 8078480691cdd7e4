import { sameJson } from '../../api/same-json.ts';
import type { Address, Company, Field, Link, Value } from '../../company/company.ts';
import { diffCompanies } from '../../company/diff.ts';
import { linksOutcome } from '../../company/links/added-links.ts';
import type { FieldOutcome } from '../../messages.ts';
import type { EntryField } from './entry.ts';

/** What became of a field that was written, from what the relation holds now. */
export function outcomeOf(
  { field, before, after }: EntryField,
  now: Value | undefined,
  relation: Company,
): FieldOutcome['result'] {
  if (field === 'linkedRelations') return linksOutcome(linksIn(before), linksIn(after), linksIn(now));
  if (sameJson(now, after)) return 'written';
  if (sameJson(now, before)) return 'kept';
  if (field === 'address' && holdsMoreThan(now, after)) return 'partly';
  return after !== undefined && meansTheSame(field, after, relation) ? 'written' : 'other';
}

const linksIn = (value: Value | undefined) => (Array.isArray(value) ? (value as readonly Link[]) : []);

/** Whether every part of the new address was taken, though a part that it does not have stayed: AdminPulse ignores empty values. */
function holdsMoreThan(is: unknown, wanted: unknown): boolean {
  const now = (is ?? {}) as Address;
  const parts = (wanted ?? {}) as Address;
  // The country may be left out where it is Belgium.
  const { country: _, ...others } = now;
  const all = Object.entries(parts).every(([part, value]) => now[part as keyof Address] === value);
  return all && Object.keys(others).some((part) => !(part in parts));
}

/** Whether the relation holds the value in another spelling. */
function meansTheSame(field: Field, value: Value, relation: Company): boolean {
  const provenance = { service: 'openthebox', retrievedAt: '', paths: {}, unreadable: [] } as const;
  const written = { [field]: VERSIONED.includes(field) ? [{ value }] : LISTED.includes(field) ? [value] : value };
  const verdict = diffCompanies(relation, { ...written, provenance }).find((change) => change.field === field)?.verdict;
  return verdict === 'same' || verdict === 'spelling';
}

/** The fields of which a company may have several versions, or several values. */
const VERSIONED: readonly Field[] = ['name', 'address'];
const LISTED: readonly Field[] = ['website', 'phone'];
