import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newChangeId } from '../../../../src/background/journal/entry.ts';
import { prune } from '../../../../src/background/journal/history.ts';
import { reconcileAll } from '../../../../src/background/journal/reconcile.ts';
import { addEntries, entriesIn, entriesOf } from '../../../../src/background/journal/store.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import type { Field } from '../../../../src/company/company.ts';
import type { HistoryEntry, Review } from '../../../../src/messages/index.ts';
import { eventually } from '../../../support/eventually.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const NUMBER = '0001004246';
const CODE = 'APR00510';
const ID = `${NUMBER}-${CODE}`;
let office: InProcessSandbox;
let services: ReturnType<typeof createServices>;

async function start(shape: 'flat' | 'nested' = 'flat'): Promise<void> {
  fakeBrowser.reset();
  office = new InProcessSandbox(fakeBrowser, { shape });
  services = createServices();
  await adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Kantoor Peeters' });
}
beforeEach(() => start());
afterEach(() => vi.useRealTimers());

const open = () => HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, relationCode: CODE });
const apply = (...fields: Field[]) => HANDLERS.applyReview.answer(services, { reviewId: ID, fields });
const undo = () => HANDLERS.undoReview.answer(services, { reviewId: ID });
const keep = (field: Field, on = true) => HANDLERS.keepMine.answer(services, { reviewId: ID, field, keep: on });
const refresh = () => HANDLERS.refreshReview.answer(services, { reviewId: ID });
const history = (data: { after?: string; limit: number } = { limit: 100 }) =>
  HANDLERS.getHistory.answer(services, data);
const undoEntry = (entryId: string, ...fields: Field[]) => HANDLERS.undoChange.answer(services, { entryId, fields });

function inPhase<P extends Review['phase']>(phase: P): Extract<Review, { phase: P }> {
  const stored = fakeBrowser.session.get(`review:${ID}`) as Review;
  expect(stored).toMatchObject({ phase });
  return stored as Extract<Review, { phase: P }>;
}

async function newest(): Promise<HistoryEntry> {
  const [entry] = (await history()).entries;
  if (!entry) throw new Error('The history is empty');
  return entry;
}

describe('the journal', () => {
  it('stores each state before the step that it announces', async () => {
    const seen: string[] = [];
    office.intercept = (request, pass) =>
      (async () => {
        const states = (await entriesIn(['planned', 'sent', 'answered', 'verified'])).map(({ state }) => state);
        if (states.length > 0) seen.push(`${request.method} ${states.join()}`);
        return pass();
      })();
    await open();
    await apply('name');
    expect(seen).toEqual(['PUT sent', 'GET answered']);
    expect((await newest()).outcome).toBe('verified');
  });

  it('says who wrote what, when, and with values of which time', async () => {
    await open();
    await apply('name', 'website');
    const { retrievedAt } = inPhase('applied');
    expect(await newest()).toMatchObject({
      who: 'Kantoor Peeters',
      kind: 'update',
      relation: { code: CODE, name: 'Bakkerij Peeters & Zonen' },
      enterpriseNumber: NUMBER,
      retrievedAt,
      outcome: 'verified',
      fields: [
        { field: 'name', before: 'Bakkerij Peeters', after: 'Bakkerij Peeters & Zonen', result: 'written' },
        { field: 'website', after: 'bakkerijpeeters.example', result: 'written' },
      ],
    });
    expect(Object.keys((await newest()).fields[0] ?? {})).not.toContain('heldBefore');
  });

  it('keeps a refusal, and its cause for the review that it belongs to', async () => {
    office.intercept = (request) =>
      request.method === 'PUT' ? Promise.resolve(new Response(null, { status: 403 })) : undefined;
    await open();
    await apply('name');
    expect(inPhase('failed').failure).toMatchObject({ kind: 'forbidden' });
    expect((await newest()).outcome).toBe('refused');
  });

  it('has no entry for a conflict: nothing was about to be sent', async () => {
    await open();
    office.edit(CODE, { name: 'Nieuw' });
    await apply('name');
    expect(inPhase('ready').conflict).toEqual(['name']);
    expect((await history()).entries).toEqual([]);
  });

  it('shows its entries in parts, newest first', async () => {
    const step = {
      kind: 'update',
      at: '',
      who: '',
      relation: { code: CODE, name: '' },
      enterpriseNumber: NUMBER,
    } as const;
    for (let day = 1; day <= 5; day += 1) {
      await addEntries(`2026-01-0${day}`, [{ ...step, fields: [], state: 'verified' }]);
    }
    const first = await history({ limit: 3 });
    const second = await history({ limit: 3, ...(first.next && { after: first.next }) });
    expect([...first.entries, ...second.entries].map(({ id }) => id.slice(0, 10))).toEqual([
      '2026-01-05',
      '2026-01-04',
      '2026-01-03',
      '2026-01-02',
      '2026-01-01',
    ]);
    expect(second.next).toBeUndefined();
  });

  it('forgets what is older than it is to be kept, and all when it is told to', async () => {
    const step = {
      kind: 'update',
      at: '',
      who: '',
      relation: { code: CODE, name: '' },
      enterpriseNumber: NUMBER,
    } as const;
    const now = Date.parse('2026-11-24T10:00:00Z');
    for (const at of ['2024-11-23T10:00:00Z', '2024-11-25T10:00:00Z']) {
      await addEntries(newChangeId(Date.parse(at)), [{ ...step, fields: [], state: 'verified' }]);
    }
    await prune(24, now);
    expect((await history()).entries.map(({ id }) => id.slice(0, 10))).toEqual(['2024-11-25']);
    await addEntries(newChangeId(now), [{ ...step, fields: [], state: 'sent' }]);
    await HANDLERS.deleteHistory.answer(services, {});
    // What is under way has yet to be settled.
    expect((await history()).entries.map(({ outcome }) => outcome)).toEqual(['underWay']);
  });
});

