import type { Known } from '../../adminpulse/learnt.ts';
import { contextText, type RawRelation, readField } from '../../adminpulse/read-relation.ts';
import type { Link } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { parseLegalForm } from '../../company/legal-form.ts';

/** What a link shows of the relation that it leads to. A sole trader has a number, and is a person all the same. */
export function partyIn(raw: RawRelation, known: Known): Pick<Link, 'name' | 'enterpriseNumber' | 'kind'> {
  const read = (field: 'name' | 'legalForm' | 'enterpriseNumber' | 'vatNumber') =>
    readField(field, raw, known)?.value as string | undefined;
  const number = (read('enterpriseNumber') ?? read('vatNumber')) as EnterpriseNumber | undefined;
  const name = contextText(raw, 'displayName') ?? read('name');
  const isPerson = parseLegalForm(read('legalForm') ?? '')?.family === 'NP';
  return {
    ...(name && { name }),
    ...(number && { enterpriseNumber: number }),
    ...(isPerson ? { kind: 'person' } : number && { kind: 'company' }),
  };
}
