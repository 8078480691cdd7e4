import { addressKeys } from '../../adminpulse/address-parts.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import { type RawRelation, readField } from '../../adminpulse/read-relation.ts';
import type { Company, Field, Value } from '../../company/company.ts';
import type { MappingRow } from '../../messages/index.ts';
import { OPENTHEBOX_FIELDS } from '../../schema/chosen-paths.ts';
import type { FieldPlace } from '../../schema/field-place.ts';
import { isEmpty, placesAt, valueBelow } from '../../schema/json-path.ts';
import { type InferredPlace, isPresumed } from '../relations/inferred-places.ts';
import { shortPath, shortText } from './answer-tree.ts';

/** Where a field stands in a relation, and what is read there. */
export function relationRow(
  field: Field,
  raw: RawRelation,
  profile: OfficeProfile,
  inferred: InferredPlace | undefined,
): MappingRow {
  const reading = readField(field, raw, profile);
  const value = reading?.value;
  return row(field, {
    chosen: profile.chosen?.[field],
    found: reading?.place ? shortPath(reading.place.keys) : reading?.candidate.path,
    sample: value === undefined ? undefined : sampleOf(field, reading?.place?.value, reading?.by),
    meaning: value,
    inferred,
    choosable: true,
  });
}

/** Where a field stands in openthebox's answer about a company, and what is read there. */
export function companyRow(
  field: Field,
  answer: unknown,
  company: Company,
  { chosen, inferred }: Pick<RowParts, 'chosen' | 'inferred'>,
): MappingRow {
  const path = company.provenance.paths[field] ?? elsewhere(field, company, inferred);
  const place = path?.startsWith('$') ? placesAt(path, answer)[0] : undefined;
  return row(field, {
    chosen,
    found: place ? shortPath(place.keys) : path,
    sample: sampleOf(field, place?.value, chosen === undefined ? inferred?.place : undefined),
    meaning: valuesIn(field, company)[0],
    inferred,
    choosable: OPENTHEBOX_FIELDS.some((other) => other === field),
  });
}

/** Where other companies have the field that this one lacks. */
function elsewhere(field: Field, { provenance }: Company, inferred: InferredPlace | undefined): string | undefined {
  return provenance.unreadable.includes(field) ? undefined : inferred?.place.paths[0]?.path;
}

/** The versions of a fact, the one that a review would propose first. */
export function valuesIn(field: Field, company: Company): readonly Value[] {
  if (field === 'linkedRelations') return company.linkedRelations ? [company.linkedRelations] : [];
  const fact: unknown = company[field];
  return [fact]
    .flat()
    .map((version) => (typeof version === 'object' && version !== null && 'value' in version ? version.value : version))
    .filter((value) => value !== undefined) as Value[];
}

/** What stands at a place: of a composite value its texts, of a relation that is itself the address's holder only the address. */
export function sampleOf(field: Field, rawValue: unknown, place: FieldPlace | undefined): unknown {
  if (place?.parts)
    return place.parts
      .map(({ keys }) => valueBelow(rawValue, keys))
      .filter((part) => !isEmpty(part))
      .join(' · ');
  if (field !== 'address' || typeof rawValue !== 'object' || rawValue === null) return rawValue;
  const keys = Object.values(addressKeys(rawValue));
  return Object.fromEntries(Object.entries(rawValue).filter(([key]) => keys.includes(key)));
}

type RowParts = {
  readonly chosen: string | undefined;
  readonly found: string | undefined;
  readonly sample: unknown;
  readonly meaning: Value | undefined;
  readonly inferred: InferredPlace | undefined;
  readonly choosable: boolean;
};

function row(field: Field, { chosen, found, sample, meaning, inferred, choosable }: RowParts): MappingRow {
  const how = chosen === undefined ? howFound(found, inferred) : 'chosen';
  const path = chosen ?? found ?? (how === 'chosen' ? inferred?.place.paths[0]?.path : undefined);
  const evidence = chosen === undefined && path !== undefined ? inferred?.reasons : undefined;
  return {
    field,
    how,
    ...(path !== undefined && { path }),
    ...(sample !== undefined && sample !== null && sample !== '' && { sample: shortText(sample) }),
    ...(meaning !== undefined && { meaning }),
    ...(evidence && { evidence }),
    ...(evidence && inferred?.doubted && { doubt: inferred.doubted }),
    ...((chosen !== undefined || isChosen(inferred)) && { isOwnChoice: true as const }),
    choosable,
  };
}

const isChosen = (inferred: InferredPlace | undefined) => inferred?.insteadOf !== undefined;

function howFound(found: string | undefined, inferred: InferredPlace | undefined): MappingRow['how'] {
  if (isChosen(inferred)) return isPresumed(inferred) ? 'presumed' : 'chosen';
  if (found === undefined) return 'notFound';
  if (!inferred) return 'default';
  if (isPresumed(inferred)) return 'presumed';
  return inferred.confirmed ? 'confirmed' : 'inferred';
}
