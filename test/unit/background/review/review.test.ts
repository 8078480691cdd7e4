import { beforeEach, describe, expect, it } from 'vitest';
import { attempt } from '../../../../src/background/failures.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import type { Review } from '../../../../src/messages/index.ts';
import { FakeOffice, NUMBER, unknownNumbers } from '../../../support/fake-office.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const ID = `${NUMBER}-APR00510`;
let office: FakeOffice;
let services: ReturnType<typeof createServices>;

beforeEach(async () => {
  fakeBrowser.reset();
  office = new FakeOffice(fakeBrowser);
  services = createServices();
  await adminpulseCredentials.write({ apiKey: 'key', label: 'Office' });
});

const open = () => HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, relationCode: 'APR00510' });
const openNumber = (enterpriseNumber: string) => HANDLERS.openReview.answer(services, { enterpriseNumber });
const apply = (...fields: string[]) => HANDLERS.applyReview.answer(services, { reviewId: ID, fields });
const refresh = () => HANDLERS.refreshReview.answer(services, { reviewId: ID });
const stored = () => fakeBrowser.session.get(`review:${ID}`) as Review;
const shown = () => HANDLERS.getReview.answer(services, { reviewId: ID });

/** The review's state, as far as it is of this phase. */
function inPhase<P extends Review['phase']>(phase: P): Extract<Review, { phase: P }> {
  expect(stored()).toMatchObject({ phase });
  return stored() as Extract<Review, { phase: P }>;
}

describe('a review', () => {
  it('is read, and the ticked field written, and nothing else', async () => {
    await open();
    await apply('name');
    expect(inPhase('applied').outcome).toEqual([{ field: 'name', result: 'written' }]);
    expect(office.writes).toEqual([{ name: 'Bakkerij Peeters Gent' }]);
  });

  it('is shown though another relation, that was to be learnt from or that is linked to it, is gone', async () => {
    office.change({ tos: [{ linkType: 4, uniqueIdentifier: 'APR00008' }] });
    const results = [{ ...office.relation, uniqueIdentifier: 'APR00404' }, office.relation];
    fakeBrowser.network.answer('GET /relations', { status: 200, body: { results, pageCount: 1 } });
    fakeBrowser.network.answer('GET /relations/APR00008', { status: 403 });
    await open();
    expect(inPhase('ready').changes.find(({ field }) => field === 'linkedRelations')?.current).toEqual([
      { relationCode: 'APR00008', role: '4', means: 'director' },
    ]);
  });

  it('is learnt for anew as long as the office has no relation to learn from', async () => {
    fakeBrowser.network.answer('GET /relations', { status: 200, body: { results: [], pageCount: 0 } });
    await open();
    expect(fakeBrowser.local.has('adminpulse-learnt')).toBe(false);
    fakeBrowser.network.answer('GET /relations', { status: 200, body: { results: [office.relation], pageCount: 1 } });
    await refresh();
    expect(fakeBrowser.local.has('adminpulse-learnt')).toBe(true);
  });

  it('goes through its states, each of them stored, so that a write that is cut off is known as one', async () => {
    await open();
    await apply('name');
    const phases = fakeBrowser.storage.session.moments.flatMap(
      (moment) => (moment.get(`review:${ID}`) as Review | undefined)?.phase ?? [],
    );
    expect(phases.filter((phase, index) => phase !== phases[index - 1])).toEqual([
      'loading',
      'ready',
      'applying',
      'applied',
    ]);
  });

  it('has one window, also when it is asked for twice at once', async () => {
    await Promise.all([open(), open()]);
    expect(fakeBrowser.pages).toHaveLength(1);
    await open();
    expect(fakeBrowser.pages).toHaveLength(1);
    expect(new Set(fakeBrowser.focused)).toEqual(new Set(fakeBrowser.pages.map(({ tabId }) => tabId)));
  });

  it('that was opened by the number alone, as from a list, is found again from the relation’s file', async () => {
    await openNumber(NUMBER);
    await open();
    expect(fakeBrowser.pages).toHaveLength(1);
    expect(fakeBrowser.focused).toEqual([fakeBrowser.pages[0]?.tabId]);
  });

  it('of another relation with the number has a window of its own', async () => {
    await openNumber(NUMBER);
    await HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, relationCode: 'APR00511' });
    expect(fakeBrowser.pages).toHaveLength(2);
  });

  it('that was opened by the number alone and closed is opened from the file as its own', async () => {
    await openNumber(NUMBER);
    fakeBrowser.pages.length = 0;
    await open();
    expect(fakeBrowser.pages.map(({ documentUrl }) => documentUrl)).toEqual([expect.stringContaining(ID)]);
    expect(inPhase('ready').relation.code).toBe('APR00510');
  });

  it('gets a new window when its tab shows another page by now', async () => {
    await open();
    for (const page of fakeBrowser.pages) page.documentUrl = 'chrome-extension://fake/src/options/options.html';
    await open();
    expect(fakeBrowser.focused).toEqual([]);
    expect(fakeBrowser.pages.map(({ documentUrl }) => documentUrl.includes(ID))).toEqual([false, true]);
  });

  it('is found in a window that the browser restored', async () => {
    await open();
    fakeBrowser.session.clear();
    await open();
    expect(fakeBrowser.pages).toHaveLength(1);
    expect(inPhase('ready').relation.code).toBe('APR00510');
  });

  it('that is gone says so to whoever asks for a step of it', async () => {
    for (const step of [apply('name'), refresh(), shown()]) {
      expect(await attempt(() => step)).toEqual({ ok: false, failure: { kind: 'reviewGone' } });
    }
  });

  it('is not kept for ever: the oldest of many go, with all that was stored for them', async () => {
    const numbers = unknownNumbers(60);
    for (const number of numbers) await openNumber(number);
    const ids = (prefix: string) => [...fakeBrowser.session.keys()].filter((key) => key.startsWith(prefix));
    expect(ids('review:')).toHaveLength(40);
    expect(ids('review:')).toContain(`review:${numbers.at(-1)}`);
    expect(ids('review-tab:').length).toBeLessThanOrEqual(40);
  });
});

