import { beforeEach, describe, expect, it } from 'vitest';
import { type Entry, newChangeId } from '../../../../src/background/journal/entry.ts';
import { reconcileAll } from '../../../../src/background/journal/reconcile.ts';
import { addEntries } from '../../../../src/background/journal/store.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import type { Field } from '../../../../src/company/company.ts';
import type { LinkOptions, LinkToAdd, Review } from '../../../../src/messages/index.ts';
import { eventually } from '../../../support/eventually.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

/** The brewery has two links; openthebox knows a director, a management company and a shareholder that are none. */
const NUMBER = '0001061555';
const CODE = 'APR00572';
const ID = `${NUMBER}-${CODE}`;
const AN = 'An Peeters';
const MANAGEMENT = 'KV MANAGEMENT';
const SHAREHOLDER = 'Kapsalon Lila';

let office: InProcessSandbox;
let services: ReturnType<typeof createServices>;

async function start(shape: 'flat' | 'nested' = 'flat', enterpriseNumber = NUMBER, relationCode = CODE): Promise<void> {
  fakeBrowser.reset();
  office = new InProcessSandbox(fakeBrowser, { shape });
  services = createServices();
  await adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Kantoor Peeters' });
  await HANDLERS.openReview.answer(services, { enterpriseNumber, relationCode });
}
beforeEach(() => start());

const options = (): Promise<LinkOptions> => HANDLERS.getLinkOptions.answer(services, { reviewId: ID });
const apply = (links: readonly LinkToAdd[], ...fields: Field[]) =>
  HANDLERS.applyReview.answer(services, { reviewId: ID, fields: ['linkedRelations', ...fields], links });
const undo = () => HANDLERS.undoReview.answer(services, { reviewId: ID });

function review<P extends Review['phase']>(phase: P): Extract<Review, { phase: P }> {
  const stored = fakeBrowser.session.get(`review:${ID}`) as Review;
  expect(stored).toMatchObject({ phase });
  return stored as Extract<Review, { phase: P }>;
}

/** The comparison's link to this party. */
function linkTo(name: string) {
  const stored = fakeBrowser.session.get(`review:${ID}`) as Extract<Review, { phase: 'ready' }>;
  const link = stored.links?.find(({ openthebox }) => openthebox?.name?.toUpperCase() === name.toUpperCase());
  if (!link) throw new Error(`no link to ${name}`);
  return link;
}

async function optionFor(name: string) {
  const { key } = linkTo(name);
  const found = (await options()).links.find((option) => option.key === key);
  if (!found) throw new Error(`no option for ${name}`);
  return found;
}

const add = (name: string, type: string, target: LinkToAdd['target']): LinkToAdd => ({
  key: linkTo(name).key,
  type,
  target,
});
const tos = () => office.relation(CODE).tos as { linkType: unknown; uniqueIdentifier: string }[];
const said = () => tos().map(({ linkType, uniqueIdentifier }) => `${linkType} ${uniqueIdentifier}`);
const BEFORE = ['4 APR00603', '1 APR00602'];
const sent = (method: string) => fakeBrowser.network.calls.filter((call) => call.startsWith(method));
const codeOf = (name: string) =>
  office.state.relations.all().find((relation) => relation.name.toUpperCase() === name.toUpperCase())?.code ?? '';
const OTHER = { status: 'Other' };

describe('what a link can become', () => {
  it('is a relation with its number, one with exactly its words, or one that is made', async () => {
    expect(await optionFor(SHAREHOLDER)).toMatchObject({ proposedType: '6', targets: [{ code: 'APR00513' }] });
    expect((await optionFor(SHAREHOLDER)).mayCreate).toBeUndefined();
    expect(await optionFor(AN)).toMatchObject({
      proposedType: '4',
      targets: [{ code: 'APR00601' }],
      mayCreate: 'person',
      person: { firstName: 'An', lastName: 'Peeters' },
    });
    expect(await optionFor(MANAGEMENT)).toMatchObject({ proposedType: '4', targets: [], mayCreate: 'company' });
  });

  it('is each of two relations of one name: the user says which', async () => {
    office.edit('APR00602', { name: 'PEETERS, An' });
    expect((await optionFor(AN)).targets.map(({ code }) => code)).toEqual(['APR00601', 'APR00602']);
  });

  it('is no company that has the name of a person', async () => {
    office.edit('APR00511', { name: 'Peeters An' });
    expect((await optionFor(AN)).targets.map(({ code }) => code)).toEqual(['APR00601']);
  });

  it('has the types that are written down, and those in use whose meaning is not known', async () => {
    office.edit('APR00550', { links: [[12, 'APR00601']] });
    const { types } = await options();
    expect(types.map(({ type }) => type)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '12']);
    expect(types.find(({ type }) => type === '4')).toEqual({ type: '4', means: 'director', inUse: true });
    expect(types.find(({ type }) => type === '7')).toEqual({ type: '7', means: 'auditor', inUse: false });
    expect(types.find(({ type }) => type === '12')).toEqual({ type: '12', inUse: true });
  });

  it('has a status called "Other" where a word says so, and none where statuses are numbers', async () => {
    expect((await options()).otherStatus).toBe('Other');
    await start('nested');
    const { otherStatus, statuses } = await options();
    expect(otherStatus).toBeUndefined();
    expect(statuses.find(({ status }) => status === '4')?.examples.length).toBeGreaterThan(0);
  });
});

