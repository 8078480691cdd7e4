import { describe, expect, it } from 'vitest';
import { ADVERSARIAL } from '../../sandbox/shapes/adversarial.ts';
import { casesOf, foundOf, reportOf, shareWith, totalOf } from '../../support/inference-report.ts';

/** All 500 are in test/bench/inference.ts: these take a few seconds. */
const SEEDS = Array.from({ length: 60 }, (_, index) => 1000 + index);

describe('the places in random shapes', () => {
  const twelve = reportOf(casesOf(SEEDS), 12);
  const three = reportOf(casesOf(SEEDS), 3);

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

describe('the places in shapes that are made to mislead', () => {
  it.each(Object.entries(ADVERSARIAL))(
    'are not wrong, and nearly all found, from twelve relations: %s',
    (name, special) => {
      const report = reportOf([{ name, shapes: special, office: (count) => special.office(1, count) }], 12);
      expect(report.wrong).toEqual([]);
      expect(shareWith(report, 'adminpulse', 2)).toBe(1);
      expect(shareWith(report, 'openthebox', 1)).toBe(1);
    },
  );
});
