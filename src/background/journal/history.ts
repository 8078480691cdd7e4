import { entryGone } from '../../api/errors.ts';
import type { Field } from '../../company/company.ts';
import type { ChangeOutcome, HistoryEntry, HistoryField, HistoryPart, UndoOutcome } from '../../messages/index.ts';
import { notifyPages } from '../relations/notify-pages.ts';
import type { Services } from '../services.ts';
import { type Entry, type EntryState, newChangeId } from './entry.ts';
import { entriesBefore, forgetBefore, getEntry } from './store.ts';
import { undo } from './undo.ts';

const OUTCOMES: Readonly<Record<EntryState, ChangeOutcome>> = {
  planned: 'underWay',
  sent: 'underWay',
  answered: 'underWay',
  verified: 'verified',
  notSent: 'notSent',
  refused: 'refused',
  unsettled: 'unsettled',
};

/** A part of the history, newest first. */
export async function historyPart(after: string | undefined, limit: number): Promise<HistoryPart> {
  const entries = await entriesBefore(after, limit);
  const last = entries.length < limit ? undefined : entries.at(-1)?.id;
  return { entries: entries.map(toView), ...(last && { next: last }) };
}

/** An entry without its raw values and what only the worker needs. */
function toView({ id, at, who, kind, relation, enterpriseNumber, retrievedAt, fields, state }: Entry): HistoryEntry {
  return {
    id,
    at,
    who,
    kind,
    relation,
    enterpriseNumber,
    ...(retrievedAt && { retrievedAt }),
    fields: fields.map(({ heldBefore: _, heldAfter: __, ...field }): HistoryField => field),
    outcome: OUTCOMES[state],
  };
}

/** Forgets what is older than so many calendar months. */
export function prune(months: number, now: number): Promise<void> {
  const oldest = new Date(now);
  oldest.setUTCMonth(oldest.getUTCMonth() - months);
  return forgetBefore(oldest.toISOString());
}

/** Throws `entryGone`; else what a write throws. */
export async function undoInHistory(
  services: Services,
  entryId: string,
  fields: readonly Field[],
): Promise<UndoOutcome> {
  const left = await getEntry(entryId);
  if (!left) throw entryGone();
  const outcome = await undo(services, left, fields, newChangeId(Date.now()));
  await notifyPages({ relationCode: left.relation.code, enterpriseNumber: left.enterpriseNumber });
  return outcome;
}
