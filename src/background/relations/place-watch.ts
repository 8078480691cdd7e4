import type { DBSchema } from 'idb';
import * as z from 'zod/mini';
import type { DoubtedPlace } from '../../company/choices.ts';
import { FIELDS, type Field, type Service } from '../../company/company.ts';
import { FieldPlaceSchema } from '../../schema/field-place-schema.ts';
import { sameJson } from '../../schema/json-path.ts';
import { database } from '../platform/database.ts';
import { withLock } from '../platform/locks.ts';
import { doubtOf, OUTCOMES, type Outcome, seenAfter } from './doubt.ts';
import {
  type InferredPlace,
  type InferredPlaces,
  inferredPlaces,
  inferredPlacesItem,
  isPresumed,
} from './inferred-places.ts';

const Watched = z.object({
  /** What was seen at another place says nothing of this one. */
  place: FieldPlaceSchema,
  /** By a digest of the company's number: the relation's code may stand at a place that is gone. */
  seen: z.array(z.object({ relation: z.string(), outcome: z.enum(OUTCOMES) })),
});
type Watched = z.infer<typeof Watched>;

const OfService = z.partialRecord(z.enum(FIELDS), Watched);

const PlaceWatch = z.object({
  version: z.literal(1),
  adminpulse: OfService,
  openthebox: OfService,
  /** Epoch milliseconds at which it was last inferred again for a doubt. */
  lookedAgainAt: z.optional(z.number()),
});
type PlaceWatch = z.infer<typeof PlaceWatch>;

interface Watches extends DBSchema {
  watch: { key: 'watch'; value: PlaceWatch };
}

const { use: withWatches } = database<Watches>('place-watch', 1, (fresh) => {
  fresh.createObjectStore('watch');
});

/**
 * What reviews saw at the places that are written. It stays in this browser, no file that is exported has it, and it stands where
 * no content script can read it: a digest of a number is no secret.
 */
export const placeWatchItem = {
  read: (): Promise<PlaceWatch | undefined> =>
    withWatches(async (connection) => PlaceWatch.safeParse(await connection.get('watch', 'watch')).data),
  write: (watch: PlaceWatch | undefined): Promise<unknown> =>
    withWatches(
      (connection): Promise<unknown> =>
        watch ? connection.put('watch', watch, 'watch') : connection.delete('watch', 'watch'),
    ),
};

const SERVICES: readonly Service[] = ['adminpulse', 'openthebox'];

const NOTHING_SEEN: PlaceWatch = { version: 1, adminpulse: {}, openthebox: {} };

/** What a review saw, for the fields that were read at a place that is known by values. */
export type Observed = Readonly<Record<Service, Partial<Readonly<Record<Field, Outcome>>>>>;

/** Notes what was seen in the relation of this company. A place that is to be doubted is presumed from now on, and returned. */
export function noteObserved(enterpriseNumber: string, observed: Observed): Promise<readonly DoubtedPlace[]> {
  const outcomes = listed(observed);
  if (outcomes.length === 0) return Promise.resolve([]);
  return withLock('inferred-places', async () => {
    const inferred = await inferredPlaces();
    const watch = (await placeWatchItem.read()) ?? NOTHING_SEEN;
    const digest = await digestOf(enterpriseNumber);
    const now = { adminpulse: { ...watch.adminpulse }, openthebox: { ...watch.openthebox } };
    const places: Pick<InferredPlaces, Service> = {
      adminpulse: { ...inferred.adminpulse },
      openthebox: { ...inferred.openthebox },
    };
    const doubted: DoubtedPlace[] = [];
    for (const { service, field, outcome } of outcomes) {
      const found = places[service][field];
      if (!found || isPresumed(found)) continue;
      const watched = watchedAfter(watch[service][field], found, { relation: digest, outcome });
      now[service][field] = watched;
      const doubt = doubtOf(found, watched.seen, found.accepted === true);
      if (!doubt) continue;
      const { confirmed: _, ...others } = found;
      places[service][field] = { ...others, confidence: 'presumed', doubted: doubt };
      doubted.push({ service, field, ...doubt });
    }
    await placeWatchItem.write({ ...watch, ...now });
    if (doubted.length > 0) await inferredPlacesItem.write({ ...inferred, ...places });
    return doubted;
  });
}

function listed(observed: Observed) {
  return SERVICES.flatMap((service) =>
    (Object.entries(observed[service]) as [Field, Outcome][]).map(([field, outcome]) => ({ service, field, outcome })),
  );
}

function watchedAfter(before: Watched | undefined, { place }: InferredPlace, now: Watched['seen'][number]): Watched {
  const seen = before && sameJson(before.place, place) ? before.seen : [];
  return { place, seen: [...seenAfter(seen, now)] };
}

/** Enough to tell some relations apart. */
const DIGEST_BYTES = 6;

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest.slice(0, DIGEST_BYTES))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
