/** How often something was so, of how many times that it was looked at. */
export type Count = { readonly count: number; readonly of: number };

/**
 * How likely it is that what was so in `count` of `of` cases is so in none of the next `cases` (Laplace's rule: with one case
 * more in which it was so, and one in which it was not). Of what was never looked at, nothing can be said: it is likely.
 */
export function chanceOfNone(was: Count | undefined, cases: number): number {
  if (!was || was.of === 0) return 1;
  return (1 - (was.count + 1) / (was.of + 2)) ** cases;
}

/** Once in a thousand times. */
export const isImprobable = (chance: number): boolean => chance < 0.001;