describe.each(['flat', 'nested'] as const)('adding links in the %s shape', (shape) => {
  const other = { status: shape === 'flat' ? 'Other' : '4' };
  beforeEach(() => start(shape));

  it('leaves the links that are there as they are', async () => {
    await apply([add(SHAREHOLDER, '6', 'APR00513'), add(AN, '4', 'APR00601')]);
    expect(review('applied').outcome).toEqual([{ field: 'linkedRelations', result: 'written' }]);
    expect(said()).toEqual([...BEFORE, '6 APR00513', '4 APR00601']);
    expect(fakeBrowser.network.written).toEqual([{ tos: tos() }]);
    expect([linkTo(AN).match, linkTo(SHAREHOLDER).match]).toEqual(['both', 'both']);
  });

  it('is one write with other fields', async () => {
    await apply([add(AN, '4', 'APR00601')], 'name');
    expect(sent('PUT')).toHaveLength(1);
  });

  it('makes a company first, once, with what openthebox has of it', async () => {
    await apply([add(MANAGEMENT, '4', other)]);
    const code = codeOf('KV Management');
    expect(said()).toEqual([...BEFORE, `4 ${code}`]);
    expect(review('applied').made).toEqual([expect.objectContaining({ code })]);
    const made = office.state.relations.find(code);
    expect(made).toMatchObject({
      type: 'Company',
      status: 'Other',
      enterpriseNumber: '0001008107',
      language: 'nl',
      companyId: office.state.relations.find(CODE)?.companyId,
    });
    expect(sent('POST /relations')).toHaveLength(1);
  });

  it('makes a person where the user says so', async () => {
    await apply([add(AN, '4', { ...other, person: { firstName: 'An', lastName: 'Peeters' } })]);
    const [, code = ''] = (said().at(-1) ?? '').split(' ');
    expect(code).not.toBe('APR00601');
    expect(office.state.relations.find(code)).toMatchObject({
      name: 'Peeters An',
      type: 'Person',
      status: 'Other',
      firstName: 'An',
      lastName: 'Peeters',
    });
  });

  it('is taken back exactly, and what was added since stays', async () => {
    await apply([add(AN, '4', 'APR00601'), add(MANAGEMENT, '4', other)]);
    const management = codeOf('KV Management');
    const links: [number, string][] = [
      [4, 'APR00603'],
      [1, 'APR00602'],
      [4, 'APR00601'],
      [4, management],
      [2, 'APR00511'],
    ];
    office.edit(CODE, { links });
    await undo();
    expect(said()).toEqual([...BEFORE, '2 APR00511']);
    expect(review('undone').undone).toEqual([{ field: 'linkedRelations', result: 'undone' }]);
    // A relation cannot be deleted: it stays, and is said to.
    expect(review('undone').made?.map(({ code }) => code)).toEqual([management]);
    expect(office.state.relations.find(management)).toBeDefined();
  });
});

