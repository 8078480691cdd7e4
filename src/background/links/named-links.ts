import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { RawRelation } from '../../adminpulse/read-relation.ts';
import type { Places } from '../../schema/field-place.ts';
import { partyOf, type ReadRelation, relationCode } from '../relations/relation.ts';
import { relationOrNothing } from '../relations/relation-or-nothing.ts';

/** Relations that are asked for one by one; to name more of them, pages of the list cost fewer calls. */
const ONE_BY_ONE_MAX = 4;
/** Calls for the links of one relation, at most. */
const MAX_CALLS = 25;

/** AdminPulse gives a link as a code: the name, and a company's number, are read from the relation that it leads to. */
export async function withNamedLinks(adminpulse: Adminpulse, relation: ReadRelation): Promise<ReadRelation> {
  const { company, profile } = relation;
  const links = company.linkedRelations;
  if (!links) return relation;
  const codes = [...new Set(links.flatMap(({ relationCode: code }) => code ?? []))];
  const relations = await relationsByCode(adminpulse, codes, profile.places);
  const linkedRelations = links.map((link) => {
    const raw = relations.get(link.relationCode ?? '');
    return raw ? { ...link, ...partyOf(raw, profile) } : link;
  });
  return { ...relation, company: { ...company, linkedRelations } };
}

type ByCode = Map<string, RawRelation>;

/** Few are asked for by their codes; of many, the list's pages tell most, as long as that takes fewer calls. */
async function relationsByCode(adminpulse: Adminpulse, codes: readonly string[], places?: Places): Promise<ByCode> {
  const found: ByCode = new Map();
  const left = () => codes.filter((code) => !found.has(code));
  let page = 0;
  let pageCount = 1;
  while (isWorthAnotherPage(left().length, pageCount - page)) {
    const answer = await adminpulse.relationPage(page);
    for (const row of answer.rows) {
      const code = relationCode(row, places);
      if (codes.includes(code)) found.set(code, row);
    }
    page += 1;
    // Where the number of pages is not known, there may be one more as long as there are rows.
    pageCount = answer.pageCount ?? (answer.rows.length > 0 ? page + 1 : page);
  }
  const rest = left().slice(0, MAX_CALLS);
  // A link to a relation that is gone, or that this key may not see, keeps its code.
  const relations = await Promise.all(
    rest.map((code) => relationOrNothing(adminpulse, code, ['notFound', 'forbidden'])),
  );
  for (const [index, raw] of relations.entries()) if (raw) found.set(rest[index] ?? '', raw);
  return found;
}

/** Whether the list's next page is likely to save calls: while there are no more pages left than relations to be named. */
function isWorthAnotherPage(relationsLeft: number, pagesLeft: number): boolean {
  return pagesLeft > 0 && relationsLeft > ONE_BY_ONE_MAX && pagesLeft <= relationsLeft;
}
