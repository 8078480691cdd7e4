import type { Field, FieldChange, ISODate, ISODateTime, Language } from '../company/company.ts';
import type { Failure } from './failure.ts';
import type { RelationName } from './relations.ts';
import type { Comparison, FieldOutcome, Progress, RelationSummary } from './review.ts';

/** What AdminPulse asks of a new relation beside the ten fields, and is chosen from the values that it uses. */
export type Requirement = 'relationType' | 'status' | 'language' | 'ownCompany';

/** What has a place of its own in AdminPulse, and is no field. */
export type Term = Requirement | 'since';

/** One of the values that AdminPulse uses. */
export type Option = {
  /** What stands for it in messages. */
  readonly id: string;
  /** As AdminPulse has it, or the name of an own company. */
  readonly value: string;
  /** What it means, where its own word or the relations that have it say so. */
  readonly means?: 'company' | 'soleProprietor' | 'person' | Language;
  /** Relations that have it, of those that were looked at, and the codes of a few. */
  readonly count?: number;
  readonly examples: readonly string[];
};

/** `proposed`: the id of an option. No options: no relation shows a value, so that none can be sent. */
type Choice = { readonly options: readonly Option[]; readonly proposed?: string };

/** A relation as it would be made. */
export type Draft = {
  /** The company's name in openthebox. */
  readonly heading: string;
  /** What openthebox proposes for a relation in each language, with nothing on AdminPulse's side. */
  readonly changes: Readonly<Record<Language, readonly FieldChange[]>>;
  readonly choices: Readonly<Record<Requirement, Choice>>;
  /** Terms whose place is presumed: nothing is made until the user confirmed it. The rows of fields say it by their reason. */
  readonly presumed?: readonly Term[];
  /** The seat lies where two languages are official: the user says which one. */
  readonly bilingual: boolean;
  /** Whether relations show where the date stands from which a company is a client. */
  readonly since: boolean;
  /** Whether AdminPulse has a flag for a VAT number that is not known yet; asked where openthebox knows none. */
  readonly vatPending: boolean;
  /** Of a sole trader, where AdminPulse keeps both. */
  readonly person?: { readonly lastName: string; readonly firstName: string };
  readonly situation?: NonNullable<Comparison['situation']>;
  readonly retrievedAt: ISODateTime;
  /** Without credentials, on openthebox's limited access. */
  readonly anonymous: boolean;
};

/** What the user chose: ids of options, a date, and the names of a sole trader. */
export type CreationAnswers = Readonly<Record<Requirement, string>> & {
  readonly since?: ISODate;
  readonly vatPending?: boolean;
  readonly lastName?: string;
  readonly firstName?: string;
};

/** What was sent, or is about to be. */
type Sent = { readonly fields: readonly Field[]; readonly answers: CreationAnswers };

/** A relation that is being made of a company. It lives in `storage.session` (storage-keys). */
export type Creation = { readonly id: string; readonly enterpriseNumber: string } & CreationState;

export type CreationState =
  | { readonly phase: 'loading'; readonly openthebox: Progress; readonly adminpulse: Progress }
  /** Nothing is made: these have the number already. */
  | { readonly phase: 'exists'; readonly relations: readonly RelationSummary[] }
  /** `failure`: why the last attempt made no relation, or is not known to have made one. */
  | { readonly phase: 'ready'; readonly draft: Draft; readonly sent?: Sent; readonly failure?: CreationFailure }
  /** `change`: the journal's id. */
  | { readonly phase: 'creating'; readonly draft: Draft; readonly sent: Sent; readonly change: string }
  | {
      readonly phase: 'created';
      readonly draft: Draft;
      readonly sent: Sent;
      readonly relation: RelationName;
      readonly outcome: readonly FieldOutcome[];
    }
  | { readonly phase: 'failed'; readonly failure: Failure };

/** `made`: whether there is a relation now. */
export type CreationFailure = { readonly failure: Failure; readonly made: 'no' | 'unknown' };
