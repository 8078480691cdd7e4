import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { type Answer, call } from '../../sandbox/client.ts';

/** A request as it leaves the worker. */
export type Sent = { readonly host: string; readonly method: string; readonly path: string; readonly body: unknown };

/** What goes wrong with a request, as the worker sees it. */
export type NetworkFault = (deliver: () => Promise<Answer>, signal: AbortSignal) => Promise<Response>;

/**
 * The network between the worker and the sandbox: every request reaches it under its host name, unless a fault strikes.
 * Like a browser's `fetch`, it fails with a `TypeError` that says no more.
 */
export class Network {
  readonly #sandbox: Sandbox;
  /** Requests that left, the struck ones included, oldest first. */
  readonly sent: Sent[] = [];
  /** Requests that the sandbox is answering. */
  answering = 0;
  /** The fault that strikes this request, if any. */
  faultFor: (sent: Sent) => NetworkFault | undefined = () => undefined;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  readonly fetch = async (input: Request): Promise<Response> => {
    const request = new Request(input);
    const { host, pathname, search } = new URL(request.url);
    const text = await request.text();
    const sent: Sent = {
      host,
      method: request.method,
      path: pathname + search,
      body: text === '' ? undefined : JSON.parse(text),
    };
    const fault = this.faultFor(sent);
    this.sent.push(sent);
    const authorization = request.headers.get('authorization');
    const deliver = async () => {
      this.answering += 1;
      try {
        return await call(this.#sandbox, host, sent.path, {
          method: sent.method,
          body: sent.body,
          ...(authorization && { headers: { Authorization: authorization } }),
        });
      } finally {
        this.answering -= 1;
      }
    };
    return fault ? fault(deliver, request.signal) : responseOf(await deliver());
  };
}

export function responseOf({ status, headers, text }: Answer): Response {
  const type = headers['content-type'];
  const body = [204, 304].includes(status) ? null : text;
  return new Response(body, { status, headers: type === undefined ? {} : { 'Content-Type': String(type) } });
}
