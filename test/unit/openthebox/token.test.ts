import { describe, expect, it } from 'vitest';
import { createTokenSource, type Token, type TokenStore } from '../../../src/openthebox/token.ts';

function inMemory(stored?: Token): TokenStore {
  let token = stored;
  return {
    read: async () => token,
    write: async (next) => {
      token = next;
    },
  };
}

function counting(expiresAt: number) {
  const requests: Token[] = [];
  const request = async () => {
    const token = { accessToken: `token-${requests.length + 1}`, expiresAt };
    requests.push(token);
    return token;
  };
  return { request, requests };
}

describe('the token source', () => {
  it('shares one request among all who ask meanwhile', async () => {
    const { request, requests } = counting(1_000);
    const source = createTokenSource(request, inMemory(), () => 0);
    const tokens = await Promise.all(Array.from({ length: 10 }, () => source.get()));
    expect(new Set(tokens.map(({ accessToken }) => accessToken))).toEqual(new Set(['token-1']));
    expect(requests).toHaveLength(1);
  });

  it('hands out the token that an earlier life of the worker stored', async () => {
    const { request, requests } = counting(1_000);
    const source = createTokenSource(request, inMemory({ accessToken: 'kept', expiresAt: 500 }), () => 499);
    expect((await source.get()).accessToken).toBe('kept');
    expect(requests).toHaveLength(0);
  });

  it('asks for another one at the end of the token', async () => {
    const { request } = counting(1_000);
    const source = createTokenSource(request, inMemory({ accessToken: 'old', expiresAt: 500 }), () => 500);
    expect((await source.get()).accessToken).toBe('token-1');
  });

  it('asks for another one after a drop', async () => {
    const { request } = counting(1_000);
    const source = createTokenSource(request, inMemory(), () => 0);
    await source.get();
    await source.drop('token-1');
    expect((await source.get()).accessToken).toBe('token-2');
  });

  it('asks once when several calls were refused with the same token', async () => {
    const { request, requests } = counting(1_000);
    const source = createTokenSource(request, inMemory(), () => 0);
    await source.get();
    for (const _call of ['company', 'annual accounts', 'graph']) {
      await source.drop('token-1');
      await source.get();
    }
    expect(requests).toHaveLength(2);
  });

  it('tries again after a request that failed', async () => {
    let calls = 0;
    const request = async () => {
      calls += 1;
      if (calls === 1) throw new Error('refused');
      return { accessToken: 'second', expiresAt: 1_000 };
    };
    const source = createTokenSource(request, inMemory(), () => 0);
    await expect(source.get()).rejects.toThrow('refused');
    expect((await source.get()).accessToken).toBe('second');
  });
});
