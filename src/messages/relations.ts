import type { ISODateTime } from '../company/company.ts';
import type { Failure } from './failure.ts';

/** A relation by its code (`APR…`), or its id where it has no code, and its name. */
export type RelationName = { readonly code: string; readonly name: string };

/** How the index of relations stands. */
export type RelationIndexStatus = {
  /** Absent until one was built. `at`: what it says is at least as old. */
  readonly complete?: { readonly relations: number; readonly at: ISODateTime };
  /** A build under way, or stopped by a failure; `page` pages of `pageCount` were read. */
  readonly build?: {
    readonly page: number;
    readonly pageCount?: number;
    readonly relations: number;
    readonly failure?: Failure;
  };
};

/** A list of values that the office's relations have. */
export type CatalogueTopicView = {
  readonly topic: 'relationType' | 'status' | 'language' | 'ownCompany' | 'legalForm' | 'linkType' | 'since';
  /** Absent where no relation that was looked at shows one. */
  readonly path?: string;
  readonly terms: readonly { readonly value: string; readonly count: number; readonly examples: readonly string[] }[];
};

/** The values that AdminPulse uses, and of how many relations. */
export type CatalogueView = { readonly relations: number; readonly topics: readonly CatalogueTopicView[] };
