import type { Link } from '../company.ts';
import { foldedWords } from '../folding.ts';

/** One company or person, with all its links to the company that is looked at. */
export type Party = {
  /** What tells it from the other parties of its side. */
  readonly key: string;
  readonly kind: Link['kind'];
  readonly number: string | undefined;
  /** The words of its name, as a set: persons are "Surname, First name" on one side, and the reverse on the other. */
  readonly words: string;
  readonly links: readonly Link[];
};

/**
 * The parties of one side: by relation in AdminPulse; in openthebox by number, by a person's id, else by name. What has
 * neither is a party of its own each time.
 */
export function partiesOf(links: readonly Link[]): readonly Party[] {
  const parties = new Map<string, Party>();
  for (const [index, link] of links.entries()) {
    const words = nameWords(link.name);
    const key = partyKey(link, words) ?? `#${index}`;
    const known = parties.get(key);
    parties.set(key, {
      key,
      kind: known?.kind ?? link.kind,
      number: known?.number ?? link.enterpriseNumber,
      words: known?.words || words,
      links: [...(known?.links ?? []), link],
    });
  }
  return [...parties.values()];
}

/** The words of a name as a set, in an order that does not depend on how it is written. */
export function nameWords(name: string | undefined): string {
  return [...new Set(foldedWords(name ?? ''))].toSorted().join(' ');
}

function partyKey(link: Link, words: string): string | undefined {
  const { relationCode, enterpriseNumber, foreignNumber, personId, kind } = link;
  return (
    relationCode ?? enterpriseNumber ?? foreignNumber ?? personId ?? (words ? `${kind ?? ''} ${words}` : undefined)
  );
}

/** Which parties of the two sides may be one: companies by number first, then the rest by the words of their names. */
export function partyPairs(
  current: readonly Party[],
  proposed: readonly Party[],
): readonly (readonly [current: Party, proposed: Party])[] {
  const byNumber = pairsWhere(current, proposed, (a, b) => a.number !== undefined && a.number === b.number);
  const numbered = new Set(byNumber.flat());
  const left = (parties: readonly Party[]) => parties.filter((party) => !numbered.has(party));
  return [...byNumber, ...pairsWhere(left(current), left(proposed), isNamedAlike)];
}

function pairsWhere(
  current: readonly Party[],
  proposed: readonly Party[],
  isPair: (a: Party, b: Party) => boolean,
): (readonly [Party, Party])[] {
  return current.flatMap((a) => proposed.filter((b) => isPair(a, b)).map((b) => [a, b] as const));
}

/** Two numbers that differ, or a person and a company, are never one, whatever their names. */
function isNamedAlike(a: Party, b: Party): boolean {
  if (a.words === '' || a.words !== b.words) return false;
  if (a.number !== undefined && b.number !== undefined) return false;
  return a.kind === undefined || b.kind === undefined || a.kind === b.kind;
}

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
