import type { Link } from '../company.ts';
import { partiesOf } from './parties.ts';

/**
 * One link for each party and meaning: a mandate that was renewed is one mandate. What holds today stands for what is over;
 * of several that are over, the last.
 */
export function latestTerms(links: readonly Link[]): Link[] {
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
