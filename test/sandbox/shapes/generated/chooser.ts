import type { Random } from './random.ts';

/** What a shape's seed decides, each decision by its own name, and a record of it for the tests. */
export type Chooser = {
  /** One of the options, as often as its weight says. */
  choose<K extends string>(name: string, options: Readonly<Record<K, number>>): K;
  /** Whether something is there at all. */
  includes(name: string, probability: number): boolean;
  /** What was decided: `date form: epoch ms`, `decoy: fax`. */
  readonly features: ReadonlySet<string>;
  readonly random: Random;
};

export function createChooser(random: Random): Chooser {
  const features = new Set<string>();
  return {
    features,
    random,
    choose(name, options) {
      const option = random.fork(name).weighted(options);
      features.add(`${name}: ${option}`);
      return option;
    },
    includes(name, probability) {
      const isThere = random.fork(name).chance(probability);
      if (isThere) features.add(name);
      return isThere;
    },
  };
}
