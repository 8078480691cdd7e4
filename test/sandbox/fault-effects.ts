import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { ActiveFault, Faults } from './faults.ts';
import type { Env } from './state.ts';

const HTML = '<!doctype html><title>Proxy</title><h1>Please sign in</h1><p>This network needs a sign-in.</p>';

/** Lets the faults strike the requests of a host. */
export function faultEffects(faults: Faults, host: ActiveFault['host']): MiddlewareHandler<Env> {
  return async (c, next) => {
    // A browser sends a request again on its own if a connection that it had used before is cut. While cuts are set,
    // every connection is used once, so that a cut is seen by the caller and counted rightly.
    if (faults.cuts) c.env.outgoing.shouldKeepAlive = false;
    const { pathname, search } = new URL(c.req.url);
    const fault = faults.take({ host, method: c.req.method, path: pathname + search });
    if (!fault) return next();
    return strike(fault, faults, c, next);
  };
}

async function strike(fault: ActiveFault, faults: Faults, c: Context<Env>, next: () => Promise<void>) {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault);
    case 'html':
      return c.html(HTML);
    case 'drop':
      return cut(c);
    case 'drop-after':
      await next();
      return cut(c);
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return next();
    case 'hold':
      if (fault.when === 'before') await faults.hold();
      await next();
      if (fault.when === 'after') await faults.hold();
      return undefined;
    case 'ignore-write':
      c.set('ignoredKeys', fault.keys ?? 'all');
      return next();
    default:
      await next();
      c.res = await spoilt(fault, c.res);
      return undefined;
  }
}

function statusAnswer({ status, headers, body }: Extract<ActiveFault, { kind: 'status' }>): Response {
  if (body === undefined) return new Response(null, { status, headers: headers ?? {} });
  const [type, text] = typeof body === 'string' ? ['text/plain', body] : ['application/json', JSON.stringify(body)];
  return new Response(text, { status, headers: { 'Content-Type': type, ...headers } });
}

type Spoiling = Extract<ActiveFault, { kind: 'broken-json' | 'truncated-json' | 'wrong-shape' | 'remove' | 'replace' }>;

/** Only an answer to what was asked for is spoilt: a refusal stays one. */
async function spoilt(fault: Spoiling, response: Response): Promise<Response> {
  if (!response.ok) return response;
  const text = await response.text();
  const body = text === '' ? '' : spoiltText(fault, text);
  return new Response(body, { status: response.status, headers: response.headers });
}

function spoiltText(fault: Spoiling, text: string): string {
  switch (fault.kind) {
    case 'broken-json':
      return `${text.slice(0, 1)}}${text.slice(1)}`;
    case 'truncated-json':
      return text.slice(0, Math.floor(text.length / 2));
    case 'wrong-shape': {
      const value: unknown = JSON.parse(text);
      return JSON.stringify(Array.isArray(value) ? { value } : [value]);
    }
    case 'remove':
      return JSON.stringify(JSON.parse(text, (key, value) => (key === fault.key ? undefined : value)));
    case 'replace':
      return JSON.stringify(
        JSON.parse(text, (key, value) => (Object.hasOwn(fault.values, key) ? fault.values[key] : value)),
      );
  }
}

function cut(c: Context<Env>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
