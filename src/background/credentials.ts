import { type DBSchema, openDB } from 'idb';
import * as z from 'zod/mini';
import type { OpentheboxCredentials } from '../openthebox/token.ts';
import { demandOwn, managedSettings } from './managed/managed.ts';

/**
 * The credentials, in the extension origin's IndexedDB, encrypted with AES-GCM under a key that cannot be exported. Only
 * the worker reads them; they are in no storage area, message, log or error.
 */
export type CredentialStore<T> = {
  read(): Promise<T | undefined>;
  write(value: T | undefined): Promise<void>;
};

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };

interface Vault extends DBSchema {
  keys: { key: 'seal'; value: CryptoKey };
  credentials: { key: string; value: Sealed };
}

const open = () =>
  openDB<Vault>('credentials', 1, {
    upgrade(database) {
      database.createObjectStore('keys');
      database.createObjectStore('credentials');
    },
  });

/** Bytes of an AES-GCM nonce, as NIST SP 800-38D recommends. */
const NONCE_LENGTH = 12;

async function sealingKey(database: Awaited<ReturnType<typeof open>>): Promise<CryptoKey> {
  const known = await database.get('keys', 'seal');
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another call may have stored one meanwhile: the first stays, or what it sealed could not be opened.
  const transaction = database.transaction('keys', 'readwrite');
  const first = await transaction.store.get('seal');
  if (!first) await transaction.store.put(fresh, 'seal');
  await transaction.done;
  return first ?? fresh;
}

function credentialStore<T>(name: string, schema: z.ZodMiniType<T>): CredentialStore<T> {
  return {
    async read() {
      const database = await open();
      try {
        const stored = await database.get('credentials', name);
        if (!stored) return undefined;
        const key = await sealingKey(database);
        const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: stored.iv }, key, stored.sealed);
        return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      } finally {
        database.close();
      }
    },
    async write(value) {
      const database = await open();
      try {
        if (value === undefined) {
          await database.delete('credentials', name);
          return;
        }
        const key = await sealingKey(database);
        const iv = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        await database.put(
          'credentials',
          { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) },
          name,
        );
      } finally {
        database.close();
      }
    },
  };
}

const OpentheboxCredentialsSchema: z.ZodMiniType<OpentheboxCredentials> = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
});

/** What is kept for AdminPulse: the key, and what Connect learnt of it. */
const AdminpulseCredentials = z.object({
  apiKey: z.string(),
  /** The name of the office, for the options page. */
  label: z.string(),
  mayWrite: z.optional(z.boolean()),
});

/** The administrator's credentials where there are some, and then no others can be stored. */
function managedFirst<T>(store: CredentialStore<T>, managed: () => Promise<T | undefined>): CredentialStore<T> {
  return {
    read: async () => (await managed()) ?? (await store.read()),
    async write(value) {
      demandOwn(value !== undefined && (await managed()) !== undefined);
      await store.write(value);
    },
  };
}

export const opentheboxCredentials = managedFirst(
  credentialStore('openthebox', OpentheboxCredentialsSchema),
  async () => (await managedSettings()).openthebox,
);
export const adminpulseCredentials = managedFirst(
  credentialStore('adminpulse', AdminpulseCredentials),
  async (): Promise<z.infer<typeof AdminpulseCredentials> | undefined> => {
    const { adminpulse } = await managedSettings();
    return adminpulse && { ...adminpulse, label: '' };
  },
);
