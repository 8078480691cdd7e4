import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newChangeId } from '../../../../src/background/journal/entry.ts';
import { addEntries } from '../../../../src/background/journal/store.ts';
import { canMake } from '../../../../src/background/links/new-party.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { inferredPlacesItem } from '../../../../src/background/relations/inferred-places.ts';
import { loadOfficeProfile } from '../../../../src/background/relations/office-profile.ts';
import { loadCatalogue } from '../../../../src/background/relations/value-catalogue.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials, opentheboxCredentials } from '../../../../src/background/settings/credentials.ts';
import type { Field } from '../../../../src/company/company.ts';
import type { Creation, CreationAnswers, Draft } from '../../../../src/messages/index.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { eventually } from '../../../support/eventually.ts';
import { adminpulseCalls, sandboxServer } from '../../../support/fake-network.ts';
import { unknownNumbers } from '../../../support/fake-office.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const MANAGEMENT = '0001008107';
const BRUSSELS = '0001061258';
const ASSOCIATION = '0001061357';
const SOLE_TRADER = '0001061456';
const HOLDING = '0001007711';
const WRITTEN: readonly Field[] = [
  'name',
  'legalForm',
  'enterpriseNumber',
  'vatNumber',
  'website',
  'address',
  'phone',
  'incorporationDate',
  'fiscalYearEnd',
];

let sandbox: Sandbox;
let services: ReturnType<typeof createServices>;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.reset({ shape: 'flat' });
  fakeBrowser.reset();
  fakeBrowser.network.handler = sandboxServer(sandbox);
  services = createServices();
  await services.relations.clear();
  await adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Office' });
  await opentheboxCredentials.write({ clientId: 'otb-office-7', clientSecret: 'otb-secret' });
});
// A build of the index that an opened creation began ends before the next test begins.
afterEach(() => navigator.locks.request('relation-index', () => undefined));

const idOf = (number: string) => `create-${number}`;
const stored = (number: string) => fakeBrowser.session.get(`creation:${idOf(number)}`) as Creation;
const posts = () => adminpulseCalls(sandbox).filter((call) => call.startsWith('POST'));

async function open(number: string): Promise<Creation> {
  await HANDLERS.openCreate.answer(services, { enterpriseNumber: number });
  return eventually(() => {
    const creation = stored(number);
    expect(creation.phase).not.toBe('loading');
    return creation;
  });
}

async function openDraft(number: string): Promise<Draft> {
  const creation = await open(number);
  if (creation.phase !== 'ready') throw new Error(JSON.stringify(creation));
  return creation.draft;
}

/** What is proposed, and the first option of what is not. */
function answersOf(
  { choices, since, vatPending, person }: Draft,
  chosen: Partial<CreationAnswers> = {},
): CreationAnswers {
  const of = (requirement: keyof Draft['choices']) =>
    choices[requirement].proposed ?? choices[requirement].options[0]?.id ?? '';
  return {
    relationType: of('relationType'),
    status: of('status'),
    language: of('language'),
    ownCompany: of('ownCompany'),
    ...(since && { since: '2026-11-24' }),
    ...(vatPending && { vatPending: true }),
    ...person,
    ...chosen,
  };
}

async function create(number: string, chosen: Partial<CreationAnswers> = {}, fields = WRITTEN): Promise<Creation> {
  const draft = await openDraft(number);
  const answers = answersOf(draft, chosen);
  await HANDLERS.createRelation.answer(services, { creationId: idOf(number), fields, answers });
  return stored(number);
}

const relationWith = (number: string) =>
  services.adminpulse.relationsWithNumber(number as never).then((rows) => rows.map((row) => row.uniqueIdentifier));

function made(creation: Creation) {
  expect(creation).toMatchObject({ phase: 'created' });
  if (creation.phase !== 'created') throw new Error(creation.phase);
  return { ...creation, raw: sandbox.relation(creation.relation.code) };
}

