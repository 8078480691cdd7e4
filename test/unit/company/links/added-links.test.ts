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
  test.each<[string, Link[], Link[], Link[], string]>([
    ['all were added', links(A), links(A, B, C), links(A, B, C), 'written'],
    ['in another order', links(A), links(A, B), links(B, A), 'written'],
    ['beside one of somebody else', links(A), links(A, B), links(A, C, B), 'written'],
    ['none was', links(A), links(A, B), links(A), 'kept'],
    ['some were', links(A), links(A, B, C), links(A, C), 'partly'],
    ['one that was there is lost', links(A), links(A, B), links(B), 'other'],
    ['one was taken out', links(A, B), links(A), links(A), 'written'],
    ['it was not taken out', links(A, B), links(A), links(A, B), 'kept'],
    ['there was nothing to do', links(A), links(A), links(A), 'written'],
  ])('%s', (_, before, after, now, outcome) => {
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
