import type { ISODateTime } from '../company/company.ts';

/** A defect of ours that was recorded, as often as it happened. It says where in our code it was, and holds no data. */
export type UnexpectedError = {
  /** As `TypeError`. */
  readonly name: string;
  /** Where it was thrown and what called that, as `FILE:LINE:COLUMN` of the files that ship. */
  readonly positions: readonly string[];
  /** The product's. */
  readonly version: string;
  /** When it happened last. */
  readonly at: ISODateTime;
  readonly count: number;
};
