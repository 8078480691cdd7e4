import { request } from 'node:https';
import type { Sandbox } from '../../sandbox/sandbox.ts';

export type Answer = {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  json: unknown;
};

type Call = { method?: string; headers?: Record<string, string>; body?: unknown };

/** Calls a host of the sandbox, as a browser would whose host names are mapped to it. Rejects if the connection is cut. */
export function call(sandbox: Sandbox, host: string, path: string, { method, headers, body }: Call = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: sandbox.port,
        path,
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        rejectUnauthorized: false,
        headers: { Host: host, ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      },
      async (response) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of response) chunks.push(chunk);
        } catch (error) {
          reject(error);
        }
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: jsonIn(text) });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** A call of AdminPulse's API with a key of the seed. */
export function adminpulse(
  sandbox: Sandbox,
  path: string,
  { key = 'ap-full-key', ...rest }: Call & { key?: string } = {},
) {
  return call(sandbox, 'api.adminpulse.be', path, { ...rest, headers: { Authorization: `Bearer ${key}` } });
}

/** A call of openthebox, without a token unless one is given. */
export function openthebox(sandbox: Sandbox, path: string, token?: string) {
  return call(
    sandbox,
    'openthebox.be',
    path,
    token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } },
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
