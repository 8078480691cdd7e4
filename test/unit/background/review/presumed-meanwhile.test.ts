import { beforeEach, expect, it } from 'vitest';
import { connectAdminPulse, connectOpenthebox } from '../../../../src/background/connection/connect.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { inferredPlaces, inferredPlacesItem } from '../../../../src/background/relations/inferred-places.ts';
import { createServices } from '../../../../src/background/services.ts';
import type { Field, FieldChange } from '../../../../src/company/company.ts';
import type { Review } from '../../../../src/messages/index.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const NUMBER = '0001004246';
const CODE = 'APR00510';
const ID = `${NUMBER}-${CODE}`;

const services = createServices();
let sandbox: InProcessSandbox;

beforeEach(async () => {
  fakeBrowser.reset();
  sandbox = new InProcessSandbox(fakeBrowser, { shape: 'foreign' });
  await connectOpenthebox(services, { clientId: 'otb-office-7', clientSecret: 'otb-secret' });
  await connectAdminPulse(services, { apiKey: 'ap-full-key' });
  await HANDLERS.openReview.answer(services, { enterpriseNumber: NUMBER, relationCode: CODE });
});

const stored = () => fakeBrowser.session.get(`review:${ID}`) as Extract<Review, { phase: 'ready' }>;
const rowOf = (field: Field): FieldChange | undefined => stored().changes.find((row) => row.field === field);

/** As another window does that infers again, and knows less. */
async function presume(field: Field): Promise<void> {
  const inferred = await inferredPlaces();
  const place = inferred.adminpulse[field];
  if (!place) throw new Error(`${field} was not found`);
  await inferredPlacesItem.write({
    ...inferred,
    adminpulse: { ...inferred.adminpulse, [field]: { ...place, confidence: 'presumed' } },
  });
}

it('nothing is written where a ticked field’s place became presumed since the review was shown', async () => {
  expect(rowOf('name')).toMatchObject({ writable: true, verdict: 'different' });
  const before = sandbox.relation(CODE);
  await presume('name');
  await HANDLERS.applyReview.answer(services, { reviewId: ID, fields: ['name', 'address'] });
  expect(stored()).toMatchObject({ phase: 'ready', conflict: ['name'] });
  expect(rowOf('name')).toMatchObject({ writable: false, ticked: false, reason: 'reasonPresumed' });
  expect(sandbox.relation(CODE)).toEqual(before);
});

it('it is written after it was confirmed', async () => {
  await presume('name');
  await HANDLERS.confirmPlaces.answer(services, { fields: ['name'] });
  await HANDLERS.applyReview.answer(services, { reviewId: ID, fields: ['name'] });
  expect(stored()).toMatchObject({ phase: 'applied', outcome: [{ field: 'name', result: 'written' }] });
});
