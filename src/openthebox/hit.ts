import type { EnterpriseNumber } from '../company/enterprise-number.ts';

/** A company that a search found. */
export type Hit = {
  readonly enterpriseNumber: EnterpriseNumber;
  readonly name: string;
  readonly legalForm?: string;
  readonly municipality?: string;
  /** A KBO code of a juridical situation, or its description. */
  readonly situation?: string;
  /** What was found is this establishment of the company. */
  readonly establishmentNumber?: string;
};
