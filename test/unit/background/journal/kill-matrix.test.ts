import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Field } from '../../../../src/company/company.ts';
import type { Creation, CreationAnswers, Review } from '../../../../src/messages/index.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import {
  ARRIVAL_WINDOW_MS,
  begin,
  type Death,
  live,
  MATRIX_PATIENCE_MS,
  mortalIdb,
  pass,
  stopTime,
  turn,
  until,
} from '../../../support/worker-life.ts';

/**
 * The worker is ended at every effect of an apply, an undo and a create: before each call, storage access and database step, and
 * after it, before the worker knows. A new worker then starts on what is left.
 */
const { fakeBrowser } = await vi.hoisted(() => import('../../../support/worker-setup.ts'));
vi.mock('idb', async (original) => mortalIdb(fakeBrowser, await original()));

const NUMBER = '0001004246';
const CODE = 'APR00510';
const REVIEW = `${NUMBER}-${CODE}`;
const FIELDS: Field[] = ['name', 'address', 'fiscalYearEnd'];
const NEW_NUMBER = '0001008107';
const CREATION = `create-${NEW_NUMBER}`;
const NEW_FIELDS: Field[] = ['name', 'legalForm', 'enterpriseNumber', 'vatNumber', 'address', 'phone'];
let office: InProcessSandbox;

/** A worker: all its modules anew, on the stores of the fakeBrowser. */
async function worker() {
  vi.resetModules();
  const [{ HANDLERS }, { createServices }, { adminpulseCredentials }, { reconcileAll }, history] = await Promise.all([
    import('../../../../src/background/messaging/handlers.ts'),
    import('../../../../src/background/services.ts'),
    import('../../../../src/background/settings/credentials.ts'),
    import('../../../../src/background/journal/reconcile.ts'),
    import('../../../../src/background/journal/history.ts'),
  ]);
  const services = createServices();
  return {
    connect: () => adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Kantoor' }),
    openReview: () => HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, relationCode: CODE }),
    apply: () => HANDLERS.applyReview.answer(services, { reviewId: REVIEW, fields: FIELDS }),
    undo: () => HANDLERS.undoReview.answer(services, { reviewId: REVIEW }),
    getReview: () => HANDLERS.getReview.answer(services, { reviewId: REVIEW }),
    openCreate: () => HANDLERS.openCreate.answer(services, { enterpriseNumber: NEW_NUMBER }),
    index: () => HANDLERS.getRelationIndex.answer(services, undefined),
    create: () =>
      HANDLERS.createRelation.answer(services, { creationId: CREATION, fields: NEW_FIELDS, answers: answers() }),
    getCreation: () => HANDLERS.getCreation.answer(services, { creationId: CREATION }),
    recover: () => reconcileAll(services),
    history: async () => (await history.historyPart(undefined, 10)).entries,
  };
}
type Worker = Awaited<ReturnType<typeof worker>>;

const review = () => fakeBrowser.session.get(`review:${REVIEW}`) as Review;
const creation = () => fakeBrowser.session.get(`creation:${CREATION}`) as Creation;

/** What is proposed for the new relation, and the first option of what is not; of one that is made, what was chosen. */
function answers(): CreationAnswers {
  const now = creation();
  if (now.phase === 'created') return now.sent.answers;
  if (now.phase !== 'ready') throw new Error(`The creation is ${now.phase}`);
  const { choices } = now.draft;
  const of = (requirement: keyof typeof choices) =>
    choices[requirement].proposed ?? choices[requirement].options[0]?.id ?? '';
  return {
    relationType: of('relationType'),
    status: of('status'),
    language: of('language'),
    ownCompany: of('ownCompany'),
    since: '2026-11-24',
  };
}

const calls = (method: string) => fakeBrowser.network.calls.filter((call) => call.startsWith(method)).length;

beforeAll(stopTime);
afterAll(() => void vi.useRealTimers());

type Act = 'apply' | 'undo' | 'create';
type ActRow = {
  /** What a worker that lives on does before. */
  readonly prepare: (first: Worker) => Promise<unknown>;
  readonly act: (one: Worker) => Promise<unknown>;
  /** As the page that shows it does now and then. */
  readonly ask: (one: Worker) => Promise<unknown>;
  readonly isUnderWay: () => boolean;
  /** What the page shows: the phase, or why it failed. */
  readonly told: () => string;
  readonly kind: 'update' | 'undo' | 'create';
  readonly method: 'PUT' | 'POST';
  /** What AdminPulse holds of it. */
  readonly held: () => unknown;
};

