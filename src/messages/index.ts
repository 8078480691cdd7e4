/**
 * The protocol: every message that crosses between the layers, with its sender and its receiver. Types only: no code
 * travels with it, so the content script can import it for nothing.
 *
 * | message            | from          | to             |
 * | ------------------ | ------------- | -------------- |
 * | openReview         | content, page | worker         |
 * | all others to the worker | extension page | worker  |
 * | relationChanged    | worker        | content        |
 *
 * "page" is an extension page (popup, review window, options). The worker proves the sender of each message
 * (background/messaging/sender.ts); what a content script may send is `openReview` and nothing else.
 */
import type { Field, ISODate, Service } from '../company/company.ts';
import type { Attention } from './attention.ts';
import type { Connection, Connections } from './connection.ts';
import type { Creation, CreationAnswers } from './creation.ts';
import type { Result } from './failure.ts';
import type { HistoryPart } from './history.ts';
import type { LinkOptions, LinkToAdd } from './links.ts';
import type { CompanyCard, LookupAnswer, RelationsOf, VatCheck } from './lookup.ts';
import type { Mapping, MappingChange } from './mapping.ts';
import type { PreferencesChange, PreferencesView, SettingsState } from './preferences.ts';
import type { CatalogueView, RelationIndexStatus } from './relations.ts';
import type { Review, UndoOutcome } from './review.ts';

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

export type Protocol = {
  /** Opens the review of a relation in its window, or brings that window to the front. */
  openReview(data: { enterpriseNumber: string; relationCode?: string }): Promise<Result<null>>;

  getReview(data: { reviewId: string }): Promise<Result<Review>>;
  /** Reads both sides again. */
  refreshReview(data: { reviewId: string }): Promise<Result<null>>;
  chooseRelation(data: { reviewId: string; relationCode: string }): Promise<Result<null>>;
  /**
   * Field names only: the worker holds the values. `links`: those to add where linked relations are among the fields. The
   * outcome arrives as the review's next state.
   */
  applyReview(data: { reviewId: string; fields: Field[]; links?: LinkToAdd[] }): Promise<Result<null>>;
  /** The types that a link can be given, and the relations that each link of openthebox can lead to. */
  getLinkOptions(data: { reviewId: string }): Promise<Result<LinkOptions>>;
  /** Decides that a field keeps AdminPulse's value, or revokes that; it arrives as the review's next state. */
  keepMine(data: { reviewId: string; field: Field; keep: boolean }): Promise<Result<null>>;
  /** Undoes what the review just wrote; the outcome arrives as its next state. */
  undoReview(data: { reviewId: string }): Promise<Result<null>>;

  /** The written changes, newest first; `after` is the cursor of the part before. */
  getHistory(data: { after?: string; limit: number }): Promise<Result<HistoryPart>>;
  /** Puts back what these fields held before, where the relation still holds what was written. */
  undoChange(data: { entryId: string; fields: Field[] }): Promise<Result<UndoOutcome>>;
  deleteHistory(): Promise<Result<null>>;

  /** A newer question of the same `requester` ends the older one, which is answered by null. `fresh`: no kept answer. */
  lookUp(data: { query: string; requester?: string; fresh?: boolean }): Promise<Result<LookupAnswer | null>>;
  getCompany(data: { enterpriseNumber: string; fresh?: boolean }): Promise<Result<CompanyCard>>;
  /** Asks VIES, which the user has to allow first. `vatNumber` with its country prefix. */
  checkVat(data: { vatNumber: string }): Promise<Result<VatCheck>>;

  /** The relations with these numbers, by number, from the index; a number of which nothing is known yet is absent. */
  relationsOf(data: { enterpriseNumbers: string[] }): Promise<Result<RelationsOf>>;
  getRelationIndex(): Promise<Result<RelationIndexStatus>>;
  /** Answers once it is begun. */
  refreshRelationIndex(): Promise<Result<null>>;
  cancelRelationIndex(): Promise<Result<null>>;
  /** The values that AdminPulse uses, as far as they are learnt. Null where there is no relation to learn from. */
  getVocabulary(): Promise<Result<CatalogueView | null>>;

  /** Opens the window in which a relation is made of a company. */
  openCreate(data: { enterpriseNumber: string }): Promise<Result<null>>;
  getCreation(data: { creationId: string }): Promise<Result<Creation>>;
  /** Reads openthebox and AdminPulse again. */
  refreshCreation(data: { creationId: string }): Promise<Result<null>>;
  /** Field names, and the ids of the options chosen: the worker holds the values. The outcome is the creation's next state. */
  createRelation(data: { creationId: string; fields: Field[]; answers: CreationAnswers }): Promise<Result<null>>;

  getConnections(): Promise<Result<Connections>>;
  /** `untilClosed`: kept until the browser closes. */
  connectOpenthebox(data: {
    clientId: string;
    clientSecret: string;
    untilClosed?: boolean;
  }): Promise<Result<Connection>>;
  connectAdminPulse(data: { apiKey: string; untilClosed?: boolean; expiresOn?: ISODate }): Promise<Result<Connection>>;
  /** Notes when AdminPulse's key expires; null: it is not known. */
  noteExpiry(data: { expiresOn: ISODate | null }): Promise<Result<Connection>>;
  getAttention(): Promise<Result<Attention | null>>;
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

  getPreferences(): Promise<Result<PreferencesView>>;
  setPreferences(data: PreferencesChange): Promise<Result<PreferencesView>>;
  getSettings(): Promise<Result<SettingsState>>;

  /** To the page's content script: offer to reload. */
  relationChanged(data: { relationCode: string; enterpriseNumber: string }): void;
};
