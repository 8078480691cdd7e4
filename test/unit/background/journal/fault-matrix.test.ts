import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attempt } from '../../../../src/background/failures.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials, opentheboxCredentials } from '../../../../src/background/settings/credentials.ts';
import type { Creation, Review } from '../../../../src/messages/index.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';
import { FAULTS, NAMELESS } from './faults.ts';
import { Network, type NetworkFault, type Sent } from './network.ts';

const NUMBER = '0001004246';
const CODE = 'APR00510';
const RELATION = `/relations/${CODE}`;
const REVIEW = `${NUMBER}-${CODE}`;
const API_KEY = 'ap-full-key';
const OFFICE = { clientId: 'otb-office-7', clientSecret: 'otb-secret' };
/** Minutes in which anything must have ended: what a user would still wait for, with all timeouts and retries. */
const MAX_MINUTES = 5;

const realTimeout = setTimeout;
const realImmediate = setImmediate;
/** Turns of the event loop in which the database's steps come before a second passes. */
const STEPS_A_SECOND = 100;

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
  fakeBrowser.reset();
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
  const deadline = Date.now() + MAX_MINUTES * 60_000;
  while (!ended) {
    if (Date.now() > deadline) throw new Error(`not ended after ${MAX_MINUTES} minutes`);
    // The sandbox answers, keys are computed, and the database takes its steps in real time, however slow the machine is; only
    // the worker's own waits are passed over.
    await new Promise((resolve) => realTimeout(resolve, 2));
    for (let step = 0; step < STEPS_A_SECOND; step += 1)
      await new Promise((resolve) => realImmediate(resolve, undefined));
    if (network.answering === 0) await vi.advanceTimersByTimeAsync(1000);
  }
  return watched;
}

const open = (code: string | undefined = CODE) =>
  inTime(HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, ...(code && { relationCode: code }) }));
const apply = () => inTime(HANDLERS.applyReview.answer(services, { reviewId: REVIEW, fields: ['name'] }));
const review = (id = REVIEW) => fakeBrowser.session.get(`review:${id}`) as Review;

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
const raw = () => sandbox.relation(CODE);
const BEFORE = 'Bakkerij Peeters';
const AFTER = 'Bakkerij Peeters & Zonen';