describe.each(['flat', 'nested'] as const)('in the %s shape', (shape) => {
  beforeEach(() => sandbox.reset({ shape }));

  it('a company is made with every field, and the type that such companies have', async () => {
    const draft = await openDraft(MANAGEMENT);
    expect(
      draft.choices.relationType.options.find(({ id }) => id === draft.choices.relationType.proposed),
    ).toMatchObject({ means: 'company' });
    expect(draft.choices.language.proposed).toBe(shape === 'flat' ? '"nl"' : '"NL"');
    const { raw, outcome } = made(await create(MANAGEMENT));
    expect(outcome.map(({ result }) => result)).toEqual(outcome.map(() => 'written'));
    expect(raw).toMatchObject(
      shape === 'flat'
        ? { name: 'KV MANAGEMENT', relationType: 'Company', vatNumber: 'BE0001008107', street: 'Kiewitstraat' }
        : { name: 'KV MANAGEMENT', type: 2, vatNumber: 'BE 0001.008.107', companyNumber: '0001008107' },
    );
  });

  it('a sole trader is made with both names', async () => {
    const draft = await openDraft(SOLE_TRADER);
    expect(draft.person).toEqual({ lastName: 'Dewaele', firstName: 'Jonas' });
    const { raw } = made(await create(SOLE_TRADER));
    expect(raw).toMatchObject({ name: 'Dewaele Jonas', lastName: 'Dewaele', firstName: 'Jonas' });
    expect(raw).toMatchObject(shape === 'flat' ? { relationType: 'SoleProprietor' } : { type: 3 });
  });

  it('an association without VAT gets no VAT number, and the flag that says so', async () => {
    const { raw } = made(await create(ASSOCIATION));
    expect(raw.vatNumber).toBeNull();
    expect(raw[shape === 'flat' ? 'vatNumberPending' : 'vatPending']).toBe(true);
  });

  it('in Brussels the language is the user’s to say, and the values follow it', async () => {
    const draft = await openDraft(BRUSSELS);
    expect(draft).toMatchObject({ bilingual: true });
    expect(draft.choices.language.proposed).toBeUndefined();
    const french = draft.choices.language.options.find(({ means }) => means === 'fr')?.id ?? '';
    const { raw } = made(await create(BRUSSELS, { language: french }));
    expect(raw.name).toBe('ATELIERS ZINNEKE');
    expect(JSON.stringify(raw)).toContain('Rue du Vieux Marché aux Grains');
  });
});

describe('a relation that there is already', () => {
  it('is found by its VAT number', async () => {
    expect(await open('0001004246')).toMatchObject({ phase: 'exists', relations: [{ code: 'APR00510' }] });
  });

  it('is found by its enterprise number, which the filter does not know', async () => {
    expect(await open('0001018597')).toMatchObject({ phase: 'exists', relations: [{ code: 'APR00520' }] });
  });

  it('is found in the index, without going through the list', async () => {
    await HANDLERS.refreshRelationIndex.answer(services, undefined);
    await eventually(async () => expect(await services.relations.state()).toMatchObject({ complete: {} }));
    const before = adminpulseCalls(sandbox).length;
    expect(await open('0001018597')).toMatchObject({ phase: 'exists', relations: [{ code: 'APR00520' }] });
    expect(adminpulseCalls(sandbox).slice(before)).toEqual([
      expect.stringMatching(/^GET \/relations\?.*vatNumber=0001018597/),
      'GET /relations/APR00520',
    ]);
  });

  it('is not believed of the index where it is gone', async () => {
    await services.relations.begin(Date.now(), '[null,null]').then((build) => services.relations.complete(build));
    await services.relations.add({ code: 'APR09999', name: 'Gone', numbers: [MANAGEMENT as never] });
    expect(await open(MANAGEMENT)).toMatchObject({ phase: 'ready' });
  });

  it('is found though it was made after the window was opened', async () => {
    const draft = await openDraft(HOLDING);
    sandbox.edit('APR00511', { enterpriseNumber: HOLDING, vatNumber: null });
    await HANDLERS.createRelation.answer(services, {
      creationId: idOf(HOLDING),
      fields: WRITTEN,
      answers: answersOf(draft),
    });
    expect(stored(HOLDING)).toMatchObject({ phase: 'exists', relations: [{ code: 'APR00511' }] });
    expect(posts()).toEqual([]);
  });
});

