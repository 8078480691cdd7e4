import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Review } from '../../../src/messages.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { World } from '../background/world.ts';
import { FAULTS } from './faults.ts';
import { Network, type Sent } from './network.ts';

const world = await vi.hoisted(async () => {
  const { World: Made } = await import('../background/world.ts');
  const made: World = new Made();
  made.install();
  return made;
});

const { HANDLERS } = await import('../../../src/background/handlers.ts');
const { createServices } = await import('../../../src/background/services.ts');
const { adminpulseCredentials, opentheboxCredentials } = await import('../../../src/background/credentials.ts');
const { attempt } = await import('../../../src/background/failure.ts');

const NUMBER = '0001004246';
const CODE = 'APR00510';
const RELATION = `/relations/${CODE}`;
const REVIEW = `${NUMBER}-${CODE}`;
const API_KEY = 'ap-full-key';
const OFFICE = { clientId: 'otb-office-7', clientSecret: 'otb-secret' };
/** Minutes in which anything must have ended: what a user would still wait for, with all timeouts and retries. */
const PATIENCE = 5;

const realTimeout = setTimeout;

let sandbox: Sandbox;
let network: Network;
let services: ReturnType<typeof createServices>;
let cells = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  console.log(`${cells} cells of the fault matrix were run`);
  await sandbox.stop();
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  sandbox.reset();
  world.reset();
  network = new Network(sandbox);
  vi.stubGlobal('fetch', network.fetch);
  services = createServices();
  await opentheboxCredentials.write(OFFICE);
  await adminpulseCredentials.write({ apiKey: API_KEY, label: 'Office' });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets the minutes pass that the task takes; fails when it takes more than the user would wait. */
async function inTime<T>(task: Promise<T>): Promise<T> {
  let ended = false;
  const watched = task.finally(() => {
    ended = true;
  });
  watched.catch(() => {});
  const deadline = Date.now() + PATIENCE * 60_000;
  while (!ended) {
    if (Date.now() > deadline) throw new Error(`not ended after ${PATIENCE} minutes`);
    // The sandbox answers, and keys are computed, in real time; only the worker's own waits are passed over.
    await new Promise((resolve) => realTimeout(resolve, 2));
    if (network.answering === 0) await vi.advanceTimersByTimeAsync(1000);
  }
  return watched;
}

const open = (code: string | undefined = CODE) =>
  inTime(HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, ...(code && { relationCode: code }) }));
const apply = () => inTime(HANDLERS.applyReview.answer(services, { reviewId: REVIEW, fields: ['name'] }));
const review = (id = REVIEW) => world.session.get(`review:${id}`) as Review;

const isPut = ({ method }: Sent) => method === 'PUT';
const isRead = ({ method, path }: Sent) => method === 'GET' && path === RELATION;
const wasWritten = () => network.sent.some(isPut);

type Target = {
  /** Whether the fault strikes this request. */
  readonly strikes: (sent: Sent) => boolean;
  /** What the user does. */
  readonly act: () => Promise<void>;
};

const gets = (pattern: RegExp) => (sent: Sent) => sent.method === 'GET' && pattern.test(sent.path);

/** Every call that a review and its apply make. The fault strikes it each time, its retries too. */
const CALLS_OF_A_REVIEW: Readonly<Record<string, Target>> = {
  'openthebox: token': { strikes: ({ path }) => path === '/oauth/token', act: openAndApply },
  'openthebox: company': { strikes: gets(/^\/api\/companies\/BE\d+$/), act: openAndApply },
  'openthebox: annual accounts': { strikes: gets(/annual-accounts/), act: openAndApply },
  'openthebox: graph': { strikes: gets(/^\/api\/graph/), act: openAndApply },
  'AdminPulse: list, to learn from': { strikes: gets(/^\/relations\?page=0&pageSize=12$/), act: openAndApply },
  'AdminPulse: relation': { strikes: isRead, act: openAndApply },
  'AdminPulse: linked relation': { strikes: gets(/^\/relations\/APR00601$/), act: openAndApply },
  'AdminPulse: relation, before the write': {
    strikes: isRead,
    act: async () => {
      const { faultFor } = network;
      network.faultFor = () => undefined;
      await open();
      network.faultFor = faultFor;
      await apply();
    },
  },
  'AdminPulse: write': { strikes: isPut, act: openAndApply },
  'AdminPulse: relation, after the write': { strikes: (sent) => isRead(sent) && wasWritten(), act: openAndApply },
};

