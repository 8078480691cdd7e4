import * as z from 'zod/mini';
import { FIELDS, type Field, type Service } from '../../company/company.ts';
import type { Reason } from '../../inference/finding.ts';
import type { Places } from '../../schema/field-place.ts';
import { FieldPlaceSchema, MeaningSchema } from '../../schema/field-place-schema.ts';
import { withLock } from '../platform/locks.ts';
import { versionedItem } from '../platform/versioned-item.ts';
import { rowPlacesItem } from './row-places.ts';

const Count = z.int().check(z.nonnegative());

/** Why a place was taken, as the inference says it. */
const StoredReason: z.ZodMiniType<Reason> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agreement'), equal: Count, of: Count }),
  z.object({
    kind: z.literal('valueKind'),
    valueKind: z.enum([
      'text',
      'legalForm',
      'number',
      'website',
      'address',
      'phone',
      'date',
      'monthDay',
      'links',
      'code',
      'language',
      'situation',
    ]),
    count: Count,
    of: Count,
  }),
  z.object({ kind: z.literal('keyWord'), word: z.string().check(z.maxLength(80)) }),
  z.object({ kind: z.literal('onlyOne') }),
  z.object({ kind: z.literal('varies'), distinct: Count, of: Count }),
]);

const InferredPlace = z.object({
  place: FieldPlaceSchema,
  confidence: z.enum(['certain', 'presumed']),
  /** The user looked at what is read there, and said that it is right. */
  confirmed: z.exactOptional(z.literal(true)),
  reasons: z.array(StoredReason),
});
export type InferredPlace = z.infer<typeof InferredPlace>;

const OfService = z.partialRecord(MeaningSchema, InferredPlace);

/** Where both services have their facts, as their values show it. Keys, paths and forms, and no value of any client. */
export const InferredPlaces = z.object({
  version: z.literal(1),
  /** How many relations, and companies of them, were looked at. */
  relations: Count,
  companies: Count,
  adminpulse: OfService,
  openthebox: OfService,
});
export type InferredPlaces = z.infer<typeof InferredPlaces>;

/** As it travels in a mapping's file, beside the paths that were chosen. */
export const TravellingPlaces = z.strictObject({
  relations: Count,
  companies: Count,
  adminpulse: OfService,
  openthebox: OfService,
});
export type TravellingPlaces = z.infer<typeof TravellingPlaces>;

const NOTHING_INFERRED: InferredPlaces = { version: 1, relations: 0, companies: 0, adminpulse: {}, openthebox: {} };

export const inferredPlacesItem = versionedItem({ key: 'inferred-places', version: 1, schema: InferredPlaces });

export const inferredPlaces = async (): Promise<InferredPlaces> =>
  (await inferredPlacesItem.read()) ?? NOTHING_INFERRED;

/** The places of a service that were inferred, certain or presumed: all of them are read. With those of AdminPulse's rows. */
export async function placesOf(service: Service): Promise<Places> {
  const found = Object.entries((await inferredPlaces())[service]);
  const ofRows = service === 'adminpulse' ? (await rowPlacesItem.read())?.places : undefined;
  return { ...Object.fromEntries(found.map(([meaning, { place }]) => [meaning, place])), ...(ofRows && { ofRows }) };
}

/** The fields of which a place, on either side, is likely and neither certain nor confirmed: they are not written. */
export async function presumedFields(): Promise<readonly Field[]> {
  const { adminpulse, openthebox } = await inferredPlaces();
  return FIELDS.filter((field) => isPresumed(adminpulse[field]) || isPresumed(openthebox[field]));
}

export const isPresumed = (found: InferredPlace | undefined): boolean =>
  found !== undefined && found.confidence === 'presumed' && found.confirmed !== true;

const SERVICES: readonly Service[] = ['adminpulse', 'openthebox'];

/** The user says that what is read at the presumed places of these fields is right. */
export function confirmPlaces(fields: readonly Field[], services = SERVICES): Promise<void> {
  return withLock('inferred-places', async () => {
    const inferred = await inferredPlaces();
    const confirmed = services.map((service) => [service, withConfirmed(inferred[service], fields)]);
    await inferredPlacesItem.write({ ...inferred, ...Object.fromEntries(confirmed) });
  });
}

function withConfirmed(places: InferredPlaces[Service], fields: readonly Field[]): InferredPlaces[Service] {
  const confirmed = fields.flatMap((field) => {
    const found = places[field];
    return found && isPresumed(found) ? [[field, { ...found, confirmed: true }]] : [];
  });
  return { ...places, ...Object.fromEntries(confirmed) };
}
