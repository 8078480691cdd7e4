import type { Link } from '../company.ts';
import { nameWords, type Party, partiesOf, partyPairs } from './parties.ts';

/**
 * How a link stands on the two sides.
 * - `ended`: AdminPulse has it, and openthebox has it as one that is over.
 * - `undecided`: several on the other side have this name, and nothing says which of them it is.
 * - `past`: openthebox has it as one that is over, and AdminPulse does not have it.
 */
export type LinkMatch = 'only-openthebox' | 'undecided' | 'ended' | 'only-adminpulse' | 'both' | 'past';

/** One link, on the sides that have it. */
export type ComparedLink = {
  /** What tells it from the other links of a comparison; the same again as long as the link is the same. */
  readonly key: string;
  /** The same for all links to one party. */
  readonly party: string;
  readonly match: LinkMatch;
  readonly adminpulse?: Link;
  readonly openthebox?: Link;
  /** The names and codes of those that it may be. */
  readonly candidates?: readonly Link[];
  /** The management company that this person acts for, where AdminPulse links the person and openthebox the company. */
  readonly actsFor?: string;
};

/** What there is to decide stands first. */
const ORDER: readonly LinkMatch[] = ['only-openthebox', 'undecided', 'ended', 'only-adminpulse', 'both', 'past'];

/**
 * Compares AdminPulse's links with openthebox's, the ended ones of both sides included. Parties are compared by number
 * first, persons by the set of words of their names; where two could be meant, none is taken. Several links to one party
 * are told apart by what they mean; a type of AdminPulse whose meaning is not known can be any.
 */
export function compareLinks(current: readonly Link[], proposed: readonly Link[]): ComparedLink[] {
  const ours = partiesOf(latestTerms(current));
  const theirs = partiesOf(latestTerms(proposed));
  const pairs = partyPairs(ours, theirs);
  const othersOf = (party: Party) => pairs.flatMap(([a, b]) => (a === party ? [b] : b === party ? [a] : []));
  const isDecided = ([a, b]: readonly [Party, Party]) => othersOf(a).length === 1 && othersOf(b).length === 1;

  const decided = pairs.filter(isDecided);
  const settled = new Set(decided.flat());
  const compared = [
    ...decided.flatMap(([a, b]) => comparePair(b.key, a.links, b.links)),
    ...theirs.filter((party) => !settled.has(party)).flatMap((party) => alone('openthebox', party, othersOf(party))),
    ...ours.filter((party) => !settled.has(party)).flatMap((party) => alone('adminpulse', party, othersOf(party))),
  ];
  return withKeys(
    compared
      .map((link) => withCompanyActedFor(link, proposed))
      .toSorted((a, b) => ORDER.indexOf(a.match) - ORDER.indexOf(b.match)),
  );
}

type Unkeyed = Omit<ComparedLink, 'key'>;

/** The links between two parties that are one. Those that hold today come before those that are over. */
function comparePair(party: string, current: readonly Link[], proposed: readonly Link[]): Unkeyed[] {
  const left = new Set(current);
  const take = (link: Link) => {
    const found =
      [...left].find((own) => own.means !== undefined && own.means === link.means) ??
      [...left].find((own) => own.means === undefined);
    if (found) left.delete(found);
    return found;
  };
  const known = proposed
    .toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)))
    .map((openthebox): Unkeyed => {
      const adminpulse = take(openthebox);
      if (adminpulse) return { party, match: isOver(openthebox) ? 'ended' : 'both', adminpulse, openthebox };
      return { party, match: isOver(openthebox) ? 'past' : 'only-openthebox', openthebox };
    });
  return [...known, ...[...left].map((adminpulse): Unkeyed => ({ party, match: 'only-adminpulse', adminpulse }))];
}

function alone(side: 'openthebox' | 'adminpulse', { key: party, links }: Party, others: readonly Party[]): Unkeyed[] {
  const candidates = others.flatMap((other) => other.links.slice(0, 1));
  return links.map((link) => {
    if (side === 'openthebox' && isOver(link)) return { party, match: 'past', openthebox: link };
    const match: LinkMatch = candidates.length > 0 ? 'undecided' : `only-${side}`;
    return { party, match, [side]: link, ...(candidates.length > 0 && { candidates }) };
  });
}

const isOver = ({ historic }: Link) => historic === true;

function withCompanyActedFor(link: Unkeyed, proposed: readonly Link[]): Unkeyed {
  if (link.match !== 'only-adminpulse') return link;
  const words = nameWords(link.adminpulse?.name);
  const company = proposed.find(
    ({ representatives = [] }) => words !== '' && representatives.some(({ name }) => nameWords(name) === words),
  );
  return company?.name === undefined ? link : { ...link, actsFor: company.name };
}

function withKeys(links: readonly Unkeyed[]): ComparedLink[] {
  const counts = new Map<string, number>();
  return links.map((link) => {
    const { means, role } = link.openthebox ?? link.adminpulse ?? {};
    const base = `${link.party}:${means ?? role ?? ''}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return { key: count === 1 ? base : `${base} ${count}`, ...link };
  });
}

/** The links that hold today: no historic ones. Whether an end date has passed is the source's word, not the clock's. */
export function presentLinks(links: readonly Link[] | undefined): readonly Link[] {
  return (links ?? []).filter(({ historic }) => !historic);
}

/** Whether every link of openthebox is among AdminPulse's, which may have more. */
export function holdsAllLinks(current: readonly Link[], proposed: readonly Link[]): boolean {
  return compareLinks(current, proposed).every(({ match }) => match !== 'only-openthebox' && match !== 'undecided');
}

/**
 * One link for each party and meaning: a mandate that was renewed is one mandate. What holds today stands for what is over;
 * of several that are over, the last.
 */
function latestTerms(links: readonly Link[]): Link[] {
  return partiesOf(links).flatMap((party) => {
    const byMeaning = Map.groupBy(party.links, ({ means, role }) => means ?? role);
    return [...byMeaning.values()].map((terms) => terms.toSorted(latestFirst)).flatMap(([latest]) => latest ?? []);
  });
}

function latestFirst(a: Link, b: Link): number {
  const isOver = ({ historic }: Link) => Number(historic === true);
  const end = ({ until, since }: Link) => until ?? since ?? '';
  return isOver(a) - isOver(b) || end(b).localeCompare(end(a));
}
