import type { Link } from './company.ts';
import { foldedWords } from './folding.ts';

/** The links that hold today: no historic ones. Whether an end date has passed is the source's word, not the clock's. */
export function presentLinks(links: readonly Link[] | undefined): readonly Link[] {
  return (links ?? []).filter(({ historic }) => !historic);
}

/** Whether every link of openthebox is among AdminPulse's, which may have more. */
export function holdsAllLinks(current: readonly Link[], proposed: readonly Link[]): boolean {
  const held = current.map(identityOf);
  return proposed.map(identityOf).every((link) => held.some((other) => isSameLink(link, other)));
}

type Identity = { readonly number: string | undefined; readonly words: string };

/** The words of a name count in any order: persons are "Surname, First name" on one side, and the reverse on the other. */
function identityOf({ enterpriseNumber, name }: Link): Identity {
  return {
    number: enterpriseNumber,
    words: foldedWords(name ?? '')
      .toSorted()
      .join(' '),
  };
}

/** By number where both have one, else by name. */
function isSameLink(a: Identity, b: Identity): boolean {
  return a.number && b.number ? a.number === b.number : a.words !== '' && a.words === b.words;
}
