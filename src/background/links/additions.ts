import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import type { Link } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { hasLink, nameWords } from '../../company/links/parties.ts';
import type { Comparison, LinkToAdd, MadeRelation, NewRelation } from '../../messages/index.ts';
import type { Entry, PlannedWrite } from '../journal/entry.ts';
import { write } from '../journal/write.ts';
import { withRelationLock } from '../platform/locks.ts';
import { findExisting } from '../relations/find-existing.ts';
import { partyOf } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import { bodyOf, type Sources } from './new-party.ts';

/** A link to add: openthebox's link, the type that it gets, and where it leads to. */
export type Addition = {
  readonly key: string;
  readonly link: Link;
  readonly type: string;
  readonly target: string | NewRelation;
};

/** The links that the user chose, as far as the review still shows them; what was made for one earlier is linked to. */
export function additionsOf({ links = [], made = [] }: Comparison, chosen: readonly LinkToAdd[]): Addition[] {
  return chosen.flatMap(({ key, type, target }) => {
    const link = links.find((candidate) => candidate.key === key)?.openthebox;
    return link ? [{ key, link, type, target: made.find((relation) => relation.key === key)?.code ?? target }] : [];
  });
}

type ToMake = Addition & { readonly target: NewRelation };

export const toMake = (additions: readonly Addition[]): readonly ToMake[] =>
  additions.filter((addition): addition is ToMake => typeof addition.target !== 'string');

/** The numbers of the companies that are to be made, each once. */
export function numbersToMake(additions: readonly Addition[]): readonly EnterpriseNumber[] {
  const numbers = toMake(additions).flatMap(({ link, target }) =>
    target.person || !link.enterpriseNumber ? [] : [link.enterpriseNumber],
  );
  return [...new Set(numbers)];
}

/** Whether a company that is to be made has become a relation since the user looked: it is never made twice. */
export async function isThereByNow(services: Services, additions: readonly Addition[]): Promise<boolean> {
  const found = await Promise.all(
    numbersToMake(additions).map((number) => findExisting(services, number, 'for certain')),
  );
  return found.some((rows) => rows.length > 0);
}

/** The links as they will stand in the relation, for those that are not there yet. Throws `notFound` for a relation that is gone. */
export async function newLinks(
  adminpulse: Adminpulse,
  profile: OfficeProfile,
  present: readonly Link[],
  additions: readonly Addition[],
  made: readonly MadeRelation[],
): Promise<readonly Link[]> {
  const links = await Promise.all(
    additions.map(async ({ key, type, target }): Promise<Link> => {
      const own = made.find((relation) => relation.key === key);
      if (own) return { relationCode: own.code, role: type, name: own.name };
      if (typeof target !== 'string') return { relationCode: '', role: type };
      const { name } = partyOf(await adminpulse.relation(target), profile);
      return { relationCode: target, role: type, ...(name && { name }) };
    }),
  );
  return links.filter((link, index) => !hasLink([...present, ...links.slice(0, index)], link));
}

/** The journal's step of making a relation. */
export function makingStep({ link, target: { person } }: ToMake, retrievedAt: string): PlannedWrite {
  const name = person ? `${person.lastName} ${person.firstName}`.trim() : (link.name ?? '');
  const number = person ? undefined : link.enterpriseNumber;
  return {
    kind: 'create',
    relation: { code: '', name },
    enterpriseNumber: number ?? '',
    retrievedAt,
    fields: [
      { field: 'name', after: name },
      ...(number ? [{ field: 'enterpriseNumber' as const, after: number as EnterpriseNumber }] : []),
    ],
  };
}

/** Makes the relation, once, and reads it. Throws what a write throws. */
export async function make(addition: ToMake, planned: Entry, sources: Sources): Promise<MadeRelation> {
  const { key, link, target } = addition;
  const { services } = sources;
  const number = target.person ? undefined : link.enterpriseNumber;
  const body = await bodyOf(link, target, sources);
  const send = () => write(services, planned, () => services.adminpulse.create(body));
  // A company's number is held since it was looked up.
  const { entry } = await (number ? send() : withRelationLock(`person ${nameWords(planned.relation.name)}`, send));
  const { code, name } = entry.relation;
  // The index knows it from now on.
  await services.relations.add({ code, name, numbers: number ? [number] : [] });
  return { key, code, name };
}

/** The comparison with the relations that a change made, from its entries. */
export function withMade(comparison: Comparison, entries: readonly Entry[]): Comparison {
  const { links = [], made = [] } = comparison;
  const isKnown = (code: string) => made.some((relation) => relation.code === code);
  const more = entries.flatMap(({ kind, state, relation, enterpriseNumber }): MadeRelation[] => {
    if (kind !== 'create' || state !== 'verified' || isKnown(relation.code)) return [];
    const link = links.find(({ openthebox }) =>
      enterpriseNumber
        ? openthebox?.enterpriseNumber === enterpriseNumber
        : nameWords(openthebox?.name) === nameWords(relation.name),
    );
    return [{ key: link?.key ?? '', ...relation }];
  });
  return made.length + more.length === 0 ? comparison : { ...comparison, made: [...made, ...more] };
}
