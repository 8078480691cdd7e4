/** An API description, whatever its format: what the contract is compared with. */
export type ApiDocument = {
  /** Format and title, for the heading. */
  readonly title: string;
  /** Every base address, as written. */
  readonly servers: readonly string[];
  readonly endpoints: readonly Endpoint[];
};

export type Endpoint = {
  /** Lower case. */
  readonly method: string;
  /** Parameters stand as `{name}`. */
  readonly segments: readonly string[];
  readonly pathParameters: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly request: Body;
  readonly answer: Body;
};

export type Parameter = {
  readonly name: string;
  readonly required: boolean;
  readonly examples: readonly unknown[];
  /** Description and schema notes, as the document has them. */
  readonly text: string;
};

export type Body = {
  /** Examples, and one sample made of the schema where there is one: it has every key, with an example or an empty value. */
  readonly samples: readonly unknown[];
  /** Keys at the top that must be there. */
  readonly required: readonly string[];
  readonly facts: readonly Fact[];
};

/** What the document says of the values at a place: a date format, the values of an enumeration. */
export type Fact = { readonly path: string; readonly says: string };

export const NOTHING: Body = { samples: [], required: [], facts: [] };

/** As people write it: `GET /relations/{id}`. */
export function named({ method, segments }: Pick<Endpoint, 'method' | 'segments'>): string {
  return `${method.toUpperCase()} /${segments.join('/')}`;
}

export function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}
