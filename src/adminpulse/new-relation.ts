import type { FlatField, ISODate, Language } from '../company/company.ts';
import { isEmpty } from '../schema/json-path.ts';
import { placeFormatNamed } from '../schema/place-formats.ts';
import type { OfficeProfile } from './office-schema.ts';
import { type Changes, type Patch, patchRelation } from './patch.ts';
import { type RawRelation, readFields } from './read-relation.ts';
import { type Json, setAt, singularKeys } from './set-at.ts';
import { type CatalogueTopic, TOPIC_MEANINGS, type ValueCatalogue } from './value-catalogue.ts';

/** Values of the terms, as AdminPulse has them; a date as `YYYY-MM-DD`. */
export type CatalogueChoices = Partial<Record<CatalogueTopic, string | number | boolean>>;

type NewRelationContext = {
  readonly profile: OfficeProfile;
  readonly catalogue: ValueCatalogue;
  readonly language: Language;
};

/**
 * A relation in which nothing stands yet, with the keys that are needed to find its places: an address that other relations
 * spread over keys of their own has these keys.
 */
function emptyRelation(profile: OfficeProfile): RawRelation {
  const address = profile.fields.address;
  if (address?.path !== '$' || profile.places?.address) return {};
  return Object.fromEntries(Object.values(address.addressKeys ?? {}).map((key) => [key, null]));
}

/**
 * The body of a create: each field and term at the place, and in the form, that existing relations show. The first field for
 * which they show none makes it impossible; a term without a place is left out.
 */
export function newRelation(
  changes: Changes,
  terms: CatalogueChoices,
  { profile, catalogue, language }: NewRelationContext,
): Patch {
  const empty = emptyRelation(profile);
  const patch = patchRelation(empty, readFields(empty, profile), changes, { profile, language });
  if (!patch.ok) return patch;
  const body: Json = structuredClone(patch.body);
  for (const [topic, value] of Object.entries(terms) as [CatalogueTopic, string | number | boolean][]) {
    const { path, format } = catalogue.topics[topic] ?? {};
    const keys = path && singularKeys(path);
    const written = topic === 'since' ? writtenDate(String(value), format, language) : value;
    if (keys && written !== undefined) setAt(body, keys, written);
  }
  return { ok: true, body: Object.fromEntries(Object.entries(body).filter(([, value]) => !isEmpty(value))) };
}

/** Whether existing relations show a place and a form for this value, and the place is certain or confirmed. */
export function isWritable(field: FlatField, value: Changes[FlatField], context: NewRelationContext): boolean {
  return !isPresumed(field, context.profile) && isKnownPlace(field, value, context);
}

/** Whether existing relations show a place and a form for this value. */
export function isKnownPlace(field: FlatField, value: Changes[FlatField], context: NewRelationContext): boolean {
  return newRelation({ [field]: value }, {}, context).ok;
}

/** Whether the field's place is likely only, so that nothing is written there until it is confirmed. */
export const isPresumed = (field: FlatField, { choices }: OfficeProfile): boolean =>
  choices?.presumed?.includes(field) === true;

/** The same of a term. */
export function isPresumedTerm(topic: CatalogueTopic, { presumedContext = [] }: OfficeProfile): boolean {
  const meaning = TOPIC_MEANINGS[topic];
  return meaning !== undefined && presumedContext.includes(meaning);
}

function writtenDate(date: ISODate, format: string | undefined, language: Language): unknown {
  return placeFormatNamed('incorporationDate', format)?.write(date, { language });
}