describe('a change in AdminPulse after the review was read', () => {
  it('of a ticked field is a conflict: nothing is written', async () => {
    await open();
    office.change({ name: 'Nieuwe naam' });
    await apply('name');
    expect(inPhase('ready').conflict).toEqual(['name']);
    expect(office.writes).toEqual([]);
  });

  it('is not overwritten by a second click that was made before it was shown', async () => {
    await open();
    office.change({ name: 'Nieuwe naam' });
    await Promise.all([apply('name'), apply('name')]);
    expect(inPhase('ready').conflict).toEqual(['name']);
    expect(office.relation.name).toBe('Nieuwe naam');
  });

  it('is not overwritten by an Apply that was clicked while the review was being read again', async () => {
    await open();
    office.change({ name: 'Nieuwe naam' });
    await Promise.all([refresh(), apply('name')]);
    expect(inPhase('ready').changes.find(({ field }) => field === 'name')?.current).toBe('Nieuwe naam');
    expect(office.writes).toEqual([]);
  });

  it('of another field is no conflict, and stays', async () => {
    await open();
    office.change({ remarks: 'belt liever', phone: '09 111 22 33', modified: '2026-11-24' });
    await apply('address');
    expect(inPhase('applied').outcome).toEqual([{ field: 'address', result: 'written' }]);
    expect(office.relation).toMatchObject({ street: 'Korenmarkt', remarks: 'belt liever', phone: '09 111 22 33' });
  });

  it('of a part of the address is a conflict of the address', async () => {
    await open();
    office.change({ box: '4' });
    await apply('address');
    expect(inPhase('ready').conflict).toEqual(['address']);
    expect(office.writes).toEqual([]);
  });

  it('of the legal form’s name alone is a conflict too: a write replaces the code and the name', async () => {
    office.change({ legalForm: { code: '014', name: 'NV' } });
    await open();
    office.change({ legalForm: { code: '014', name: 'Naamloze vennootschap' } });
    await apply('legalForm');
    expect(inPhase('ready').conflict).toEqual(['legalForm']);
    expect(office.writes).toEqual([]);
  });

  it('of its enterprise number to another company stops the write', async () => {
    await open();
    office.change({ enterpriseNumber: '0001.005.533' });
    await apply('name');
    expect(inPhase('failed').failure).toMatchObject({ kind: 'otherCompany' });
    expect(office.writes).toEqual([]);
  });

  it('of a number that was not ticked is a conflict all the same: it says which company this is', async () => {
    await open();
    office.change({ vatNumber: '' });
    await apply('name');
    expect(inPhase('ready').conflict).toEqual(['vatNumber']);
    expect(office.writes).toEqual([]);
  });

  it('that makes the proposed value another one is a conflict', async () => {
    office.change({ website: '', communications: [] });
    await open();
    office.change({ communications: [{ type: 'Portal', value: 'www.peeters.example' }] });
    await apply('website');
    expect(inPhase('ready').conflict).toEqual(['website']);
    expect(office.writes).toEqual([]);
  });

  it('never counts as seen before it is shown, though the worker may end at any moment', async () => {
    await open();
    office.change({ name: 'Nieuwe naam' });
    await apply('name');
    const isSeen = (moment: ReadonlyMap<string, unknown>) =>
      JSON.stringify(moment.get(`review-work:${ID}`)).includes('Nieuwe naam');
    const isShown = (moment: ReadonlyMap<string, unknown>) =>
      JSON.stringify(moment.get(`review:${ID}`)).includes('Nieuwe naam');
    expect(
      fakeBrowser.storage.session.moments.some((moment) => moment.has(`review-work:${ID}`) && isSeen(moment)),
    ).toBe(true);
    expect(
      fakeBrowser.storage.session.moments
        .filter((moment) => moment.has(`review-work:${ID}`) && isSeen(moment))
        .every(isShown),
    ).toBe(true);
  });
});

