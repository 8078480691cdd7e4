import { vi } from 'vitest';
import type { Gate, World } from './world.ts';

/** Where a life ends: before its nth effect is done, or after it, before its result is known. */
export type Death = { readonly effect: number; readonly when: 'before' | 'after' };

/**
 * One life of the worker. It ends at an effect on the world, as a browser ends a worker: what was done is done, nothing that it
 * waits for ever arrives, nothing more is done, and its locks are free.
 */
export class Life {
  /** Effects so far. */
  effects = 0;
  readonly ended: Promise<void>;
  readonly #death: Death | undefined;
  #isOver = false;
  #tellEnd: () => void = () => {};

  constructor(death?: Death) {
    this.#death = death;
    this.ended = new Promise((resolve) => {
      this.#tellEnd = resolve;
    });
  }

  end(): void {
    this.#isOver = true;
    this.#tellEnd();
  }

  readonly gate: Gate = async (effect) => {
    const index = this.effects++;
    this.#dieAt(index, 'before');
    if (this.#isOver) return forever();
    const result = await effect();
    this.#dieAt(index, 'after');
    return this.#isOver ? forever() : result;
  };

  #dieAt(effect: number, when: Death['when']): void {
    if (effect === this.#death?.effect && when === this.#death.when) this.end();
  }
}

const forever = () => new Promise<never>(() => {});

let lives = 0;

/** Begins a life in the world: its effects and locks are this life's from now on. */
export function begin(world: World, death?: Death): Life {
  const life = new Life(death);
  const own = `${lives++}:`;
  world.gate = life.gate;
  const { locks } = realNavigator;
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string, ...rest: [LockGrantedCallback<unknown>]) => locks.request(own + name, ...rest),
      query: async () => {
        const { held = [] } = await locks.query();
        return {
          held: held.flatMap(({ name }) => (name?.startsWith(own) ? [{ name: name.slice(own.length) }] : [])),
        };
      },
    },
  });
  return life;
}

const realNavigator = globalThis.navigator;

/** A database whose every step is an effect of the life that opened it. */
export function mortal<T extends object>(target: T, gate: Gate): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (value instanceof Promise) return gate(() => value);
      if (typeof value === 'function') {
        return (...args: unknown[]) => {
          const call = () => Reflect.apply(value, target, args);
          if (STEPS.has(String(key))) return gate(async () => alive(await call(), gate));
          return alive(call(), gate);
        };
      }
      return PARTS.has(String(key)) ? alive(value, gate) : value;
    },
  });
}

/** Methods that ask the database for something, and properties that lead to it. */
const STEPS = new Set([
  'get',
  'getAll',
  'getAllFromIndex',
  'getAllKeys',
  'put',
  'add',
  'delete',
  'clear',
  'count',
  'openCursor',
  'continue',
]);
const PARTS = new Set(['store']);

function alive(value: unknown, gate: Gate): unknown {
  const parts = [IDBTransaction, IDBObjectStore, IDBIndex, IDBCursor];
  return parts.some((part) => value instanceof part) ? mortal(value as object, gate) : value;
}
