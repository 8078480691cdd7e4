import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import { inferSchema } from '../../adminpulse/infer-schema.ts';
import { type OfficeProfile, OfficeSchema } from '../../adminpulse/office-schema.ts';
import type { RawRelation } from '../../adminpulse/read-relation.ts';
import { versionedItem } from '../platform/versioned-item.ts';
import { mappingOverrides } from '../settings/mapping-overrides.ts';
import { proposals } from '../settings/preferences.ts';
import { doubtedPlaces, placesOf, presumedContext, presumedFields } from './inferred-places.ts';
import { sampleRelations } from './sample-relations.ts';

/** Keys, forms and types only, no value of a client: it may stand where a content script could read it. */
export const officeSchemaItem = versionedItem({ key: 'adminpulse-learnt', version: 1, schema: OfficeSchema });

/** Infers the schema from existing relations, and stores it. */
export async function inferFromRelations(relations: readonly RawRelation[]): Promise<OfficeSchema> {
  const { adminpulse: chosen } = await mappingOverrides();
  const profile = inferSchema(relations, chosen);
  // An office without relations has nothing to infer a schema from yet.
  if (relations.length > 0) await officeSchemaItem.write(profile);
  return profile;
}

/** The office's profile; its schema is inferred now where that was not done yet. */
export async function loadOfficeProfile(adminpulse: Adminpulse): Promise<OfficeProfile> {
  const profile = (await officeSchemaItem.read()) ?? (await inferFromRelations(await sampleRelations(adminpulse)));
  const [{ choices, ...proposed }, { adminpulse: chosen }, places, presumed, doubted, context] = await Promise.all([
    proposals(),
    mappingOverrides(),
    placesOf('adminpulse'),
    presumedFields(),
    doubtedPlaces(),
    presumedContext(),
  ]);
  return {
    ...profile,
    ...proposed,
    places,
    chosen,
    choices: { ...choices, presumed, doubted },
    presumedContext: context,
  };
}
