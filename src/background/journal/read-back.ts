import { heldAt } from '../../adminpulse/held.ts';
import { contextText, type RawRelation } from '../../adminpulse/read-relation.ts';
import type { Value } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { type ReadRelation, readPerson, readRelation, relationCode } from '../review/compare.ts';
import { knownOrLearnt } from '../review/learnt.ts';
import type { Services } from '../services.ts';
import type { Entry, EntryField } from './entry.ts';
import { outcomeOf } from './outcome.ts';

/** A write as AdminPulse shows it: the entry with what became of each field, and the relation that was read for it. */
export type ReadBack = { readonly entry: Entry; readonly relation: ReadRelation };

/**
 * Finds out by reading what became of a write; undefined where the relation that it was to make is not there. How it is
 * found depends on what was written: an update in its relation, a new relation by its number.
 */
export async function readBack(services: Services, entry: Entry): Promise<ReadBack | undefined> {
  const raw = await FIND[entry.kind](services, entry);
  if (!raw) return undefined;
  const known = await knownOrLearnt(services.adminpulse);
  const { enterpriseNumber } = entry;
  const relation = enterpriseNumber
    ? readRelation(raw, enterpriseNumber as EnterpriseNumber, known, Date.now())
    : readPerson(raw, known, Date.now());
  const name = contextText(raw, 'displayName') ?? entry.relation.name;
  return {
    relation,
    entry: {
      ...entry,
      relation: { code: relationCode(raw), name },
      fields: entry.fields.map((field) => found(field, relation)),
    },
  };
}

/**
 * Whether it is settled. A write that AdminPulse answered is, whatever it kept; one whose answer did not come is when
 * something of it is there.
 */
export function isSettledBy(back: ReadBack | undefined): back is ReadBack {
  if (!back) return false;
  const { kind, answeredAt, fields } = back.entry;
  return kind === 'create' || answeredAt !== undefined || fields.some(({ result }) => result !== 'kept');
}

function found(field: EntryField, { raw, readings, company }: ReadRelation): EntryField {
  const reading = readings[field.field];
  const held = reading && heldAt(field.field, raw, reading);
  const result = outcomeOf(field, reading?.value as Value | undefined, company);
  return { ...field, result, ...(held && { heldAfter: held }) };
}

type Find = (services: Services, entry: Entry) => Promise<RawRelation | undefined>;

const itself: Find = ({ adminpulse }, { relation }) => adminpulse.relation(relation.code);

const FIND: Readonly<Record<Entry['kind'], Find>> = {
  update: itself,
  undo: itself,
  create: async (services, entry) => {
    const { adminpulse } = services;
    const { relation, enterpriseNumber } = entry;
    if (relation.code) return adminpulse.relation(relation.code);
    // A person has no number to be found by, and a name is not enough.
    if (!enterpriseNumber) return undefined;
    const [row] = await adminpulse.relationsWithNumber(enterpriseNumber as EnterpriseNumber);
    return row && adminpulse.relation(relationCode(row));
  },
};
