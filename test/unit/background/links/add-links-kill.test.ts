import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { LinkToAdd, Review } from '../../../../src/messages/index.ts';
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
  until,
} from '../../../support/worker-life.ts';

/**
 * The worker is ended at the effects of an apply that makes a company first and then links to it, as in the kill matrix of a
 * plain apply.
 */
const { fakeBrowser } = await vi.hoisted(() => import('../../../support/worker-setup.ts'));
vi.mock('idb', async (original) => mortalIdb(fakeBrowser, await original()));

/** Every so many effects: between two neighbours there is hardly ever a difference. */
const STRIDE = 6;

const NUMBER = '0001061555';
const CODE = 'APR00572';
const ID = `${NUMBER}-${CODE}`;
const MANAGEMENT = '0001008107';
let office: InProcessSandbox;

/** A worker: all its modules anew, on the stores of the fakeBrowser. */
async function worker() {
  vi.resetModules();
  const [{ HANDLERS }, { createServices }, { adminpulseCredentials }, { reconcileAll }] = await Promise.all([
    import('../../../../src/background/messaging/handlers.ts'),
    import('../../../../src/background/services.ts'),
    import('../../../../src/background/settings/credentials.ts'),
    import('../../../../src/background/journal/reconcile.ts'),
  ]);
  const services = createServices();
  const apply = (links: readonly LinkToAdd[]) =>
    HANDLERS.applyReview.answer(services, { reviewId: ID, fields: ['linkedRelations'], links });
  return {
    connect: () => adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Kantoor' }),
    open: () => HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, relationCode: CODE }),
    refresh: () => HANDLERS.refreshReview.answer(services, { reviewId: ID }),
    ask: () => HANDLERS.getReview.answer(services, { reviewId: ID }),
    options: () => HANDLERS.getLinkOptions.answer(services, { reviewId: ID }),
    recover: () => reconcileAll(services),
    /** As the user decided at first: the company is made. */
    make: () => apply([{ key: key(), type: '4', target: { status: 'Other' } }]),
    apply,
  };
}

const review = () => fakeBrowser.session.get(`review:${ID}`) as Review;
const key = () => `${MANAGEMENT}:director`;
const madeCodes = () =>
  office.state.relations.all().flatMap(({ enterpriseNumber, code }) => (enterpriseNumber === MANAGEMENT ? [code] : []));
const linksToMade = () =>
  (office.relation(CODE).tos as { uniqueIdentifier: string }[]).filter(({ uniqueIdentifier }) =>
    madeCodes().includes(uniqueIdentifier),
  ).length;
const madeInReview = () => {
  const now = review();
  const shown = now.phase === 'failed' ? now.comparison : 'made' in now ? now : undefined;
  return shown?.made?.map(({ code }) => code) ?? [];
};

beforeAll(stopTime);
afterAll(() => void vi.useRealTimers());

async function dieIn(death: Death | undefined) {
  fakeBrowser.reset();
  begin(fakeBrowser);
  office = new InProcessSandbox(fakeBrowser, { shape: 'flat' });
  const first = await worker();
  await first.connect();
  await first.open();
  return live(fakeBrowser, async () => (await worker()).make(), death);
}

async function rise() {
  begin(fakeBrowser);
  const next = await worker();
  await next.recover();
  await until(
    () => !['applying', 'loading'].includes(review().phase),
    () => next.ask(),
  );
  return next;
}

it(
  'a worker that ends while it makes a company and links to it makes one at most, says which, and links to it once',
  async () => {
    const whole = await dieIn(undefined);
    expect(whole.isDead).toBe(false);
    expect([madeCodes().length, linksToMade()]).toEqual([1, 1]);

    const ends = new Map<string, number>();
    for (let effect = 0; effect < whole.effects; effect += STRIDE) {
      for (const when of ['before', 'after'] as const) {
        const cell = `ended ${when} effect ${effect}`;
        expect((await dieIn({ effect, when })).isDead, cell).toBe(true);
        const next = await rise();
        expect(madeCodes().length, cell).toBeLessThanOrEqual(1);
        expect(linksToMade(), cell).toBeLessThanOrEqual(madeCodes().length);
        // What was made is said, unless the worker ended before it could be known to anybody.
        const isSaid = madeInReview().join() === madeCodes().join();
        const end = `made ${madeCodes().length}, linked ${linksToMade()}, ${review().phase}`;
        ends.set(end, (ends.get(end) ?? 0) + 1);
        expect(isSaid, `${cell}: ${JSON.stringify([review().phase, madeInReview(), madeCodes()])}`).toBe(true);

        // Asked for again, as the user would: the company that is there by now is linked to.
        if (linksToMade() === 1) continue;
        pass(ARRIVAL_WINDOW_MS);
        await next.refresh();
        const option = (await next.options()).links.find((one) => one.key === key());
        const [target] = option?.targets ?? [];
        await next.apply([{ key: key(), type: '4', target: target?.code ?? { status: 'Other' } }]);
        expect([madeCodes().length, linksToMade()], cell).toEqual([1, 1]);
      }
    }
    const cells = [...ends.values()].reduce((sum, count) => sum + count, 0);
    console.log(`Kill matrix, adding links: ${cells} cells.`, Object.fromEntries(ends));
    expect([...ends.keys()]).toEqual(
      expect.arrayContaining(['made 0, linked 0, failed', 'made 1, linked 0, failed', 'made 1, linked 1, applied']),
    );
  },
  MATRIX_PATIENCE_MS,
);