describe.each(['flat', 'nested'] as const)('an undo, of a relation in the %s shape', (shape) => {
  beforeEach(() => start(shape));

  it('puts back every form of value exactly as it was', async () => {
    office.edit(CODE, { website: 'oud.example', phone: '09 111 22 33', incorporationDate: '2011-01-02' });
    const before = office.relation(CODE);
    await open();
    await apply('name', 'legalForm', 'website', 'phone', 'incorporationDate', 'fiscalYearEnd');
    expect(inPhase('applied').outcome.every(({ result }) => result === 'written')).toBe(true);
    expect(office.relation(CODE)).not.toEqual(before);
    await undo();
    expect(office.relation(CODE)).toEqual(before);
    expect(inPhase('undone').undone.map(({ result }) => result)).toEqual(Array(6).fill('undone'));
    // What is shown is the old state.
    expect(inPhase('undone').changes.find(({ field }) => field === 'name')?.current).toBe('Bakkerij Peeters');
  });

  it('puts the address back, and leaves every other address and channel alone', async () => {
    const before = office.relation(CODE);
    await open();
    await apply('address');
    office.edit(CODE, { email: 'nieuw@peeters.example', mobile: '0470 00 00 00' });
    await undo();
    const after = office.relation(CODE);
    expect(JSON.stringify(after)).toContain('nieuw@peeters.example');
    expect(after.addresses ?? after.street).toEqual(before.addresses ?? before.street);
    expect(inPhase('undone').undone).toEqual([{ field: 'address', result: 'undone' }]);
  });

  it('leaves alone a field that was changed since, and says so', async () => {
    await open();
    await apply('name', 'fiscalYearEnd');
    office.edit(CODE, { name: 'Peeters & Dochters' });
    await undo();
    expect(office.relation(CODE).name).toBe('Peeters & Dochters');
    expect(inPhase('undone').undone).toEqual([
      { field: 'fiscalYearEnd', result: 'undone' },
      { field: 'name', result: 'leftAlone' },
    ]);
  });

  it('is an entry of its own, and marks what it undid', async () => {
    await open();
    await apply('name', 'fiscalYearEnd');
    const { id } = await newest();
    expect(await undoEntry(id, 'name')).toEqual({ fields: [{ field: 'name', result: 'undone' }] });
    const [undone, written] = (await history()).entries;
    expect(undone).toMatchObject({
      kind: 'undo',
      outcome: 'verified',
      fields: [{ field: 'name', before: 'Bakkerij Peeters & Zonen', after: 'Bakkerij Peeters', result: 'written' }],
    });
    expect(undone?.fields).toHaveLength(1);
    expect(written?.fields.map(({ field, undone: isUndone = false }) => [field, isUndone])).toEqual([
      ['name', true],
      ['fiscalYearEnd', false],
    ]);
    // Twice is once.
    expect(await undoEntry(id, 'name')).toEqual({ fields: [{ field: 'name', result: 'leftAlone' }] });
    // And an undo can be undone.
    expect(await undoEntry(undone?.id ?? '', 'name')).toEqual({ fields: [{ field: 'name', result: 'undone' }] });
    expect(office.relation(CODE).name).toBe('Bakkerij Peeters & Zonen');
  });
});

