import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { Link } from '../../company/company.ts';
import { hasLink, nameWords } from '../../company/links/parties.ts';
import type { MadeRelation } from '../../messages/index.ts';
import type { Entry } from '../journal/entry.ts';
import { write } from '../journal/write.ts';
import { withPersonLock } from '../platform/locks.ts';
import { recordUnexpected } from '../platform/unexpected-errors.ts';
import { findExisting } from '../relations/find-existing.ts';
import { partyOf, type ReadRelation } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { type Addition, numbersToMake, presentLinks, type ToMake } from './additions.ts';
import { bodyOf, type Sources } from './new-party.ts';

/** Whether a company that is to be made has become a relation since the user looked: it is never made twice. */
export async function isMadeElsewhere(services: Services, unmade: readonly ToMake[]): Promise<boolean> {
  const found = await Promise.all(numbersToMake(unmade).map((number) => findExisting(services, number, 'for certain')));
  return found.some((rows) => rows.length > 0);
}

/** The links as they will stand in the relation, for those that are not there yet. Throws `notFound` where a target is gone. */
export async function newLinks(
  adminpulse: Adminpulse,
  relation: ReadRelation,
  additions: readonly Addition[],
  made: readonly MadeRelation[],
): Promise<readonly Link[]> {
  const links = await Promise.all(
    additions.map(async ({ key, type, target }): Promise<Link> => {
      const own = made.find((one) => one.key === key);
      if (own) return { relationCode: own.code, role: type, name: own.name };
      if (typeof target !== 'string') return { relationCode: '', role: type };
      const { name } = partyOf(await adminpulse.relation(target), relation.profile);
      return { relationCode: target, role: type, ...(name && { name }) };
    }),
  );
  const present = presentLinks(relation);
  return links.filter((link, index) => !hasLink([...present, ...links.slice(0, index)], link));
}

/** Makes the relation that a link leads to, once, and reads it. Throws what a write throws. */
export async function make(addition: ToMake, planned: Entry, sources: Sources): Promise<MadeRelation> {
  const { key, link, target } = addition;
  const { services } = sources;
  const number = target.person ? undefined : link.enterpriseNumber;
  const body = await bodyOf(link, target, sources);
  const send = () => write(services, sources.main.profile, planned, () => services.adminpulse.create(body));
  // A company's number has been locked since it was looked up.
  const { entry } = await (number ? send() : withPersonLock(nameWords(planned.relation.name), send));
  const { code, name } = entry.relation;
  // The index knows it from now on; without it, it is made all the same.
  await services.relations.add({ code, name, numbers: number ? [number] : [] }).catch(recordUnexpected);
  return { key, code, name };
}
