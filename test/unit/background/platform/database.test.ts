import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { type DBSchema, deleteDB, type IDBPDatabase, openDB, unwrap } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import { database } from '../../../../src/background/platform/database.ts';

interface Notes extends DBSchema {
  notes: { key: string; value: string };
}

const notes = (version = 1) =>
  database<Notes>('notes', version, (fresh, from) => {
    if (from < 1) fresh.createObjectStore('notes');
  });
const read = (connection: IDBPDatabase<Notes>) => connection.get('notes', 'first');

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await notes().use((connection) => connection.put('notes', 'kept', 'first'));
});

it('a connection of its own is closed when its task is done, also when that fails', async () => {
  const failed = notes().use(() => Promise.reject(new Error('no')));
  await expect(failed).rejects.toThrow('no');
  // A newer version would wait for one that is open and does not give way.
  const newer = await openDB('notes', 2);
  expect(newer.version).toBe(2);
});

it('the lasting connection is opened once', async () => {
  const { connection } = notes();
  const [one, other] = await Promise.all([connection(), connection()]);
  expect(one).toBe(other);
  expect(await connection()).toBe(one);
});

it('the lasting connection gives way to a newer version', async () => {
  await notes().connection();
  expect(await notes(2).use(read)).toBe('kept');
});

it('a newer version waits for a connection that is still open', async () => {
  const old = await openDB<Notes>('notes', 1);
  const waiting = notes(2).use(read);
  expect(await read(old)).toBe('kept');
  old.close();
  expect(await waiting).toBe('kept');
});

it('the lasting connection is opened anew after the browser closed it', async () => {
  const { connection } = notes();
  forceCloseDatabase(unwrap(await connection()) as never);
  expect(await read(await connection())).toBe('kept');
});

it('the lasting connection is opened anew after it could not be opened', async () => {
  (await openDB('notes', 2)).close();
  const { connection } = notes();
  await expect(connection()).rejects.toThrow('version');
  await deleteDB('notes');
  expect(await read(await connection())).toBeUndefined();
});
