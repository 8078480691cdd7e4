import type { Company, Field, FieldChange, Service } from '../../../src/company/company.ts';
import { diffCompanies } from '../../../src/company/diff.ts';
import type { EnterpriseNumber } from '../../../src/company/enterprise-number.ts';

/** The valid number `0001xxxx cc` with the given four digits in its middle: a range that is not issued. */
export function madeUpNumber(middle: number): EnterpriseNumber {
  const stem = `0001${String(middle).padStart(4, '0')}`;
  return `${stem}${String(97 - (Number(stem) % 97)).padStart(2, '0')}` as EnterpriseNumber;
}

type Facts = Omit<Partial<Company>, 'provenance'> & { readonly unreadable?: readonly Field[] };

function company(service: Service, { unreadable = [], ...facts }: Facts): Company {
  const paths = Object.fromEntries(Object.keys(facts).map((field) => [field, `$.${service}.${field}`]));
  const retrievedAt = service === 'openthebox' ? '2026-01-02T10:00:00.000Z' : '2026-01-02T10:00:01.000Z';
  return { ...facts, provenance: { service, retrievedAt, paths, unreadable } };
}

export const inAdminPulse = (facts: Facts): Company => company('adminpulse', facts);
export const inOpenthebox = (facts: Facts): Company => company('openthebox', facts);

export function rowOf(field: Field, current: Facts, proposed: Facts): FieldChange {
  const row = diffCompanies(inAdminPulse(current), inOpenthebox(proposed)).find((change) => change.field === field);
  if (!row) throw new Error(`No row for ${field}`);
  return row;
}
