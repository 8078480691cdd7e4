import type { Language } from '../company/company.ts';
import { chosenPlaces } from './chosen-paths.ts';
import type { FieldPlace, PlacePart } from './field-place.ts';
import { isEmpty, type Place, valueBelow } from './json-path.ts';

/** A place of a fact as one answer has it. */
export type Spot = Place & { readonly language?: Language };

/**
 * All spots of a fact in an answer, in the order of the paths; of the items of a list, those that are marked as favourites
 * first. Each stands there once.
 */
export function spotsOf(place: FieldPlace, answer: unknown): readonly Spot[] {
  const spots = place.paths.flatMap(({ path, language }) =>
    chosenPlaces(path, answer).map((found): Spot => ({ ...found, ...(language && { language }) })),
  );
  const once = [...new Map(spots.toReversed().map((spot) => [spot.path, spot])).values()].toReversed();
  const { favourite } = place.item ?? {};
  if (!favourite) return once;
  const isFavourite = (spot: Spot) =>
    valueBelow(answer, [...itemKeysOf(spot.keys), favourite.key]) === favourite.value ? 0 : 1;
  return once.toSorted((a, b) => isFavourite(a) - isFavourite(b));
}

/** The keys of the innermost item of a list in which a place stands; none where it stands in no list. */
export function itemKeysOf(keys: readonly (string | number)[]): readonly (string | number)[] {
  return keys.slice(0, keys.findLastIndex((key) => typeof key === 'number') + 1);
}

/** The whole of a value is its only text, where it is not composite. */
const WHOLE: readonly PlacePart[] = [{ keys: [], holds: [] }];

/** The texts of a value, by their keys below its place. */
export const partsOf = ({ parts = WHOLE }: FieldPlace): readonly PlacePart[] => parts;

/** Whether none of the value's texts stands there. */
export function isEmptySpot(place: FieldPlace, rawValue: unknown): boolean {
  return partsOf(place).every(({ keys }) => isEmpty(valueBelow(rawValue, keys)));
}