describe('an entry that was deleted since it was shown', () => {
  it('is said to be gone, and nothing is sent', async () => {
    await open();
    await apply('name');
    const { id } = await newest();
    await HANDLERS.deleteHistory.answer(services, {});
    await expect(undoEntry(id, 'name')).rejects.toMatchObject({ failure: { kind: 'entryGone' } });
    expect(fakeBrowser.network.written).toHaveLength(1);
  });
});

describe('what was empty before a write', () => {
  it('cannot be emptied where it is a key of the relation: nothing is sent, and it is said', async () => {
    await open();
    await apply('website');
    await undo();
    expect(inPhase('undone').undone).toEqual([{ field: 'website', result: 'notCleared' }]);
    expect(office.relation(CODE).website).toBe('bakkerijpeeters.example');
    expect(fakeBrowser.network.written).toHaveLength(1);
    expect((await history()).entries).toHaveLength(1);
  });

  it('leaves its list where it was made as an item of one', async () => {
    await start('nested');
    const before = office.relation(CODE);
    await open();
    await apply('website');
    expect(office.relation(CODE)).not.toEqual(before);
    await undo();
    expect(inPhase('undone').undone).toEqual([{ field: 'website', result: 'undone' }]);
    expect(office.relation(CODE)).toEqual(before);
  });

  it('does not keep the other fields from being put back', async () => {
    await open();
    await apply('name', 'website');
    await undo();
    expect(inPhase('undone').undone).toEqual([
      { field: 'name', result: 'undone' },
      { field: 'website', result: 'notCleared' },
    ]);
    expect(office.relation(CODE).name).toBe('Bakkerij Peeters');
  });
});