describe('a write', () => {
  it('whose outcome cannot be read is unsettled, also where the answer then is another company', async () => {
    await open();
    fakeBrowser.network.answer('PUT /relations/APR00510', () => {
      office.change({ name: 'Bakkerij Peeters Gent', enterpriseNumber: '0001.005.533', vatNumber: '' });
      return { status: 200 };
    });
    await apply('name');
    expect(inPhase('failed').failure).toEqual({ kind: 'unsettled', service: 'adminpulse' });
  });

  it('is read back where it was written, though the mapping changes meanwhile', async () => {
    await open();
    fakeBrowser.network.answer('PUT /relations/APR00510', ({ body }) => {
      office.change(body as Record<string, unknown>);
      fakeBrowser.managed.set('fieldMapping', { version: 1, adminpulse: { name: '$.officialName' }, openthebox: {} });
      return { status: 200 };
    });
    await apply('name');
    expect(inPhase('applied').outcome).toEqual([{ field: 'name', result: 'written' }]);
  });

  it('that ends while its page asks stays ended', async () => {
    await open();
    let asked: Promise<unknown> | undefined;
    fakeBrowser.network.answer('PUT /relations/APR00510', ({ body }) => {
      asked ??= shown();
      office.change(body as Record<string, unknown>);
      return { status: 200 };
    });
    // What the page's question reads is known to the worker only when the write has ended.
    const written = new Promise<void>((end) => {
      fakeBrowser.storage.session.beforeReadIsKnown = async (value) => {
        if ((value as Review | undefined)?.phase !== 'applying') return;
        await written;
        await navigator.locks.request(`review:${ID}`, () => undefined);
      };
      void apply('name').then(() => end());
    });
    await written;
    await asked;
    expect(inPhase('applied').outcome).toEqual([{ field: 'name', result: 'written' }]);
  });

  it('writes the legal form that was shown, whatever language the relation has', async () => {
    const { language: _, ...withoutLanguage } = office.relation;
    office.relation = { ...withoutLanguage, legalForm: 'SA', postalCode: '5000', city: 'Namur' };
    fakeBrowser.network.answer(`GET /api/companies/BE${NUMBER}`, {
      status: 200,
      body: {
        vat: `BE${NUMBER}`,
        juridicalForm: '610',
        addressFr: { street: 'Rue de Fer', number: '1', zipCode: '5000', city: 'Namur' },
      },
    });
    await open();
    expect(inPhase('ready').changes.find(({ field }) => field === 'legalForm')?.proposed).toBe('SRL');
    await apply('legalForm');
    expect(office.writes).toEqual([{ legalForm: 'SRL' }]);
  });
});

it('tells of no credential, whatever is asked and whatever goes wrong', async () => {
  const secrets = ['sesame-key-7', 'sesame-secret-8', 'sesame-token-9'];
  const token = { status: 200, body: { access_token: 'sesame-token-9', expires_in: 86_400 } };
  fakeBrowser.network.answer('POST /oauth/token', token);
  fakeBrowser.network.answer('GET /companies', { status: 200, body: [{ name: 'Office' }] });
  const asked = {
    connectOpenthebox: { clientId: 'client', clientSecret: 'sesame-secret-8' },
    connectAdminPulse: { apiKey: 'sesame-key-7' },
    getConnections: {},
    openReview: { enterpriseNumber: NUMBER, relationCode: 'APR00510' },
    getReview: { reviewId: ID },
    lookUp: { query: 'peeters', requester: 'test' },
  } as const;
  const answers: unknown[] = [];
  for (const status of [200, 401, 403, 404]) {
    if (status > 200) {
      fakeBrowser.network.answer('POST /oauth/token', { status });
      fakeBrowser.network.answer('GET /relations', { status });
      fakeBrowser.network.answer('GET /relations/APR00510', { status, body: { message: 'refused' } });
      fakeBrowser.network.answer(`GET /api/companies/BE${NUMBER}`, { status });
    }
    for (const [type, data] of Object.entries(asked)) {
      answers.push(await attempt<unknown>(() => HANDLERS[type as keyof typeof asked].answer(services, data)));
      await HANDLERS.refreshReview.answer(services, { reviewId: ID }).catch(() => undefined);
    }
    answers.push(
      Object.fromEntries(fakeBrowser.local),
      ...[...fakeBrowser.session].filter(([key]) => key.startsWith('review')),
    );
  }
  const told = JSON.stringify(answers);
  expect(told).toContain('connected');
  for (const secret of secrets) expect(told).not.toContain(secret);
});
