import type { FieldPlace, Meaning } from '../schema/field-place.ts';

export type Service = 'adminpulse' | 'openthebox';

/** What is read for the inference: a relation in full, and the company that openthebox has for it; either may be missing. */
export type Sample = { readonly relation?: unknown; readonly company?: unknown };

/** Why a place was taken, as data: a page puts it in words. */
export type Reason =
  /** Its values are those of the other service in so many of the samples in which both have one. */
  | { readonly kind: 'agreement'; readonly equal: number; readonly of: number }
  /** So many of its values are of the kind that the meaning has. */
  | { readonly kind: 'valueKind'; readonly valueKind: ValueKind; readonly of: number; readonly count: number }
  /** A name on the way to it says so. */
  | { readonly kind: 'keyWord'; readonly word: string }
  /** No other place has values of this kind. */
  | { readonly kind: 'onlyOne' }
  /** How its values vary over the documents. */
  | { readonly kind: 'varies'; readonly distinct: number; readonly of: number };

export type ValueKind =
  | 'text'
  | 'legalForm'
  | 'number'
  | 'website'
  | 'address'
  | 'phone'
  | 'date'
  | 'monthDay'
  | 'links'
  | 'code'
  | 'language'
  | 'situation';

/** `certain` is used at once; `presumed` is read and compared, and written only after it was confirmed. */
export type Confidence = 'certain' | 'presumed';

/** A place that may have the meaning. `score` orders the places of one meaning, the highest first; it is no probability. */
export type RankedPlace = {
  readonly place: FieldPlace;
  readonly score: number;
  readonly reasons: readonly Reason[];
};

/** Where a meaning stands on one side. */
export type Finding = {
  readonly meaning: Meaning;
  readonly place: FieldPlace;
  readonly confidence: Confidence;
  readonly reasons: readonly Reason[];
};

/** What is known of one side: at most one finding for a meaning, and for each meaning all places that it may have. */
export type Side = {
  readonly findings: readonly Finding[];
  readonly ranked: Partial<Readonly<Record<Meaning, readonly RankedPlace[]>>>;
};
