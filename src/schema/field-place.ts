import type { Field, Language } from '../company/company.ts';

/**
 * What else than the ten fields a place can mean, at AdminPulse (`code` to `commercialName`) and at openthebox (the last two):
 * it is read, and keeps other places from being taken for a field.
 */
export const CONTEXT_MEANINGS = [
  'code',
  'id',
  'language',
  'status',
  'type',
  'ownCompany',
  'endDate',
  'since',
  'commercialName',
  'juridicalSituation',
  'typeOfEnterprise',
] as const;
export type ContextMeaning = (typeof CONTEXT_MEANINGS)[number];
export type Meaning = Field | ContextMeaning;

/** What one text of a composite value holds, in the order in which it stands there. */
export type Part =
  | 'street'
  | 'number'
  | 'box'
  | 'postalCode'
  | 'municipality'
  | 'country'
  | 'day'
  | 'month'
  | 'code'
  | 'word'
  | 'abbreviation'
  | 'name'
  | 'legalForm';

/**
 * A text of a value, by its keys below the place (none: the place itself). `['street', 'number', 'box']`: a line such as
 * "Kerkstraat 12 bus 3"; `['number', 'box']`: "12 bus 3" or "12/3".
 */
export type PlacePart = {
  readonly keys: readonly string[];
  readonly holds: readonly Part[];
  /** Set where it is a JSON number and not a text, so that it is written so where nothing stands yet. */
  readonly isNumber?: true;
};

/** A list of which the place is one item, or stands in one: how that item is told apart, and how a new one is made. */
export type PlaceItem = {
  /** JSONPath of the list, by names alone. */
  readonly list: string;
  /** The keys of the value below the item; empty where the item itself is the value, or holds its parts. */
  readonly value: readonly string[];
  /** What tells the items apart; absent where nothing does. */
  readonly type?: { readonly key: string; readonly value: string | number };
  /** What marks the one that comes first among items of a type. */
  readonly favourite?: { readonly key: string; readonly value: string | number | boolean };
  /** All keys that its items have. */
  readonly keys: readonly string[];
};

/** Where a fact stands in a service's answers, and in what form. It has keys, paths and forms, and no value of any client. */
export type FieldPlace = {
  /**
   * JSONPaths (RFC 9535), tried in order: the value, or the object that holds its parts. With the language of what stands
   * there, where the key or a map says it: then all that are found are versions of one fact.
   */
  readonly paths: readonly { readonly path: string; readonly language?: Language }[];
  /** The texts of a composite value; absent where the value at the path is the fact itself. */
  readonly parts?: readonly PlacePart[];
  /** The name of the form of its values (`FORMATS` and `PLACE_FORMATS`), where the meaning has forms. */
  readonly format?: string;
  readonly item?: PlaceItem;
};

/** Where an office, or openthebox, has its facts. */
export type Places = Partial<Record<Meaning, FieldPlace>> & {
  /** Where rows of a list have what the documents themselves have elsewhere: to be read by, and never written to. */
  readonly ofRows?: Partial<Record<Meaning, FieldPlace>>;
};
