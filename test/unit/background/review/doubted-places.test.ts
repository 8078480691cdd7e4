import { beforeEach, expect, it } from 'vitest';
import { connectAdminPulse, connectOpenthebox } from '../../../../src/background/connection/connect.ts';
import { exportMapping } from '../../../../src/background/mapping/mapping.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { inferredPlaces, presumedFields } from '../../../../src/background/relations/inferred-places.ts';
import { placeWatchItem } from '../../../../src/background/relations/place-watch.ts';
import { createServices } from '../../../../src/background/services.ts';
import type { Review } from '../../../../src/messages/index.ts';
import type { Relation } from '../../../sandbox/model.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const services = createServices();
let sandbox: InProcessSandbox;

beforeEach(async () => {
  fakeBrowser.reset();
  await placeWatchItem.write(undefined);
  sandbox = new InProcessSandbox(fakeBrowser, { shape: 'foreign' });
  await connectOpenthebox(services, { clientId: 'otb-office-7', clientSecret: 'otb-secret' });
  await connectAdminPulse(services, { apiKey: 'ap-full-key' });
});

type Raw = Record<string, unknown>;

/** As a new release of AdminPulse does: each relation is answered otherwise from now on. */
function release(change: (raw: Raw) => Raw): void {
  sandbox.intercept = (request, pass) =>
    new URL(request.url).hostname === 'api.adminpulse.be'
      ? pass().then((answer) => changed(answer, change))
      : undefined;
}

async function changed(answer: Response, change: (raw: Raw) => Raw): Promise<Response> {
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof body !== 'object' || body === null) return answer;
  const { results } = body as { results?: Raw[] };
  const now = results ? { ...body, results: results.map(change) } : change(body as Raw);
  return new Response(JSON.stringify(now), { status: answer.status, headers: { 'content-type': 'application/json' } });
}

const renamed =
  (names: Readonly<Record<string, string>>) =>
  (raw: Raw): Raw =>
    Object.fromEntries(Object.entries(raw).map(([key, value]) => [names[key] ?? key, value]));

/** Relations whose company openthebox has, each of another one, that have what the test is about. */
function relations(has: (relation: Relation) => boolean): readonly Relation[] {
  const known = sandbox.state.relations.all().filter((relation) => {
    const number = relation.enterpriseNumber;
    return (
      number !== null && relation.vatNumber === number && sandbox.state.register.companies.has(number) && has(relation)
    );
  });
  return [...new Map(known.map((relation) => [relation.enterpriseNumber, relation])).values()];
}

async function review({ enterpriseNumber, code }: Relation): Promise<Review> {
  await HANDLERS.openReview.answer(services, { enterpriseNumber, relationCode: code });
  return fakeBrowser.session.get(`review:${enterpriseNumber}-${code}`) as Review;
}

async function reviewAll(some: readonly Relation[]): Promise<readonly Review[]> {
  const reviews: Review[] = [];
  for (const relation of some) reviews.push(await review(relation));
  return reviews;
}

const doubtsIn = (one: Review | undefined) => (one?.phase === 'ready' ? one.doubts : one?.phase);
const rowOf = (one: Review | undefined, field: string) =>
  one?.phase === 'ready' ? one.changes.find((row) => row.field === field) : undefined;

const hasDate = (relation: Relation) => relation.foundation.date !== null;

it('places that agree, and differ as values do, are not doubted', async () => {
  const before = await inferredPlaces();
  const reviews = await reviewAll(relations(() => true).slice(0, 14));
  expect(reviews.filter((one) => doubtsIn(one) !== undefined)).toEqual([]);
  expect(await inferredPlaces()).toEqual(before);
});

