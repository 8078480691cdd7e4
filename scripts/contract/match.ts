import { type Endpoint, named, segmentsOf } from './document.ts';

/** A call as a profile has it. */
export type ProfileCall = {
  readonly method: string;
  readonly path: string;
  /** Query parameters that are sent with it. */
  readonly query?: readonly string[];
  /** The keys at the top of its body; `partial` where only those of the ticked fields are sent. */
  readonly body?: { readonly keys: readonly string[]; readonly partial: boolean };
};

export type Match =
  | { readonly verdict: 'agrees' | 'differs'; readonly endpoint: Endpoint }
  /** `near`: calls on the same thing, as people write them. */
  | { readonly verdict: 'missing'; readonly near: readonly string[] };

/** Methods that do a call's work, the profile's own first. */
const LIKE: Readonly<Record<string, readonly string[]>> = {
  get: ['get'],
  put: ['put', 'patch', 'post'],
  patch: ['patch', 'put', 'post'],
  post: ['post', 'put'],
};

const MAX_NEAR = 12;

/** The call's endpoint in the document. Several entries for one endpoint (saved requests) count as one. */
export function findCall(call: ProfileCall, endpoints: readonly Endpoint[]): Match {
  const ours = withoutPrefix(segmentsOf(call.path));
  const fitting = endpoints.filter(({ segments }) => fits(ours, withoutPrefix(segments)));
  const method = (LIKE[call.method] ?? [call.method]).find((like) => fitting.some((one) => one.method === like));
  const [first, ...others] = fitting
    .filter((one) => one.method === method)
    .toSorted((a, b) => literals(ours, withoutPrefix(b.segments)) - literals(ours, withoutPrefix(a.segments)));
  if (!first) return { verdict: 'missing', near: near(ours, endpoints) };
  const endpoint = others.reduce(joined, first);
  const samePath = endpoint.segments.length === segmentsOf(call.path).length;
  return { verdict: samePath && method === call.method ? 'agrees' : 'differs', endpoint };
}

/** What may stand before a path by way of its version or its kind. */
const PREFIX = /^(?:api|rest|public|v\d[\w.]*)$/i;

function withoutPrefix(segments: readonly string[]): readonly string[] {
  const start = segments.findIndex((segment) => !PREFIX.test(segment));
  return start < 0 ? [] : segments.slice(start);
}

const isParameter = (segment: string) => segment.startsWith('{');
/** A saved request may have a real id or a language in the place of a parameter. */
const isExample = (segment: string) => /\d/.test(segment) || /^[a-z]{2}$/i.test(segment);
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function fits(ours: readonly string[], theirs: readonly string[]): boolean {
  return (
    ours.length === theirs.length &&
    literals(ours, theirs) > 0 &&
    ours.every((our, index) => {
      const their = theirs[index] ?? '';
      if (isParameter(our)) return isParameter(their) || isExample(their);
      return isParameter(their) || isSame(our, their);
    })
  );
}

function literals(ours: readonly string[], theirs: readonly string[]): number {
  return ours.filter((our, index) => !isParameter(our) && isSame(our, theirs[index] ?? '')).length;
}

function near(ours: readonly string[], endpoints: readonly Endpoint[]): string[] {
  // The singular too: /relation/{id} is near /relations/{id}.
  const words = ours
    .filter((segment) => !isParameter(segment))
    .map((word) => word.toLowerCase().replace(/(?:ies|s)$/, ''));
  const isNear = ({ segments }: Endpoint) =>
    segments.some((segment) => words.some((word) => segment.toLowerCase().includes(word)));
  return [...new Set(endpoints.filter(isNear).map(named))].slice(0, MAX_NEAR);
}

function joined(a: Endpoint, b: Endpoint): Endpoint {
  const both = (key: 'request' | 'answer') => ({
    samples: [...a[key].samples, ...b[key].samples],
    required: [...new Set([...a[key].required, ...b[key].required])],
    facts: [...a[key].facts, ...b[key].facts],
  });
  return {
    ...a,
    pathParameters: [...a.pathParameters, ...b.pathParameters],
    query: [...a.query, ...b.query],
    request: both('request'),
    answer: both('answer'),
  };
}
