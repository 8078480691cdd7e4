import { type Concept, KEY_LANGUAGES, KEY_WORDS, type KeyLanguage } from './key-words.ts';
import type { Random } from './random.ts';

export const CASINGS = ['camelCase', 'snake_case', 'PascalCase'] as const;
export type Casing = (typeof CASINGS)[number];

/** How a service names its keys. */
export type Naming = {
  readonly language: KeyLanguage;
  readonly casing: Casing;
  /** The share of keys that say nothing (`f17`, `x_ab`), 0 to 1. */
  readonly nonsense: number;
  /** The share of keys in a language of their own, 0 to 1. */
  readonly foreign: number;
};

/** Gives a concept its key in one object, in which no two keys are equal. `suffix`: a word that comes behind it. */
export type KeysOf = (concept: Concept, suffix?: string) => string;

/**
 * Names of keys, each object with its own. The same concept in the same kind of object has one name all over a shape.
 * `reserved`: names at the root that are given otherwise.
 */
export function createNaming(
  naming: Naming,
  random: Random,
  reserved: readonly string[] = [],
): (object: string) => KeysOf {
  const used = new Map<string, Map<string, string>>();
  return (object) => {
    const names = used.get(object) ?? new Map<string, string>();
    used.set(object, names);
    return (concept, suffix = '') => {
      const name = `${concept} ${suffix}`;
      const known = names.get(name);
      if (known) return known;
      const taken = new Set([...names.values(), ...(object === 'root' ? reserved : [])]);
      const key = freeKey(naming, random, { object, concept, suffix, taken });
      names.set(name, key);
      return key;
    };
  };
}

function freeKey(naming: Naming, random: Random, { object, concept, suffix, taken }: Wanted): string {
  // With a suffix and without it, a concept has one name: `nameNl`, `nameFr`.
  const ofConcept = random.fork(`key ${object} ${concept}`);
  const own = ofConcept.fork(suffix);
  for (let attempt = 0; ; attempt += 1) {
    const words = wordsOf(naming, ofConcept, concept, suffix, attempt);
    const key = own.chance(naming.nonsense) ? nonsense(own) : words;
    if (!taken.has(key)) return key;
  }
}

type Wanted = {
  readonly object: string;
  readonly concept: Concept;
  readonly suffix: string;
  readonly taken: ReadonlySet<string>;
};

function wordsOf(naming: Naming, random: Random, concept: Concept, suffix: string, attempt: number): string {
  const language = random.chance(naming.foreign) ? random.pick(KEY_LANGUAGES) : naming.language;
  const name = random.pick(KEY_WORDS[concept][language].split(','));
  const number = attempt > 3 ? String(attempt) : '';
  return cased([...name.split(' '), suffix, number].filter(Boolean), naming.casing);
}

function cased(words: readonly string[], casing: Casing): string {
  const plain = words.map((word) =>
    word
      .normalize('NFKD')
      .replace(/ß/g, 'ss')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase(),
  );
  if (casing === 'snake_case') return plain.join('_');
  const capitals = plain.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return casing === 'PascalCase' ? capitals.join('') : [plain[0], ...capitals.slice(1)].join('');
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

function nonsense(random: Random): string {
  const letter = () => random.pick(LETTERS);
  return random.pick([
    () => `${letter()}${1 + random.below(99)}`,
    () => `${letter()}_${letter()}${letter()}`,
    () => `fld${String(random.below(400)).padStart(3, '0')}`,
    () => `${letter()}${letter()}${letter()}`,
  ])();
}
