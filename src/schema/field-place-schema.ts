import * as z from 'zod/mini';
import { FIELDS, LANGUAGES } from '../company/company.ts';
import { isForbiddenName, pathRefusal } from './chosen-paths.ts';
import {
  CONTEXT_MEANINGS,
  type FieldPlace as KnownPlace,
  type Places as KnownPlaces,
  type Part,
} from './field-place.ts';
import { namesIn } from './json-path.ts';

/** Places are stored, exported and imported: what is read of them is bounded, and has no name that belongs to the language. */
const MAX_PATHS = 12;
const MAX_PARTS = 12;
const MAX_DEPTH = 6;
const MAX_ITEM_KEYS = 60;
/** In characters. */
const MAX_NAME_LENGTH = 80;

const PARTS = [
  'street',
  'number',
  'box',
  'postalCode',
  'municipality',
  'country',
  'day',
  'month',
  'code',
  'word',
  'abbreviation',
  'name',
  'legalForm',
] as const satisfies readonly Part[];

const custom = (isGood: (text: string) => boolean) =>
  z.string().check(({ value, issues }) => {
    if (!isGood(value)) issues.push({ code: 'custom', message: 'not allowed in a place', input: value });
  });

const Name = custom((name) => name.length > 0 && name.length <= MAX_NAME_LENGTH && !isForbiddenName(name));
const Keys = z.array(Name).check(z.maxLength(MAX_DEPTH));
const Path = custom((path) => pathRefusal(path) === undefined);
const ListPath = custom((path) => pathRefusal(path) === undefined && (namesIn(path)?.length ?? 0) > 0);
const Mark = z.union([z.string().check(z.maxLength(MAX_NAME_LENGTH)), z.number()]);

const PlacePart = z.strictObject({
  keys: Keys,
  holds: z.array(z.enum(PARTS)).check(z.minLength(1), z.maxLength(MAX_DEPTH)),
  isNumber: z.exactOptional(z.literal(true)),
});

const PlaceItem = z.strictObject({
  list: ListPath,
  value: Keys,
  type: z.exactOptional(z.strictObject({ key: Name, value: Mark })),
  favourite: z.exactOptional(z.strictObject({ key: Name, value: z.union([Mark, z.boolean()]) })),
  keys: z.array(Name).check(z.maxLength(MAX_ITEM_KEYS)),
});

export const FieldPlaceSchema: z.ZodMiniType<KnownPlace> = z.strictObject({
  paths: z
    .array(z.strictObject({ path: Path, language: z.exactOptional(z.enum(LANGUAGES)) }))
    .check(z.minLength(1), z.maxLength(MAX_PATHS)),
  parts: z.exactOptional(z.array(PlacePart).check(z.minLength(1), z.maxLength(MAX_PARTS))),
  format: z.exactOptional(z.string().check(z.maxLength(MAX_NAME_LENGTH))),
  item: z.exactOptional(PlaceItem),
});

export const MeaningSchema = z.enum([...FIELDS, ...CONTEXT_MEANINGS]);

/** The places of a service's facts, as they are kept, exported and imported. */
export const Places: z.ZodMiniType<KnownPlaces> = z.partialRecord(MeaningSchema, FieldPlaceSchema);
