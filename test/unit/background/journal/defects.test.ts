import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntryState } from '../../../../src/background/journal/entry.ts';
import { reconcileAll } from '../../../../src/background/journal/reconcile.ts';
import { addEntries, entriesIn } from '../../../../src/background/journal/store.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { unexpectedErrors } from '../../../../src/background/platform/unexpected-errors.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import { FIELDS } from '../../../../src/company/company.ts';
import type { Creation, CreationAnswers, Review } from '../../../../src/messages/index.ts';
import { eventually } from '../../../support/eventually.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const NUMBER = '0001004246';
const CODE = 'APR00510';
const ID = `${NUMBER}-${CODE}`;
/** A company that is no relation yet. */
const NEW = '0001008107';

let office: InProcessSandbox;
let services: ReturnType<typeof createServices>;
let writes: number;

beforeEach(async () => {
  fakeBrowser.reset();
  office = new InProcessSandbox(fakeBrowser, { shape: 'flat' });
  writes = 0;
  office.intercept = ({ method, url }) => {
    if (method !== 'GET' && url.includes('adminpulse')) writes += 1;
    return undefined;
  };
  services = createServices();
  await adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Office' });
  await HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, relationCode: CODE });
});
// A build of the index that an opened creation began ends before the next test begins.
afterEach(() => navigator.locks.request('relation-index', () => vi.restoreAllMocks()));

const DEFECT = 'x is undefined';
const defect = () => new TypeError(DEFECT);

const review = () => fakeBrowser.session.get(`review:${ID}`) as Review;
const apply = () => HANDLERS.applyReview.answer(services, { reviewId: ID, fields: ['name'] });
const undo = () => HANDLERS.undoReview.answer(services, { reviewId: ID });
const name = () => office.relation(CODE).name;
const STATES: readonly EntryState[] = ['planned', 'sent', 'answered', 'verified', 'notSent', 'refused', 'unsettled'];
const states = async () => (await entriesIn(STATES)).map(({ state }) => state);

/** The one error that is recorded. */
const recorded = async () => (await unexpectedErrors()).map(({ name: kind, count }) => [kind, count]);
const ONCE = [['TypeError', 1]];

/** From the first write on, relations cannot be read. */
function breakReadingBack(): void {
  const { relation } = services.adminpulse;
  vi.spyOn(services.adminpulse, 'relation').mockImplementation(async (code) => {
    if (writes > 0) throw defect();
    return relation(code);
  });
}

/** The journal cannot store an entry in this state. */
function breakStoring(state: EntryState): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if ((value as { state?: EntryState }).state === state) throw defect();
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  });
}

/** A record that is to be shown in this phase cannot be stored, so many times. */
function breakShowing(phase: string, times = 1): void {
  const { set } = fakeBrowser.storage.session.api;
  let left = times;
  vi.spyOn(fakeBrowser.storage.session.api, 'set').mockImplementation(async (values) => {
    const isPhase = Object.values(values).some((value) => (value as { phase?: string } | null)?.phase === phase);
    if (isPhase && left-- > 0) throw defect();
    return set(values);
  });
}

describe('a defect of ours in an apply', () => {
  it('before anything is sent is shown as what it is, and nothing is sent', async () => {
    vi.spyOn(services.adminpulse, 'relation').mockRejectedValue(defect());
    await apply();
    expect(review()).toMatchObject({
      phase: 'failed',
      failure: { kind: 'internal', detail: 'TypeError' },
      ticked: ['name'],
    });
    expect(writes).toBe(0);
    expect(await recorded()).toEqual(ONCE);
  });

  it('after its steps were planned is shown as what it is, and they are known to be not sent', async () => {
    breakStoring('sent');
    await apply();
    expect(review()).toMatchObject({ phase: 'failed', failure: { kind: 'internal' }, ticked: ['name'] });
    expect(writes).toBe(0);
    expect(await states()).toEqual(['notSent']);
    expect(await recorded()).toEqual(ONCE);
  });

  it('in the sending of what arrived is recorded, and what was written is shown', async () => {
    const { update } = services.adminpulse;
    vi.spyOn(services.adminpulse, 'update').mockImplementation(async (relation, body) => {
      await update(relation, body);
      throw defect();
    });
    await apply();
    expect(review()).toMatchObject({ phase: 'applied', outcome: [{ field: 'name', result: 'written' }] });
    expect(await states()).toEqual(['verified']);
    expect(await recorded()).toEqual(ONCE);
  });

  it('in the sending of what cannot be seen leaves the write unsettled', async () => {
    vi.spyOn(services.adminpulse, 'update').mockRejectedValue(defect());
    await apply();
    expect(review()).toMatchObject({ phase: 'failed', failure: { kind: 'unsettled' } });
    expect(await states()).toEqual(['unsettled']);
    expect(await recorded()).toEqual(ONCE);
  });

  it('in reading what was written leaves the write unsettled', async () => {
    breakReadingBack();
    await apply();
    expect(name()).toBe('Bakkerij Peeters & Zonen');
    expect(review()).toMatchObject({ phase: 'failed', failure: { kind: 'unsettled' } });
    expect(await states()).toEqual(['unsettled']);
    expect(await recorded()).toEqual(ONCE);
  });

  it.each(['answered', 'verified'] as const)('in storing that it is %s leaves the write open', async (state) => {
    breakStoring(state);
    await apply();
    expect(name()).toBe('Bakkerij Peeters & Zonen');
    expect(review()).toMatchObject({ phase: 'failed', failure: { kind: 'unsettled' } });
    expect(await entriesIn(['sent', 'answered', 'unsettled'])).toHaveLength(1);
    expect(await recorded()).toEqual(ONCE);
  });

  it('in showing what was written is recorded, and what was written is shown by the journal', async () => {
    breakShowing('applied');
    await apply();
    expect(review()).toMatchObject({ phase: 'applied', outcome: [{ field: 'name', result: 'written' }] });
    expect(await recorded()).toEqual(ONCE);
  });

  it('that lasts is never said to have written nothing: the review stays under way until it can be shown', async () => {
    breakShowing('applied', 2);
    await expect(apply()).rejects.toThrow(DEFECT);
    expect(review()).toMatchObject({ phase: 'applying' });
    await HANDLERS.getReview.answer(services, { reviewId: ID });
    await eventually(() => expect(review()).toMatchObject({ phase: 'applied' }));
  });
});

