import type { EnterpriseNumber } from './enterprise-number.ts';

/** The ten fields of a relation that the product knows, in the order in which they are shown. */
export const FIELDS = [
  'name',
  'legalForm',
  'enterpriseNumber',
  'vatNumber',
  'website',
  'address',
  'phone',
  'incorporationDate',
  'fiscalYearEnd',
  'linkedRelations',
] as const;

export type Field = (typeof FIELDS)[number];

/** The fields that are written as one value each; linked relations are a list that links are added to. */
export type FlatField = Exclude<Field, 'linkedRelations'>;

/** The languages in which the register keeps names and addresses. */
export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One version of a fact that may exist in several languages; without a language where the source does not say. */
export type Version<T> = { readonly value: T; readonly language?: Language };

/** An address as its parts. `country` is an ISO 3166 code; absent means Belgium. */
export type Address = {
  readonly street?: string;
  readonly number?: string;
  readonly box?: string;
  readonly postalCode?: string;
  readonly municipality?: string;
  readonly country?: string;
};

/**
 * What a link means, as far as the source's own term says it, named for what the other party is to the company. Of a
 * `mandate` and a `shareholding` the source does not say which of the two holds it. From `contact` on they are AdminPulse's
 * types that have no counterpart in openthebox.
 */
export type LinkMeaning =
  | 'director'
  | 'shareholder'
  | 'directorOf'
  | 'participation'
  | 'politicalMandate'
  | 'otherMandate'
  | 'mandate'
  | 'shareholding'
  | 'contact'
  | 'beneficiary'
  | 'trustee'
  | 'partner'
  | 'auditor'
  | 'otherMeans';

/** A person that acts for a company which is a director: its permanent representative. */
export type Representative = { readonly name?: string; readonly personId?: string };

/** A company or person that is linked to a company: director, shareholder, participation. */
export type Link = {
  readonly kind?: 'company' | 'person';
  readonly name?: string;
  readonly enterpriseNumber?: EnterpriseNumber;
  /** The number of a company that is registered elsewhere, as openthebox has it. */
  readonly foreignNumber?: string;
  /** openthebox's id of a person. */
  readonly personId?: string;
  /** AdminPulse's code of the relation that is linked to (`APR…`). */
  readonly relationCode?: string;
  /** The role as the source names it: openthebox's edge type, or AdminPulse's link type as text. */
  readonly role?: string;
  /** Absent where the source's term is not known. */
  readonly means?: LinkMeaning;
  /** The mandate is held through a company, and the source does not say which. */
  readonly throughCompany?: boolean;
  /** The persons through whom a management company acts. */
  readonly representatives?: readonly Representative[];
  readonly since?: string;
  readonly until?: string;
  /** A share in per cent, 0 to 100. */
  readonly share?: number;
  readonly historic?: boolean;
};

/** `YYYY-MM-DD`. */
export type ISODate = string;

/** A day of the year, `MM-DD`. */
export type MonthDay = string;

/** An instant, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type ISODateTime = string;

export type Service = 'openthebox' | 'adminpulse';

/** All that is called: the two services, and VIES, where the European Commission answers for VAT numbers. */
export type CalledService = Service | 'vies';

/** Where the facts of a company were read, and which were not found there. */
type Provenance = {
  readonly service: Service;
  readonly retrievedAt: ISODateTime;
  /** The normalised JSONPath at which each field was read, or stands empty. */
  readonly paths: Partial<Record<Field, string>>;
  /** Fields that the mapping does not find, or whose value has a form that it does not understand. */
  readonly unreadable: readonly Field[];
};

/**
 * What one service says about a company. A fact that is absent is unknown or empty, never "to be deleted".
 * Where a service gives several versions (two languages, several websites), the preferred one stands first.
 */
export type Company = {
  readonly name?: readonly Version<string>[];
  /** A KBO code ("610"), a word or an abbreviation in any language, as the service gives it. */
  readonly legalForm?: string;
  readonly enterpriseNumber?: EnterpriseNumber;
  readonly vatNumber?: EnterpriseNumber;
  readonly website?: readonly string[];
  readonly address?: readonly Version<Address>[];
  readonly phone?: readonly string[];
  /**
   * What AdminPulse holds elsewhere in the relation, such as a mobile number: proposed values that are among these are known
   * already, so that nothing is doubled; they are never the value that is replaced.
   */
  readonly alsoKnown?: { readonly phone: readonly string[]; readonly website: readonly string[] };
  readonly incorporationDate?: ISODate;
  readonly fiscalYearEnd?: MonthDay;
  readonly linkedRelations?: readonly Link[];
  /** A KBO code of a juridical situation ("000" normal, "050" bankruptcy …). */
  readonly juridicalSituation?: string;
  /** The entity is a natural person (sole trader), so that its name is "Surname, First name". */
  readonly naturalPerson?: boolean;
  /** The language in which the relation is addressed; AdminPulse only. */
  readonly language?: Language;
  readonly provenance: Provenance;
};

/** A value as it is shown and compared. */
export type Value = string | Address | readonly Link[];

export type Verdict = 'same' | 'spelling' | 'different' | 'only-openthebox' | 'only-adminpulse' | 'unreadable';

/** One row of a review. */
export type FieldChange = {
  readonly field: Field;
  /** In AdminPulse. */
  readonly current: Value | undefined;
  /** From openthebox, in AdminPulse's style: a name without legal form, the relation's language where there are two. */
  readonly proposed: Value | undefined;
  readonly verdict: Verdict;
  /** The default of the row's checkbox. */
  readonly ticked: boolean;
  /**
   * Whether the proposed value may be written at all. False where there is nothing to write (same, only-adminpulse,
   * unreadable), for a legal form that is not known, and for another enterprise number.
   */
  readonly writable: boolean;
  /** The user decided that AdminPulse's value stays though openthebox says otherwise, until openthebox's changes. */
  readonly kept?: boolean;
  /** Key of the text that says why it is not ticked, or what to mind. */
  readonly reason?: ReasonKey;
  readonly source: {
    readonly service: Service;
    readonly path: string;
    readonly retrievedAt: ISODateTime;
  };
};

/** Keys, in the texts of `public/_locales`, of the reasons that a diff can give. */
export type ReasonKey =
  | 'reasonLegacyName'
  | 'reasonOtherSpelling'
  | 'reasonSameAddressOtherSpelling'
  | 'reasonPartMunicipality'
  | 'reasonNumberIsIdentity'
  | 'reasonVatNotImplied'
  | 'reasonPhoneOftenStale'
  | 'reasonWebsiteOftenStale'
  | 'reasonSocialNetwork'
  | 'reasonDateCloseOtherDefinition'
  | 'reasonDateDiffers'
  | 'reasonDeadlinesDependOnIt'
  | 'reasonUnknownLegalForm'
  | 'reasonLegalFormNotRecognised'
  | 'reasonLinksAreChosen'
  | 'reasonLinksLater'
  | 'reasonMappingNotFound'
  | 'reasonFormNotKept'
  | 'reasonPresumed'
  | 'reasonNotInOpenthebox'
  | 'reasonNotUnderstoodInOpenthebox';
