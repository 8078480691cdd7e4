import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

/** A database in the extension origin's IndexedDB, which no content script can read. */
export type Database<Schema extends DBSchema> = {
  /** Runs a task on a connection of its own. */
  use<T>(task: (connection: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /** A connection that stays open as long as the worker lives: for what takes less time than opening one. */
  connection(): Promise<IDBPDatabase<Schema>>;
};

export function database<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): Database<Schema> {
  let lasting: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => {
    lasting = undefined;
  };

  /** Where a connection of an older version is open, this waits: that one closes as soon as its task is done. */
  function open(onEnd = () => {}): Promise<IDBPDatabase<Schema>> {
    const opening = openDB<Schema>(name, version, {
      upgrade,
      blocking() {
        onEnd();
        void opening.then((connection) => connection.close());
      },
      // The browser closed it: the user cleared the site's data, or the disk failed.
      terminated: onEnd,
    });
    return opening;
  }

  return {
    async use(task) {
      const connection = await open();
      try {
        return await task(connection);
      } finally {
        connection.close();
      }
    },
    connection() {
      if (!lasting) {
        lasting = open(forget);
        lasting.catch(forget);
      }
      return lasting;
    },
  };
}
