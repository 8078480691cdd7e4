import type { Service } from '../../../company/company.ts';
import { inferPlaces } from '../../../inference/infer-places.ts';
import type { FieldPlace, PlacePart } from '../../../schema/field-place.ts';
import { placesAt, valueBelow } from '../../../schema/json-path.ts';
import type { MaskTag } from './mask-tag.ts';

/** The tags of the parts of composite values, by where they stand (`whereOf`). */
export type CompositeTags = ReadonlyMap<string, MaskTag>;

export const whereOf = (keys: readonly (string | number)[]): string => JSON.stringify(keys);

const COMPOSITE = [
  ['address', 'address'],
  ['fiscalYearEnd', 'year end'],
] as const;

/**
 * Which values are parts of an address, or of a day and month: what stands beside them tells it. The likeliest place is number 1;
 * a part that belongs to one place belongs to no other.
 */
export function compositeTags(answer: unknown, service: Service): CompositeTags {
  const { [service]: side } = inferPlaces([service === 'adminpulse' ? { relation: answer } : { company: answer }]);
  const tags = new Map<string, MaskTag>();
  for (const [meaning, name] of COMPOSITE) {
    let number = 0;
    for (const { parts, holder } of (side.ranked[meaning] ?? []).flatMap(({ place }) => holdersOf(place, answer))) {
      const free = parts.map((part) => ({ part, where: whereOf([...holder, ...part.keys]) }));
      if (free.some(({ where }) => tags.has(where))) continue;
      number += 1;
      for (const { part, where } of free) {
        const value = valueBelow(answer, [...holder, ...part.keys]);
        const isNumber = typeof value === 'number';
        tags.set(where, { kind: `${name} ${number}`, form: part.holds.join(', '), ...(isNumber && { isNumber }) });
      }
    }
  }
  return tags;
}

type Holder = { readonly holder: readonly (string | number)[]; readonly parts: readonly PlacePart[] };

function holdersOf({ paths, parts }: FieldPlace, answer: unknown): readonly Holder[] {
  if (!parts) return [];
  return paths.flatMap(({ path }) => placesAt(path, answer).map(({ keys }) => ({ holder: keys, parts })));
}
