import { describe, expect, it } from 'vitest';
import { foundOf, reportOf, shareWith, totalOf } from '../../support/inference-report.ts';

/** All 500 are in test/bench/inference.ts: these take a few seconds. */
const SEEDS = Array.from({ length: 60 }, (_, index) => 1000 + index);

describe('the places in random shapes', () => {
  const twelve = reportOf(SEEDS, 12);
  const three = reportOf(SEEDS, 3);

  it('are never wrong and certain', () => {
    expect(totalOf(twelve, 'wrongCertain'), twelve.wrong.join('\n')).toBe(0);
    expect(totalOf(three, 'wrongCertain'), three.wrong.join('\n')).toBe(0);
  });

  it('are nearly never wrong where they are presumed', () => {
    expect(totalOf(twelve, 'wrongPresumed') / foundOf(twelve), twelve.wrong.join('\n')).toBeLessThan(0.005);
    expect(totalOf(three, 'wrongPresumed') / foundOf(three), three.wrong.join('\n')).toBeLessThan(0.005);
  });

  it.each(['adminpulse', 'openthebox'] as const)(
    'are found, all but one or none, from twelve relations: %s',
    (service) => {
      expect(shareWith(twelve, service, 1)).toBeGreaterThan(0.9);
    },
  );

  it.each(['adminpulse', 'openthebox'] as const)(
    'are found, all but three or fewer, from three relations: %s',
    (service) => {
      expect(shareWith(three, service, 3)).toBeGreaterThan(0.8);
    },
  );
});
