import type { Address, Field, FlatField, Language, Link, ReasonKey, Value } from '../company/company.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import { isSameValue } from '../company/same-value.ts';
import type { FieldPlace } from '../schema/field-place.ts';
import { isEmpty, placesAt } from '../schema/json-path.ts';
import type { Candidate, ItemShape } from '../schema/relation-candidates.ts';
import { writeAddressParts } from './address-parts.ts';
import { appendLinks } from './link-items.ts';
import type { OfficeProfile, OfficeSchema } from './office-schema.ts';
import { familiesOf, readField } from './read-relation.ts';
import type { RawRelation, Reading, Readings } from './reading.ts';
import { type Json, setAt, singularKeys } from './set-at.ts';
import { writePlace } from './write-place.ts';
import { writeValue } from './write-value.ts';

/** What is to be written: field and neutral value. */
export type Changes = Partial<Record<FlatField, Value>> & {
  /** Links to add: each with the code of its relation, and its type as its role. */
  readonly linkedRelations?: readonly Link[];
};

/** A patch, or the first field for which the relation shows no way to be written, and why. */
export type Patch =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly field: Field; readonly reason: ReasonKey };

/** What is known beyond the relation itself. */
export type PatchContext = { readonly profile: OfficeProfile; readonly language: Language };

/**
 * The body of an update: for each changed field the top-level key of its path with the whole value as just read, changed
 * at that path only, so that no sibling address, channel or link is lost. `readings` must be those of `raw` by this profile.
 * What would not be read as the value again is not written.
 */
export function patchRelation(
  raw: RawRelation,
  readings: Readings,
  changes: Changes,
  { profile, language }: PatchContext,
): Patch {
  const changed = structuredClone(raw) as Json;
  const touched = new Set<string>();
  for (const [field, value] of Object.entries(changes) as [Field, Value][]) {
    const reading = readings[field];
    if (!reading) return { ok: false, field, reason: 'reasonMappingNotFound' };
    const context = { profile, language, raw, changes };
    const keys = isKnown(reading)
      ? applyKnown(changed, field, value, reading, context)
      : applyChange(changed, field, value, reading, context);
    if (!keys) return { ok: false, field, reason: reading.place ? 'reasonFormNotKept' : 'reasonMappingNotFound' };
    for (const key of keys) touched.add(key);
  }
  const body = Object.fromEntries([...touched].map((key) => [key, changed[key]]));
  const misread = fieldNotRead({ ...raw, ...body }, changes, profile);
  return misread ? { ok: false, field: misread, reason: 'reasonFormNotKept' } : { ok: true, body };
}

/** The first of the fields that the relation would not be read to hold as they were to be written. */
function fieldNotRead(written: RawRelation, changes: Changes, profile: OfficeProfile): Field | undefined {
  const families = familiesOf(written, profile);
  return (Object.entries(changes) as [Field, Value][]).find(([field, value]) => {
    const read = readField(field, written, profile)?.value;
    return read === undefined || !isSameValue(field, read, value, families);
  })?.[0];
}

type KnownReading = Reading & { readonly by: FieldPlace };

const isKnown = (reading: Reading): reading is KnownReading => reading.by !== undefined;

type ChangeContext = PatchContext & { readonly raw: RawRelation; readonly changes: Changes };

/** As below, at a place that is known by its values. */
function applyKnown(
  copy: Json,
  field: Field,
  value: Value,
  reading: KnownReading,
  { profile, language, raw, changes }: ChangeContext,
): readonly string[] | undefined {
  const { place, by } = reading;
  if (field === 'linkedRelations') {
    const keys = place?.keys ?? by.paths.map(({ path }) => singularKeys(path)).find((names) => names !== undefined);
    const list = appendLinks(place?.value, value as readonly Link[], by);
    return keys && list && setAt(copy, keys, list);
  }
  const rawValue = readField('legalForm', raw, profile)?.value;
  const legalForm = changes.legalForm ?? rawValue;
  return writePlace(copy, field, value, reading, {
    language,
    asItIs: isAsShown(field, profile),
    legalForm: typeof legalForm === 'string' ? legalForm : undefined,
    families: [rawValue, legalForm].flatMap((form) => (typeof form === 'string' && parseLegalForm(form)?.family) || []),
  });
}

