import type { Field, ISODateTime, Value } from '../company/company.ts';
import type { RegisterStatus } from '../company/juridical-situation.ts';
import type { RelationName } from './relations.ts';

/** A company found by a search. */
export type CompanyHit = {
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly legalForm?: string;
  readonly municipality?: string;
  /** Absent where openthebox does not say. */
  readonly registerStatus?: RegisterStatus;
};

/** What openthebox found. */
export type LookupAnswer = {
  readonly query: string;
  /** The first of them. For an establishment's number: the company that it is of, where openthebox says so. */
  readonly hits: readonly CompanyHit[];
  /** All of them. */
  readonly count: number;
  readonly retrievedAt: ISODateTime;
};

/** A company as openthebox has it, in the user's language; a field that it does not give is absent. */
export type CompanyCard = {
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly values: Readonly<Partial<Record<Field, Value>>>;
  /** Fields that openthebox gives in a form that is not understood. */
  readonly unreadable: readonly Field[];
  readonly registerStatus?: RegisterStatus;
  readonly retrievedAt: ISODateTime;
  /** Without credentials, on openthebox's limited access. */
  readonly anonymous: boolean;
};

/** The relations that have a number. */
export type RelationsOf = Readonly<Record<string, readonly RelationName[]>>;

/** What VIES says of a VAT number; only `valid` and `invalid` say something of it. */
export type VatCheck =
  | { readonly result: 'valid'; readonly name?: string }
  | { readonly result: 'invalid' | 'busy' | 'unavailable' | 'timeout' | 'notTaken' }
  | { readonly result: 'unclear'; readonly code: string };
