import type { LinkMeaning } from '../company/company.ts';

/** A type that a link can be given: AdminPulse's number, and what it means as far as that is known. */
export type LinkTypeOption = {
  readonly type: string;
  readonly means?: LinkMeaning;
  /** Relations of this office have it. */
  readonly inUse: boolean;
};

/** A relation that a link can lead to. */
export type LinkTarget = { readonly code: string; readonly name: string; readonly customerCode?: string };

/** The names of a person that is to become a relation. */
export type PersonNames = { readonly firstName: string; readonly lastName: string };

/** How a link that only openthebox has can be added. */
export type LinkOption = {
  readonly key: string;
  /** The type that the link's role means; absent where none is known to mean it. */
  readonly proposedType?: string;
  /** Relations with this number, or with exactly these words as their name. */
  readonly targets: readonly LinkTarget[];
  /** What could be made, where the relation is not known yet. */
  readonly mayCreate?: 'company' | 'person';
  /** A person's names, as far as openthebox tells them apart. */
  readonly person?: PersonNames;
};

/** A status that relations of this office have: as AdminPulse has it, and codes of some that have it. */
type StatusOption = { readonly status: string; readonly examples: readonly string[] };

export type LinkOptions = {
  readonly types: readonly LinkTypeOption[];
  readonly links: readonly LinkOption[];
  /** The statuses that a new relation can be given, and the one that is called "Other", where a name says so. */
  readonly statuses: readonly StatusOption[];
  readonly otherStatus?: string;
};

/** A relation that is made first, to be linked to; `person`: the names of one. */
export type NewRelation = { readonly status: string; readonly person?: PersonNames };

/** A link to add: to the relation with this code, or to one that is made first. */
export type LinkToAdd = { readonly key: string; readonly type: string; readonly target: string | NewRelation };

/** A relation that was made to be linked to: it stays, whatever becomes of the link. */
export type MadeRelation = { readonly key: string; readonly code: string; readonly name: string };
