import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Env, State } from '../state.ts';

/** The one client of the seed. */
export const CLIENT = { id: 'otb-office-7', secret: 'otb-secret' } as const;

/** The body of a token request (D). */
export const tokenRequest = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  audience: z.literal('https://openthebox.be/api'),
  grant_type: z.literal('client_credentials'),
});

/** A new token, in Auth0's form (I). */
export function issueToken({ clock, settings, tokens }: State) {
  const token = `otb.${randomUUID()}`;
  tokens.set(token, clock.now() + settings.tokenSeconds * 1000);
  return { access_token: token, token_type: 'Bearer', expires_in: settings.tokenSeconds };
}

/** 401 for a token that is unknown or over (I); without one, a limited number of calls (D), then 429 as plain text (U). */
export function tokenOrLimit(state: State): MiddlewareHandler<Env> {
  return async (c, next) => {
    const header = c.req.header('Authorization');
    if (header !== undefined) {
      const until = state.tokens.get(header.replace(/^Bearer /, '')) ?? 0;
      return until > state.clock.now() ? next() : c.text('Unauthorized', 401);
    }
    state.anonymousCalls += 1;
    if (state.anonymousCalls <= state.settings.anonymousLimit) return next();
    return c.text('Too many requests without authentication. Please try again later.', 429);
  };
}
