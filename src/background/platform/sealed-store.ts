import type { DBSchema, IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { database } from './database.ts';
import { withLock } from './locks.ts';
import { storageItem } from './storage-item.ts';

/** A secret that is kept: until it is forgotten, or (`untilClosed`) until the browser closes. */
export type SealedStore<T> = {
  /** Undefined also for what is damaged or was kept until the browser closed: it has to be given anew. */
  read(): Promise<T | undefined>;
  /** Undefined removes it. */
  write(value: T | undefined): Promise<void>;
};

type Sealed = {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
  readonly untilClosed: boolean;
};

interface Vault extends DBSchema {
  keys: { key: 'seal'; value: CryptoKey };
  credentials: { key: string; value: Sealed };
}

const { use: withVault } = database<Vault>('credentials', 1, (fresh) => {
  fresh.createObjectStore('keys');
  fresh.createObjectStore('credentials');
});

/** Bytes of an AES-GCM nonce, as NIST SP 800-38D recommends. */
const NONCE_LENGTH = 12;
const KEY_LENGTH = 32;
const USAGES: readonly KeyUsage[] = ['encrypt', 'decrypt'];

/** The key that stays with the profile. It cannot be exported, so that nothing but this worker opens what it sealed. */
async function lastingKey(vault: IDBPDatabase<Vault>): Promise<CryptoKey> {
  const known = await vault.get('keys', 'seal');
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: KEY_LENGTH * 8 }, false, [...USAGES]);
  // Another call may have stored one meanwhile: the first stays, or what it sealed could not be opened.
  const transaction = vault.transaction('keys', 'readwrite');
  const first = await transaction.store.get('seal');
  if (!first) await transaction.store.put(fresh, 'seal');
  await transaction.done;
  return first ?? fresh;
}

/** In memory only: when the browser closes, what it sealed can be opened by nobody. Alone it opens nothing. */
const memoryKeyItem = storageItem('session', 'sealing-key', z.array(z.number()).check(z.length(KEY_LENGTH)));

const imported = (bytes: readonly number[]) =>
  crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, [...USAGES]);

async function memoryKey(): Promise<CryptoKey | undefined> {
  const bytes = await memoryKeyItem.read();
  return bytes && imported(bytes);
}

/** The one of this session, made where there is none yet; two calls at once get the same. */
const memoryKeyOrNew = (): Promise<CryptoKey> =>
  withLock('sealing-key', async () => {
    const bytes = (await memoryKeyItem.read()) ?? [...crypto.getRandomValues(new Uint8Array(KEY_LENGTH))];
    await memoryKeyItem.write(bytes);
    return imported(bytes);
  });

/**
 * Keeps one secret in the extension origin's IndexedDB, encrypted with AES-GCM. A value with `untilClosed` is sealed under a
 * key that is in memory only.
 */
export function sealedStore<T extends { readonly untilClosed?: boolean | undefined }>(
  name: string,
  schema: z.ZodMiniType<T>,
): SealedStore<T> {
  return {
    read: () =>
      withVault(async (vault) => {
        const stored = await vault.get('credentials', name);
        if (!stored) return undefined;
        const key = stored.untilClosed ? await memoryKey() : await lastingKey(vault);
        const value = key && (await opened(stored, key, schema));
        if (value === undefined) await vault.delete('credentials', name);
        return value;
      }),
    write: (value) =>
      withVault(async (vault) => {
        if (value === undefined) return vault.delete('credentials', name);
        const untilClosed = value.untilClosed === true;
        const key = untilClosed ? await memoryKeyOrNew() : await lastingKey(vault);
        const iv = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes);
        await vault.put('credentials', { iv, sealed, untilClosed }, name);
      }),
  };
}

/** Undefined for what was sealed under another key, or is damaged. */
async function opened<T>({ iv, sealed }: Sealed, key: CryptoKey, schema: z.ZodMiniType<T>): Promise<T | undefined> {
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch (error) {
    // The browser opens only what this key sealed, and what is damaged is no JSON.
    if (error instanceof DOMException || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
