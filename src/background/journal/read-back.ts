import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import { readRawValue } from '../../adminpulse/raw-value.ts';
import { contextText, type RawRelation } from '../../adminpulse/read-relation.ts';
import type { Address, Company, Field, Link, Value } from '../../company/company.ts';
import { compareField } from '../../company/diff.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { linksOutcome } from '../../company/links/parties.ts';
import type { FieldOutcome } from '../../messages/index.ts';
import { sameJson } from '../../schema/json-path.ts';
import { type ReadRelation, readPerson, readRelation, relationCode } from '../relations/relation.ts';
import { relationOrNothing } from '../relations/relation-or-nothing.ts';
import type { Services } from '../services.ts';
import type { Entry, EntryField } from './entry.ts';

/** A write as AdminPulse shows it: the entry with what became of each field, and the relation that was read for it. */
export type ReadBack = { readonly entry: Entry; readonly relation: ReadRelation };

/**
 * Finds out by reading what became of a write; undefined where the relation that it was to make is not there. How it is
 * found depends on what was written: an update in its relation, a new relation by its number.
 */
export async function readBack(
  services: Services,
  profile: OfficeProfile,
  entry: Entry,
): Promise<ReadBack | undefined> {
  const raw = await FIND[entry.kind](services, entry);
  if (!raw) return undefined;
  const { enterpriseNumber } = entry;
  const relation = enterpriseNumber
    ? readRelation(raw, enterpriseNumber as EnterpriseNumber, profile, Date.now())
    : readPerson(raw, profile, Date.now());
  const name = contextText(raw, 'displayName', profile.places) ?? entry.relation.name;
  return {
    relation,
    entry: {
      ...entry,
      relation: { code: relationCode(raw, profile.places), name },
      fields: entry.fields.map((field) => found(field, relation)),
    },
  };
}

/**
 * Whether the write is known to have happened: it is when AdminPulse answered it, whatever value it kept, and without an
 * answer when something of it is there.
 */
export function isConfirmedBy(back: ReadBack | undefined): back is ReadBack {
  if (!back) return false;
  const { kind, answeredAt, fields } = back.entry;
  return kind === 'create' || answeredAt !== undefined || fields.some(({ result }) => result !== 'kept');
}

function found(field: EntryField, { raw, readings, company }: ReadRelation): EntryField {
  const reading = readings[field.field];
  const rawValue = reading && readRawValue(field.field, raw, reading);
  const result = resultOfField(field, reading?.value as Value | undefined, company);
  return { ...field, result, ...(rawValue && { heldAfter: rawValue }) };
}

type Find = (services: Services, entry: Entry) => Promise<RawRelation | undefined>;

const itself: Find = ({ adminpulse }, { relation }) => adminpulse.relation(relation.code);

const FIND: Readonly<Record<Entry['kind'], Find>> = {
  update: itself,
  undo: itself,
  create: async (services, entry) => {
    const { adminpulse } = services;
    const { relation, enterpriseNumber } = entry;
    const byCode = relation.code ? await relationOrNothing(adminpulse, relation.code) : undefined;
    // A person has no number to be found by, and a name is not enough.
    if (byCode || !enterpriseNumber) return byCode;
    const [row] = await adminpulse.relationsWithNumber(enterpriseNumber as EnterpriseNumber);
    return row && adminpulse.relation(relationCode(row));
  },
};

/** What became of a field that was written, from what the relation holds now. */
function resultOfField(
  { field, before, after }: EntryField,
  now: Value | undefined,
  relation: Company,
): FieldOutcome['result'] {
  if (field === 'linkedRelations') return linksOutcome(linksIn(before), linksIn(after), linksIn(now));
  if (sameJson(now, after)) return 'written';
  if (sameJson(now, before)) return 'kept';
  if (field === 'address' && holdsMoreThan(now, after)) return 'partly';
  return after !== undefined && isHeldAs(field, relation, after) ? 'written' : 'other';
}

const linksIn = (value: Value | undefined) => (Array.isArray(value) ? (value as readonly Link[]) : []);

/** Whether every part of the new address was taken, though a part that it does not have stayed: AdminPulse ignores empty values. */
function holdsMoreThan(is: unknown, wanted: unknown): boolean {
  const now = (is ?? {}) as Address;
  const parts = (wanted ?? {}) as Address;
  // The country may be left out where it is Belgium.
  const { country: _, ...others } = now;
  const all = Object.entries(parts).every(([part, value]) => now[part as keyof Address] === value);
  return all && Object.keys(others).some((part) => !(part in parts));
}

/** Whether the relation holds the value, in whatever spelling. */
function isHeldAs(field: Field, relation: Company, value: Value): boolean {
  return ['same', 'spelling'].includes(compareField(field, relation, value));
}

/** What became of the fields of a change that was verified. */
export function outcomeOf(entries: readonly Entry[]): FieldOutcome[] {
  return entries.flatMap(({ fields }) => fields.flatMap(({ field, result }) => (result ? [{ field, result }] : [])));
}
