/** Pseudo random choices that a seed repeats: the same calls give the same answers, on every machine. */
export type Random = {
  /** An integer from 0, below `bound`. */
  below(bound: number): number;
  /** Whether something of this probability, 0 to 1, happens. */
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** A key of the table, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  shuffled<T>(list: readonly T[]): T[];
  digits(count: number): string;
  /** Another source of choices, which depends on the seed and the name alone: a choice added elsewhere moves none of its. */
  fork(name: string): Random;
};

export function randomOf(seed: number | string): Random {
  const start = typeof seed === 'number' ? seed : hashOf(seed);
  const next = mulberry32(start);
  const below = (bound: number) => Math.floor(next() * bound);
  const pick = <T>(from: readonly T[]) => from[below(from.length)] as T;
  return {
    below,
    chance: (probability) => next() < probability,
    pick,
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        rest -= weight;
        if (rest < 0) return key;
      }
      return pick(entries)[0];
    },
    shuffled(list) {
      const left = [...list];
      return list.map(() => left.splice(below(left.length), 1)[0] as (typeof list)[number]);
    },
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
    fork: (name) => randomOf(`${start} ${name}`),
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Tommy Ettinger's mulberry32: 32 bits of state, numbers from 0 below 1. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
