import type { Address, Field, Link } from '../company/company.ts';
import type { FieldPlace } from '../schema/field-place.ts';
import type { Place } from '../schema/json-path.ts';
import type { Candidate } from '../schema/relation-candidates.ts';

/** A relation as AdminPulse's API answers it. */
export type RawRelation = Readonly<Record<string, unknown>>;

/** Where a field of one relation stands, and what stands there. */
export type Reading = {
  readonly candidate: Candidate;
  /** The place that is known by its values, where it was read by that. */
  readonly by?: FieldPlace;
  /** The place; absent where a new item of a list, or a key that this relation lacks, has to be made. */
  readonly place?: Place;
  /** The neutral value; absent where nothing stands there. */
  readonly value?: NeutralValue;
};

export type NeutralValue = string | Address | readonly Link[];

/** The readings of one relation. A field that is absent was not found, or has a form that is not understood. */
export type Readings = Partial<Record<Field, Reading>>;
