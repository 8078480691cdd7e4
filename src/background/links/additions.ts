import type { Link } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { nameWords } from '../../company/links/parties.ts';
import type { Comparison, LinkToAdd, MadeRelation, NewRelation } from '../../messages/index.ts';
import type { Entry, PlannedWrite } from '../journal/entry.ts';
import type { ReadRelation } from '../relations/relation.ts';

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

export type ToMake = Addition & { readonly target: NewRelation };

/** The additions whose relation is yet to be made. */
export const toMake = (additions: readonly Addition[], made: readonly MadeRelation[] = []): readonly ToMake[] =>
  additions
    .filter((addition): addition is ToMake => typeof addition.target !== 'string')
    .filter(({ key }) => !made.some((relation) => relation.key === key));

/** The numbers of the companies that are to be made, each once. */
export function numbersToMake(additions: readonly Addition[]): readonly EnterpriseNumber[] {
  const numbers = toMake(additions).flatMap(({ link, target }) =>
    target.person || !link.enterpriseNumber ? [] : [link.enterpriseNumber],
  );
  return [...new Set(numbers)];
}

/** The links that stand in the relation. */
export const presentLinks = ({ readings }: ReadRelation) => (readings.linkedRelations?.value ?? []) as readonly Link[];

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
