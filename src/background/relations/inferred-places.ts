import * as z from 'zod/mini';
import type { Doubt, DoubtedPlace } from '../../company/choices.ts';
import { FIELDS, type Field, type Service } from '../../company/company.ts';
import type { Reason } from '../../inference/finding.ts';
import type { ChosenPaths } from '../../schema/chosen-paths.ts';
import { CONTEXT_MEANINGS, type ContextMeaning, type Meaning, type Places } from '../../schema/field-place.ts';
import { FieldPlaceSchema, MeaningSchema } from '../../schema/field-place-schema.ts';
import { withLock } from '../platform/locks.ts';
import { versionedItem } from '../platform/versioned-item.ts';
import { mappingOverrides } from '../settings/mapping-overrides.ts';
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

const StoredDoubt: z.ZodMiniType<Doubt> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['vanished', 'differs']), of: Count }),
  z.object({ kind: z.literal('moved') }),
]);

const FoundPlace = z.object({
  place: FieldPlaceSchema,
  confidence: z.enum(['certain', 'presumed']),
  /** The user looked at what is read there, and said that it is right. */
  confirmed: z.exactOptional(z.literal(true)),
  reasons: z.array(StoredReason),
  /** In how many of the service's answers something was read there when it was inferred. */
  read: z.exactOptional(z.object({ count: Count, of: Count })),
  /** Why it is presumed though it was certain or confirmed before. */
  doubted: z.exactOptional(StoredDoubt),
  /** It was confirmed though it differs from the other service's values: that says nothing any more. */
  accepted: z.exactOptional(z.literal(true)),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

const InferredPlace = z.extend(FoundPlace, {
  /** Set where the user chose the place among several: what the inference took, to go back to; null where it took none. */
  insteadOf: z.exactOptional(z.nullable(FoundPlace)),
});
export type InferredPlace = z.infer<typeof InferredPlace>;

const FieldsRead = z.object({ adminpulse: z.array(z.enum(FIELDS)), openthebox: z.array(z.enum(FIELDS)) });

const OfService = z.partialRecord(MeaningSchema, InferredPlace);

const SERVICES: readonly Service[] = ['adminpulse', 'openthebox'];

/** Where both services have their facts, as their values show it. Keys, paths and forms, and no value of any client. */
export const InferredPlaces = z.object({
  version: z.literal(1),
  /** How many relations, and companies of them, were looked at. */
  relations: Count,
  companies: Count,
  /** The fields of which one of them at least has a value that is understood. */
  fieldsRead: z.exactOptional(FieldsRead),
  adminpulse: OfService,
  openthebox: OfService,
});
export type InferredPlaces = z.infer<typeof InferredPlaces>;

/** As it travels in a mapping's file, beside the paths that were chosen. */
export const TravellingPlaces = z.strictObject({
  relations: Count,
  companies: Count,
  fieldsRead: z.exactOptional(FieldsRead),
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

/**
 * The fields of which a place, on either side, is likely and neither certain nor confirmed: they are not written. A path that was
 * chosen is read in the place's stead.
 */
export async function presumedFields(): Promise<readonly Field[]> {
  const [inferred, chosen] = await Promise.all([inferredPlaces(), chosenPaths()]);
  const isPresumedIn = (service: Service, field: Field) =>
    isPresumed(inferred[service][field]) && chosen[service][field] === undefined;
  return FIELDS.filter((field) => SERVICES.some((service) => isPresumedIn(service, field)));
}

/** The fields of which a place was certain or confirmed before. */
export async function doubtedPlaces(): Promise<readonly DoubtedPlace[]> {
  const [inferred, chosen] = await Promise.all([inferredPlaces(), chosenPaths()]);
  return SERVICES.flatMap((service) =>
    FIELDS.flatMap((field) => {
      const doubt = inferred[service][field]?.doubted;
      return doubt && chosen[service][field] === undefined ? [{ service, field, ...doubt }] : [];
    }),
  );
}

const chosenPaths = (): Promise<Readonly<Record<Service, ChosenPaths>>> => mappingOverrides();

/** What else of a relation has a place that is likely and neither certain nor confirmed. */
export async function presumedContext(): Promise<readonly ContextMeaning[]> {
  const { adminpulse } = await inferredPlaces();
  return CONTEXT_MEANINGS.filter((meaning) => isPresumed(adminpulse[meaning]));
}

export const isPresumed = (found: InferredPlace | undefined): boolean =>
  found !== undefined && found.confidence === 'presumed' && found.confirmed !== true;

/** The user says that what is read at the presumed places of these meanings is right. */
export function confirmPlaces(meanings: readonly Meaning[], services = SERVICES): Promise<void> {
  return withLock('inferred-places', async () => {
    const inferred = await inferredPlaces();
    const confirmed = services.map((service) => [service, withConfirmed(inferred[service], meanings)]);
    await inferredPlacesItem.write({ ...inferred, ...Object.fromEntries(confirmed) });
  });
}

function withConfirmed(places: InferredPlaces[Service], meanings: readonly Meaning[]): InferredPlaces[Service] {
  const confirmed = meanings.flatMap((meaning) => {
    const found = places[meaning];
    return found && isPresumed(found) ? [[meaning, confirmedPlace(found)]] : [];
  });
  return { ...places, ...Object.fromEntries(confirmed) };
}

/** What spoke against it is answered by that. */
export function confirmedPlace({ doubted, ...found }: InferredPlace): InferredPlace {
  return { ...found, confirmed: true, ...(doubted?.kind === 'differs' && { accepted: true }) };
}
