import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import { Learnt, learn } from '../../adminpulse/learnt.ts';
import { contextText } from '../../adminpulse/read-relation.ts';
import { storageItem } from '../storage-item.ts';

/** Keys, forms and types only, no value of a client: it may stand where a content script could read it. */
export const learntItem = storageItem('local', 'adminpulse-learnt', Learnt);

/** Relations read to learn where an office's AdminPulse holds its fields. */
const SAMPLES = 12;

/** Learns from existing relations, and keeps it. */
export async function learnFromRelations(adminpulse: Adminpulse): Promise<Learnt> {
  const rows = await adminpulse.firstRelations(SAMPLES);
  const codes = rows.flatMap((row) => contextText(row, 'code') ?? contextText(row, 'id') ?? []);
  const relations = await Promise.all(codes.map((code) => adminpulse.relation(code)));
  const learnt = learn(relations);
  await learntItem.write(learnt);
  return learnt;
}

export async function knownOrLearnt(adminpulse: Adminpulse): Promise<Learnt> {
  return (await learntItem.read()) ?? learnFromRelations(adminpulse);
}
