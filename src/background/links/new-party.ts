import {
  type CatalogueChoices,
  isPresumed,
  isPresumedTerm,
  isWritable,
  newRelation,
} from '../../adminpulse/new-relation.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import type { Changes } from '../../adminpulse/patch.ts';
import type { CatalogueTopic, CatalogueValue, ValueCatalogue } from '../../adminpulse/value-catalogue.ts';
import { type Kind, typeOfKind } from '../../adminpulse/value-catalogue.ts';
import { unexpectedAnswer } from '../../api/errors.ts';
import { changesWhenNew } from '../../company/changes-when-new.ts';
import type { FlatField, Language, Link } from '../../company/company.ts';
import { foldedKey } from '../../company/folding.ts';
import { REQUIREMENTS } from '../../messages/creation-state.ts';
import type { NewRelation } from '../../messages/index.ts';
import { placesAt } from '../../schema/json-path.ts';
import { userLanguage } from '../platform/language.ts';
import type { ReadRelation } from '../relations/relation.ts';
import { loadCatalogue } from '../relations/value-catalogue.ts';
import type { Services } from '../services.ts';

/** AdminPulse's status for those that are kept as director or shareholder only, in English, Dutch, French and German. */
const OTHER: readonly string[] = ['other', 'andere', 'overige', 'overig', 'autre', 'sonstige'];

/** The status that is called "Other"; undefined where statuses are numbers, or none is called so: it is never guessed. */
export function otherStatus(catalogue: ValueCatalogue): string | undefined {
  const named = statusesIn(catalogue).filter(({ value }) => OTHER.includes(foldedKey(String(value))));
  return named.length === 1 ? String(named[0]?.value) : undefined;
}

export const statusesIn = ({ topics }: ValueCatalogue): readonly CatalogueValue[] => topics.status?.terms ?? [];

/** Whether relations show how one of this kind is marked as such, and nothing that it needs has a place that is presumed. */
export function canMake(kind: Kind, { topics }: ValueCatalogue, profile: OfficeProfile): boolean {
  const isShown = typeOfKind(kind, topics.relationType?.terms ?? []) !== undefined && topics.status !== undefined;
  return isShown && !needsPresumed(kind, profile);
}

function needsPresumed(kind: Kind, profile: OfficeProfile): boolean {
  const fields = kind === 'person' ? NEEDED_OF_PERSON : NEEDED_OF_COMPANY;
  return (
    fields.some((field) => isPresumed(field, profile)) || REQUIREMENTS.some((topic) => isPresumedTerm(topic, profile))
  );
}

const NEEDED_OF_PERSON: readonly FlatField[] = ['name'];
const NEEDED_OF_COMPANY: readonly FlatField[] = ['name', 'enterpriseNumber'];

export type Sources = {
  readonly services: Services;
  /** The relation that the new one is linked to: it is in the same language, and belongs to the same own company. */
  readonly main: ReadRelation;
  readonly catalogue: ValueCatalogue;
};

/** What is needed to make relations that are linked to this one. */
export async function sourcesOf(services: Services, main: ReadRelation): Promise<Sources> {
  return { services, main, catalogue: await loadCatalogue(services.adminpulse) };
}

type Body = Readonly<Record<string, unknown>>;

/** What is sent to make a company or a person a relation. Throws where existing relations do not show how. */
export async function bodyOf(link: Link, wanted: NewRelation, sources: Sources): Promise<Body> {
  const { catalogue, main } = sources;
  const { profile } = main;
  const language: Language = main.company.language ?? 'nl';
  const context = { profile, catalogue, language };
  // A place may have become presumed since this was offered.
  if (needsPresumed(wanted.person ? 'person' : 'company', profile))
    throw unexpectedAnswer('adminpulse', catalogue.topics.status?.path ?? '$', wanted.status);
  const changes = wanted.person ? nameOf(wanted.person) : await companyChanges(link, sources, language);
  const writable = Object.fromEntries(
    Object.entries(changes).filter(([field, value]) => isWritable(field as FlatField, value, context)),
  ) as Changes;
  const patch = newRelation(writable, termsOf(wanted, sources), context);
  if (!patch.ok) throw unexpectedAnswer('adminpulse', profile.fields[patch.field]?.path ?? '$', patch.field);
  return patch.body;
}

function nameOf({ firstName, lastName }: NonNullable<NewRelation['person']>): Changes {
  return { name: `${lastName} ${firstName}`.trim() };
}

/** What openthebox has of the company, in the language of the relation that it is linked to. */
async function companyChanges(link: Link, { services }: Sources, language: Language): Promise<Changes> {
  if (!link.enterpriseNumber) throw unexpectedAnswer('openthebox', '$.vat', 'enterpriseNumber');
  const proposed = await services.openthebox.company(link.enterpriseNumber, userLanguage());
  const own = { ...proposed, enterpriseNumber: link.enterpriseNumber };
  const rows = changesWhenNew(own, language).filter(
    ({ field, ticked, proposed: value }) => ticked && value !== undefined && field !== 'linkedRelations',
  );
  return Object.fromEntries(rows.map(({ field, proposed: value }) => [field, value])) as Changes;
}

function termsOf({ status, person }: NewRelation, { catalogue, main }: Sources): CatalogueChoices {
  const types = catalogue.topics.relationType?.terms ?? [];
  const asInMain = (topic: CatalogueTopic) => {
    const path = catalogue.topics[topic]?.path;
    const value = path === undefined ? undefined : placesAt(path, main.raw)[0]?.value;
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  };
  const terms = {
    relationType: typeOfKind(person ? 'person' : 'company', types)?.value,
    status: statusesIn(catalogue).find(({ value }) => String(value) === status)?.value,
    language: asInMain('language'),
    ownCompany: asInMain('ownCompany'),
    ...person,
  };
  if (terms.status === undefined) throw unexpectedAnswer('adminpulse', catalogue.topics.status?.path ?? '$', status);
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)) as CatalogueChoices;
}
