import type { Answer } from '../../sandbox/client.ts';
import { type NetworkFault, responseOf } from './network.ts';

/** As Chrome words it. */
const failed = () => new TypeError('Failed to fetch');

const status =
  (code: number, headers: Record<string, string> = {}): NetworkFault =>
  async () =>
    new Response(JSON.stringify({ message: `status ${code}` }), {
      status: code,
      headers: { 'Content-Type': 'application/json', ...headers },
    });

/** The request arrives and is handled; a good answer is changed on its way back. */
const spoilt =
  (change: (text: string) => string): NetworkFault =>
  async (deliver) => {
    const answer = await deliver();
    return responseOf(answer.status < 300 ? { ...answer, text: change(answer.text) } : answer);
  };

/** The request is handled, and its answer names nothing. */
export const NAMELESS = spoilt(() => '{}');

/** No answer: it ends when the caller gives up. */
const never = (signal: AbortSignal) =>
  new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

function otherShape({ text }: Pick<Answer, 'text'>): string {
  const value: unknown = text === '' ? null : JSON.parse(text);
  return JSON.stringify(Array.isArray(value) ? { value } : [value]);
}

/** Bytes of blank in front of an answer, which is still JSON. */
const TEN_MEGABYTES = 10_000_000;

/** The ways in which a call can go wrong. */
export const FAULTS: Readonly<Record<string, NetworkFault>> = {
  'refused connection': async () => {
    throw failed();
  },
  'dropped after the request': async (deliver) => {
    await deliver();
    throw failed();
  },
  'slow beyond the timeout, never handled': (_, signal) => never(signal),
  'slow beyond the timeout, handled': async (deliver, signal) => {
    await deliver();
    return never(signal);
  },
  400: status(400),
  401: status(401),
  403: status(403),
  404: status(404),
  409: status(409),
  '429 with Retry-After': status(429, { 'Retry-After': '2' }),
  '429 with a long Retry-After': status(429, { 'Retry-After': '600' }),
  '429 without Retry-After': status(429),
  500: status(500),
  503: status(503),
  'broken JSON': spoilt((text) => `${text.slice(0, 1)}}${text.slice(1)}`),
  'truncated JSON': spoilt((text) => text.slice(0, Math.floor(text.length / 2))),
  HTML: async () =>
    new Response('<!doctype html><h1>Please sign in</h1>', { headers: { 'Content-Type': 'text/html' } }),
  'wrong shape': spoilt((text) => otherShape({ text })),
  '10 MB': spoilt((text) => ' '.repeat(TEN_MEGABYTES) + text),
};