describe('a defect of ours in an undo', () => {
  beforeEach(async () => {
    await apply();
    writes = 0;
  });

  it('before anything is sent is shown as what it is, and it can be asked for again', async () => {
    vi.spyOn(services.adminpulse, 'relation').mockRejectedValue(defect());
    await undo();
    expect(review()).toMatchObject({ phase: 'failed', failure: { kind: 'internal' }, undoes: expect.any(String) });
    expect(writes).toBe(0);
    expect(await recorded()).toEqual(ONCE);
  });

  it('in reading what was written leaves the write unsettled', async () => {
    breakReadingBack();
    await undo();
    expect(review()).toMatchObject({ phase: 'failed', failure: { kind: 'unsettled' } });
    expect(await recorded()).toEqual(ONCE);
  });

  it('in showing it is recorded, and what was undone is shown by the journal', async () => {
    breakShowing('undone');
    await undo();
    expect(name()).toBe('Bakkerij Peeters');
    expect(review()).toMatchObject({ phase: 'undone', undone: [{ field: 'name', result: 'undone' }] });
    expect(await recorded()).toEqual(ONCE);
  });
});

describe('a defect of ours in a create', () => {
  const id = `create-${NEW}`;
  const creation = () => fakeBrowser.session.get(`creation:${id}`) as Creation;

  beforeEach(async () => {
    await HANDLERS.openCreate.answer(services, { enterpriseNumber: NEW });
    await eventually(() => expect(creation()).toMatchObject({ phase: 'ready' }));
  });

  function create() {
    const now = creation();
    if (now.phase !== 'ready') throw new Error(now.phase);
    const { choices, since, vatPending } = now.draft;
    const of = (requirement: keyof typeof choices) =>
      choices[requirement].proposed ?? choices[requirement].options[0]?.id ?? '';
    const answers: CreationAnswers = {
      relationType: of('relationType'),
      status: of('status'),
      language: of('language'),
      ownCompany: of('ownCompany'),
      ...(since && { since: '2026-11-24' }),
      ...(vatPending && { vatPending: true }),
    };
    const fields = FIELDS.filter((field) => field !== 'linkedRelations');
    return HANDLERS.createRelation.answer(services, { creationId: id, fields, answers });
  }

  it('before anything is sent is shown as what it is, and nothing is made', async () => {
    vi.spyOn(services.adminpulse, 'relationsFilteredBy').mockRejectedValue(defect());
    await create();
    expect(creation()).toMatchObject({ phase: 'ready', failure: { failure: { kind: 'internal' }, made: 'no' } });
    expect(writes).toBe(0);
    expect(await recorded()).toEqual(ONCE);
  });

  it('in the sending of what arrived is recorded, and what was made is shown', async () => {
    const { create: send } = services.adminpulse;
    vi.spyOn(services.adminpulse, 'create').mockImplementation(async (body) => {
      await send(body);
      throw defect();
    });
    await create();
    expect(creation()).toMatchObject({ phase: 'created' });
    expect(await recorded()).toEqual(ONCE);
  });

  it('in reading what was made is not said to have made nothing', async () => {
    breakReadingBack();
    await create();
    expect(creation()).toMatchObject({ phase: 'ready', failure: { failure: { kind: 'unsettled' }, made: 'unknown' } });
    expect(await recorded()).toEqual(ONCE);
  });

  it('in the index of relations is recorded, and what was made is shown', async () => {
    vi.spyOn(services.relations, 'add').mockRejectedValue(defect());
    await create();
    expect(creation()).toMatchObject({ phase: 'created' });
    expect(await recorded()).toEqual(ONCE);
  });

  it('in showing what was made is not said to have made nothing: it is shown by the journal', async () => {
    breakShowing('created');
    await expect(create()).rejects.toThrow(DEFECT);
    expect(creation()).toMatchObject({ phase: 'creating' });
    await HANDLERS.getCreation.answer(services, { creationId: id });
    await eventually(() => expect(creation()).toMatchObject({ phase: 'created' }));
  });
});

describe('a defect of ours in settling what an earlier worker left', () => {
  it('leaves the write unsettled, and is recorded', async () => {
    const relation = { code: CODE, name: 'x' };
    const at = new Date().toISOString();
    const left = { kind: 'update', at, sentAt: at, who: '', relation, enterpriseNumber: NUMBER, fields: [] } as const;
    await addEntries('change', [{ ...left, state: 'sent' }]);
    vi.spyOn(services.adminpulse, 'relation').mockRejectedValue(defect());
    await reconcileAll(services);
    expect(await states()).toEqual(['unsettled']);
    expect(await recorded()).toEqual(ONCE);
  });
});
