/**
 * The protocol: every message that crosses between the layers, with its receiver, its data and the value of its answer.
 *
 * | message            | from          | to             |
 * | ------------------ | ------------- | -------------- |
 * | openReview         | content, page | worker         |
 * | all others to the worker | extension page | worker  |
 * | relationChanged    | worker        | content        |
 *
 * "page" is an extension page (popup, review window, options). The worker proves the sender of each message
 * (background/messaging/sender.ts); what a content script may send is `openReview` and nothing else. The content script
 * imports types from here, so that it carries no code of the table.
 */
import type { Field, ISODate, Service } from '../company/company.ts';
import type { Attention } from './attention.ts';
import type { Connection, Connections } from './connection.ts';
import type { Creation, CreationAnswers, Term } from './creation.ts';
import type { Result } from './failure.ts';
import type { HistoryPart } from './history.ts';
import type { LinkOptions, LinkToAdd } from './links.ts';
import type { CompanyCard, LookupAnswer, RelationsOf, VatCheck } from './lookup.ts';
import type { Mapping, MappingChange, OfferedPlaces } from './mapping.ts';
import type { PreferencesChange, PreferencesView, SettingsState } from './preferences.ts';
import type { CatalogueView, RelationIndexStatus } from './relations.ts';
import type { Review, UndoOutcome } from './review.ts';
import type { ErrorFact, UnexpectedError } from './unexpected-errors.ts';

export type * from './attention.ts';
export type * from './connection.ts';
export type * from './creation.ts';
export type * from './failure.ts';
export type * from './history.ts';
export type * from './links.ts';
export type * from './lookup.ts';
export type * from './mapping.ts';
export type * from './preferences.ts';
export type * from './relations.ts';
export type * from './review.ts';
export type * from './unexpected-errors.ts';

/** `data` and `value` are types only: no message holds them. */
type Message<To, Data, Value> = { readonly to: To; readonly data?: Data; readonly value?: Value };

/** The worker answers with the value, or with the failure that kept it from it. */
const toWorker = <Data, Value>(): Message<'worker', Data, Value> => ({ to: 'worker' });
/** A content script answers nothing. */
const toContent = <Data>(): Message<'content', Data, undefined> => ({ to: 'content' });

