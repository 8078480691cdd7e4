import { beforeEach, describe, expect, it } from 'vitest';
import { connectAdminPulse, connectOpenthebox } from '../../../../src/background/connection/connect.ts';
import { exportMapping, getMapping, importMapping } from '../../../../src/background/mapping/mapping.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import {
  confirmPlaces,
  inferredPlaces,
  inferredPlacesItem,
  presumedFields,
} from '../../../../src/background/relations/inferred-places.ts';
import { loadOfficeProfile } from '../../../../src/background/relations/office-profile.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials, opentheboxCredentials } from '../../../../src/background/settings/credentials.ts';
import { keepMappingOverrides } from '../../../../src/background/settings/mapping-overrides.ts';
import type { Service } from '../../../../src/company/company.ts';
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

async function howFound(service: Service) {
  const mapping = await getMapping(services(), { service });
  return Object.fromEntries(mapping?.rows.map(({ field, how }) => [field, how]) ?? []);
}

describe('a shape of which no name is known', () => {
  it('is read by its values as soon as both services are connected', async () => {
    await connected('foreign');
    expect(await howFound('adminpulse')).toEqual({
      name: 'inferred',
      legalForm: 'inferred',
      enterpriseNumber: 'inferred',
      vatNumber: 'inferred',
      // Three relations have one on both sides.
      website: 'presumed',
      address: 'inferred',
      phone: 'inferred',
      incorporationDate: 'inferred',
      fiscalYearEnd: 'inferred',
      linkedRelations: 'presumed',
    });
    expect(await inferredPlaces()).toMatchObject({ relations: 12, companies: 12, openthebox: {} });
  });

  it('says of each place why it was taken', async () => {
    await connected('foreign');
    const mapping = await getMapping(services(), { service: 'adminpulse' });
    expect(mapping?.rows.find(({ field }) => field === 'name')).toMatchObject({
      path: '$.benaming',
      evidence: expect.arrayContaining([{ kind: 'agreement', equal: 11, of: 12 }]),
    });
  });

  it('is written where it is certain, and where the user confirmed it', async () => {
    await connected('foreign');
    expect(await presumedFields()).toEqual(['website', 'linkedRelations']);
    const presumed = async () => (await loadOfficeProfile(services().adminpulse)).choices?.presumed;
    expect(await presumed()).toEqual(['website', 'linkedRelations']);
    await confirmPlaces(['website']);
    expect(await presumed()).toEqual(['linkedRelations']);
    expect(await howFound('adminpulse')).toMatchObject({ website: 'confirmed', linkedRelations: 'presumed' });
  });

  it('is written where the user chose a path in the presumed place’s stead', async () => {
    await connected('foreign');
    await keepMappingOverrides({ version: 1, adminpulse: { website: '$.site' }, openthebox: {} });
    expect(await presumedFields()).toEqual(['linkedRelations']);
  });

  it('stays confirmed when it is found again at another Connect', async () => {
    await connected('foreign');
    await confirmPlaces(['website']);
    await connectAdminPulse(services(), KEY);
    expect(await presumedFields()).toEqual(['linkedRelations']);
  });

  it('keeps what is certain and what was confirmed at a Connect that shows less of it', async () => {
    const sandbox = await connected('foreign');
    await confirmPlaces(['website']);
    const before = await inferredPlaces();
    sandbox.intercept = (request) =>
      request.url.startsWith('https://openthebox.be/')
        ? Promise.resolve(new Response(null, { status: 503 }))
        : undefined;
    await connectAdminPulse(services(), KEY);
    expect(await inferredPlaces()).toEqual(before);
  });

  it('is found once openthebox is connected too, whichever came first', async () => {
    new InProcessSandbox(fakeBrowser, { shape: 'foreign' });
    await connectAdminPulse(services(), KEY);
    const alone = await inferredPlaces();
    await connectOpenthebox(services(), OFFICE);
    const both = await inferredPlaces();
    expect(alone.companies).toBeLessThan(both.companies);
    expect(both.adminpulse.name).toMatchObject({ confidence: 'certain' });
  });

  it('is found by the first review where nobody connected: the administrator set the credentials', async () => {
    new InProcessSandbox(fakeBrowser, { shape: 'foreign' });
    await opentheboxCredentials.write(OFFICE);
    await adminpulseCredentials.write({ ...KEY, label: 'Office' });
    await HANDLERS.openReview.answer(services(), { enterpriseNumber: '0001004246', relationCode: 'APR00510' });
    const review = fakeBrowser.session.get('review:0001004246-APR00510') as Review;
    expect(review).toMatchObject({ phase: 'ready', heading: 'Bakkerij Peeters & Zonen' });
  });

  it('travels in the mapping’s file', async () => {
    await connected('foreign');
    await confirmPlaces(['website']);
    const file = await exportMapping();
    const before = await inferredPlaces();
    await inferredPlacesItem.write(undefined);
    expect(await importMapping(file)).toEqual({ accepted: true });
    expect(await inferredPlaces()).toEqual(before);
  });
});

it.each(['flat', 'nested'] as const)('a shape whose names are known (%s) is read by them as before', async (shape) => {
  await connected(shape);
  expect(await inferredPlaces()).toMatchObject({ adminpulse: {}, openthebox: {} });
  expect(new Set(Object.values(await howFound('adminpulse')))).toEqual(new Set(['default']));
});
