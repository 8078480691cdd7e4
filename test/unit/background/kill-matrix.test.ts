import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Field } from '../../../src/company/company.ts';
import type { Review } from '../../../src/messages.ts';
import { begin, type Death, mortal } from './life.ts';
import { Sandboxed } from './sandboxed.ts';
import type { World } from './world.ts';

/**
 * The worker is ended at every effect of an apply and of an undo: before each call, storage access and database step, and
 * after it, before the worker knows. A new worker then starts on what is left.
 */
const world = await vi.hoisted(async () => {
  const { World: Made } = await import('./world.ts');
  const made: World = new Made();
  made.install();
  return made;
});
vi.mock('idb', async (original) => {
  const real = await original<typeof import('idb')>();
  const openDB: typeof real.openDB = async (...args) => {
    const { gate } = world;
    return mortal(await gate(() => real.openDB(...args)), gate);
  };
  return { ...real, openDB };
});

/** Milliseconds; each cell starts several workers. */
const PATIENCE = 120_000;

const NUMBER = '0001004246';
const CODE = 'APR00510';
const ID = `${NUMBER}-${CODE}`;
const FIELDS: Field[] = ['name', 'address', 'fiscalYearEnd'];
let office: Sandboxed;

/** A worker: all its modules anew, on the stores of the world. */
async function worker() {
  vi.resetModules();
  const [{ HANDLERS }, { createServices }, { adminpulseCredentials }, { recover }, store] = await Promise.all([
    import('../../../src/background/handlers.ts'),
    import('../../../src/background/services.ts'),
    import('../../../src/background/credentials.ts'),
    import('../../../src/background/journal/settle.ts'),
    import('../../../src/background/journal/store.ts'),
  ]);
  const services = createServices();
  return {
    connect: () => adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Kantoor' }),
    open: () => HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, relationCode: CODE }),
    apply: () => HANDLERS.applyReview.answer(services, { reviewId: ID, fields: FIELDS }),
    undo: () => HANDLERS.undoReview.answer(services, { reviewId: ID }),
    ask: () => HANDLERS.getReview.answer(services, { reviewId: ID }),
    recover: () => recover(services),
    entries: () => store.entriesBefore(undefined, 10),
  };
}
type Worker = Awaited<ReturnType<typeof worker>>;

const review = () => world.session.get(`review:${ID}`) as Review;
const puts = () => world.calls.filter((call) => call.startsWith('PUT')).length;
const turn = () => new Promise((resolve) => setImmediate(resolve));

