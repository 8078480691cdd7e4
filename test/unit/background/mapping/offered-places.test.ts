import { beforeEach, describe, expect, it } from 'vitest';
import { connectAdminPulse, connectOpenthebox } from '../../../../src/background/connection/connect.ts';
import {
  chooseOfferedPlace,
  exportMapping,
  getMapping,
  getPlaces,
  importMapping,
  setMapping,
} from '../../../../src/background/mapping/mapping.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { inferredPlaces, inferredPlacesItem } from '../../../../src/background/relations/inferred-places.ts';
import { loadOfficeProfile } from '../../../../src/background/relations/office-profile.ts';
import { createServices } from '../../../../src/background/services.ts';
import { ownOverrides } from '../../../../src/background/settings/mapping-overrides.ts';
import type { Field, Service } from '../../../../src/company/company.ts';
import type { Review } from '../../../../src/messages/index.ts';
import type { SandboxOptions } from '../../../sandbox/settings.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const OFFICE = { clientId: 'otb-office-7', clientSecret: 'otb-secret' };
const KEY = { apiKey: 'ap-full-key' };

const services = () => createServices();

beforeEach(() => fakeBrowser.reset());

async function connected(shape: SandboxOptions['shape']) {
  const sandbox = new InProcessSandbox(fakeBrowser, { shape });
  await connectOpenthebox(services(), OFFICE);
  await connectAdminPulse(services(), KEY);
  return sandbox;
}

/** What is offered for a field in the first example. */
async function offered(field: Field, service: Service = 'adminpulse') {
  const places = await getPlaces(services(), { service });
  return places?.[field] ?? [];
}

async function rowOf(field: Field, service: Service = 'adminpulse') {
  const mapping = await getMapping(services(), { service });
  return mapping?.rows.find((row) => row.field === field);
}

/** Chooses the place with this path. */
async function choose(field: Field, path: string, service: Service = 'adminpulse') {
  const place = (await offered(field, service)).find((one) => one.path === path);
  if (!place) throw new Error(`${path} is not offered for ${field}`);
  return chooseOfferedPlace(services(), { service, field, place: place.id });
}

describe('the places that a field may have', () => {
  it('are offered with what is read there and why, the present one first and marked', async () => {
    await connected('foreign');
    expect(await offered('incorporationDate')).toMatchObject([
      {
        path: '$.opgericht',
        meaning: '2012-05-14',
        sample: '14/05/2012',
        isCurrent: true,
        evidence: expect.arrayContaining([{ kind: 'agreement', equal: 9, of: 11 }]),
      },
      {
        path: '$.klantSinds',
        meaning: '2012-05-14',
        isCurrent: false,
        evidence: expect.arrayContaining([{ kind: 'agreement', equal: 1, of: 1 }]),
      },
    ]);
  });

  it('are composite where the value is, with the texts that stand there', async () => {
    await connected('foreign');
    expect((await offered('address'))[0]).toMatchObject({
      path: '$.adres.straat, $.adres.nr, $.adres.bus, $.adres.postcode, $.adres.gemeente',
      meaning: { street: 'Kerkstraat', number: '12', box: '3', postalCode: '9000', municipality: 'Gent' },
      sample: 'Kerkstraat · 12 · 3 · 9000 · Gent',
    });
  });

  it('say a legal form in words, and what it stands for', async () => {
    await connected('flat');
    expect((await offered('legalForm', 'openthebox'))[0]).toMatchObject({ meaning: 'BV', sample: '610' });
  });

  it('are none for a word that nothing speaks for as a name', async () => {
    await connected('foreign');
    expect((await offered('name')).map(({ meaning }) => meaning)).toEqual(['Bakkerij Peeters']);
  });

  it('leave out what reads nothing in the example: a relation without a website has no place for one', async () => {
    await connected('flat');
    expect(await offered('website')).toEqual([]);
  });

  it.each(['flat', 'nested', 'foreign'] as const)('are at most six (%s)', async (shape) => {
    await connected(shape);
    for (const service of ['adminpulse', 'openthebox'] as const) {
      const places = await getPlaces(services(), { service });
      for (const list of Object.values(places ?? {})) expect(list.length).toBeLessThanOrEqual(6);
    }
  });

  it('are found without openthebox too', async () => {
    const sandbox = await connected('foreign');
    sandbox.intercept = ({ url }) =>
      url.includes('adminpulse') ? undefined : Promise.resolve(new Response('', { status: 503 }));
    expect((await offered('incorporationDate')).map(({ path }) => path)).toEqual(['$.opgericht', '$.klantSinds']);
  });

  it('are offered by openthebox for what it has in the company’s answer', async () => {
    await connected('foreign');
    const places = await getPlaces(services(), { service: 'openthebox' });
    expect(Object.keys(places ?? {})).not.toContain('linkedRelations');
    expect((await offered('phone', 'openthebox'))[0]).toMatchObject({
      isCurrent: true,
      evidence: expect.arrayContaining([{ kind: 'agreement', equal: 1, of: 1 }]),
    });
  });
});