describe('a create that does not go as it should', () => {
  const post = { host: 'api.adminpulse.be', method: 'POST', path: '/relations' } as const;

  it('is not sent where the administrator switched that off since the window was opened', async () => {
    const draft = await openDraft(MANAGEMENT);
    fakeBrowser.managed.set('features', { create: false });
    const data = { creationId: idOf(MANAGEMENT), fields: WRITTEN, answers: answersOf(draft) };
    await HANDLERS.createRelation.answer(services, data);
    expect(stored(MANAGEMENT)).toMatchObject({
      phase: 'ready',
      failure: { made: 'no', failure: { kind: 'featureOff' } },
    });
    expect(posts()).toEqual([]);
  });

  it('whose answer is lost is settled by looking the number up, and sent once', async () => {
    await openDraft(MANAGEMENT);
    sandbox.fault({ ...post, kind: 'drop-after' });
    made(await create(MANAGEMENT));
    expect(posts()).toHaveLength(1);
    expect(await relationWith(MANAGEMENT)).toHaveLength(1);
  });

  it('that is lost on its way made none, as the number shows', async () => {
    sandbox.fault({ ...post, kind: 'drop' });
    expect(await create(MANAGEMENT)).toMatchObject({
      phase: 'ready',
      failure: { made: 'no', failure: { kind: 'offline' } },
    });
    expect(posts()).toHaveLength(1);
    expect(await relationWith(MANAGEMENT)).toEqual([]);
  });

  it('that is refused gives AdminPulse’s own words, and can be sent again', async () => {
    sandbox.fault({ ...post, kind: 'status', status: 400, body: { errors: { Name: ['Too long'] } }, times: 1 });
    expect(await create(MANAGEMENT)).toMatchObject({
      phase: 'ready',
      failure: { made: 'no', failure: { kind: 'rejected', detail: 'Too long' } },
    });
    made(await create(MANAGEMENT));
  });

  it('that a key may not do is said', async () => {
    await adminpulseCredentials.write({ apiKey: 'ap-read-key', label: 'Office' });
    expect(await create(MANAGEMENT)).toMatchObject({
      failure: { made: 'no', failure: { kind: 'forbidden', permission: 'write' } },
    });
  });

  it('whose answer names the relation is read by that name, as the list may not have it yet', async () => {
    const { relation } = made(await create(MANAGEMENT));
    const calls = adminpulseCalls(sandbox);
    expect(calls.slice(calls.findIndex((call) => call.startsWith('POST')) + 1)).toEqual([
      `GET /relations/${relation.code}`,
    ]);
  });

  it('whose answer names no relation that there is, is found by the number', async () => {
    sandbox.fault({ ...post, kind: 'replace', values: { id: 'task-7', uniqueIdentifier: 'task-7' } });
    made(await create(MANAGEMENT));
  });

  it('whose answer names nothing is found by the number', async () => {
    sandbox.fault({ ...post, kind: 'replace', values: { id: '', uniqueIdentifier: '' } });
    made(await create(MANAGEMENT));
  });

  /** As a worker leaves it that ends while it creates. */
  async function cutOff(state: 'planned' | 'sent' | undefined) {
    const draft = await openDraft(MANAGEMENT);
    const sent = { fields: WRITTEN, answers: answersOf(draft) };
    const change = newChangeId(Date.now());
    const at = new Date().toISOString();
    const step = {
      kind: 'create',
      relation: { code: '', name: '' },
      enterpriseNumber: MANAGEMENT,
      fields: [],
    } as const;
    if (state) await addEntries(change, [{ ...step, at, who: '', state }]);
    const key = `creation:${idOf(MANAGEMENT)}`;
    fakeBrowser.session.set(key, { ...stored(MANAGEMENT), phase: 'creating', sent, change });
  }

  it.each([undefined, 'planned'] as const)('is not sent when the worker ended before: %s', async (state) => {
    await cutOff(state);
    await HANDLERS.getCreation.answer(services, { creationId: idOf(MANAGEMENT) });
    const failure = { made: 'no', failure: { kind: 'notSent' } };
    await eventually(() => expect(stored(MANAGEMENT)).toMatchObject({ phase: 'ready', failure }));
    expect(posts()).toEqual([]);
  });

  it.each([true, false])('is settled when the worker ended after; there is one: %s', async (isMade) => {
    await cutOff('sent');
    if (isMade) await services.adminpulse.create({ ...NEW, vatNumber: 'BE0001008107' });
    const before = posts().length;
    await HANDLERS.getCreation.answer(services, { creationId: idOf(MANAGEMENT) });
    await eventually(() =>
      expect(stored(MANAGEMENT)).toMatchObject(
        isMade ? { phase: 'created' } : { phase: 'ready', failure: { made: 'unknown' } },
      ),
    );
    expect(posts()).toHaveLength(before);
  });

  it('is settled when the worker ended after and its window is opened again', async () => {
    await cutOff('sent');
    await services.adminpulse.create({ ...NEW, vatNumber: 'BE0001008107' });
    const before = posts().length;
    fakeBrowser.pages.length = 0;
    await HANDLERS.openCreate.answer(services, { enterpriseNumber: MANAGEMENT });
    expect(stored(MANAGEMENT)).toMatchObject({ phase: 'created' });
    expect(fakeBrowser.pages).toHaveLength(1);
    expect(posts()).toHaveLength(before);
  });
});

