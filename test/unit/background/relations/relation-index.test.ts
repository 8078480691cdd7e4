import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import {
  buildIndex,
  keepIndexFresh,
  refreshIndex,
  resumeIndex,
} from '../../../../src/background/relations/build-index.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { eventually } from '../../../support/eventually.ts';
import { adminpulseCalls, sandboxServer } from '../../../support/fake-network.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const BAKERY = '0001004246';
/** A relation that has an enterprise number and no VAT number, which AdminPulse's filter does not find. */
const ELEKTRO = '0001018597';

let sandbox: Sandbox;
let services: ReturnType<typeof createServices>;

beforeAll(async () => {
  sandbox = await startSandbox();
  fakeBrowser.network.handler = sandboxServer(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.reset({ shape: 'flat', relations: 0 });
  fakeBrowser.session.clear();
  fakeBrowser.local.clear();
  services = createServices();
  await services.relations.clear();
  await adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Office' });
});

const lists = () => adminpulseCalls(sandbox).filter((path) => path.startsWith('GET /relations?'));
const status = () => HANDLERS.getRelationIndex.answer(services, undefined);
const relationsOf = (...enterpriseNumbers: string[]) => HANDLERS.relationsOf.answer(services, { enterpriseNumbers });

/** Starts a build and stops the network at this page; `rest` ends with the build. */
async function buildUntilPage(page: number): Promise<{ readonly rest: Promise<void> }> {
  sandbox.fault({ host: 'api.adminpulse.be', path: `/relations?page=${page}&`, kind: 'hold', times: 1 });
  const rest = buildIndex(services);
  await sandbox.whenHeld();
  return { rest };
}

describe('the index of relations', () => {
  it('knows every relation by both its numbers, also where AdminPulse’s filter does not', async () => {
    await buildIndex(services);
    expect(await relationsOf(BAKERY, ELEKTRO, '0001008107', '0001052350')).toEqual({
      [BAKERY]: [{ code: 'APR00510', name: 'Bakkerij Peeters' }],
      [ELEKTRO]: [{ code: 'APR00520', name: 'Elektro Watt' }],
      '0001008107': [],
      '0001052350': [
        { code: 'APR00564', name: 'Immo Scheldezicht' },
        { code: 'APR00565', name: 'Immo Scheldezicht (verhuur)' },
      ],
    });
  });

  it('of 20,000 relations takes 50 calls', async () => {
    sandbox.reset({ relations: 19_950 });
    await buildIndex(services);
    expect(lists()).toHaveLength(50);
    const { complete } = await status();
    expect(complete?.relations).toBeGreaterThanOrEqual(19_950);
    expect(complete?.relations).toBeLessThanOrEqual(20_000);
  }, 60_000);

  it('is built once, however often it is asked for', async () => {
    await Promise.all([buildIndex(services), buildIndex(services), keepIndexFresh(services)]);
    expect(lists()).toHaveLength(1);
    await relationsOf(BAKERY);
    expect(lists()).toHaveLength(1);
  });

  it('says how far it is', async () => {
    sandbox.reset({ relations: 1_200 });
    const { rest } = await buildUntilPage(2);
    expect(await status()).toEqual({ build: { page: 2, pageCount: 4, relations: 800 } });
    sandbox.release();
    await rest;
    expect(await status()).toEqual({ complete: { relations: expect.any(Number), at: expect.any(String) } });
  });

  it('answers from the one before until a new one is complete', async () => {
    await buildIndex(services);
    sandbox.reset({ relations: 1_200 });
    sandbox.edit('APR00510', { name: 'Bakkerij Nieuw' });
    sandbox.fault({ host: 'api.adminpulse.be', path: '/relations?page=2&', kind: 'hold', times: 1 });
    const rest = refreshIndex(services);
    await sandbox.whenHeld();
    expect(await relationsOf(BAKERY)).toEqual({ [BAKERY]: [{ code: 'APR00510', name: 'Bakkerij Peeters' }] });
    sandbox.release();
    await rest;
    expect(await relationsOf(BAKERY)).toEqual({ [BAKERY]: [{ code: 'APR00510', name: 'Bakkerij Nieuw' }] });
  });

  it('goes on where it was after the worker’s end', async () => {
    sandbox.reset({ relations: 1_600 });
    sandbox.fault({ host: 'api.adminpulse.be', path: '/relations?page=2&', kind: 'drop', times: 3 });
    await buildIndex(services);
    expect((await status()).build).toMatchObject({ page: 2, failure: { kind: 'offline' } });
    sandbox.clearFaults();
    const before = lists().length;
    // A new worker has nothing in memory.
    services = createServices();
    await buildIndex(services);
    expect(lists().slice(before)).toEqual([
      'GET /relations?page=2&pageSize=400',
      'GET /relations?page=3&pageSize=400',
      'GET /relations?page=4&pageSize=400',
    ]);
    expect((await relationsOf(BAKERY))[BAKERY]).toHaveLength(1);
  });

  it('is taken up by a new worker by itself, but not at once after a failure', async () => {
    sandbox.reset({ relations: 1_600 });
    const { rest } = await buildUntilPage(3);
    const { build } = await status();
    expect(build).toMatchObject({ page: 3 });
    sandbox.release();
    await rest;
    sandbox.fault({ host: 'api.adminpulse.be', path: '/relations?page=0&', kind: 'status', status: 403, times: 1 });
    await refreshIndex(services);
    const before = lists().length;
    await resumeIndex(services);
    expect(lists()).toHaveLength(before);
    expect((await status()).build?.failure).toMatchObject({ kind: 'forbidden' });
  });

  it('misses no row that moved to a page that was read already, and has none twice', async () => {
    sandbox.reset({ relations: 1_600 });
    const { rest } = await buildUntilPage(2);
    // A relation is deleted on an early page, so that every row after it moves up: the first of the next page is missed.
    const lost = sandbox.removeRelation('APR00511');
    expect(lost).toBe(true);
    sandbox.release();
    await rest;
    const numbers = (await (await fetchAll()).map(({ vatNumber }) => vatNumber.replace(/\D/g, ''))).slice(700, 900);
    const found = await relationsOf(...numbers.slice(50, 150));
    expect(Object.values(found).map((relations) => relations.length)).toEqual(Array(100).fill(1));
  });

  it('can be cancelled, which leaves the one before and starts no other by itself', async () => {
    await buildIndex(services);
    const { complete } = await status();
    sandbox.reset({ relations: 1_600 });
    sandbox.fault({ host: 'api.adminpulse.be', path: '/relations?page=2&', kind: 'hold', times: 1 });
    const rest = refreshIndex(services);
    await sandbox.whenHeld();
    await HANDLERS.cancelRelationIndex.answer(services, undefined);
    expect(await status()).toEqual({ complete });
    sandbox.release();
    await rest;
    expect(await status()).toEqual({ complete });
    expect((await relationsOf(BAKERY))[BAKERY]).toHaveLength(1);
    expect(lists()).not.toContain('GET /relations?page=3&pageSize=400');
  });

  it('goes with the key', async () => {
    await buildIndex(services);
    await HANDLERS.forget.answer(services, { service: 'adminpulse' });
    expect(await status()).toEqual({});
    expect(await services.relations.lookUp([BAKERY as never])).toBeUndefined();
  });

  it('is built anew a day later', async () => {
    await buildIndex(services);
    vi.setSystemTime(Date.now() + 25 * 3_600_000);
    await relationsOf(BAKERY);
    await eventually(() => expect(lists()).toHaveLength(2));
    vi.useRealTimers();
  });
});

async function fetchAll(): Promise<{ vatNumber: string }[]> {
  const pages = await Promise.all([0, 1, 2, 3, 4].map((page) => services.adminpulse.relationPage(page)));
  return pages.flatMap(({ rows }) => rows as unknown as { vatNumber: string }[]).filter(({ vatNumber }) => vatNumber);
}
