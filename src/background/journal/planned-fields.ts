import { readRawValue } from '../../adminpulse/raw-value.ts';
import type { Field, Value } from '../../company/company.ts';
import { type ReadRelation, summarise } from '../relations/relation.ts';
import type { EntryField, PlannedWrite } from './entry.ts';

/** A field that is about to be written in a relation that was just read; without `after` it is to become empty. */
export function fieldBefore(field: Field, { raw, readings }: ReadRelation, after: Value | undefined): EntryField {
  const reading = readings[field];
  const before = reading?.value as Value | undefined;
  const rawBefore = reading && readRawValue(field, raw, reading);
  return {
    field,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(rawBefore && { heldBefore: rawBefore }),
  };
}

/** Which relation a step writes to. */
export function relationOf({ raw, company, profile }: ReadRelation): PlannedWrite['relation'] {
  const { code, name } = summarise(raw, company.name?.[0]?.value, profile.places);
  return { code, name };
}
