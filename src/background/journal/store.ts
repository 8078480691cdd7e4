import type { DBSchema } from 'idb';
import { database } from '../platform/database.ts';
import { type Entry, type EntryState, UNDER_WAY } from './entry.ts';

/** It holds values of clients. */
interface Journal extends DBSchema {
  entries: { key: string; value: Entry; indexes: { state: EntryState } };
}

/** What is announced has to be on the disk before it is done. */
const ON_DISK = { durability: 'strict' } as const;

const { use: withJournal } = database<Journal>('journal', 1, (fresh) => {
  fresh.createObjectStore('entries', { keyPath: 'id' }).createIndex('state', 'state');
});

/** The entries of a change, in the order of their steps. */
const idsOf = (change: string) => IDBKeyRange.bound(`${change}.`, `${change}.\uffff`);

/** The id of a step; they sort up to 10,000. */
const stepId = (change: string, index: number) => `${change}.${String(index).padStart(4, '0')}`;

/** Adds steps to a change, all or none. */
export function addEntries(change: string, entries: readonly Omit<Entry, 'id' | 'change'>[]): Promise<Entry[]> {
  return withJournal(async (connection) => {
    const transaction = connection.transaction('entries', 'readwrite', ON_DISK);
    const first = await transaction.store.count(idsOf(change));
    const added = entries.map((entry, index) => ({ ...entry, change, id: stepId(change, first + index) }));
    for (const entry of added) await transaction.store.add(entry);
    await transaction.done;
    return added;
  });
}

/** Keeps an entry's new state, and with an undo that was verified what it undid. */
export function keepEntry(entry: Entry): Promise<Entry> {
  return withJournal(async (connection) => {
    const transaction = connection.transaction('entries', 'readwrite', ON_DISK);
    await transaction.store.put(entry);
    const undone = entry.undoes && entry.state === 'verified' ? await transaction.store.get(entry.undoes) : undefined;
    if (undone) await transaction.store.put(withUndone(undone, entry));
    await transaction.done;
    return entry;
  });
}

function withUndone(entry: Entry, undo: Entry): Entry {
  const putBack = undo.fields.filter(({ result }) => result === 'written').map(({ field }) => field);
  const fields = entry.fields.map((field) => (putBack.includes(field.field) ? { ...field, undone: true } : field));
  return { ...entry, fields };
}

export const getEntry = (id: string): Promise<Entry | undefined> =>
  withJournal((connection) => connection.get('entries', id));

export const entriesOf = (change: string): Promise<Entry[]> =>
  withJournal((connection) => connection.getAll('entries', idsOf(change)));

export const entriesIn = (states: readonly EntryState[]): Promise<Entry[]> =>
  withJournal(async (connection) =>
    (await Promise.all(states.map((state) => connection.getAllFromIndex('entries', 'state', state)))).flat(),
  );

/** At most `limit` entries before the one named, newest first. */
export function entriesBefore(id: string | undefined, limit: number): Promise<Entry[]> {
  return withJournal(async (connection) => {
    const range = id === undefined ? undefined : IDBKeyRange.upperBound(id, true);
    const entries: Entry[] = [];
    let cursor = await connection.transaction('entries').store.openCursor(range, 'prev');
    while (cursor && entries.length < limit) {
      entries.push(cursor.value);
      cursor = await cursor.continue();
    }
    return entries;
  });
}

/** Forgets all that was planned before this instant. */
export const forgetBefore = (instant: string): Promise<void> =>
  withJournal((connection) => connection.delete('entries', IDBKeyRange.upperBound(instant, true)));

/** Forgets everything but what is under way: that has yet to be settled. */
export function forgetAll(): Promise<void> {
  return withJournal(async (connection) => {
    const transaction = connection.transaction('entries', 'readwrite');
    const index = transaction.store.index('state');
    const underWay = await Promise.all(UNDER_WAY.map((state) => index.getAll(state)));
    await transaction.store.clear();
    for (const entry of underWay.flat()) await transaction.store.put(entry);
    await transaction.done;
  });
}
