import { type RawValue, readRawValue } from '../../adminpulse/raw-value.ts';
import { addedItems, containsItems, rawValueWithout, restoreRelation } from '../../adminpulse/restore.ts';
import type { Field, Link, Value } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { hasLink } from '../../company/links/parties.ts';
import type { UndoOutcome } from '../../messages/index.ts';
import { sameJson } from '../../schema/json-path.ts';
import { withRelationLock } from '../platform/locks.ts';
import { loadRelation } from '../relations/load-relation.ts';
import type { ReadRelation } from '../relations/relation.ts';
import type { Services } from '../services.ts';
import type { Entry, EntryField } from './entry.ts';
import { fieldBefore, relationOf } from './planned-fields.ts';
import { journaled, write } from './write.ts';

type UndoneField = UndoOutcome['fields'][number];

/**
 * Puts back what fields raw before a write, by a write of its own (`change`), where the relation still holds exactly what
 * was read after that write. Says of each field what became of it. Throws what a write throws.
 */
export function undo(services: Services, entry: Entry, fields: readonly Field[], change: string): Promise<UndoOutcome> {
  // Nobody knows a way to take back a new relation.
  if (entry.kind === 'create')
    return Promise.resolve({ fields: fields.map((field) => ({ field, result: 'notCleared' })) });
  return withRelationLock(entry.relation.code, async () => {
    const number = entry.enterpriseNumber as EnterpriseNumber;
    const relation = await loadRelation(services, entry.relation.code, number);

    const asked = entry.fields.filter(({ field }) => fields.includes(field));
    const ours = asked.filter((field) => mayBeUndone(field) && stillHolds(field, relation));
    const previous = ours.map((field) => ({ field: field.field, raw: previousOf(field, relation) }));
    const { body, notRestorable } = restoreRelation(relation.raw, relation.readings, previous);
    const written = ours.filter(({ field }) => !notRestorable.includes(field));
    const leftOut = asked
      .filter((field) => !written.includes(field))
      .map(({ field }): UndoneField => ({ field, result: notRestorable.includes(field) ? 'notCleared' : 'leftAlone' }));
    if (written.length === 0) return { fields: leftOut };

    const step = {
      kind: 'undo',
      relation: relationOf(relation),
      enterpriseNumber: number,
      undoes: entry.id,
      leftOut,
      fields: written.map((field) => fieldBefore(field.field, relation, valueBefore(field, relation))),
    } as const;
    return journaled(change, [step], async ([planned]) => {
      if (!planned) return { fields: leftOut };
      const send = () => services.adminpulse.update(relation.raw, body);
      const { entry: done } = await write(services, relation.profile, planned, send);
      return undoOutcome(done);
    });
  });
}

/** What became of each field, from the entry of an undo that was verified. */
export function undoOutcome({ fields, leftOut = [] }: Entry): UndoOutcome {
  const tried = fields.map((field): UndoneField => ({ field: field.field, result: resultOf(field) }));
  return { fields: [...tried, ...leftOut] };
}

function resultOf({ result, after }: EntryField): UndoneField['result'] {
  if (result === 'written') return 'undone';
  return result === 'partly' || (result === 'kept' && after === undefined) ? 'notCleared' : 'kept';
}

/** Whether something was written that can be put back. */
function mayBeUndone({ result, undone }: EntryField): boolean {
  return !undone && (result === 'written' || result === 'partly');
}

function stillHolds(field: EntryField, relation: ReadRelation): boolean {
  const raw = rawValueIn(relation, field.field);
  // Others may have been added since: the added ones are what counts.
  if (field.field === 'linkedRelations') return containsItems(raw, addedItems(field.heldBefore, field.heldAfter));
  return raw !== undefined && field.heldAfter !== undefined && sameJson(raw, field.heldAfter);
}

/** What the field is to hold again. Of links, exactly those that were added are taken out. */
function previousOf({ field, heldBefore, heldAfter }: EntryField, relation: ReadRelation): RawValue | undefined {
  if (field !== 'linkedRelations') return heldBefore;
  return rawValueWithout(rawValueIn(relation, field), addedItems(heldBefore, heldAfter));
}

function valueBefore({ field, before, after }: EntryField, { readings }: ReadRelation): Value | undefined {
  if (field !== 'linkedRelations') return before;
  const added = (after as readonly Link[]).filter((link) => !hasLink((before ?? []) as readonly Link[], link));
  return ((readings[field]?.value ?? []) as readonly Link[]).filter((link) => !hasLink(added, link));
}

function rawValueIn({ raw, readings }: ReadRelation, field: Field): RawValue | undefined {
  const reading = readings[field];
  return reading && readRawValue(field, raw, reading);
}
