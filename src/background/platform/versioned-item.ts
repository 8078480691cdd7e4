import * as z from 'zod/mini';
import { type StorageItem, storageItem } from './storage-item.ts';

/** Takes what an earlier version stored one version further; `version` itself is raised by the caller. */
type Migration = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

type Declared<T> = {
  readonly key: string;
  /** From 1; stored in the value as `version`. */
  readonly version: number;
  /** Of the whole value, `version` included. */
  readonly schema: z.ZodMiniType<T>;
  /** By the version that they lead to: `2` takes what version 1 stored. */
  readonly migrations?: Readonly<Record<number, Migration>>;
};

/** Why what is stored cannot be read: by a later version of the extension, or damaged. */
type Unreadable = 'newer' | 'broken';

export type VersionedItem<T> = StorageItem<T> & {
  /** Undefined where what is stored can be read, or nothing is. */
  unreadable(): Promise<Unreadable | undefined>;
};

/** Where a value that could not be read is kept when another takes its place, for whoever wants it back. */
const asideKey = (key: string) => `${key}:set-aside`;

/**
 * One declared thing in `storage.local` that outlives updates of the extension. What an earlier version stored is migrated;
 * what a later version stored, or what is damaged, is no value, stays as it is, and is set aside when it is written over.
 */
export function versionedItem<T>({ key, version, schema, migrations = {} }: Declared<T>): VersionedItem<T> {
  const item = storageItem('local', key, z.unknown());
  const aside = storageItem('local', asideKey(key), z.unknown());

  function read(stored: unknown): { readonly value: T; readonly migrated: boolean } | Unreadable {
    const head = z.safeParse(z.looseObject({ version: z.number() }), stored).data;
    if (!head) return 'broken';
    if (head.version > version) return 'newer';
    const { success, data } = schema.safeParse(migrated(head));
    return success ? { value: data, migrated: head.version < version } : 'broken';
  }

  /** Without a migration on the way it stays of its version, which the schema refuses. */
  function migrated(stored: Readonly<Record<string, unknown>> & { readonly version: number }): unknown {
    const next = stored.version + 1;
    const migrate = next <= version ? migrations[next] : undefined;
    return migrate ? migrated({ ...migrate(stored), version: next }) : stored;
  }

  return {
    async read() {
      const stored = await item.read();
      const now = stored === undefined ? 'broken' : read(stored);
      if (typeof now === 'string') return undefined;
      if (now.migrated) await item.write(now.value);
      return now.value;
    },
    async unreadable() {
      const stored = await item.read();
      const now = stored === undefined ? undefined : read(stored);
      return typeof now === 'string' ? now : undefined;
    },
    async write(value) {
      const stored = await item.read();
      if (stored !== undefined && typeof read(stored) === 'string') await aside.write(stored);
      await item.write(value);
    },
  };
}