const ofReview = {
  ask: (one: Worker) => one.getReview(),
  isUnderWay: () => ['applying', 'undoing', 'loading'].includes(review().phase),
  told: () => {
    const now = review();
    return now.phase === 'failed' ? now.failure.kind : now.phase;
  },
  method: 'PUT',
  held: () => office.relation(CODE),
} as const;

const ACTS: Readonly<Record<Act, ActRow>> = {
  apply: { ...ofReview, kind: 'update', prepare: (first) => first.openReview(), act: (one) => one.apply() },
  undo: {
    ...ofReview,
    kind: 'undo',
    prepare: async (first) => {
      await first.openReview();
      await first.apply();
    },
    act: (one) => one.undo(),
  },
  create: {
    kind: 'create',
    method: 'POST',
    prepare: async (first) => {
      await first.openCreate();
      await until(async () => creation().phase === 'ready' && (await first.index()).complete !== undefined);
    },
    act: (one) => one.create(),
    ask: (one) => one.getCreation(),
    isUnderWay: () => creation().phase === 'creating',
    told: () => {
      const now = creation();
      if (now.phase !== 'ready' || !now.failure) return now.phase;
      return `${now.failure.failure.kind}, made: ${now.failure.made}`;
    },
    held: () => withoutIds(office.relationsWith(NEW_NUMBER)),
  },
};

/** What is made gets ids of its own each time. */
const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'id' ? undefined : part)));

/** A worker that lives on, up to the act. */
async function prepare(act: Act): Promise<void> {
  fakeBrowser.reset();
  begin(fakeBrowser);
  office = new InProcessSandbox(fakeBrowser, { shape: 'nested' });
  const first = await worker();
  await first.connect();
  await ACTS[act].prepare(first);
}

/** Lets a worker die in the act, or come to its end. */
async function dieIn(act: Act, death: Death | undefined) {
  await prepare(act);
  const { held: raw, method } = ACTS[act];
  const before = raw();
  const callsBefore = calls(method);

  pass(1_000);
  const { isDead, effects } = await live(fakeBrowser, async () => ACTS[act].act(await worker()), death);
  return { isDead, before, effects, sent: () => calls(method) - callsBefore };
}

/** A new worker, asked by the page every now and then, until nothing is under way. */
async function rise(act: Act): Promise<Worker> {
  pass(1_000);
  begin(fakeBrowser);
  const next = await worker();
  await next.recover();
  const { ask, isUnderWay } = ACTS[act];
  await until(
    () => !isUnderWay(),
    () => ask(next),
  );
  return next;
}

/** What is left of the act: the outcome in the history, what AdminPulse holds, and what the page tells. */
const LEFT: Record<string, { readonly holds: 'before' | 'after'; readonly told: Record<Act, readonly string[]> }> = {
  // The page's state has not moved: it says that the worker gave no answer.
  'no entry': {
    holds: 'before',
    told: { apply: ['ready', 'notSent'], undo: ['applied', 'notSent'], create: ['ready', 'notSent, made: no'] },
  },
  notSent: { holds: 'before', told: { apply: ['notSent'], undo: ['notSent'], create: ['notSent, made: no'] } },
  unsettled: {
    holds: 'before',
    told: { apply: ['unsettled'], undo: ['unsettled'], create: ['unsettled, made: unknown'] },
  },
  verified: { holds: 'after', told: { apply: ['applied'], undo: ['undone'], create: ['created'] } },
};

/** The entries of the act, newest first: of an undo, without the apply before it. */
async function entriesOf(act: Act, worker: Worker) {
  return (await worker.history()).filter(({ kind }) => kind === ACTS[act].kind);
}

async function outcomeOf(act: Act, worker: Worker): Promise<string> {
  return (await entriesOf(act, worker))[0]?.outcome ?? 'no entry';
}

/** What the journal says of a write that is known to have happened: which relation, and each field before and after. */
async function saidOf(act: Act, worker: Worker) {
  const entries = await entriesOf(act, worker);
  return entries
    .filter(({ outcome }) => outcome === 'verified')
    .map(({ relation, fields }) => ({ code: relation.code, fields }));
}

