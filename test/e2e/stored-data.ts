import { readFileSync } from 'node:fs';
import type { Driven } from './browsers.ts';

/** The name of the file says which version of the extension stored it all, in sandbox-made data only. */
const FILE = new URL('../fixtures/stored-by-0.1.0.json', import.meta.url);

/** Milliseconds since it was stored: more than a write may take to arrive, less than an index lives. */
const AGE = 10 * 60_000;
/** Instants further than this from the recording are values of companies, in ms. */
const NEAR = 2 * 24 * 60 * 60_000;

/** A secret as the file has it: what was encrypted, in place of the bytes. */
type Sealed = {
  readonly iv: { readonly length: number };
  readonly sealed: { readonly json: object };
  readonly untilClosed: boolean;
};

/** The key that sealed: a browser makes one of its own, as such a key cannot be exported. */
type Key = { readonly algorithm: AesKeyAlgorithm; readonly extractable: boolean; readonly usages: KeyUsage[] };

type Store = {
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: Readonly<Record<string, IDBIndexParameters & { readonly keyPath: string | string[] }>>;
  /** With their keys where the store has no key path. */
  readonly records: readonly unknown[];
};

/** All that the extension's origin holds. */
export type Stored = {
  readonly recordedAt: string;
  readonly databases: Readonly<
    Record<string, { readonly version: number; readonly stores: Readonly<Record<string, Store>> }>
  >;
  readonly storage: Readonly<Record<'local' | 'session', Readonly<Record<string, unknown>>>>;
};

/** The recording as if it had been made ten minutes ago: nothing in it grows old with the file. */
export function readStored(now = Date.now()): Stored {
  const text = readFileSync(FILE, 'utf8');
  const { recordedAt } = JSON.parse(text) as Stored;
  const start = Date.parse(recordedAt);
  const moved = (instant: number) => (Math.abs(instant - start) < NEAR ? instant + now - AGE - start : instant);
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'number') return moved(value);
    // Ids have instants in them.
    if (typeof value !== 'string') return value;
    return value.replace(/\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z/g, (instant) =>
      new Date(moved(Date.parse(instant))).toISOString(),
    );
  }) as Stored;
}

/** Puts it in place of what the extension stores. No worker may run: its connections would stand in the way. */
export async function store(driven: Driven, { databases, storage }: Stored): Promise<void> {
  const page = await driven.openSilentPage();
  await page.evaluate(putAll, databases, storage);
  await page.close();
}

/** Runs in the browser. */
async function putAll(databases: Stored['databases'], { local, session }: Stored['storage']): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      if ('onblocked' in request) request.onblocked = () => reject(new Error('A connection is open still.'));
    });

  let lasting: CryptoKey | undefined;
  const keyOfSession = () =>
    crypto.subtle.importKey('raw', new Uint8Array(session['sealing-key'] as number[]), 'AES-GCM', false, ['encrypt']);

  async function made({ algorithm, extractable, usages }: Key): Promise<CryptoKey> {
    lasting = (await crypto.subtle.generateKey(algorithm, extractable, usages)) as CryptoKey;
    return lasting;
  }

  async function sealedAnew({ iv: { length }, sealed: { json }, untilClosed }: Sealed) {
    const key = untilClosed ? await keyOfSession() : lasting;
    if (!key) throw new Error('There is no key yet.');
    const iv = crypto.getRandomValues(new Uint8Array(length));
    const bytes = new TextEncoder().encode(JSON.stringify(json));
    return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes), untilClosed };
  }

  async function toStore(value: unknown): Promise<unknown> {
    if (typeof value !== 'object' || value === null) return value;
    if ('algorithm' in value) return made(value as Key);
    return 'sealed' in value ? sealedAnew(value as Sealed) : value;
  }

  for (const [name, { version, stores }] of Object.entries(databases)) {
    await done(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const [storeName, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
        const fresh = opening.result.createObjectStore(storeName, { keyPath, autoIncrement });
        for (const [index, { keyPath: path, ...options }] of Object.entries(indexes))
          fresh.createIndex(index, path, options);
      }
    };
    const database = await done(opening);
    // The key before what it seals.
    for (const [storeName, { keyPath, records }] of Object.entries(stores).toSorted(([a]) => (a === 'keys' ? -1 : 1))) {
      for (const record of records) {
        const { key, value } = keyPath === null ? (record as { key: IDBValidKey; value: unknown }) : { value: record };
        const put = await toStore(value);
        await done(database.transaction(storeName, 'readwrite').objectStore(storeName).put(put, key));
      }
    }
    database.close();
  }
  await chrome.storage.local.clear();
  await chrome.storage.session.clear();
  await chrome.storage.local.set({ ...local });
  await chrome.storage.session.set({ ...session });
}

/** The keys of all that was stored: `journal/entries/…`, `local/preferences`. */
export function keysOf({ databases, storage }: Stored): readonly string[] {
  const inDatabases = Object.entries(databases).flatMap(([name, { stores }]) =>
    Object.entries(stores).flatMap(([storeName, { keyPath, records }]) =>
      records.map((record) => {
        const held = record as Readonly<Record<string, unknown>>;
        return `${name}/${storeName}/${[keyPath ?? 'key'].flat().map((part) => held[part])}`;
      }),
    ),
  );
  const inStorage = Object.entries(storage).flatMap(([area, held]) => Object.keys(held).map((key) => `${area}/${key}`));
  return [...inDatabases, ...inStorage];
}

/** The keys of all that is stored now. */
export async function keysStored(driven: Driven): Promise<readonly string[]> {
  const page = await driven.openSilentPage();
  const keys = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const all = await done(database.transaction(storeName).objectStore(storeName).getAllKeys());
        found.push(...all.map((key) => `${name}/${storeName}/${String(key)}`));
      }
      database.close();
    }
    for (const area of ['local', 'session'] as const) {
      found.push(...Object.keys(await chrome.storage[area].get()).map((key) => `${area}/${key}`));
    }
    return found;
  });
  await page.close();
  return keys;
}
