import type { ChosenPaths } from '../../schema/chosen-paths.ts';
import type { Places } from '../../schema/field-place.ts';
import { mappingOverrides } from '../settings/mapping-overrides.ts';
import { placesOf } from './inferred-places.ts';

/** Where AdminPulse's answers hold the facts, as far as the office chose it or the values showed it. */
export type KnownPaths = { readonly chosen: ChosenPaths; readonly places: Places };

export async function knownPaths(): Promise<KnownPaths> {
  const [{ adminpulse: chosen }, places] = await Promise.all([mappingOverrides(), placesOf('adminpulse')]);
  return { chosen, places };
}
