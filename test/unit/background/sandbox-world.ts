import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { call } from '../sandbox/client.ts';
import { World } from './world.ts';

/** The browser in memory, with a database of its own, and the sandbox behind the network. */
export class SandboxWorld extends World {
  server: Sandbox | undefined;

  override install(): void {
    super.install();
    vi.stubGlobal('fetch', (input: Request) => this.#send(new Request(input)));
  }

  /** The calls of AdminPulse's API so far: `GET /relations?page=0`. */
  get adminpulseCalls(): readonly string[] {
    const requests = this.server?.requests() ?? [];
    return requests.filter(({ host }) => host === 'api.adminpulse.be').map(({ method, path }) => `${method} ${path}`);
  }

  async #send(request: Request): Promise<Response> {
    if (!this.server) throw new Error('no sandbox');
    const { host, pathname, search } = new URL(request.url);
    const body = await request.text();
    try {
      const { status, text, headers } = await call(this.server, host, pathname + search, {
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
  }
}
