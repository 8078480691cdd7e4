import type { Link } from '../company.ts';

/** Whether two links of AdminPulse are one: to the same relation, of the same type. */
function isSame(a: Link, b: Link): boolean {
  return a.relationCode === b.relationCode && a.role === b.role;
}

/** Whether a link of this type to this relation is there. */
export function hasLink(links: readonly Link[], link: Link): boolean {
  return links.some((other) => isSame(other, link));
}

/** What became of links that were to be added or taken out, from what the relation holds now. */
export function linksOutcome(
  before: readonly Link[],
  after: readonly Link[],
  now: readonly Link[],
): 'written' | 'kept' | 'partly' | 'other' {
  const added = after.filter((link) => !hasLink(before, link));
  const removed = before.filter((link) => !hasLink(after, link));
  const others = before.filter((link) => hasLink(after, link));
  if (!others.every((link) => hasLink(now, link))) return 'other';
  const done = [...added.filter((link) => hasLink(now, link)), ...removed.filter((link) => !hasLink(now, link))].length;
  if (done === added.length + removed.length) return 'written';
  return done === 0 ? 'kept' : 'partly';
}
