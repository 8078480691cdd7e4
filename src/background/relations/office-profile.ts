import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import { learn } from '../../adminpulse/infer-schema.ts';
import { type Known, Learnt } from '../../adminpulse/office-schema.ts';
import { contextText, type RawRelation } from '../../adminpulse/read-relation.ts';
import { NotFound } from '../../api/errors.ts';
import { versionedItem } from '../platform/versioned-item.ts';
import { mappingOverrides } from '../settings/mapping-overrides.ts';
import { proposals } from '../settings/preferences.ts';

/** Keys, forms and types only, no value of a client: it may stand where a content script could read it. */
export const learntItem = versionedItem({ key: 'adminpulse-learnt', version: 1, schema: Learnt });

/** Relations read to learn where an office's AdminPulse holds its fields. */
const SAMPLES = 12;

/** Learns from existing relations, and keeps it. */
export async function learnFromRelations(adminpulse: Adminpulse): Promise<Learnt> {
  const { adminpulse: chosen } = await mappingOverrides();
  const rows = await adminpulse.firstRelations(SAMPLES);
  const codes = rows.flatMap((row) => contextText(row, 'code') ?? contextText(row, 'id') ?? []);
  const relations = (await Promise.all(codes.map((code) => sample(adminpulse, code)))).flat();
  const learnt = learn(relations, chosen);
  // An office without relations has nothing to be learnt of yet.
  if (relations.length > 0) await learntItem.write(learnt);
  return learnt;
}

/** None where the relation is gone by now. */
async function sample(adminpulse: Adminpulse, code: string): Promise<readonly RawRelation[]> {
  try {
    return [await adminpulse.relation(code)];
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}

/** What is known of the office, learnt now if it was not yet. */
export async function knownOrLearnt(adminpulse: Adminpulse): Promise<Known> {
  const learnt = (await learntItem.read()) ?? (await learnFromRelations(adminpulse));
  return { ...learnt, ...(await proposals()), chosen: (await mappingOverrides()).adminpulse };
}