describe.each(['apply', 'undo', 'create'] as const)('a worker that ends in an act of %s', (act) => {
  const { told, held: raw, method } = ACTS[act];

  it(
    'leaves nothing or exactly what the journal says, tells which, and never writes twice',
    async () => {
      const whole = await dieIn(act, undefined);
      const after = raw();
      const said = await saidOf(act, await rise(act));
      expect(whole.isDead).toBe(false);
      expect(after).not.toEqual(whole.before);
      expect(said).toHaveLength(1);

      const deaths = Array.from({ length: whole.effects }, (_, effect) => effect).flatMap((effect) => [
        { effect, when: 'before' } as const,
        { effect, when: 'after' } as const,
      ]);
      const counts = new Map<string, number>();
      for (const death of deaths) {
        const cell = `ended ${death.when} effect ${death.effect}`;
        const { isDead, before, sent } = await dieIn(act, death);
        expect(isDead, cell).toBe(true);

        const next = await rise(act);
        const outcome = await outcomeOf(act, next);
        const count = `${outcome}, told ${told()}`;
        counts.set(count, (counts.get(count) ?? 0) + 1);
        const expected = LEFT[outcome];
        expect(expected?.told[act], cell).toContain(told());
        expect(raw(), cell).toEqual(expected?.holds === 'after' ? after : before);
        expect(sent(), cell).toBe(expected?.holds === 'after' ? 1 : 0);
        expect(await saidOf(act, next), cell).toEqual(expected?.holds === 'after' ? said : []);

        // What did not happen can be asked for again, and happens once; what happened does not happen again. At once it may be
        // too early to send it.
        await ACTS[act].act(next);
        expect(sent(), cell).toBe(outcome === 'unsettled' && act === 'create' ? 0 : 1);
        pass(ARRIVAL_WINDOW_MS);
        await ACTS[act].act(next);
        expect(raw(), cell).toEqual(after);
        expect(sent(), cell).toBe(1);
      }
      console.log(`Kill matrix, ${act}: ${deaths.length} cells.`, Object.fromEntries(counts));
      expect([...counts.keys()].map((key) => key.split(',')[0])).toEqual(expect.arrayContaining(Object.keys(LEFT)));
    },
    MATRIX_PATIENCE_MS,
  );

  it('while its write is under way is not known to have written, until that arrives', async () => {
    await prepare(act);
    const before = raw();
    const callsBefore = calls(method);
    const arrive = await cutOffInItsWrite(act);

    const next = await rise(act);
    expect([await outcomeOf(act, next), told()]).toEqual(['unsettled', LEFT.unsettled?.told[act][0]]);
    expect(raw()).toEqual(before);
    arrive();
    await turn();
    await next.recover();
    expect(await outcomeOf(act, next)).toBe('verified');
    expect(raw()).not.toEqual(before);
    expect(calls(method) - callsBefore).toBe(1);
  });
});

/** Ends a worker whose write is on its way; what is answered lets that arrive. */
async function cutOffInItsWrite(act: Act): Promise<() => void> {
  let arrive = () => {};
  const isUnderWay = new Promise<void>((tell) => {
    office.intercept = (request, deliver) => {
      if (request.method !== ACTS[act].method) return undefined;
      office.intercept = () => undefined;
      return new Promise((answer) => {
        arrive = () => answer(deliver());
        tell();
      });
    };
  });
  pass(1_000);
  const life = begin(fakeBrowser);
  void ACTS[act].act(await worker());
  await isUnderWay;
  life.end();
  return arrive;
}

describe('a create', () => {
  it('that was sent and may still arrive is not sent again beside it', async () => {
    await prepare('create');
    const arrive = await cutOffInItsWrite('create');
    const next = await rise('create');
    await next.create();
    expect(ACTS.create.told()).toBe('unsettled, made: unknown');
    arrive();
    await turn();
    await next.create();
    expect(ACTS.create.told()).toBe('exists');
    expect([office.relationsWith(NEW_NUMBER).length, calls('POST')]).toEqual([1, 1]);
    expect(await saidOf('create', next)).toHaveLength(1);
  });

  it('that cannot arrive any more is sent again, and the history has one that was made', async () => {
    await prepare('create');
    await cutOffInItsWrite('create');
    const next = await rise('create');
    pass(ARRIVAL_WINDOW_MS);
    await next.create();
    expect(ACTS.create.told()).toBe('created');
    await next.recover();
    expect((await entriesOf('create', next)).map(({ outcome }) => outcome)).toEqual(['verified', 'notSent']);
  });

  it('that was verified is told as made, whatever can be read afterwards', async () => {
    await prepare('create');
    let reads = 0;
    office.intercept = (request) => {
      const [made] = office.relationsWith(NEW_NUMBER);
      const isRead = made && new URL(request.url).pathname.endsWith(String(made.uniqueIdentifier));
      if (!isRead || reads++ === 0) return undefined;
      return Promise.resolve(new Response(null, { status: 403 }));
    };
    await (await worker()).create();
    expect(reads).toBeGreaterThan(0);
    expect(ACTS.create.told()).toBe('created');
  });
});
