import type { MiddlewareHandler } from 'hono';
import type { Env, State } from '../state.ts';

type Scope = 'relations.read' | 'relations.write' | 'tasks.read';

/**
 * The API keys of the seed. Only `tasks.read` is a scope name seen in public (C); those of relations are inferred (I).
 * `owner` is who the change history names (I).
 */
export const API_KEYS: Readonly<Record<string, { owner: string; scopes: readonly Scope[] }>> = {
  'ap-full-key': { owner: 'Sofie Lindeboom', scopes: ['relations.read', 'relations.write'] },
  'ap-read-key': { owner: 'Tom Lezer', scopes: ['relations.read'] },
  'ap-tasks-key': { owner: 'Nora Taak', scopes: ['tasks.read'] },
};

const MINUTE_MS = 60_000;

/** The key of an Authorization header, if it is one of the seed's. */
export function keyIn(header: string | undefined): string | undefined {
  const key = header?.match(/^Bearer (.+)$/)?.[1];
  return key !== undefined && Object.hasOwn(API_KEYS, key) ? key : undefined;
}

/** 401 without a known key (D), then 429 beyond the calls of a minute (D). */
export function keyRequired(state: State): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = keyIn(c.req.header('Authorization'));
    if (!key) return c.json({ message: 'Authorization has been denied for this request.' }, 401);
    const wait = secondsToWait(state, key);
    if (wait === 0) return next();
    if (state.settings.retryAfter) c.header('Retry-After', String(wait));
    return c.json({ message: 'API calls quota exceeded! maximum admitted 480 per 1m.' }, 429);
  };
}

/** Refuses keys that lack a scope, with the status that the settings say (U). */
export function scopeRequired(state: State, scope: Scope): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = keyIn(c.req.header('Authorization'));
    if (key && API_KEYS[key]?.scopes.includes(scope)) return next();
    return c.json({ message: `The token lacks the permission ${scope}.` }, state.settings.missingScopeStatus);
  };
}

function secondsToWait({ calls, clock, settings }: State, key: string): number {
  const now = clock.now();
  const known = calls.get(key);
  const minute = known && now - known.since < MINUTE_MS ? known : { since: now, count: 0 };
  minute.count += 1;
  calls.set(key, minute);
  return minute.count > settings.callsPerMinute ? Math.ceil((minute.since + MINUTE_MS - now) / 1000) : 0;
}
