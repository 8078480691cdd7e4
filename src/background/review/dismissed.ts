import type { DBSchema } from 'idb';
import type { Field, FieldChange, ISODateTime, Value } from '../../company/company.ts';
import { sameJson } from '../../schema/json-path.ts';
import { database } from '../platform/database.ts';
import { tryWithReviewLock } from '../platform/locks.ts';
import { reviews, setState } from './store.ts';

/** A difference that the user decided on: the relation keeps its value though openthebox proposed this one. */
type Dismissed = {
  readonly relation: string;
  readonly field: Field;
  readonly proposed: Value | undefined;
  readonly at: ISODateTime;
};

/** They hold values of clients. */
interface Decisions extends DBSchema {
  kept: { key: [relation: string, field: Field]; value: Dismissed; indexes: { relation: string } };
}

const { use: withDecisions } = database<Decisions>('kept', 1, (fresh) => {
  fresh.createObjectStore('kept', { keyPath: ['relation', 'field'] }).createIndex('relation', 'relation');
});

/** Notes that this difference stays. */
const dismiss = (relation: string, { field, proposed }: FieldChange, at: ISODateTime): Promise<unknown> =>
  withDecisions((connection) => connection.put('kept', { relation, field, proposed, at }));

/** Takes the decision back. */
const undismiss = (relation: string, field: Field): Promise<void> =>
  withDecisions((connection) => connection.delete('kept', [relation, field]));

/** The rows with those marked that the user keeps; a decision about another proposal than today's is forgotten. */
export function withDismissed(relation: string, changes: readonly FieldChange[]): Promise<FieldChange[]> {
  return withDecisions(async (connection) => {
    const decisions = await connection.getAllFromIndex('kept', 'relation', relation);
    const isKept = ({ field, proposed }: FieldChange) =>
      decisions.some((kept) => kept.field === field && sameJson(kept.proposed, proposed));
    for (const { field, proposed } of decisions) {
      const row = changes.find((change) => change.field === field);
      if (row?.proposed !== undefined && !sameJson(row.proposed, proposed))
        await connection.delete('kept', [relation, field]);
    }
    return changes.map((change) => (isKept(change) ? { ...change, kept: true } : change));
  });
}

/** Decides that a difference stays, or takes that back. Throws `reviewGone`. */
export async function keepMine(id: string, field: Field, keep: boolean): Promise<void> {
  await tryWithReviewLock(id, async () => {
    const review = await reviews.known(id);
    const change = review.phase === 'ready' ? review.changes.find((row) => row.field === field) : undefined;
    if (review.phase !== 'ready' || !change) return;
    const { code } = review.relation;
    if (keep) await dismiss(code, change, new Date().toISOString());
    else await undismiss(code, field);
    const changes = review.changes.map((row) => (row === change ? { ...row, kept: keep } : row));
    await setState(review, { ...review, changes });
  });
}
