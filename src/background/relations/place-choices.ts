import type { Field, Service } from '../../company/company.ts';
import { withLock } from '../platform/locks.ts';
import {
  confirmedPlace,
  type FoundPlace,
  type InferredPlaces,
  inferredPlaces,
  inferredPlacesItem,
} from './inferred-places.ts';

type OfService = InferredPlaces[Service];

/** The user chose this place for the field: it is confirmed by that, and stays when places are inferred again. */
export function choosePlace(service: Service, field: Field, chosen: FoundPlace): Promise<void> {
  return changePlaces(service, (places) => ({
    ...places,
    [field]: { ...confirmedPlace(chosen), insteadOf: foundWithout(places, field) ?? null },
  }));
}

/** The field is read where the inference found it, or by the names that are known. */
export async function takeBackChoice(service: Service, field: Field): Promise<void> {
  if ((await inferredPlaces())[service][field]?.insteadOf === undefined) return;
  await changePlaces(service, (places) => {
    const { [field]: _, ...others } = places;
    const found = foundWithout(places, field);
    return { ...others, ...(found && { [field]: found }) };
  });
}

/** Places as they are inferred anew from those of before; what the user chose stands in for what was found. */
export function withChoices(before: OfService, infer: (before: OfService) => OfService): OfService {
  const entries = Object.entries(before) as [Field, NonNullable<OfService[Field]>][];
  const foundBefore = entries.flatMap(([field]) => {
    const found = foundWithout(before, field);
    return found ? [[field, found] as const] : [];
  });
  const now = infer(Object.fromEntries(foundBefore));
  const choices = entries
    .filter(([, { insteadOf }]) => insteadOf !== undefined)
    .map(([field, choice]) => [field, { ...choice, insteadOf: now[field] ?? null }]);
  return { ...now, ...Object.fromEntries(choices) };
}

/** What the inference took for the field, whatever the user chose. */
function foundWithout(places: OfService, field: Field): FoundPlace | undefined {
  const place = places[field];
  return place?.insteadOf === undefined ? place : (place.insteadOf ?? undefined);
}

function changePlaces(service: Service, change: (places: OfService) => OfService): Promise<void> {
  return withLock('inferred-places', async () => {
    const inferred = await inferredPlaces();
    await inferredPlacesItem.write({ ...inferred, [service]: change(inferred[service]) });
  });
}
