import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type ClientOptions, createClient, detailOf } from '../../../src/api/client.ts';
import { isFailure } from '../../../src/api/errors.ts';
import { eventually } from '../../support/eventually.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The answers still to be given, the last one for ever; and what was asked. */
let answers: Answer[] = [];
let asked: string[] = [];
let server: Server;

const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_request, response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body);
  };
const json = (value: unknown) => status(200, {}, JSON.stringify(value));
const drop: Answer = (request) => request.socket.destroy();

beforeEach(async () => {
  answers = [];
  asked = [];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function client(options: Partial<ClientOptions> = {}) {
  const { port } = server.address() as AddressInfo;
  return createClient({
    service: 'adminpulse',
    baseUrl: `http://127.0.0.1:${port}/`,
    authorization: async () => 'Bearer key',
    hasHostPermission: async () => true,
    ...options,
  });
}

const relation = { method: 'get', path: 'relations/APR1', subject: 'APR1' } as const;
const Name = z.object({ name: z.string() });

describe('a call', () => {
  it('carries the credential and gives the parsed answer', async () => {
    answers = [json({ name: 'Peeters', more: 1 })];
    expect(await client().fetch(relation, Name)).toEqual({ name: 'Peeters' });
    expect(asked).toEqual(['GET /relations/APR1 Bearer key']);
  });

  it.each([
    ['401', status(401), 'unauthorized'],
    ['403', status(403), 'forbidden'],
    ['404', status(404), 'notFound'],
    ['409', status(409), 'rejected'],
    ['JSON that is broken', status(200, {}, '{"name": '), 'unexpectedAnswer'],
    ['HTML', status(200, { 'content-type': 'text/html' }, '<html>'), 'unexpectedAnswer'],
    ['an empty body', status(200), 'unexpectedAnswer'],
    ['another form', json({ name: 7 }), 'unexpectedAnswer'],
  ])('answered by %s fails as what it is, at once', async (_what, answer, kind) => {
    answers = [answer];
    await expect(client().fetch(relation, Name)).rejects.toMatchObject({ failure: { kind } });
    expect(asked).toHaveLength(1);
  });

  it('says where an answer is not as expected, and nothing of what stands there', async () => {
    answers = [json({ name: ['a secret'] })];
    const error = await client()
      .fetch(relation, Name)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: { path: '$.name', expected: 'string' } });
    expect(String(error)).not.toContain('secret');
  });

  it.each([
    ['429', status(429)],
    ['500', status(500)],
    ['503', status(503)],
    ['a dropped connection', drop],
  ])('that reads is tried again after %s', async (_what, answer) => {
    answers = [answer, json({ name: 'Peeters' })];
    expect(await client().fetch(relation, Name)).toEqual({ name: 'Peeters' });
    expect(asked).toHaveLength(2);
  });

  it('that reads gives up after two more tries', async () => {
    answers = [status(500)];
    await expect(client().fetch(relation, Name)).rejects.toMatchObject({
      failure: { kind: 'serverError', status: 500 },
    });
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['429', status(429), 'rateLimited'],
    ['500', status(500), 'serverError'],
    ['a dropped connection', drop, 'offline'],
  ])('that writes is sent once, also after %s', async (_what, answer, kind) => {
    answers = [answer];
    const put = { method: 'put', path: 'relations/APR1', json: { name: 'x' }, subject: 'APR1' } as const;
    await expect(client().send(put)).rejects.toMatchObject({ failure: { kind } });
    expect(asked).toHaveLength(1);
  });

  it('does not sit out a long wait: it says until when', async () => {
    answers = [status(429, { 'retry-after': '60' })];
    const error = await client()
      .fetch(relation, Name)
      .catch((thrown: unknown) => thrown);
    const retryAt = isFailure(error, 'rateLimited') ? error.failure.retryAt : undefined;
    const wait = Date.parse(retryAt ?? '') - Date.now();
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
    expect(asked).toHaveLength(1);
  });

  it.each(['99999999999999999', '1e300', 'soon', '-7', 'Infinity'])('survives a Retry-After of %s', async (header) => {
    answers = [status(429, { 'retry-after': header })];
    const put = { ...relation, method: 'put' } as const;
    await expect(client().send(put)).rejects.toMatchObject({ failure: { kind: 'rateLimited' } });
  });

  it('that carries something is not sent on to where a redirect leads', async () => {
    answers = [status(307, { location: '/elsewhere' }), json({})];
    await expect(client().send({ ...relation, method: 'post', json: { secret: 'x' } })).rejects.toMatchObject({
      failure: { kind: 'offline' },
    });
    expect(asked).toEqual(['POST /relations/APR1 Bearer key']);
  });

  it('tells a host that was taken from the extension from one that cannot be reached', async () => {
    answers = [drop];
    const withoutPermission = client({ hasHostPermission: async () => false });
    await expect(withoutPermission.send({ ...relation, method: 'put' })).rejects.toMatchObject({
      failure: { kind: 'hostPermissionMissing' },
    });
  });

  it.each([
    { part: 'the credential', broken: { authorization: () => Promise.reject(new TypeError('x is undefined')) } },
    { part: 'the queue', broken: { schedule: () => Promise.reject(new TypeError('x is undefined')) } },
    {
      part: 'the new credential',
      broken: { renewAuthorization: () => Promise.reject(new TypeError('x is undefined')) },
    },
  ])('does not take a defect in $part for a connection that is down', async ({ broken }) => {
    answers = [status(401)];
    await expect(client(broken).fetch(relation, Name)).rejects.toThrow(new TypeError('x is undefined'));
  });

  it('says once that its credential is refused, when it is so for good', async () => {
    answers = [status(401)];
    const onRefused = vi.fn(async () => {});
    await client({ onRefused, renewAuthorization: async () => true })
      .fetch(relation, Name)
      .catch(() => undefined);
    expect(onRefused).toHaveBeenCalledTimes(1);
  });

  it('that is ended stops on its way, is not tried again, and gives the reason', async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<string>();
    answers = [(request) => request.socket.on('close', () => close('closed'))];
    const controller = new AbortController();
    const call = client().fetch({ ...relation, signal: controller.signal }, Name);
    await eventually(() => expect(asked).toHaveLength(1));
    const reason = new Error('a newer question');
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(await closed).toBe('closed');
    expect(asked).toHaveLength(1);
  });

  it('renews a refused credential once', async () => {
    let key = 'old';
    answers = [status(401), json({ name: 'Peeters' })];
    const renewing = client({
      authorization: async () => `Bearer ${key}`,
      renewAuthorization: async (refused) => {
        expect(refused).toBe('Bearer old');
        key = 'new';
        return true;
      },
    });
    expect(await renewing.fetch(relation, Name)).toEqual({ name: 'Peeters' });
    expect(asked).toEqual(['GET /relations/APR1 Bearer old', 'GET /relations/APR1 Bearer new']);
  });

  it('is refused for good when the new credential is refused too', async () => {
    answers = [status(401)];
    await expect(client({ renewAuthorization: async () => true }).fetch(relation, Name)).rejects.toMatchObject({
      failure: { kind: 'unauthorized' },
    });
    expect(asked).toHaveLength(2);
  });
});

describe("a service's own message", () => {
  it.each([
    ['plain text', 'Wrong VAT number', 'Wrong VAT number'],
    ['message', { message: 'Wrong' }, 'Wrong'],
    ['error', { error: 'Wrong' }, 'Wrong'],
    [
      'errors by field',
      { title: 'Invalid', errors: { name: ['Name is required', 'Too short'] } },
      'Name is required · Too short',
    ],
    ['problem details', { type: 'about:blank', title: 'Bad Request', detail: 'No name' }, 'No name'],
    ['a title alone', { title: 'Bad Request', status: 400 }, 'Bad Request'],
    ['nothing', undefined, ''],
    ['HTML', '<!doctype html><p>Bad', ''],
    ['a number', 7, ''],
  ])('is found in %s', (_form, body, expected) => {
    expect(detailOf(body)).toBe(expected);
  });

  it('is cut where it has no end', () => {
    expect(detailOf('x'.repeat(100_000))).toHaveLength(300);
  });
});
