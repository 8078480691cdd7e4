/** A company found by a search. */
export type CompanyHit = {
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly legalForm?: string;
  readonly municipality?: string;
};
