import { z } from 'zod';
import { shapeSetting } from './shapes/service-shapes.ts';

/** What is not known of the two services, and what a test may want the other way. */
const settings = z.object({
  shape: shapeSetting,
  /** A made-up office with its companies in place of the seed's; null: the seed's. */
  office: z.strictObject({ seed: z.int().min(0), relations: z.int().min(1).max(1_000) }).nullable(),
  /** At least this many active relations: those of the seed, then generated ones. */
  relations: z.int().min(0).max(20_000),
  /** Calls that openthebox answers without a token, before 429 (D that there is a limit, its height U). */
  anonymousLimit: z.int().min(0),
  /** Seconds for which openthebox's token is valid (D: 24 hours). */
  tokenSeconds: z.int().positive(),
  /** AdminPulse calls a minute, before 429 (D: 480). */
  callsPerMinute: z.int().positive(),
  /** Whether AdminPulse's 429 says `Retry-After` (U: no public client reads one). */
  retryAfter: z.boolean(),
  /** The status for a key that lacks a scope (U: one client takes 401 for it). */
  missingScopeStatus: z.union([z.literal(401), z.literal(403)]),
  /**
   * How `GET /relations?vatNumber=` matches: `exact` the VAT numbers only; `loose` the first seven digits, so that other
   * relations come along; `ignored` returns every relation. Which is true is unknown (U): clients must check the answer.
   */
  vatFilter: z.enum(['exact', 'loose', 'ignored']),
});

export type Settings = z.infer<typeof settings>;

/** A part of the settings. */
export const sandboxOptions = settings.partial().strict();
export type SandboxOptions = z.infer<typeof sandboxOptions>;

export const DEFAULTS: Settings = {
  shape: 'flat',
  office: null,
  relations: 0,
  anonymousLimit: 20,
  tokenSeconds: 86_400,
  callsPerMinute: 480,
  retryAfter: false,
  missingScopeStatus: 403,
  vatFilter: 'exact',
};

/** The settings with some of them changed; what a change leaves out stays. */
export function changed(before: Settings, changes: SandboxOptions): Settings {
  return settings.parse({ ...before, ...sandboxOptions.parse(changes) });
}