beforeAll(() => {
  // A worker that ended must not go on when one of its timers would have run out.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterAll(() => void vi.useRealTimers());

const ACTS = {
  apply: { prepare: async (first: Worker) => first.open(), act: (one: Worker) => one.apply() },
  undo: {
    prepare: async (first: Worker) => {
      await first.open();
      await first.apply();
    },
    act: (one: Worker) => one.undo(),
  },
} as const;
type Act = keyof typeof ACTS;

/** A worker that lives on, up to the act. */
async function prepare(act: Act): Promise<void> {
  world.reset();
  begin(world);
  office = new Sandboxed(world, { shape: 'nested' });
  const first = await worker();
  await first.connect();
  await ACTS[act].prepare(first);
}

/** Lets a worker die in the act, or come to its end. */
async function dieIn(act: Act, death: Death | undefined) {
  await prepare(act);
  const before = office.relation(CODE);
  const putsBefore = puts();

  const life = begin(world, death);
  const acting = ACTS[act].act(await worker());
  const isDead = await Promise.race([acting.then(() => false), life.ended.then(() => true)]);
  await turn();
  return { isDead, before, effects: life.effects, sent: () => puts() - putsBefore };
}

/** A new worker, asked by the review's page every now and then, until nothing is under way. */
async function rise(): Promise<Worker> {
  begin(world);
  const next = await worker();
  await next.recover();
  const deadline = performance.now() + PATIENCE;
  for (let turns = 0; isUnderWay(review()); turns += 1) {
    if (performance.now() > deadline) throw new Error(`The review stays ${review().phase}`);
    if (turns % 1_000 === 0) await next.ask();
    await turn();
  }
  return next;
}
const isUnderWay = ({ phase }: Review) => phase === 'applying' || phase === 'undoing' || phase === 'loading';

/** What is left of the act: the state of its entry in the journal, what the relation holds, and what the user is told. */
const LEFT: Record<string, { readonly holds: 'before' | 'after'; readonly told: Record<Act, readonly string[]> }> = {
  // The review has not moved: its page says that the worker gave no answer.
  'no entry': { holds: 'before', told: { apply: ['ready', 'notSent'], undo: ['applied', 'notSent'] } },
  notSent: { holds: 'before', told: { apply: ['notSent'], undo: ['notSent'] } },
  unsettled: { holds: 'before', told: { apply: ['unsettled'], undo: ['unsettled'] } },
  verified: { holds: 'after', told: { apply: ['applied'], undo: ['undone'] } },
};

const KIND = { apply: 'update', undo: 'undo' } as const;

async function stateOf(act: Act, worker: Worker): Promise<string> {
  const [newest] = await worker.entries();
  return newest?.kind === KIND[act] ? newest.state : 'no entry';
}

function whatIsTold(): string {
  const now = review();
  return now.phase === 'failed' ? now.failure.kind : now.phase;
}

describe.each(['apply', 'undo'] as const)('a worker that ends in an %s', (act) => {
  it(
    'leaves nothing or exactly what the journal says, tells which, and never writes twice',
    async () => {
      const whole = await dieIn(act, undefined);
      const after = office.relation(CODE);
      expect(whole.isDead).toBe(false);
      expect(after).not.toEqual(whole.before);

      const deaths = Array.from({ length: whole.effects }, (_, effect) => effect).flatMap((effect) => [
        { effect, when: 'before' } as const,
        { effect, when: 'after' } as const,
      ]);
      const counts = new Map<string, number>();
      for (const death of deaths) {
        const cell = `ended ${death.when} effect ${death.effect}`;
        const { isDead, before, sent } = await dieIn(act, death);
        expect(isDead, cell).toBe(true);

        const next = await rise();
        const state = await stateOf(act, next);
        const told = whatIsTold();
        counts.set(`${state}, told ${told}`, (counts.get(`${state}, told ${told}`) ?? 0) + 1);
        const expected = LEFT[state];
        expect(expected?.told[act], cell).toContain(told);
        expect(office.relation(CODE), cell).toEqual(expected?.holds === 'after' ? after : before);
        expect(sent(), cell).toBe(expected?.holds === 'after' ? 1 : 0);

        // What did not happen can be asked for again, and happens once; what happened does not happen again.
        await ACTS[act].act(next);
        expect(office.relation(CODE), cell).toEqual(after);
        expect(sent(), cell).toBe(1);
      }
      console.log(`Kill matrix, ${act}: ${deaths.length} cells.`, Object.fromEntries(counts));
      expect([...counts.keys()].map((key) => key.split(',')[0])).toEqual(expect.arrayContaining(Object.keys(LEFT)));
    },
    PATIENCE,
  );

  it('while its write is under way is not known to have written, until that arrives', async () => {
    await prepare(act);
    const before = office.relation(CODE);
    const putsBefore = puts();
    let arrive = () => {};
    const isUnderWay = new Promise<void>((tell) => {
      office.intercept = (request, pass) => {
        if (request.method !== 'PUT') return undefined;
        return new Promise((answer) => {
          arrive = () => answer(pass());
          tell();
        });
      };
    });
    const life = begin(world);
    void ACTS[act].act(await worker());
    await isUnderWay;
    life.end();

    const next = await rise();
    expect([await stateOf(act, next), whatIsTold()]).toEqual(['unsettled', 'unsettled']);
    expect(office.relation(CODE)).toEqual(before);
    arrive();
    await turn();
    await next.recover();
    expect(await stateOf(act, next)).toBe('verified');
    expect(office.relation(CODE)).not.toEqual(before);
    expect(puts() - putsBefore).toBe(1);
  });
});