describe('a write whose worker ended', () => {
  /** A review whose write was cut off, with the journal's entry in the state in which it was left. */
  async function cutOff(state: 'planned' | 'sent' | 'answered' | undefined, sentAt = new Date().toISOString()) {
    await open();
    const { phase: _, ...ready } = inPhase('ready');
    const change = newChangeId(Date.now());
    fakeBrowser.session.set(`review:${ID}`, { ...ready, phase: 'applying', fields: ['name'], change });
    if (!state) return change;
    const step = {
      kind: 'update',
      at: sentAt,
      who: '',
      relation: { code: CODE, name: '' },
      enterpriseNumber: NUMBER,
      fields: [
        {
          field: 'name',
          before: 'Bakkerij Peeters',
          after: 'Bakkerij Peeters & Zonen',
          heldBefore: { value: 'Bakkerij Peeters' },
        },
      ],
      state,
      ...(state !== 'planned' && { sentAt }),
      ...(state === 'answered' && { answeredAt: sentAt }),
    } as const;
    await addEntries(change, [step]);
    return change;
  }

  /** What the page sees, once what it asked for has been done. */
  async function settled(): Promise<Review> {
    expect(await HANDLERS.getReview.answer(services, { reviewId: ID })).toMatchObject({ phase: 'applying' });
    return eventually(() => {
      const stored = fakeBrowser.session.get(`review:${ID}`) as Review;
      expect(stored.phase).not.toBe('applying');
      return stored;
    });
  }

  it.each([undefined, 'planned'] as const)('before it was sent (%s) is said to be not sent', async (state) => {
    const change = await cutOff(state);
    expect(await settled()).toMatchObject({ phase: 'failed', failure: { kind: 'notSent' }, ticked: ['name'] });
    expect((await entriesOf(change)).map((entry) => entry.state)).toEqual(state ? ['notSent'] : []);
    expect(fakeBrowser.network.written).toEqual([]);
  });

  it.each(['sent', 'answered'] as const)(
    'after it was taken (%s) is found by reading, and can be undone',
    async (state) => {
      await cutOff(state);
      office.edit(CODE, { name: 'Bakkerij Peeters & Zonen' });
      expect(await settled()).toMatchObject({ phase: 'applied', outcome: [{ field: 'name', result: 'written' }] });
      expect(inPhase('applied').changes.find(({ field }) => field === 'name')?.verdict).toBe('same');
      await undo();
      expect(office.relation(CODE).name).toBe('Bakkerij Peeters');
    },
  );

  it('with nothing to be seen of it is not known while it may still arrive, and is known later', async () => {
    const change = await cutOff('sent');
    expect(await settled()).toMatchObject({ phase: 'failed', failure: { kind: 'unsettled' }, ticked: ['name'] });
    office.edit(CODE, { name: 'Bakkerij Peeters & Zonen' });
    await reconcileAll(services);
    expect(await entriesOf(change)).toMatchObject([{ state: 'verified', fields: [{ result: 'written' }] }]);
  });

  it('with nothing to be seen of it after minutes never arrived', async () => {
    await cutOff('sent', new Date(Date.now() - 10 * 60_000).toISOString());
    expect(await settled()).toMatchObject({ phase: 'failed', failure: { kind: 'notSent' } });
  });

  it('after AdminPulse had answered, which kept its old value, is settled too', async () => {
    await cutOff('answered');
    expect(await settled()).toMatchObject({ phase: 'applied', outcome: [{ field: 'name', result: 'kept' }] });
  });

  it('and that cannot be read is not known, until it can', async () => {
    const change = await cutOff('sent');
    office.intercept = () => Promise.resolve(new Response(null, { status: 403 }));
    expect(await settled()).toMatchObject({ phase: 'failed', failure: { kind: 'unsettled' } });
    office.intercept = () => undefined;
    office.edit(CODE, { name: 'Bakkerij Peeters & Zonen' });
    await reconcileAll(services);
    expect((await entriesOf(change)).map(({ state }) => state)).toEqual(['verified']);
  });

  it('is settled when its relation is fetched anew, and the user sees it', async () => {
    await cutOff('sent');
    office.edit(CODE, { name: 'Bakkerij Peeters & Zonen' });
    fakeBrowser.pages.length = 0;
    await open();
    expect(inPhase('applied').outcome).toEqual([{ field: 'name', result: 'written' }]);
  });
});

describe('a difference that the user keeps', () => {
  const nameRow = () => inPhase('ready').changes.find(({ field }) => field === 'name');

  it('is marked at once, and at the next fetch, and counts again when that is revoked', async () => {
    await open();
    await keep('name');
    expect(nameRow()).toMatchObject({ kept: true });
    await refresh();
    expect(nameRow()).toMatchObject({ kept: true, verdict: 'different' });
    await keep('name', false);
    expect(nameRow()).toMatchObject({ kept: false });
    await refresh();
    expect(nameRow()).not.toHaveProperty('kept');
  });

  it('is shown again when openthebox’s value changes', async () => {
    await open();
    await keep('name');
    const company = office.state.register.companies.get(NUMBER);
    if (!company) throw new Error('no such company');
    const { nameNl } = company;
    company.nameNl = 'Peeters en Co';
    await refresh();
    expect(nameRow()).toMatchObject({ proposed: 'Peeters en Co' });
    expect(nameRow()).not.toHaveProperty('kept');
    company.nameNl = nameNl;
    await refresh();
    // The decision was about a value of then.
    expect(nameRow()).not.toHaveProperty('kept');
  });

  it('stays kept through an apply of another field', async () => {
    await open();
    await keep('name');
    await apply('fiscalYearEnd');
    expect(inPhase('applied').changes.find(({ field }) => field === 'name')).toMatchObject({ kept: true });
    expect(office.relation(CODE).name).toBe('Bakkerij Peeters');
  });
});
