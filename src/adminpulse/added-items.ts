import { sameJson } from '../api/same-json.ts';
import type { Held } from './held.ts';

/** The items that a write added to a list, exactly as AdminPulse held them after it. */
export function addedItems(before: Held | undefined, after: Held | undefined): readonly unknown[] {
  return withoutItems(listOf(after), listOf(before));
}

/** Whether all of them are still in the list; each as often as it was added. */
export function holdsItems(held: Held | undefined, items: readonly unknown[]): boolean {
  return items.length > 0 && listOf(held).length - withoutItems(listOf(held), items).length === items.length;
}

/** The list without them, whatever else was added to it since. */
export function heldWithout(held: Held | undefined, items: readonly unknown[]): Held {
  return { value: withoutItems(listOf(held), items) };
}

function withoutItems(list: readonly unknown[], items: readonly unknown[]): readonly unknown[] {
  const left = [...list];
  for (const item of items) {
    const place = left.findLastIndex((other) => sameJson(other, item));
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

function listOf(held: Held | undefined): readonly unknown[] {
  return Array.isArray(held?.value) ? held.value : [];
}
