import type { RawRelation } from '../../adminpulse/read-relation.ts';
import type { CreationState } from '../../messages/index.ts';
import { placesOf } from '../relations/inferred-places.ts';
import { summarise } from '../relations/relation.ts';

/** The state of a creation whose number AdminPulse has already. */
export async function existsAs(existing: readonly RawRelation[]): Promise<CreationState> {
  const places = await placesOf('adminpulse');
  return { phase: 'exists', relations: existing.map((raw) => summarise(raw, undefined, places)) };
}
