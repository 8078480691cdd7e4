import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, sendMessage, sendToTab } from '../../../src/messages/channel.ts';
import { isWorkerMessage, MESSAGES, type Value, type WorkerMessage } from '../../../src/messages/index.ts';

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;

const SENDER = { id: 'ours', origin: 'chrome-extension://ours' };
const copy = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** The browser between the two ends, as both browsers do it: copies cross, and the first answer is the answer. */
let listeners: Listener[];
let toTabs: unknown[];
function send(message: unknown): Promise<unknown> {
  if (listeners.length === 0) return Promise.reject(new Error('Receiving end does not exist.'));
  return new Promise((resolve) => {
    const respond = (answer: unknown) => resolve(copy(answer));
    const kept = listeners.map((listener) => listener(copy(message), SENDER, respond));
    if (!kept.includes(true)) resolve(undefined);
  });
}
beforeEach(() => {
  listeners = [];
  toTabs = [];
  vi.stubGlobal('chrome', {
    runtime: { sendMessage: send, onMessage: { addListener: (listener: Listener) => listeners.push(listener) } },
    tabs: { sendMessage: async (...sent: unknown[]) => void toTabs.push(...sent) },
  });
});

/** What the worker of these tests knows. */
const VALUES: { readonly [M in WorkerMessage]?: Value<M> } = { checkVat: { result: 'valid', name: 'Peeters' } };

const unreached: Parameters<typeof listen>[0] = () => {
  throw new Error('It is not to be asked.');
};

describe('a message to the worker', () => {
  it('arrives with its type, its data and its sender, and what is answered comes back', async () => {
    const asked: unknown[] = [];
    listen(async (type, ...rest) => {
      asked.push([type, ...rest]);
      const value = VALUES[type];
      return value === undefined ? { ok: false, failure: { kind: 'notSent' } } : { ok: true, value };
    });
    const answer = await sendMessage('checkVat', { vatNumber: 'BE0001004246' });
    expect(answer).toEqual({ ok: true, value: { result: 'valid', name: 'Peeters' } });
    expect(asked).toEqual([['checkVat', { vatNumber: 'BE0001004246' }, SENDER]]);
    await sendMessage('getSettings');
    expect(asked[1]).toEqual(['getSettings', undefined, SENDER]);
  });

  it('is typed by the protocol, in its data and in its answer', () => {
    const ends = async () => {
      // @ts-expect-error The data are missing.
      await sendMessage('getReview');
      // @ts-expect-error They are another message's.
      await sendMessage('getReview', { creationId: 'x' });
      // @ts-expect-error Nobody sends this one to the worker.
      await sendMessage('relationChanged', { relationCode: 'x', enterpriseNumber: 'y' });
      // @ts-expect-error Nor is this one for a page.
      await sendToTab(1, 'getSettings', undefined);
      const answer = await sendMessage('exportMapping');
      return answer?.ok ? (answer.value satisfies string) : undefined;
    };
    expect(ends).toBeTypeOf('function');
  });

  it('that fails is answered with the failure, as data', async () => {
    const failure = { kind: 'offline', service: 'adminpulse' } as const;
    listen(async () => ({ ok: false, failure }));
    expect(await sendMessage('getConnections')).toEqual({ ok: false, failure });
  });

  it.each([
    [
      'that breaks what answers it',
      async () => {
        throw new TypeError('secret of Peeters');
      },
    ],
    [
      'that breaks it at once',
      () => {
        throw new TypeError('secret of Peeters');
      },
    ],
  ])('%s is answered with the name of the error, and not with its text', async (_, answer) => {
    listen(answer);
    const failure = { kind: 'internal', detail: 'TypeError' };
    expect(await sendMessage('getConnections')).toEqual({ ok: false, failure });
  });

  it('that nobody listens to is an error', async () => {
    await expect(sendMessage('getConnections')).rejects.toThrow('Receiving end');
  });
});

describe('a message that is not for the worker', () => {
  it.each([
    { type: 'unheardOf' },
    { type: 'toString' },
    { type: 'relationChanged', data: {} },
    { type: ['getReview'] },
    {},
    null,
    7,
    'getReview',
  ])('is left to others: %j', async (message) => {
    listen(unreached);
    expect(await send(message)).toBeUndefined();
    listeners.push((_message, _sender, respond) => {
      respond('from another');
      return true;
    });
    expect(await send(message)).toBe('from another');
  });
});

it('goes to the content script of one tab', async () => {
  const change = { relationCode: 'APR00510', enterpriseNumber: '0001004246' };
  expect(await sendToTab(3, 'relationChanged', change)).toBeUndefined();
  expect(toTabs).toEqual([3, { type: 'relationChanged', data: change }]);
});

it('has every message of the protocol in the worker, but the one to the page', () => {
  expect(Object.keys(MESSAGES).filter((name) => !isWorkerMessage(name))).toEqual(['relationChanged']);
});