describe.each(Object.entries(CALLS_OF_A_REVIEW))('%s', (_name, { strikes, act }) => {
  it.each(Object.entries(FAULTS))('%s', async (_fault, fault) => {
    const before = raw();
    network.faultFor = (sent) => (strikes(sent) ? fault : undefined);
    await act();
    cells += 1;

    // Nothing but the ticked field, and that at most once.
    const { name, displayName: _shown, ...others } = raw();
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

/** Every call of an undo. */
const CALLS_OF_AN_UNDO: Readonly<Record<string, Target['strikes']>> = {
  'AdminPulse: relation, before the undo': isRead,
  'AdminPulse: write of the undo': isPut,
  'AdminPulse: relation, after the undo': (sent) => isRead(sent) && network.sent.filter(isPut).length > 1,
};

describe.each(Object.entries(CALLS_OF_AN_UNDO))('%s', (_name, strikes) => {
  it.each(Object.entries(FAULTS))('%s', async (_fault, fault) => {
    const { name: _was, displayName: _shownBefore, ...othersBefore } = raw();
    await openAndApply();
    network.faultFor = (sent) => (strikes(sent) ? fault : undefined);
    await inTime(HANDLERS.undoReview.answer(services, { reviewId: REVIEW }));
    cells += 1;

    const { name, displayName: _shown, ...others } = raw();
    expect(others).toEqual(othersBefore);
    expect([BEFORE, AFTER]).toContain(name);
    expect(sandbox.history(CODE).length).toBe(name === BEFORE ? 2 : 1);
    const keys = network.sent.filter(isPut).slice(1);
    expect(new Set(keys.map(({ path }) => path)).size).toBe(keys.length);

    const now = review();
    if (now.phase === 'undone') {
      expect(now.undone).toEqual([{ field: 'name', result: name === BEFORE ? 'undone' : 'kept' }]);
    } else {
      expect(now.phase).toBe('failed');
      const { failure } = now as Extract<Review, { phase: 'failed' }>;
      expect(failure.kind).not.toBe('internal');
      if (failure.kind !== 'unsettled') expect(name).toBe(AFTER);
    }
  });
});

/** A company that is no relation yet. */
const NEW_NUMBER = '0001008107';
const CREATION = `create-${NEW_NUMBER}`;
const creation = () => fakeBrowser.session.get(`creation:${CREATION}`) as Creation;
const isPost = ({ host, method }: Sent) => host === 'api.adminpulse.be' && method === 'POST';

/** Every call of a create that the ones above do not have; `create`: what becomes of the create itself. */
const CALLS_OF_A_CREATE: Readonly<Record<string, { strikes: Target['strikes']; create?: NetworkFault }>> = {
  'AdminPulse: list by number, before the create': {
    strikes: (sent) => gets(/vatNumber=0001008107/)(sent) && !network.sent.some(isPost),
  },
  'AdminPulse: list, gone through for the index': { strikes: gets(/^\/relations\?page=\d+&pageSize=400/) },
  'AdminPulse: own companies, for the create': { strikes: gets(/^\/companies/) },
  'AdminPulse: create': { strikes: isPost },
  'AdminPulse: relation, after the create': {
    strikes: (sent) => gets(/^\/relations\/APR/)(sent) && network.sent.some(isPost),
  },
  // It is looked up where the answer does not name it.
  'AdminPulse: list by number, after the create': {
    strikes: (sent) => gets(/vatNumber=0001008107/)(sent) && network.sent.some(isPost),
    create: NAMELESS,
  },
};

describe.each(Object.entries(CALLS_OF_A_CREATE))('%s', (_name, { strikes, create }) => {
  it.each(Object.entries(FAULTS))('%s', async (_fault, fault) => {
    network.faultFor = (sent) => (strikes(sent) ? fault : isPost(sent) ? create : undefined);
    await inTime(
      (async () => {
        await HANDLERS.openCreate.answer(services, { enterpriseNumber: NEW_NUMBER });
        // It is read in the background.
        while (creation().phase === 'loading') await new Promise((resolve) => realTimeout(resolve, 2));
        await navigator.locks.request('relation-index', () => undefined);
        const opened = creation();
        if (opened.phase !== 'ready') return;
        const { choices, since, vatPending } = opened.draft;
        const chosen = (what: keyof typeof choices) => choices[what].proposed ?? choices[what].options[0]?.id ?? '';
        const answers = {
          relationType: chosen('relationType'),
          status: chosen('status'),
          language: chosen('language'),
          ownCompany: chosen('ownCompany'),
          ...(since && { since: '2026-11-24' }),
          ...(vatPending && { vatPending: true }),
        };
        const data = { creationId: CREATION, fields: ['name', 'vatNumber', 'enterpriseNumber'], answers };
        await attempt<unknown>(() => HANDLERS.createRelation.answer(services, data));
      })(),
    );
    cells += 1;

    // Sent once at most, and never a second relation.
    expect(network.sent.filter(isPost).length).toBeLessThanOrEqual(1);
    const made = sandbox.relationsWith(NEW_NUMBER).length;
    expect(made).toBeLessThanOrEqual(1);

    const now = creation();
    const failure = now.phase === 'failed' ? now.failure : now.phase === 'ready' ? now.failure?.failure : undefined;
    expect(failure?.kind).not.toBe('internal');
    if (now.phase === 'created') expect(made).toBe(1);
    if (now.phase === 'failed' || (now.phase === 'ready' && now.failure?.made === 'no')) expect(made).toBe(0);
    expect(['created', 'failed', 'ready', 'exists']).toContain(now.phase);
  });
});