describe('adding links', () => {
  it('stops when the links changed in AdminPulse meanwhile, and shows them as they are', async () => {
    const links = [add(AN, '4', 'APR00601')];
    office.edit(CODE, { links: [[4, 'APR00601']] });
    await apply(links);
    expect(review('ready').conflict).toEqual(['linkedRelations']);
    expect(linkTo(AN).match).toBe('both');
    expect(fakeBrowser.network.written).toEqual([]);
  });

  it('makes no company that has become a relation meanwhile', async () => {
    const links = [add(MANAGEMENT, '4', OTHER)];
    office.edit('APR00511', { enterpriseNumber: '0001.008.107', vatNumber: '0001.008.107' });
    await apply(links);
    expect(review('ready').conflict).toEqual(['linkedRelations']);
    expect(sent('POST /relations')).toEqual([]);
    expect((await optionFor(MANAGEMENT)).targets.map(({ code }) => code)).toEqual(['APR00511']);
  });

  it('looks a company up only when no other window is making it', async () => {
    const links = [add(MANAGEMENT, '4', OTHER)];
    const lock = 'relation:0001008107';
    let release: (value?: unknown) => void = () => {};
    const other = navigator.locks.request(lock, () => new Promise((resolve) => (release = resolve)));
    const applying = apply(links);
    await eventually(async () =>
      expect((await navigator.locks.query()).pending?.map(({ name }) => name)).toContain(lock),
    );
    office.edit('APR00511', { enterpriseNumber: '0001.008.107', vatNumber: '0001.008.107' });
    release();
    await Promise.all([other, applying]);
    expect(review('ready').conflict).toEqual(['linkedRelations']);
    expect(sent('POST /relations')).toEqual([]);
  });

  it('makes no company beside one that was sent and may still arrive', async () => {
    let arrive: () => Promise<unknown> = async () => {};
    office.intercept = (request, pass) => {
      if (request.method !== 'POST') return undefined;
      arrive = pass;
      return Promise.resolve(new Response(null, { status: 504 }));
    };
    const links = [add(MANAGEMENT, '4', OTHER)];
    for (const _ of ['first', 'again']) {
      await apply(links);
      expect(review('failed').failure).toMatchObject({ kind: 'unsettled' });
    }
    expect(sent('POST')).toHaveLength(1);
    await arrive();
    await apply(links);
    expect(sent('POST')).toHaveLength(1);
    expect(office.relationsWith('0001008107')).toHaveLength(1);
  });

  /** As an earlier apply left it whose worker ended: a create of the company, and the update that was to follow. */
  async function leaveCreate(create: Partial<Entry>): Promise<void> {
    const about = { at: new Date().toISOString(), who: '', fields: [] };
    await addEntries(newChangeId(Date.now() - 10 * 60_000), [
      {
        ...about,
        kind: 'create',
        relation: { code: '', name: '' },
        enterpriseNumber: '0001008107',
        state: 'sent',
        ...create,
      },
      { ...about, kind: 'update', relation: { code: CODE, name: '' }, enterpriseNumber: NUMBER, state: 'planned' },
    ]);
  }

  it('waits for nobody who waits for it, while what an earlier apply left is reconciled', async () => {
    await leaveCreate({ sentAt: new Date(Date.now() - 10 * 60_000).toISOString() });
    const links = [add(MANAGEMENT, '4', OTHER)];
    await Promise.all([reconcileAll(services), apply(links), reconcileAll(services)]);
    expect(review('applied').made).toHaveLength(1);
    expect(sent('POST /relations')).toHaveLength(1);
  });

  it('does not wait for itself where an earlier create was answered with this relation’s code', async () => {
    const at = new Date().toISOString();
    await leaveCreate({ state: 'answered', sentAt: at, answeredAt: at, relation: { code: CODE, name: '' } });
    await apply([add(MANAGEMENT, '4', OTHER)]);
    expect(review('failed').failure).toMatchObject({ kind: 'unsettled' });
    expect(sent('POST /relations')).toEqual([]);
  });

  it('makes nothing where a relation that is linked to is gone', async () => {
    await apply([add(MANAGEMENT, '4', OTHER), add(AN, '4', 'APR09999')]);
    expect(review('failed').failure).toMatchObject({ kind: 'notFound' });
    expect(sent('POST /relations')).toEqual([]);
  });

  it('adds no link that is there already', async () => {
    await apply([add(AN, '4', 'APR00603')]);
    expect(said()).toEqual(BEFORE);
  });

  it('takes no link that the review does not show, and writes nothing then', async () => {
    await apply([{ key: 'x', type: '4', target: 'APR00601' }]);
    expect(review('ready').conflict).toBeUndefined();
    expect(fakeBrowser.network.written).toEqual([]);
  });

  it('takes no status that no relation has', async () => {
    await apply([add(MANAGEMENT, '4', { status: 'Nonsense' })]);
    expect(review('failed').failure).toMatchObject({ kind: 'unexpectedAnswer' });
    expect(sent('POST /relations')).toEqual([]);
  });

  it('is refused where the administrator switched it off', async () => {
    fakeBrowser.managed.set('features', { linkedRelations: false });
    await expect(options()).rejects.toThrow();
  });

  it('makes no relation where the administrator switched that off', async () => {
    const links = [add(MANAGEMENT, '4', OTHER)];
    fakeBrowser.managed.set('features', { create: false });
    expect((await optionFor(MANAGEMENT)).mayCreate).toBeUndefined();
    await apply(links);
    expect(review('failed').failure.kind).toBe('featureOff');
    expect(sent('POST /relations')).toEqual([]);
  });

  it('says what was made when the step after it fails, and makes it no second time', async () => {
    office.intercept = (request) =>
      request.method === 'PUT' ? Promise.resolve(new Response(null, { status: 403 })) : undefined;
    const links = [
      add(MANAGEMENT, '4', OTHER),
      add(AN, '4', { ...OTHER, person: { firstName: 'An', lastName: 'P.' } }),
    ];
    await apply(links);
    const { failure, comparison } = review('failed');
    expect(failure).toMatchObject({ kind: 'forbidden' });
    expect(comparison?.made?.map(({ name }) => name)).toEqual(['KV MANAGEMENT', 'P. An']);
    expect(said()).toEqual(BEFORE);

    office.intercept = () => undefined;
    await apply(links);
    expect(sent('POST /relations')).toHaveLength(2);
    expect(said()).toEqual([...BEFORE, ...(comparison?.made ?? []).map(({ code }) => `4 ${code}`)]);
  });

  it('stops before the second relation when the first is refused', async () => {
    office.intercept = (request) =>
      request.method === 'POST' ? Promise.resolve(new Response(null, { status: 400 })) : undefined;
    await apply([
      add(MANAGEMENT, '4', OTHER),
      add(AN, '4', { ...OTHER, person: { firstName: 'An', lastName: 'Peeters' } }),
    ]);
    expect(review('failed').failure).toMatchObject({ kind: 'rejected' });
    expect(sent('POST /relations')).toHaveLength(1);
    expect(fakeBrowser.network.written).toEqual([]);
  });

  it('is a conflict when the relation changed while another was made', async () => {
    office.intercept = (request, pass) => {
      if (request.method !== 'POST') return undefined;
      office.edit(CODE, { links: [[1, 'APR00602']] });
      return pass();
    };
    await apply([add(MANAGEMENT, '4', OTHER)]);
    expect(review('ready').conflict).toEqual(['linkedRelations']);
    expect(review('ready').made).toHaveLength(1);
    expect(said()).toEqual(['1 APR00602']);
  });

  it('is one change in the history: each relation that was made, and the relation', async () => {
    await apply([add(MANAGEMENT, '4', OTHER)]);
    const { entries } = await HANDLERS.getHistory.answer(services, { limit: 10 });
    expect(entries.map(({ kind, outcome, relation }) => [kind, outcome, relation.code])).toEqual([
      ['update', 'verified', CODE],
      ['create', 'verified', codeOf('KV Management')],
    ]);
    expect(entries[0]?.fields).toMatchObject([{ field: 'linkedRelations', result: 'written' }]);
  });
});

describe('links that are hard to read', () => {
  it('keep their code where it answers 404, and their number where the type is not known', async () => {
    office.edit(CODE, { links: [[77, 'APR09999']] });
    await HANDLERS.refreshReview.answer(services, { reviewId: ID });
    const unknown = review('ready').links?.find(({ adminpulse }) => adminpulse?.relationCode === 'APR09999');
    expect(unknown).toMatchObject({ match: 'only-adminpulse', adminpulse: { role: '77' } });
    await apply([add(AN, '4', 'APR00601')]);
    expect(said()).toEqual(['77 APR09999', '4 APR00601']);
  });

  it('cost few calls, however many they are', async () => {
    const others = office.state.relations.all().filter(({ code }) => code !== CODE);
    office.edit(CODE, { links: others.slice(0, 30).map(({ code }): [number, string] => [2, code]) });
    fakeBrowser.network.calls.length = 0;
    await HANDLERS.refreshReview.answer(services, { reviewId: ID });
    expect(fakeBrowser.network.calls.filter((call) => call.startsWith('GET /relations')).length).toBeLessThanOrEqual(3);
    expect(review('ready').links?.filter(({ adminpulse }) => adminpulse && !adminpulse.name)).toEqual([]);
  });
});
