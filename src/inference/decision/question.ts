import type { Meaning } from '../../schema/field-place.ts';
import type { Candidate } from '../candidate.ts';
import type { Confidence, RankedPlace, Reason, Service } from '../finding.ts';

/** What may have a meaning on each side. */
export type Question = { readonly meaning: Meaning } & Readonly<Record<Service, readonly Candidate[]>>;

/** A side of a question as it was decided; without a choice where none is likely. */
export type Answer = { readonly choice?: Choice; readonly ranked: readonly RankedPlace[] };

export type Choice = {
  readonly candidate: Candidate;
  readonly confidence: Confidence;
  readonly reasons: readonly Reason[];
};

export type Decided = { readonly meaning: Meaning } & Readonly<Record<Service, Answer>>;
