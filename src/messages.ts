/**
 * The protocol: every message that crosses between the rooms, with its sender and its receiver. Types only: no code
 * travels with it, so the content script can import it for nothing.
 *
 * | message            | from          | to             |
 * | ------------------ | ------------- | -------------- |
 * | openReview         | content, page | worker         |
 * | all others to the worker | extension page | worker  |
 * | relationChanged    | worker        | content        |
 *
 * "page" is an extension page (popup, review window, options). The worker proves the sender of each message
 * (background/sender.ts); what a content script may send is `openReview` and nothing else.
 */
import type { Field, FieldChange, ISODateTime, Service, Value } from './company/company.ts';

/** What went wrong, as data: the texts, in the user's language, are made of it by `ui/failure`. */
export type Failure =
  | { readonly kind: 'offline'; readonly service: Service }
  | { readonly kind: 'timeout'; readonly service: Service }
  | { readonly kind: 'notConnected'; readonly service: Service }
  | { readonly kind: 'unauthorized'; readonly service: Service }
  | { readonly kind: 'forbidden'; readonly service: Service; readonly permission: 'read' | 'write' }
  | { readonly kind: 'notFound'; readonly service: Service; readonly subject: string }
  /** `anonymous`: the limit of openthebox's access without credentials. */
  | {
      readonly kind: 'rateLimited';
      readonly service: Service;
      readonly retryAt?: ISODateTime;
      readonly anonymous?: boolean;
    }
  | { readonly kind: 'serverError'; readonly service: Service; readonly status: number }
  /** The service refused what was sent (400, 409, 422); `detail` is its own message, plain text. */
  | { readonly kind: 'rejected'; readonly service: Service; readonly status: number; readonly detail: string }
  | { readonly kind: 'unexpectedAnswer'; readonly service: Service; readonly path: string; readonly expected: string }
  | { readonly kind: 'hostPermissionMissing'; readonly service: Service; readonly origins: readonly string[] }
  /** The number in the answer is not the one that was asked for. */
  | { readonly kind: 'otherCompany'; readonly service: Service; readonly asked: string; readonly found: string }
  | { readonly kind: 'conflict'; readonly fields: readonly Field[] }
  /** The write was sent and its answer did not come: what the relation holds could not be read. */
  | { readonly kind: 'unsettled'; readonly service: Service }
  /** The browser was closed since the review was made: it has to be fetched again. */
  | { readonly kind: 'reviewGone' }
  /** A defect of ours. `detail` holds no personal data. */
  | { readonly kind: 'internal'; readonly detail: string };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A relation as far as it is shown: which one it is, and what to mind before writing to it. */
export type RelationSummary = {
  /** `APR…`, or the id where a relation has no code. */
  readonly code: string;
  readonly name: string;
  readonly customerCode?: string;
  readonly warnings: readonly RelationWarning[];
};

export type RelationWarning = 'relationEnded' | 'handlingLevel';

/** What became of a ticked field after a write, found by reading the relation again. */
export type FieldOutcome = {
  readonly field: Field;
  /**
   * `kept`: AdminPulse kept the old value; `partly`: it took what is there and kept what should have become empty (it
   * ignores empty values); `other`: it holds neither the old nor the new value.
   */
  readonly result: 'written' | 'kept' | 'partly' | 'other';
};

/** A step of a review that waits for a service. */
export type Progress = 'waiting' | 'done';

/** A review: what an extension page shows of one relation. It lives in `storage.session` under `review:<id>`. */
export type Review = {
  readonly id: string;
  readonly enterpriseNumber: string;
  readonly relationCode?: string;
} & ReviewState;

export type ReviewState =
  | { readonly phase: 'loading'; readonly openthebox: Progress; readonly adminpulse: Progress }
  /** Several relations have this number: the user says which. */
  | { readonly phase: 'choosing'; readonly candidates: readonly RelationSummary[] }
  | ({ readonly phase: 'ready' } & Comparison & {
        /** Set when the relation changed since the user saw it: these fields are new, and nothing was written. */
        readonly conflict?: readonly Field[];
      })
  | ({ readonly phase: 'applying'; readonly fields: readonly Field[] } & Comparison)
  | ({ readonly phase: 'applied'; readonly outcome: readonly FieldOutcome[] } & Comparison)
  /** `comparison` is there when the failure came after the review was shown: nothing is lost. */
  | {
      readonly phase: 'failed';
      readonly failure: Failure;
      readonly comparison?: Comparison;
      readonly ticked?: readonly Field[];
    };

