import type { Doubt } from '../company/choices.ts';
import type { Field, Value } from '../company/company.ts';

/** Where a field stands in a real answer of a service, and what is read there. */
export type MappingRow = {
  readonly field: Field;
  /** `default`: by a name that is known; `inferred`, `presumed`, `confirmed`: by its values, the last by the user's word; `managed`: set by the administrator; `chosen` in this browser, a path or an offered place, whether or not anything stands there; `notFound`: no candidate finds it, or what it holds is not understood. */
  readonly how: 'default' | 'inferred' | 'presumed' | 'confirmed' | 'chosen' | 'managed' | 'notFound';
  readonly path?: string;
  /** The value as the service has it, as one line. */
  readonly sample?: string;
  readonly meaning?: Value;
  /** Why it is presumed though it was certain or confirmed before. */
  readonly doubt?: Doubt;
  /** Why it was found by its values. */
  readonly evidence?: readonly Evidence[];
  /** Set where the user chose the path or the place, which can be taken back. */
  readonly isOwnChoice?: true;
  /** False where the service answers the field by a call of its own. */
  readonly choosable: boolean;
};

/** Why a place was taken for a field: the counts are of the answers that were looked at. */
export type Evidence =
  | { readonly kind: 'agreement'; readonly equal: number; readonly of: number }
  | { readonly kind: 'valueKind'; readonly count: number; readonly of: number }
  | { readonly kind: 'keyWord'; readonly word: string }
  | { readonly kind: 'onlyOne' }
  | { readonly kind: 'varies'; readonly distinct: number; readonly of: number };

/** A place that a field may have, and what would be read there in the example. */
export type OfferedPlace = {
  /** Names it to the worker. */
  readonly id: string;
  /** The JSONPath, or those of its texts. */
  readonly path: string;
  readonly meaning: Value;
  /** The value as the service has it, as one line. */
  readonly sample: string;
  readonly evidence: readonly Evidence[];
  /** Whether the field is read there now. */
  readonly isCurrent: boolean;
};

/** The likeliest first. A field that cannot be chosen is absent. */
export type OfferedPlaces = Partial<Readonly<Record<Field, readonly OfferedPlace[]>>>;

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
  /** How many relations, or companies, the places were inferred from, and of which fields at least one has a value; absent where none were. */
  readonly inferredFrom?: { readonly answers: number; readonly fieldsRead: readonly Field[] };
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
  | 'mappingPlaceGone'
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