it('a field that a release moved is found again after four relations, and written once it was confirmed', async () => {
  const [first, ...others] = relations(hasDate);
  if (!first) throw new Error('no relation has a date');
  release(renamed({ opgericht: 'gesticht' }));
  const before = await reviewAll([first, ...others.slice(0, 2)]);
  expect(before.map(doubtsIn)).toEqual([undefined, undefined, undefined]);
  const noticed = await review(others[3] ?? first);
  expect(doubtsIn(noticed)).toEqual([{ service: 'adminpulse', field: 'incorporationDate', kind: 'moved' }]);
  expect((await inferredPlaces()).adminpulse.incorporationDate).toMatchObject({
    place: { paths: [{ path: '$.gesticht' }] },
    confidence: 'presumed',
  });
  expect(await presumedFields()).toContain('incorporationDate');

  await HANDLERS.confirmPlaces.answer(services, { fields: ['incorporationDate'] });
  expect(await presumedFields()).not.toContain('incorporationDate');
  expect(doubtsIn(await review(others[4] ?? first))).toBeUndefined();
});

it('a field that is gone is presumed, though nothing can be inferred just then', async () => {
  release(({ opgericht: _, ...raw }) => raw);
  const withRelease = sandbox.intercept;
  const isList = (request: Request) => new URL(request.url).pathname === '/relations';
  sandbox.intercept = (request, pass) =>
    isList(request) ? Promise.resolve(new Response(null, { status: 503 })) : withRelease(request, pass);
  const reviews = await reviewAll(relations(hasDate).slice(0, 4));
  expect(doubtsIn(reviews.at(-1))).toEqual([
    { service: 'adminpulse', field: 'incorporationDate', kind: 'vanished', of: 4 },
  ]);
  expect(rowOf(reviews.at(-1), 'incorporationDate')).toMatchObject({ writable: false, reason: 'reasonPresumed' });
});

it('a field that holds something else is presumed after eight relations, and not again once it was confirmed', async () => {
  await placeWatchItem.write({ version: 1, adminpulse: {}, openthebox: {}, lookedAgainAt: Date.now() });
  release((raw) => ({ ...raw, ...(raw.benaming !== undefined && { benaming: `Dossier ${raw.uniqueIdentifier}` }) }));
  const some = relations(() => true);
  const reviews = await reviewAll(some.slice(0, 8));
  expect(doubtsIn(reviews[6])).toBeUndefined();
  expect(doubtsIn(reviews[7])).toEqual([{ service: 'adminpulse', field: 'name', kind: 'differs', of: 8 }]);
  expect(rowOf(reviews[7], 'name')).toMatchObject({ writable: false, reason: 'reasonPresumed' });

  await HANDLERS.confirmPlaces.answer(services, { fields: ['name'] });
  const later = await reviewAll(some.slice(8, 18));
  expect(later.filter((one) => doubtsIn(one) !== undefined)).toEqual([]);
});

it('the same relation looked at again and again casts no doubt', async () => {
  const [relation] = relations(hasDate);
  if (!relation) throw new Error('no relation has a date');
  release(renamed({ opgericht: 'gesticht' }));
  const reviews = await reviewAll(Array.from({ length: 10 }, () => relation));
  expect(doubtsIn(reviews.at(-1))).toBeUndefined();
});

it('where the numbers moved, the first review finds them again', async () => {
  const [relation] = relations(() => true);
  if (!relation) throw new Error('there is no relation');
  release(renamed({ ondNr: 'kboNummer', btwNr: 'btwIdentificatie' }));
  expect(rowOf(await review(relation), 'name')).toBeDefined();
  expect((await inferredPlaces()).adminpulse.enterpriseNumber).toMatchObject({ doubted: { kind: 'moved' } });
});

it('what was seen is in no file that is exported, and names no relation', async () => {
  const some = relations(() => true).slice(0, 3);
  await reviewAll(some);
  const watch = JSON.stringify(await placeWatchItem.read());
  expect(watch).toContain('agrees');
  for (const { code, enterpriseNumber } of some) {
    expect(watch).not.toContain(code);
    expect(watch).not.toContain(enterpriseNumber);
  }
  expect(await exportMapping()).not.toContain('agrees');
});
