import * as z from 'zod/mini';
import { FieldPlaceSchema, MeaningSchema } from '../../schema/field-place-schema.ts';
import { versionedItem } from '../platform/versioned-item.ts';

/** Where the rows of AdminPulse's list have what names a relation. Keys, paths and forms, and no value of any client. */
const RowPlaces = z.object({
  version: z.literal(1),
  /** Epoch milliseconds at which they were looked for. */
  at: z.number(),
  /** The keys that the rows had. */
  keys: z.array(z.string()),
  places: z.partialRecord(MeaningSchema, FieldPlaceSchema),
});

export const rowPlacesItem = versionedItem({ key: 'row-places', version: 1, schema: RowPlaces });