async function openAndApply(): Promise<void> {
  await open();
  await apply();
}

/** What the relation is called in AdminPulse now, and whatever else it holds. */
const held = () => sandbox.relation(CODE);
const BEFORE = 'Bakkerij Peeters';
const AFTER = 'Bakkerij Peeters & Zonen';

describe.each(Object.entries(CALLS_OF_A_REVIEW))('%s', (_name, { strikes, act }) => {
  it.each(Object.entries(FAULTS))('%s', async (_fault, fault) => {
    const before = held();
    network.faultFor = (sent) => (strikes(sent) ? fault : undefined);
    await act();
    cells += 1;

    // Nothing but the ticked field, and that at most once.
    const { name, displayName: _shown, ...others } = held();
    const { name: _was, displayName: _shownBefore, ...othersBefore } = before;
    expect(others).toEqual(othersBefore);
    expect([BEFORE, AFTER]).toContain(name);
    expect(sandbox.history(CODE).length).toBe(name === AFTER ? 1 : 0);
    const keys = network.sent.filter(isPut).map(({ path }) => path);
    expect(new Set(keys).size).toBe(keys.length);

    // What is said is true, and has a cause.
    const now = review();
    if (now.phase === 'applied') {
      expect(now.outcome).toEqual([{ field: 'name', result: name === AFTER ? 'written' : 'kept' }]);
    } else {
      expect(now.phase).toBe('failed');
      const { failure } = now as Extract<Review, { phase: 'failed' }>;
      expect(failure.kind).not.toBe('internal');
      if (failure.kind !== 'unsettled') expect(name).toBe(BEFORE);
    }
  });
});

const ASKS: Readonly<Record<string, Target & { readonly ask: () => Promise<unknown> }>> = {
  'AdminPulse: list, by number': asked(gets(/^\/relations\?.*vatNumber=/), async () => {
    await open('');
    return review(NUMBER);
  }),
  'openthebox: search': asked(gets(/^\/api\/entities\/search/), () => said('lookUp', { query: 'peeters' })),
  'openthebox: company, of a number that is looked up': asked(gets(/^\/api\/companies\/BE\d+$/), () =>
    said('lookUp', { query: NUMBER }),
  ),
  'openthebox: company, for its card': asked(gets(/^\/api\/companies\/BE\d+$/), () =>
    said('getCompany', { enterpriseNumber: NUMBER }),
  ),
  'VIES: check': asked(gets(/^\/taxation_customs/), () => said('checkVat', { vatNumber: `BE${NUMBER}` })),
  'openthebox: token, on Connect': asked(
    ({ path }) => path === '/oauth/token',
    () => said('connectOpenthebox', OFFICE),
  ),
  'AdminPulse: list, on Connect': asked(gets(/^\/relations\?/), () => said('connectAdminPulse', { apiKey: API_KEY })),
  'AdminPulse: relation, on Connect': asked(gets(/^\/relations\/APR/), () =>
    said('connectAdminPulse', { apiKey: API_KEY }),
  ),
  'AdminPulse: own companies, on Connect': asked(gets(/^\/companies/), () =>
    said('connectAdminPulse', { apiKey: API_KEY }),
  ),
  'AdminPulse: write that cannot be, on Connect': asked(isPut, () => said('connectAdminPulse', { apiKey: API_KEY })),
};

function asked(strikes: Target['strikes'], ask: () => Promise<unknown>) {
  return { strikes, ask, act: async () => {} };
}

type Message = 'lookUp' | 'getCompany' | 'checkVat' | 'connectOpenthebox' | 'connectAdminPulse';

function said(message: Message, data: unknown): Promise<unknown> {
  return inTime(attempt<unknown>(() => HANDLERS[message].answer(services, data)));
}

describe.each(Object.entries(ASKS))('%s', (_name, { strikes, ask }) => {
  it.each(Object.entries(FAULTS))('%s', async (_fault, fault) => {
    network.faultFor = (sent) => (strikes(sent) ? fault : undefined);
    const answer = JSON.stringify(await ask());
    cells += 1;
    expect(answer).not.toContain('"internal"');
    expect(answer).not.toContain(API_KEY);
    expect(answer).not.toContain(OFFICE.clientSecret);
    expect(sandbox.history(CODE)).toEqual([]);
  });
});
