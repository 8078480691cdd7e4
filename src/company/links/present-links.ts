import type { Link } from '../company.ts';
import { compareLinks } from './compare-links.ts';

/** The links that hold today: no historic ones. Whether an end date has passed is the source's word, not the clock's. */
export function presentLinks(links: readonly Link[] | undefined): readonly Link[] {
  return (links ?? []).filter(({ historic }) => !historic);
}

/** Whether every link of openthebox is among AdminPulse's, which may have more. */
export function holdsAllLinks(current: readonly Link[], proposed: readonly Link[]): boolean {
  return compareLinks(current, proposed).every(({ match }) => match !== 'only-openthebox' && match !== 'undecided');
}