describe('a place that is chosen among them', () => {
  it('is where the field is read from then on, in its form', async () => {
    await connected('nested');
    const before = await rowOf('address');
    const [, other] = await offered('address');
    if (!other) throw new Error('one place alone');
    expect(await chooseOfferedPlace(services(), { service: 'adminpulse', field: 'address', place: other.id })).toEqual({
      accepted: true,
    });
    expect(await rowOf('address')).toMatchObject({ how: 'chosen', isOwnChoice: true, meaning: other.meaning });
    expect(other.meaning).not.toEqual(before?.meaning);
    const { places } = await loadOfficeProfile(services().adminpulse);
    expect(places?.address).toEqual(JSON.parse(other.id));
    expect(places?.address?.parts?.length).toBeGreaterThan(1);
    expect(places?.address?.item?.type).toMatchObject({ value: 'Establishment' });
  });

  it('is confirmed by that', async () => {
    await connected('foreign');
    const presumed = async () => (await loadOfficeProfile(services().adminpulse)).choices?.presumed;
    expect(await presumed()).toContain('linkedRelations');
    await choose('linkedRelations', '$.banden');
    expect(await presumed()).not.toContain('linkedRelations');
  });

  it('is taken back to what was inferred', async () => {
    await connected('foreign');
    const before = await inferredPlaces();
    await choose('incorporationDate', '$.klantSinds');
    await choose('incorporationDate', '$.klantSinds');
    expect(await rowOf('incorporationDate')).toMatchObject({ how: 'chosen', path: '$.klantSinds' });
    await setMapping(services(), { service: 'adminpulse', field: 'incorporationDate', path: null });
    expect(await inferredPlaces()).toEqual(before);
    expect(await rowOf('incorporationDate')).toMatchObject({ how: 'inferred', path: '$.opgericht' });
  });

  it('is taken back to the name that is known, where nothing was inferred', async () => {
    await connected('flat');
    const before = await inferredPlaces();
    await choose('incorporationDate', '$.startDate');
    expect(await rowOf('incorporationDate')).toMatchObject({ how: 'chosen', path: '$.startDate' });
    await setMapping(services(), { service: 'adminpulse', field: 'incorporationDate', path: null });
    expect(await inferredPlaces()).toEqual(before);
    expect(await rowOf('incorporationDate')).toMatchObject({ how: 'default', path: '$.foundingDate' });
  });

  it('stands in for a path that was chosen before, and a path for it', async () => {
    await connected('foreign');
    const field = 'incorporationDate';
    await setMapping(services(), { service: 'adminpulse', field, path: '$.klantSinds' });
    await choose(field, '$.opgericht');
    expect((await ownOverrides()).adminpulse).toEqual({});
    expect(await rowOf(field)).toMatchObject({ how: 'chosen', path: '$.opgericht' });
    await setMapping(services(), { service: 'adminpulse', field, path: '$.klantSinds' });
    expect((await inferredPlaces()).adminpulse[field]?.insteadOf).toBeUndefined();
    expect(await rowOf(field)).toMatchObject({ how: 'chosen', isOwnChoice: true, path: '$.klantSinds' });
  });

  it('stays when the places are inferred again, and what is found meanwhile is what it goes back to', async () => {
    await connected('foreign');
    await choose('incorporationDate', '$.klantSinds');
    await connectAdminPulse(services(), KEY);
    expect(await rowOf('incorporationDate')).toMatchObject({ how: 'chosen', path: '$.klantSinds' });
    await setMapping(services(), { service: 'adminpulse', field: 'incorporationDate', path: null });
    expect(await rowOf('incorporationDate')).toMatchObject({ how: 'inferred', path: '$.opgericht' });
  });

  it('is chosen of openthebox as well', async () => {
    await connected('flat');
    await choose('vatNumber', '$.enterpriseNumber', 'openthebox');
    expect(await rowOf('vatNumber', 'openthebox')).toMatchObject({ how: 'chosen', path: '$.enterpriseNumber' });
  });

  it('travels in the mapping’s file, with what it goes back to', async () => {
    await connected('foreign');
    await choose('address', '$.adres.straat, $.adres.nr, $.adres.bus, $.adres.postcode, $.adres.gemeente');
    const before = await inferredPlaces();
    const file = await exportMapping();
    await inferredPlacesItem.write(undefined);
    expect(await importMapping(file)).toEqual({ accepted: true });
    expect(await inferredPlaces()).toEqual(before);
  });

  it('does not keep a review from inferring places, where nobody connected', async () => {
    await connected('foreign');
    await inferredPlacesItem.write({
      version: 1,
      relations: 0,
      companies: 0,
      adminpulse: {},
      openthebox: {},
    });
    await HANDLERS.openReview.answer(services(), { enterpriseNumber: '0001004246', relationCode: 'APR00510' });
    const review = fakeBrowser.session.get('review:0001004246-APR00510') as Review;
    expect(review).toMatchObject({ phase: 'ready' });
  });
});