it('the oldest of many windows go; one in which a relation is being created goes when it was created', async () => {
  const keys = () => [...fakeBrowser.session.keys()].filter((key) => key.endsWith(idOf(MANAGEMENT)));
  const draft = await openDraft(MANAGEMENT);
  sandbox.fault({ host: 'api.adminpulse.be', method: 'POST', path: '/relations', kind: 'hold', times: 1 });
  const answers = answersOf(draft);
  const creating = HANDLERS.createRelation.answer(services, { creationId: idOf(MANAGEMENT), fields: WRITTEN, answers });
  await sandbox.whenHeld();
  const others = unknownNumbers(25);
  for (const number of others) await open(number);
  expect(stored(MANAGEMENT)).toMatchObject({ phase: 'creating' });
  expect(keys()).toContain(`creation-work:${idOf(MANAGEMENT)}`);
  sandbox.release();
  await creating;
  made(stored(MANAGEMENT));
  await open(`${others.at(-1)}`);
  expect(keys()).toEqual([]);
  expect([...fakeBrowser.session.keys()].filter((key) => key.startsWith('creation:'))).toHaveLength(20);
});

describe('where the place of a field and of a term is presumed', () => {
  const presume = (...meanings: readonly ('legalForm' | 'status')[]) =>
    inferredPlacesItem.write({
      version: 1,
      relations: 3,
      companies: 0,
      adminpulse: Object.fromEntries(
        meanings.map((meaning) => [
          meaning,
          { place: { paths: [{ path: `$.${meaning}` }] }, confidence: 'presumed' as const, reasons: [] },
        ]),
      ),
      openthebox: {},
    });
  const legalFormIn = ({ changes }: Draft) => changes.nl.find(({ field }) => field === 'legalForm');

  it('nothing is made before they are confirmed, and then all is written', async () => {
    await presume('legalForm', 'status');
    const draft = await openDraft(MANAGEMENT);
    expect(draft.presumed).toEqual(['status']);
    expect(legalFormIn(draft)).toMatchObject({ writable: false, ticked: false, reason: 'reasonPresumed' });
    expect(await create(MANAGEMENT)).toMatchObject({ phase: 'ready' });
    expect(posts()).toEqual([]);

    await HANDLERS.confirmPlaces.answer(services, { fields: ['legalForm'], terms: ['status'] });
    await HANDLERS.refreshCreation.answer(services, { creationId: idOf(MANAGEMENT) });
    const { raw } = made(await create(MANAGEMENT));
    expect(raw).toMatchObject({ legalForm: expect.any(String), status: expect.any(String) });
  });

  it('nothing is made where they became presumed since the user looked', async () => {
    const draft = await openDraft(MANAGEMENT);
    expect(legalFormIn(draft)).toMatchObject({ writable: true });
    await presume('legalForm');
    const sent = { creationId: idOf(MANAGEMENT), fields: WRITTEN, answers: answersOf(draft) };
    await HANDLERS.createRelation.answer(services, sent);
    const now = stored(MANAGEMENT);
    if (now.phase !== 'ready') throw new Error(now.phase);
    expect(legalFormIn(now.draft)).toMatchObject({ writable: false, reason: 'reasonPresumed' });
    expect(posts()).toEqual([]);
    // What the user sees by now is what he sends.
    await HANDLERS.createRelation.answer(services, sent);
    expect(made(stored(MANAGEMENT)).raw.legalForm).toBeNull();
  });

  it('no relation is offered to be made for a link', async () => {
    const catalogue = await loadCatalogue(services.adminpulse);
    const mayMake = async () => canMake('company', catalogue, await loadOfficeProfile(services.adminpulse));
    expect(await mayMake()).toBe(true);
    await presume('status');
    expect(await mayMake()).toBe(false);
  });
});

it('what no relation shows is not guessed', async () => {
  sandbox.reset({ shape: 'foreign' });
  const { choices, changes } = await openDraft(MANAGEMENT);
  expect(Object.values(choices).map(({ options }) => options.length)).toEqual([0, 0, 0, 0]);
  expect(changes.nl.find(({ field }) => field === 'name')).toMatchObject({ verdict: 'unreadable', writable: false });
});

const NEW = {
  relationType: 'Company',
  status: 'Customer',
  language: 'nl',
  name: 'KV Management',
  companyId: 'c0000001-5f1e-4c55-a6d3-08dd746e671d',
  startDate: '2026-01-01',
};
