import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { sameJson } from '../../api/same-json.ts';
import type { Field, FieldChange, ISODateTime, Value } from '../../company/company.ts';

/** A difference that the user decided on: the relation keeps its value though openthebox proposed this one. */
type Kept = {
  readonly relation: string;
  readonly field: Field;
  readonly proposed: Value | undefined;
  readonly at: ISODateTime;
};

/** In the extension origin's IndexedDB, for it holds values of clients. */
interface Decisions extends DBSchema {
  kept: { key: [relation: string, field: Field]; value: Kept; indexes: { relation: string } };
}

async function withDecisions<T>(task: (database: IDBPDatabase<Decisions>) => Promise<T>): Promise<T> {
  const database = await openDB<Decisions>('kept', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('kept', { keyPath: ['relation', 'field'] }).createIndex('relation', 'relation');
    },
  });
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

export const keep = (relation: string, { field, proposed }: FieldChange, at: ISODateTime): Promise<unknown> =>
  withDecisions((database) => database.put('kept', { relation, field, proposed, at }));

export const revoke = (relation: string, field: Field): Promise<void> =>
  withDecisions((database) => database.delete('kept', [relation, field]));

/** The rows with those marked that the user keeps; a decision about another proposal than today's is forgotten. */
export function withKept(relation: string, changes: readonly FieldChange[]): Promise<FieldChange[]> {
  return withDecisions(async (database) => {
    const decisions = await database.getAllFromIndex('kept', 'relation', relation);
    const isKept = ({ field, proposed }: FieldChange) =>
      decisions.some((kept) => kept.field === field && sameJson(kept.proposed, proposed));
    for (const { field, proposed } of decisions) {
      const row = changes.find((change) => change.field === field);
      if (row?.proposed !== undefined && !sameJson(row.proposed, proposed))
        await database.delete('kept', [relation, field]);
    }
    return changes.map((change) => (isKept(change) ? { ...change, kept: true } : change));
  });
}
