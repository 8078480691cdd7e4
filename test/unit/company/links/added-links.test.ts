import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Link } from '../../../../src/company/company.ts';
import { hasLink, linksOutcome } from '../../../../src/company/links/parties.ts';

const [A, B, C]: readonly Link[] = [
  { relationCode: 'APR1', role: '4' },
  { relationCode: 'APR1', role: '6' },
  { relationCode: 'APR2', role: '4' },
] as const;
const links = (...some: (Link | undefined)[]) => some as Link[];

describe('what became of links', () => {
  test.each<{
    readonly what: string;
    readonly before: Link[];
    readonly after: Link[];
    readonly now: Link[];
    readonly outcome: string;
  }>([
    { what: 'all were added', before: links(A), after: links(A, B, C), now: links(A, B, C), outcome: 'written' },
    { what: 'in another order', before: links(A), after: links(A, B), now: links(B, A), outcome: 'written' },
    {
      what: 'beside one of somebody else',
      before: links(A),
      after: links(A, B),
      now: links(A, C, B),
      outcome: 'written',
    },
    { what: 'none was', before: links(A), after: links(A, B), now: links(A), outcome: 'kept' },
    { what: 'some were', before: links(A), after: links(A, B, C), now: links(A, C), outcome: 'partly' },
    { what: 'one that was there is lost', before: links(A), after: links(A, B), now: links(B), outcome: 'other' },
    { what: 'one was taken out', before: links(A, B), after: links(A), now: links(A), outcome: 'written' },
    { what: 'it was not taken out', before: links(A, B), after: links(A), now: links(A, B), outcome: 'kept' },
    { what: 'there was nothing to do', before: links(A), after: links(A), now: links(A), outcome: 'written' },
  ])('$what', ({ before, after, now, outcome }) => {
    expect(linksOutcome(before, after, now)).toBe(outcome);
  });

  it('is "written" whenever the relation holds what was wanted', () => {
    const some = fc.uniqueArray(fc.constantFrom(...links(A, B, C)));
    fc.assert(fc.property(some, some, (before, after) => linksOutcome(before, after, after) === 'written'));
  });

  it('tells types apart', () => {
    expect(hasLink(links(A), { relationCode: 'APR1', role: '6' })).toBe(false);
  });
});
