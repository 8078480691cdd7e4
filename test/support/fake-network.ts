import type { Sandbox } from '../sandbox/sandbox.ts';
import { call } from '../unit/sandbox/client.ts';
import type { Gate } from './fake-storage.ts';

type Json = Record<string, unknown>;
type Answer = { readonly status: number; readonly body?: unknown };
type Route = (call: { readonly path: string; readonly body: unknown }) => Answer | Promise<Answer>;

/** What is behind `fetch`: routes that a test names, or the sandbox. */
export class FakeNetwork {
  /** `GET /relations/APR00510`, in order. */
  readonly calls: string[] = [];
  /** Paths of the calls that the worker ended. */
  readonly ended: string[] = [];
  /** The bodies of the writes. */
  readonly written: Json[] = [];
  readonly #routes = new Map<string, Route>();
  /** Answers every request in place of the routes. */
  handler: ((request: Request) => Response | Promise<Response>) | undefined;
  readonly #gate: Gate;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** From now on this call (`GET /relations`) is answered so. */
  answer(call: string, route: Route | Answer): void {
    this.#routes.set(call, typeof route === 'function' ? route : () => route);
  }

  readonly fetch = (input: Request): Promise<Response> => this.#gate(() => this.#fetch(input));

  async #fetch(input: Request): Promise<Response> {
    const request = new Request(input);
    const { pathname, search } = new URL(request.url);
    const text = await request.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    this.calls.push(`${request.method} ${pathname}${search}`);
    if (request.method === 'PUT') this.written.push(body as Json);
    if (this.handler)
      return this.handler(
        new Request(input.url, { method: request.method, headers: request.headers, ...(text && { body: text }) }),
      );
    const route = this.#routes.get(`${request.method} ${pathname}`);
    const ended = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => {
        this.ended.push(pathname);
        reject(request.signal.reason);
      });
    });
    const { status, body: answer } = (await Promise.race([route?.({ path: pathname, body }), ended])) ?? {
      status: 404,
    };
    return new Response(answer === undefined ? null : JSON.stringify(answer), { status });
  }

  reset(): void {
    this.#routes.clear();
    this.handler = undefined;
    for (const list of [this.calls, this.ended, this.written]) list.length = 0;
  }
}

/** The sandbox's server as what is behind `fetch`. */
export function sandboxServer(sandbox: Sandbox) {
  return async (request: Request): Promise<Response> => {
    const { host, pathname, search } = new URL(request.url);
    const body = await request.text();
    try {
      const { status, text, headers } = await call(sandbox, host, pathname + search, {
        method: request.method,
        headers: { Authorization: request.headers.get('authorization') ?? '' },
        ...(body !== '' && { body: JSON.parse(body) }),
      });
      return new Response([204, 304].includes(status) ? null : text, {
        status,
        headers: { 'content-type': String(headers['content-type'] ?? '') },
      });
    } catch {
      // As a browser reports a connection that was cut.
      throw new TypeError('Failed to fetch');
    }
  };
}

/** The calls of AdminPulse's API that the sandbox got so far: `GET /relations?page=0`. */
export function adminpulseCalls(sandbox: Sandbox): readonly string[] {
  return sandbox
    .requests()
    .filter(({ host }) => host === 'api.adminpulse.be')
    .map(({ method, path }) => `${method} ${path}`);
}
