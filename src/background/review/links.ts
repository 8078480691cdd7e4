import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { Known } from '../../adminpulse/learnt.ts';
import { contextText, readFields } from '../../adminpulse/read-relation.ts';
import { Forbidden, NotFound } from '../../api/errors.ts';
import type { Company, Link } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';

/** Links of a relation that are looked up; a relation has a handful, and each costs a call. */
const MOST_LINKS = 25;

/** AdminPulse gives a link as a code: the name, and a company's number, are read from the relation that it leads to. */
export async function withNamedLinks(adminpulse: Adminpulse, company: Company, known: Known): Promise<Company> {
  const links = company.linkedRelations;
  if (!links) return company;
  const linkedRelations = await Promise.all(
    links.map((link, index) => (index < MOST_LINKS ? named(adminpulse, link, known) : link)),
  );
  return { ...company, linkedRelations };
}

async function named(adminpulse: Adminpulse, link: Link, known: Known): Promise<Link> {
  if (!link.relationCode) return link;
  try {
    const raw = await adminpulse.relation(link.relationCode);
    const { enterpriseNumber, vatNumber, name: ownName } = readFields(raw, known);
    const number = (enterpriseNumber?.value ?? vatNumber?.value) as EnterpriseNumber | undefined;
    const name = contextText(raw, 'displayName') ?? (ownName?.value as string | undefined);
    return { ...link, ...(name && { name }), ...(number && { enterpriseNumber: number, kind: 'company' }) };
  } catch (error) {
    // A link to a relation that is gone, or that this key may not see, keeps its code.
    if (error instanceof NotFound || error instanceof Forbidden) return link;
    throw error;
  }
}
