import { isServiceFailure } from '../../api/errors.ts';
import type { Service } from '../../company/company.ts';
import type { Meaning } from '../../schema/field-place.ts';
import { sameJson } from '../../schema/json-path.ts';
import { withLock } from '../platform/locks.ts';
import type { Services } from '../services.ts';
import { inferOfficePlaces } from './infer-places.ts';
import {
  type InferredPlace,
  type InferredPlaces,
  inferredPlaces,
  inferredPlacesItem,
  isPresumed,
} from './inferred-places.ts';
import { placeWatchItem } from './place-watch.ts';
import { sampleRelations } from './sample-relations.ts';

/** It costs a call for each of some relations and companies. */
const ONCE_IN_MS = 24 * 60 * 60_000;

/**
 * Infers again where a place is doubted, once a day at most. What was seen in reviews is settled by it: a place that agrees in as
 * many relations as before is certain again. A place that was found in the stead of another is presumed, for the service changed
 * under the user's eyes. False where nothing was looked at: it was done today, or a service failed.
 */
export async function lookAgain(
  { adminpulse, openthebox }: Pick<Services, 'adminpulse' | 'openthebox'>,
  now: number,
): Promise<boolean> {
  if (!(await isDue(now))) return false;
  const before = await inferredPlaces();
  try {
    const relations = await sampleRelations(adminpulse);
    if (relations.length === 0) return false;
    await inferOfficePlaces(openthebox, relations);
  } catch (error) {
    if (!isServiceFailure(error)) throw error;
    return false;
  }
  await withLock('inferred-places', async () => {
    const after = await inferredPlaces();
    await inferredPlacesItem.write({
      ...after,
      adminpulse: withMoved(before.adminpulse, after.adminpulse),
      openthebox: withMoved(before.openthebox, after.openthebox),
    });
    await placeWatchItem.write({ version: 1, adminpulse: {}, openthebox: {}, lookedAgainAt: now });
  });
  return true;
}

/** A clock that was set back does not put it off. */
async function isDue(now: number): Promise<boolean> {
  const last = (await placeWatchItem.read())?.lookedAgainAt;
  return last === undefined || Math.abs(now - last) >= ONCE_IN_MS;
}

type OfService = InferredPlaces[Service];

function withMoved(before: OfService, after: OfService): OfService {
  const places = (Object.entries(after) as [Meaning, InferredPlace][]).map(([meaning, found]) => {
    const old = before[meaning];
    const wasSure = old !== undefined && (old.doubted !== undefined || !isPresumed(old));
    const isMoved = wasSure && !sameJson(old.place, found.place);
    return [meaning, isMoved ? moved(found) : found];
  });
  return Object.fromEntries(places);
}

function moved({ confirmed: _, ...found }: InferredPlace): InferredPlace {
  return { ...found, confidence: 'presumed', doubted: { kind: 'moved' } };
}
