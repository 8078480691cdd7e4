import type { RawRelation } from '../../adminpulse/read-relation.ts';
import type { ValueCatalogue } from '../../adminpulse/value-catalogue.ts';
import type { Link } from '../../company/company.ts';
import { waitForIndex } from '../relations/build-index.ts';
import { relationOrNothing } from '../relations/relation-or-nothing.ts';
import type { Services } from '../services.ts';

/**
 * The relations that links may lead to: by the index, those that have the number of one, or exactly the words of its name.
 * They are read, for the index may be a day old. Where there is none (it was cancelled, or could not be built): all of them.
 */
export async function linkCandidates(services: Services, links: readonly Link[]): Promise<readonly RawRelation[]> {
  const { adminpulse, relations } = services;
  await waitForIndex(services);
  const codes = await relations.codesOf(
    links.flatMap(({ enterpriseNumber }) => enterpriseNumber ?? []),
    links.flatMap(({ name }) => name ?? []),
  );
  if (!codes) return adminpulse.allRelations();
  const read = await Promise.all(codes.map((code) => relationOrNothing(adminpulse, code, ['notFound', 'forbidden'])));
  return read.filter((raw) => raw !== undefined);
}

/** The types that links of this office's relations have, as far as they are known. */
export async function linkTypesInUse({ relations }: Services, catalogue: ValueCatalogue): Promise<ReadonlySet<string>> {
  const indexed = (await relations.state()).complete?.linkTypes;
  return new Set(indexed ?? catalogue.topics.linkType?.terms.map(({ value }) => String(value)));
}