export const MESSAGES = {
  /** Opens the review of a relation in its window, or brings that window to the front. */
  openReview: toWorker<{ enterpriseNumber: string; relationCode?: string }, null>(),

  getReview: toWorker<{ reviewId: string }, Review>(),
  /** Reads both sides again. */
  refreshReview: toWorker<{ reviewId: string }, null>(),
  chooseRelation: toWorker<{ reviewId: string; relationCode: string }, null>(),
  /**
   * Field names only: the worker holds the values. `links`: those to add where linked relations are among the fields. The
   * outcome arrives as the review's next state.
   */
  applyReview: toWorker<{ reviewId: string; fields: Field[]; links?: LinkToAdd[] }, null>(),
  /** The types that a link can be given, and the relations that each link of openthebox can lead to. */
  getLinkOptions: toWorker<{ reviewId: string }, LinkOptions>(),
  /** Decides that a field keeps AdminPulse's value, or revokes that; it arrives as the review's next state. */
  keepMine: toWorker<{ reviewId: string; field: Field; keep: boolean }, null>(),
  /** Undoes what the review just wrote; the outcome arrives as its next state. */
  undoReview: toWorker<{ reviewId: string }, null>(),

  /** The written changes, newest first; `after` is the cursor of the part before. */
  getHistory: toWorker<{ after?: string; limit: number }, HistoryPart>(),
  /** Puts back what these fields held before, where the relation still holds what was written. */
  undoChange: toWorker<{ entryId: string; fields: Field[] }, UndoOutcome>(),
  deleteHistory: toWorker<undefined, null>(),

  /** A newer question of the same `requester` ends the older one, which is answered by null. `fresh`: no kept answer. */
  lookUp: toWorker<{ query: string; requester?: string; fresh?: boolean }, LookupAnswer | null>(),
  getCompany: toWorker<{ enterpriseNumber: string; fresh?: boolean }, CompanyCard>(),
  /** Asks VIES, which the user has to allow first. `vatNumber` with its country prefix. */
  checkVat: toWorker<{ vatNumber: string }, VatCheck>(),

  /** The relations with these numbers, by number, from the index; a number of which nothing is known yet is absent. */
  relationsOf: toWorker<{ enterpriseNumbers: string[] }, RelationsOf>(),
  getRelationIndex: toWorker<undefined, RelationIndexStatus>(),
  /** Answers once it is begun. */
  refreshRelationIndex: toWorker<undefined, null>(),
  cancelRelationIndex: toWorker<undefined, null>(),
  /** The values that AdminPulse uses, as far as relations show them. Null where there is no relation. */
  getVocabulary: toWorker<undefined, CatalogueView | null>(),

  /** Opens the window in which a relation is made of a company. */
  openCreate: toWorker<{ enterpriseNumber: string }, null>(),
  getCreation: toWorker<{ creationId: string }, Creation>(),
  /** Reads openthebox and AdminPulse again. */
  refreshCreation: toWorker<{ creationId: string }, null>(),
  /** Field names, and the ids of the options chosen: the worker holds the values. The outcome is the creation's next state. */
  createRelation: toWorker<{ creationId: string; fields: Field[]; answers: CreationAnswers }, null>(),

  getConnections: toWorker<undefined, Connections>(),
  /** `untilClosed`: kept until the browser closes. */
  connectOpenthebox: toWorker<
    {
      clientId: string;
      clientSecret: string;
      untilClosed?: boolean;
    },
    Connection
  >(),
  connectAdminPulse: toWorker<{ apiKey: string; untilClosed?: boolean; expiresOn?: ISODate }, Connection>(),
  /** Notes when AdminPulse's key expires; null: it is not known. */
  noteExpiry: toWorker<{ expiresOn: ISODate | null }, Connection>(),
  getAttention: toWorker<undefined, Attention | null>(),
  forget: toWorker<{ service: Service }, null>(),

  /** `subject`: a relation's code or a number; without it the first relation. Null where there is none to show. */
  getMapping: toWorker<{ service: Service; subject?: string }, Mapping | null>(),
  /** `path` null: back to the default. */
  setMapping: toWorker<
    {
      service: Service;
      field: Field;
      path: string | null;
      subject?: string;
    },
    MappingChange
  >(),
  /** The places that each field may have in an example, the likeliest first. Null where there is none to show. */
  getPlaces: toWorker<{ service: Service; subject?: string }, OfferedPlaces | null>(),
  /** Takes one of the offered places, by its id, for the field. */
  choosePlace: toWorker<{ service: Service; field: Field; place: string; subject?: string }, MappingChange>(),
  /**
   * The user looked at what is read at the presumed places of these fields, in one service or both, and of these terms: it is
   * right, and may be written.
   */
  confirmPlaces: toWorker<{ fields: Field[]; terms?: Term[]; service?: Service }, null>(),
  exportMapping: toWorker<undefined, string>(),
  importMapping: toWorker<{ text: string }, MappingChange>(),

  getPreferences: toWorker<undefined, PreferencesView>(),
  setPreferences: toWorker<PreferencesChange, PreferencesView>(),
  getSettings: toWorker<undefined, SettingsState>(),

  /** The defects of ours that were recorded, the newest first. */
  getUnexpectedErrors: toWorker<undefined, readonly UnexpectedError[]>(),
  /** Records a defect in a page. */
  noteUnexpectedError: toWorker<ErrorFact, null>(),
  forgetUnexpectedErrors: toWorker<undefined, null>(),

  /** To the page's content script: offer to reload. */
  relationChanged: toContent<{ relationCode: string; enterpriseNumber: string }>(),
};

type Messages = typeof MESSAGES;
type MessagesTo<To> = { [M in keyof Messages]: Messages[M]['to'] extends To ? M : never }[keyof Messages];

export type WorkerMessage = MessagesTo<'worker'>;
export type ContentMessage = MessagesTo<'content'>;

/** What a message comes with. */
export type Data<M extends keyof Messages> = Messages[M] extends Message<string, infer D, unknown> ? D : never;
/** What a message is answered with, where nothing fails. */
export type Value<M extends keyof Messages> = Messages[M] extends Message<string, unknown, infer V> ? V : never;
export type Answer<M extends WorkerMessage> = Result<Value<M>>;

export function isWorkerMessage(type: unknown): type is WorkerMessage {
  return Object.entries(MESSAGES).some(([name, { to }]) => name === type && to === 'worker');
}
