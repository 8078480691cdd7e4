import { z } from 'zod';

const where = {
  host: z.enum(['api.adminpulse.be', 'openthebox.be', 'ec.europa.eu']),
  method: z.string().toUpperCase().optional(),
  /** The beginning of path and query; a regular expression if it starts with `^`. */
  path: z.string(),
  /** How many requests it strikes; all, when left out. */
  times: z.int().positive().optional(),
};

const json = z.json();

/**
 * What can go wrong with a request, as data. A fault strikes the requests of a host (and method) whose path and query it
 * matches; of several, the one set first. `removed` and `replaced` reach keys at every depth of a JSON answer.
 */
export const fault = z.discriminatedUnion('kind', [
  /** Answers with this status instead of handling the request; the body is sent as text, or as JSON if it is not text. */
  z.object({
    ...where,
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    headers: z.record(z.string(), z.string()).optional(),
    body: json.optional(),
  }),
  /** Handles the request after `ms` milliseconds of real time. */
  z.object({ ...where, kind: z.literal('delay'), ms: z.int().nonnegative() }),
  /** Waits until `release()`: before the request is handled, or after it, before its answer. */
  z.object({ ...where, kind: z.literal('hold'), when: z.enum(['before', 'after']).default('before') }),
  /** The connection is cut before the request is handled. */
  z.object({ ...where, kind: z.literal('drop') }),
  /** The request is handled, then the connection is cut: the caller cannot know. */
  z.object({ ...where, kind: z.literal('drop-after') }),
  /** The answer's text with a brace too many in it. */
  z.object({ ...where, kind: z.literal('broken-json') }),
  /** The first half of the answer's text. */
  z.object({ ...where, kind: z.literal('truncated-json') }),
  /** A proxy's HTML page with status 200, the request not handled. */
  z.object({ ...where, kind: z.literal('html') }),
  /** A list where an object is expected, an object where a list is. */
  z.object({ ...where, kind: z.literal('wrong-shape') }),
  z.object({ ...where, kind: z.literal('remove'), key: z.string() }),
  z.object({ ...where, kind: z.literal('replace'), values: z.record(z.string(), json) }),
  /** A write is answered as if all were well, but these top-level keys (all, when left out) are not kept. */
  z.object({ ...where, kind: z.literal('ignore-write'), keys: z.array(z.string()).optional() }),
]);

export type Fault = z.input<typeof fault>;
export type ActiveFault = z.output<typeof fault>;
type Call = { host: string; method: string; path: string };

/** The faults that are set, and the requests that are held. */
export class Faults {
  #active: { fault: ActiveFault; left: number }[] = [];
  #held: (() => void)[] = [];
  #awaitHeld: (() => void)[] = [];

  add(given: Fault): void {
    const parsed = fault.parse(given);
    this.#active.push({ fault: parsed, left: parsed.times ?? Number.POSITIVE_INFINITY });
  }

  /** The fault that strikes this call, counted as used. */
  take(call: Call): ActiveFault | undefined {
    const entry = this.#active.find((one) => one.left > 0 && strikes(one.fault, call));
    if (entry) entry.left -= 1;
    return entry?.fault;
  }

  /** Whether a fault that cuts connections is set. */
  get cuts(): boolean {
    return this.#active.some(({ fault: { kind } }) => kind === 'drop' || kind === 'drop-after');
  }

  /** Waits until `release`. */
  hold(): Promise<void> {
    const released = new Promise<void>((resolve) => this.#held.push(resolve));
    for (const announce of this.#awaitHeld.splice(0)) announce();
    return released;
  }

  /** Resolves as soon as a request is held. */
  async whenHeld(): Promise<void> {
    if (this.#held.length === 0) await new Promise<void>((resolve) => this.#awaitHeld.push(resolve));
  }

  release(): void {
    for (const go of this.#held.splice(0)) go();
  }

  clear(): void {
    this.#active = [];
    this.release();
  }
}

function strikes(given: ActiveFault, call: Call): boolean {
  if (given.host !== call.host || (given.method && given.method !== call.method)) return false;
  return given.path.startsWith('^') ? new RegExp(given.path).test(call.path) : call.path.startsWith(given.path);
}
