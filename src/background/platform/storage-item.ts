import browser, { type Storage } from 'webextension-polyfill';
import type * as z from 'zod/mini';

/** One declared thing in a storage area: its key is written nowhere else, and what is read is parsed. */
export type StorageItem<T> = {
  read(): Promise<T | undefined>;
  /** Undefined removes it. */
  write(value: T | undefined): Promise<void>;
};

/** A value that does not parse (an older version's, a damaged one) is no value. */
export function storageItem<T>(area: 'session' | 'local', key: string, schema: z.ZodMiniType<T>): StorageItem<T> {
  // The area is looked up at each call: in a page without the permission it would not be there at load.
  const storage = (): Storage.StorageArea => browser.storage[area];
  return {
    async read() {
      const stored = (await storage().get(key))[key];
      return schema.safeParse(stored).data;
    },
    async write(value) {
      if (value === undefined) await storage().remove(key);
      else await storage().set({ [key]: value });
    },
  };
}
