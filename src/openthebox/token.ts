import * as z from 'zod/mini';
import type { Client } from '../api/client.ts';
import { CALLS, tokenRequest } from './profile.ts';

export type OpentheboxCredentials = { readonly clientId: string; readonly clientSecret: string };

/** A token with the instant, in epoch milliseconds, from which it is not used any more. */
export const Token = z.object({ accessToken: z.string(), expiresAt: z.number() });
export type Token = z.infer<typeof Token>;

/** A token is valid for 24 hours (openthebox's API description); `expires_in` is Auth0's convention, in seconds. */
const TokenAnswer = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z._default(z.number().check(z.positive()), 86_400),
});

/** Milliseconds before its end at which a token is renewed. */
const MARGIN = 5 * 60_000;

/** Asks for a token by client credentials. Throws `unauthorized` or `forbidden` when openthebox refuses them. */
export async function requestToken(client: Client, credentials: OpentheboxCredentials, now: number): Promise<Token> {
  const answer = await client.fetch(
    {
      ...CALLS.token,
      json: tokenRequest(credentials),
      subject: CALLS.token.path,
    },
    TokenAnswer,
  );
  return { accessToken: answer.access_token, expiresAt: now + answer.expires_in * 1000 - MARGIN };
}

/** Where the token is kept between two lives of the worker. */
export type TokenStore = {
  read(): Promise<Token | undefined>;
  write(token: Token | undefined): Promise<void>;
};

export type TokenSource = {
  /** A token that is valid now. Any number of callers share one request. */
  get(): Promise<Token>;
  /** Forgets the token that openthebox refused; one that came in its place meanwhile stays. */
  drop(refused: string): Promise<void>;
};

/**
 * The one place that asks for tokens.
 *
 *     get() ──► stored and valid? ──yes──► it
 *                   │no
 *                   ▼
 *             request under way? ──yes──► wait for that one
 *                   │no
 *                   ▼
 *             request, store, hand out
 */
export function createTokenSource(request: () => Promise<Token>, store: TokenStore, now: () => number): TokenSource {
  let underWay: Promise<Token> | undefined;

  async function renew(): Promise<Token> {
    const stored = await store.read();
    if (stored && stored.expiresAt > now()) return stored;
    const token = await request();
    await store.write(token);
    return token;
  }

  return {
    get() {
      underWay ??= renew().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    async drop(refused) {
      if ((await store.read())?.accessToken === refused) await store.write(undefined);
    },
  };
}
