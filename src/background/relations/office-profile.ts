import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import { inferSchema } from '../../adminpulse/infer-schema.ts';
import { type OfficeProfile, OfficeSchema } from '../../adminpulse/office-schema.ts';
import { codeOf } from '../../adminpulse/read-relation.ts';
import { versionedItem } from '../platform/versioned-item.ts';
import { mappingOverrides } from '../settings/mapping-overrides.ts';
import { proposals } from '../settings/preferences.ts';
import { relationOrNothing } from './relation-or-nothing.ts';

/** Keys, forms and types only, no value of a client: it may stand where a content script could read it. */
export const officeSchemaItem = versionedItem({ key: 'adminpulse-learnt', version: 1, schema: OfficeSchema });

/** Relations read to learn where an office's AdminPulse holds its fields. */
const SAMPLE_SIZE = 12;

/** Learns from existing relations, and keeps it. */
export async function inferFromRelations(adminpulse: Adminpulse): Promise<OfficeSchema> {
  const { adminpulse: chosen } = await mappingOverrides();
  const rows = await adminpulse.firstRelations(SAMPLE_SIZE);
  const codes = rows.flatMap((row) => codeOf(row) ?? []);
  const found = await Promise.all(codes.map((code) => relationOrNothing(adminpulse, code)));
  const relations = found.filter((raw) => raw !== undefined);
  const profile = inferSchema(relations, chosen);
  // An office without relations has nothing to infer from yet.
  if (relations.length > 0) await officeSchemaItem.write(profile);
  return profile;
}

/** The profile of the office, inferred now if it was not yet. */
export async function loadOfficeProfile(adminpulse: Adminpulse): Promise<OfficeProfile> {
  const profile = (await officeSchemaItem.read()) ?? (await inferFromRelations(adminpulse));
  return { ...profile, ...(await proposals()), chosen: (await mappingOverrides()).adminpulse };
}