export type Comparison = {
  /** The company's name in openthebox, for the heading. */
  readonly heading: string;
  readonly relation: RelationSummary;
  readonly changes: readonly FieldChange[];
  /** A juridical situation worth a warning: its level, and its KBO code for the text. */
  readonly situation?: { readonly level: 'danger' | 'warning'; readonly code: string };
  readonly retrievedAt: ISODateTime;
  /** Without credentials, on openthebox's limited access. */
  readonly anonymous: boolean;
};

/** How a service stands, as the options page shows it. No credential is in it. */
export type Connection =
  | { readonly state: 'none' }
  /** `until`: openthebox's token; `mayWrite`: unknown until a write or a probe has shown it. */
  | {
      readonly state: 'connected';
      readonly label: string;
      readonly until?: ISODateTime;
      readonly mayWrite?: boolean;
    }
  | { readonly state: 'failed'; readonly failure: Failure };

export type Connections = Readonly<Record<Service, Connection>>;

/** A company found by a search. */
export type CompanyHit = {
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly legalForm?: string;
  readonly municipality?: string;
};

/** Where a field stands in a real answer of a service, and what is read there. */
export type MappingRow = {
  readonly field: Field;
  /** `chosen` by the office, whether or not anything stands there; `notFound`: no candidate finds it, or what it holds is not understood. */
  readonly how: 'default' | 'chosen' | 'notFound';
  readonly path?: string;
  /** The value as the service has it, as one line. */
  readonly sample?: string;
  readonly meaning?: Value;
  /** False where the service answers the field by a call of its own. */
  readonly choosable: boolean;
};

/** A place in an answer that can be chosen. */
export type MappingNode = {
  /** The key, or the position in a list, from 1. */
  readonly key: string;
  readonly path: string;
  readonly kind: 'value' | 'empty' | 'list' | 'object';
  readonly value?: string;
  readonly children?: readonly MappingNode[];
};

/** The field mapping of a service, shown on a real answer. */
export type Mapping = {
  /** The relation's code, or the company's number. */
  readonly subject: string;
  readonly rows: readonly MappingRow[];
  readonly tree: readonly MappingNode[];
  /** The answer as JSON with all values masked. */
  readonly masked: string;
};

/** Why a path or a file is refused: a key of the texts. */
export type MappingRefusal =
  | 'mappingPathTooLong'
  | 'mappingPathForbiddenName'
  | 'mappingPathTooComplex'
  | 'mappingPathNotJsonPath'
  | 'mappingNothingThere'
  | 'mappingNotName'
  | 'mappingNotLegalForm'
  | 'mappingNotNumber'
  | 'mappingNotWebsite'
  | 'mappingNotAddress'
  | 'mappingNotPhone'
  | 'mappingNotDate'
  | 'mappingNotDayAndMonth'
  | 'mappingNotLinks'
  | 'mappingFileTooLarge'
  | 'mappingFileTooDeep'
  | 'mappingFileNotJson'
  | 'mappingFileForbiddenName'
  | 'mappingFileForeign'
  | 'mappingFileVersion'
  | 'mappingFileField';

/** `detail` fills the text's `$1`. */
export type MappingChange =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: MappingRefusal; readonly detail?: string };

export type Protocol = {
  /** Opens the review of a relation in its window, or brings that window to the front. */
  openReview(data: { enterpriseNumber: string; relationCode?: string }): Promise<Result<null>>;

  getReview(data: { reviewId: string }): Promise<Result<Review>>;
  /** Reads both sides again. */
  refreshReview(data: { reviewId: string }): Promise<Result<null>>;
  chooseRelation(data: { reviewId: string; relationCode: string }): Promise<Result<null>>;
  /** Field names only: the worker holds the values. The outcome arrives as the review's next state. */
  applyReview(data: { reviewId: string; fields: Field[] }): Promise<Result<null>>;

  lookUp(data: { query: string }): Promise<Result<readonly CompanyHit[]>>;

  getConnections(): Promise<Result<Connections>>;
  connectOpenthebox(data: { clientId: string; clientSecret: string }): Promise<Result<Connection>>;
  connectAdminPulse(data: { apiKey: string }): Promise<Result<Connection>>;
  forget(data: { service: Service }): Promise<Result<null>>;

  /** `subject`: a relation's code or a number; without it the first relation. Null where there is none to show. */
  getMapping(data: { service: Service; subject?: string }): Promise<Result<Mapping | null>>;
  /** `path` null: back to the default. */
  setMapping(data: {
    service: Service;
    field: Field;
    path: string | null;
    subject?: string;
  }): Promise<Result<MappingChange>>;
  exportMapping(): Promise<Result<string>>;
  importMapping(data: { text: string }): Promise<Result<MappingChange>>;

  /** To the page's content script: offer to reload. */
  relationChanged(data: { relationCode: string; enterpriseNumber: string }): void;
};
