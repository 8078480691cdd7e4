import { vi } from 'vitest';
import type { FakeBrowser } from './fake-browser.ts';
import type { Gate } from './fake-storage.ts';

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
export function begin(browser: FakeBrowser, death?: Death): Life {
  const life = new Life(death);
  const own = `${lives++}:`;
  browser.gate = life.gate;
  const { locks } = realNavigator;
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string, ...rest: [LockGrantedCallback<unknown>]) => locks.request(own + name, ...rest),
      query: async () => {
        const { held: raw = [] } = await locks.query();
        return {
          held: raw.flatMap(({ name }) => (name?.startsWith(own) ? [{ name: name.slice(own.length) }] : [])),
        };
      },
    },
  });
  return life;
}

/** Lets a worker, which is yet to start, act in a life of its own: to its end, or until it dies. */
export async function live(browser: FakeBrowser, act: () => Promise<unknown>, death?: Death) {
  const life = begin(browser, death);
  const isDead = await Promise.race([act().then(() => false), life.ended.then(() => true)]);
  await turn();
  return { isDead, effects: life.effects };
}

export const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * A worker that ended must not go on when one of its timers would have run out: none runs out, and time passes only when a test
 * says so.
 */
export function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
}

export const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** Milliseconds after which a write that nothing is to be seen of cannot arrive any more. */
export const ARRIVAL_WINDOW_MS = 3 * 60_000;

/** Milliseconds; a cell starts several workers, a matrix many. */
export const MATRIX_PATIENCE_MS = 300_000;

/** Lets the workers go on until it holds; every now and then they are asked, as a page does. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  ask: () => unknown = () => undefined,
): Promise<void> {
  const deadline = performance.now() + MATRIX_PATIENCE_MS;
  for (let turns = 0; !(await holds()); turns += 1) {
    if (performance.now() > deadline) throw new Error(`It never comes to ${holds}`);
    if (turns % 1_000 === 0) await ask();
    await turn();
  }
}

const realNavigator = globalThis.navigator;

type Idb = typeof import('idb');

/** `idb`, whose databases belong to the life that opened them. */
export function mortalIdb(browser: FakeBrowser, real: Idb): Idb {
  const openDB: Idb['openDB'] = async (...args) => {
    const { gate } = browser;
    return mortal(await gate(() => real.openDB(...args)), gate);
  };
  return { ...real, openDB };
}

/** A database whose every step is an effect of the life that opened it. */
function mortal<T extends object>(target: T, gate: Gate): T {
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
