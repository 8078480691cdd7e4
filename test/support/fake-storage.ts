import { FakeEvent } from './fake-event.ts';

/** Does an effect and hands its result to the worker that asked for it. */
export type Gate = <T>(effect: () => Promise<T>) => Promise<T>;

type Changes = Record<string, { newValue?: unknown }>;
type Keys = string | readonly string[] | null;

/** A storage area of the browser, in memory. As a browser does, it keeps values as copies and tells of its changes. */
export class FakeStorageArea {
  readonly values = new Map<string, unknown>();
  /** The content after each change of it. */
  readonly moments: ReadonlyMap<string, unknown>[] = [];
  readonly onChanged = new FakeEvent<(changes: Changes) => void>();
  /** Waited for before a value that was read reaches the reader. */
  beforeReadIsKnown: (value: unknown) => Promise<void> = async () => {};
  readonly #gate: Gate;

  /** Everything that is done to the area goes through the gate. */
  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** As an area of `browser.storage`. */
  readonly api = {
    get: (keys: Keys) =>
      this.#gate(async () => {
        const found = this.#entries(keys);
        for (const [, value] of found) await this.beforeReadIsKnown(value);
        return structuredClone(Object.fromEntries(found));
      }),
    set: (values: Record<string, unknown>) =>
      this.#gate(async () => {
        for (const [key, value] of Object.entries(values)) this.values.set(key, copyOf(value));
        this.#tell(Object.keys(values));
      }),
    remove: (keys: string | readonly string[]) =>
      this.#gate(async () => {
        for (const key of [keys].flat()) this.values.delete(key);
        this.#tell([keys].flat());
      }),
    onChanged: this.onChanged,
  };

  reset(): void {
    this.values.clear();
    this.moments.length = 0;
    this.beforeReadIsKnown = async () => {};
  }

  #entries(keys: Keys): readonly (readonly [string, unknown])[] {
    if (keys === null) return [...this.values];
    return [keys].flat().flatMap((key) => (this.values.has(key) ? [[key, this.values.get(key)] as const] : []));
  }

  #tell(keys: readonly string[]): void {
    this.moments.push(new Map(this.values));
    const changes = keys.map((key) => [key, this.values.has(key) ? { newValue: this.values.get(key) } : {}]);
    this.onChanged.fire(Object.fromEntries(changes));
  }
}

/** What does not survive JSON does not survive a storage area either. */
const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