describe('a place that a page names', () => {
  const invented = JSON.stringify({ paths: [{ path: '$.klantcode' }] });
  const ask = (data: object) => HANDLERS.choosePlace.answer(services(), data);

  it.each([
    ['is none that is offered', invented],
    ['is offered for another field', JSON.stringify({ paths: [{ path: '$.telefoon' }] })],
    ['is no place', 'x'],
  ])('and that %s is refused, and nothing is kept', async (_, place) => {
    await connected('foreign');
    const before = await inferredPlaces();
    expect(await ask({ service: 'adminpulse', field: 'incorporationDate', place })).toEqual({
      accepted: false,
      reason: 'mappingPlaceGone',
    });
    expect(await inferredPlaces()).toEqual(before);
  });

  it.each([
    ['nothing', {}],
    ['an object', { place: { paths: [{ path: '$.klantcode' }] } }],
    ['a text without end', { place: 'x'.repeat(30_001) }],
  ])('by %s is not read', async (_, data) => {
    await connected('foreign');
    expect(() => ask({ service: 'adminpulse', field: 'phone', ...data })).toThrow();
  });

  it('is refused for a field of which the administrator set the path, and none is offered for that', async () => {
    await connected('foreign');
    const [place] = await offered('incorporationDate');
    fakeBrowser.managed.set('fieldMapping', {
      version: 1,
      adminpulse: { incorporationDate: '$.klantSinds' },
      openthebox: {},
    });
    expect(await getPlaces(services(), { service: 'adminpulse' })).not.toHaveProperty('incorporationDate');
    const asked = ask({ service: 'adminpulse', field: 'incorporationDate', place: place?.id ?? '' });
    await expect(asked).rejects.toThrow('setByAdministrator');
    expect(await rowOf('incorporationDate')).toMatchObject({ how: 'managed', choosable: false });
    expect(await rowOf('incorporationDate')).not.toHaveProperty('isOwnChoice');
  });
});

describe('what a mapping was inferred from', () => {
  it('is told with the fields that were found in it', async () => {
    await connected('foreign');
    const { inferredFrom } = (await getMapping(services(), { service: 'adminpulse' })) ?? {};
    expect(inferredFrom?.answers).toBe(12);
    expect(inferredFrom?.fieldsRead).toHaveLength(10);
  });

  it('is not told where nothing was inferred', async () => {
    await connected('foreign');
    await inferredPlacesItem.write(undefined);
    expect(await getMapping(services(), { service: 'adminpulse' })).not.toHaveProperty('inferredFrom');
  });
});