/** A style that the office wants is that of the value as it was shown. */
const isAsShown = (field: Field, { choices }: OfficeProfile) => field === 'phone' && choices?.phoneStyle !== undefined;

/** Changes the copy; the top-level keys that it touched, or undefined where there is no way. */
function applyChange(
  copy: Json,
  field: Field,
  value: Value,
  reading: Reading,
  { profile, language }: PatchContext,
): readonly string[] | undefined {
  const { place, candidate } = reading;
  if (field === 'linkedRelations') {
    const keys = place?.keys ?? singularKeys(candidate.path);
    const list = appendLinks(place?.value, value as readonly Link[]);
    return keys && list && setAt(copy, keys, list);
  }
  const like = isEmpty(place?.value) ? undefined : place?.value;
  const asItIs = isAsShown(field, profile);
  const written = writeValue(field, value, { like, learntFormat: profile.fields[field]?.format, language, asItIs });
  if (written === undefined) return undefined;
  if (field === 'address') return applyAddress(copy, written as Address, reading, profile);
  if (place)
    return applyCompanion(copy, field, value, candidate, language) ? setAt(copy, place.keys, written) : undefined;
  if (candidate.item)
    return append(copy, candidate.item, profile.fields[field]?.item, (item, key) => ({ ...item, [key]: written }));
  const keys = singularKeys(candidate.path);
  return keys && setAt(copy, keys, written);
}

/** Writes the fact's other form along, as long as it is held; false where that form is not known. */
function applyCompanion(
  copy: Json,
  field: FlatField,
  value: Value,
  { companion }: Candidate,
  language: Language,
): boolean {
  const place = companion === undefined ? undefined : placesAt(companion, copy)[0];
  if (!place || isEmpty(place.value)) return true;
  const written = writeValue(field, value, { like: place.value, learntFormat: undefined, language });
  return written !== undefined && setAt(copy, place.keys, written) !== undefined;
}

function applyAddress(
  copy: Json,
  address: Address,
  reading: Reading,
  profile: OfficeSchema,
): readonly string[] | undefined {
  const { place, candidate } = reading;
  const known = profile.fields.address?.addressKeys ?? {};
  if (!place) {
    const item = writeAddressParts({}, address, known);
    if (!item) return undefined;
    if (candidate.item)
      return append(copy, candidate.item, profile.fields.address?.item, (base) => ({ ...base, ...item }));
    const keys = singularKeys(candidate.path);
    return keys && setAt(copy, keys, item);
  }
  const holder = place.value as Json;
  const parts = writeAddressParts(holder, address, known);
  if (!parts) return undefined;
  if (place.keys.length > 0) return setAt(copy, place.keys, { ...holder, ...parts });
  // The parts are keys of the relation itself. What is empty and stays empty is not sent.
  const keys = Object.keys(parts).filter((key) => !(isEmpty(parts[key]) && isEmpty(copy[key])));
  Object.assign(copy, parts);
  return keys;
}

/** Adds an item to a list, made of the type that other relations use; without an example there is no way. */
function append(
  copy: Json,
  shape: ItemShape,
  example: { readonly keys: readonly string[]; readonly type?: string | number | undefined } | undefined,
  fill: (item: Json, valueKey: string) => Json,
): readonly string[] | undefined {
  const keys = singularKeys(shape.list);
  if (!keys || example?.type === undefined) return undefined;
  const list = placesAt(shape.list, copy)[0]?.value ?? [];
  if (!Array.isArray(list)) return undefined;
  const ofThisType = list.some((item) => (item as Json)?.[shape.type] === example.type);
  const item: Json = { [shape.type]: example.type };
  if (example.keys.includes(shape.favourite)) item[shape.favourite] = !ofThisType;
  return setAt(copy, keys, [...list, fill(item, shape.value ?? '')]);
}
