import { afterAll, beforeEach, expect, it } from 'vitest';
import { connectAdminPulse, connectOpenthebox } from '../../../../src/background/connection/connect.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices, type Services } from '../../../../src/background/services.ts';
import type { Address, Company, Field, FieldChange, FlatField, Value } from '../../../../src/company/company.ts';
import { parseLegalForm } from '../../../../src/company/legal-form.ts';
import { isSameValue } from '../../../../src/company/same-value.ts';
import type { Review } from '../../../../src/messages/index.ts';
import type { Relation } from '../../../sandbox/model.ts';
import { ADVERSARIAL } from '../../../sandbox/shapes/adversarial.ts';
import {
  canonicalCompany,
  canonicalRelation,
  writtenFields,
} from '../../../sandbox/shapes/generated/office/canonical.ts';
import type { ShapeSetting } from '../../../sandbox/shapes/service-shapes.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

/**
 * Offices whose two services answer in shapes that a seed makes up, from *Connect* to *Apply* in the worker's own code. What is
 * read, proposed and written is held against the canonical office, which no shape stands before.
 */
const CASES: readonly { readonly name: string; readonly shape: ShapeSetting; readonly seed: number }[] = [
  ...Array.from({ length: 100 }, (_, index) => ({
    name: String(index + 1),
    shape: { seed: index + 1 },
    seed: index + 1,
  })),
  ...Object.keys(ADVERSARIAL).map((adversarial) => ({ name: adversarial, shape: { adversarial }, seed: 1 })),
];

/** Enough to tell inference from luck; a shape may have a field that nothing in it tells. */
const LEAST_SHARE_READ = 0.85;

const totals = { read: 0, presumed: 0, presumedWrong: 0, notTaken: 0, notRead: 0, reviews: 0, notOpened: 0 };

beforeEach(() => fakeBrowser.reset());
afterAll(() => {
  console.log(`made-up shapes: ${JSON.stringify(totals)}`);
  expect(totals.notTaken).toBeLessThan(5);
  expect(totals.presumedWrong).toBeLessThan(0.005 * (totals.read + totals.presumed));
  expect(totals.notOpened).toBeLessThan(0.05 * totals.reviews);
  expect(totals.read + totals.presumed).toBeGreaterThan(
    LEAST_SHARE_READ * (totals.read + totals.presumed + totals.notRead),
  );
});

it.each(CASES)('in the shape "$name" nothing wrong is read, proposed or written', async ({ shape, seed }) => {
  const sandbox = new InProcessSandbox(fakeBrowser, { shape, office: { seed, relations: 14 } });
  const services = createServices();
  await connectOpenthebox(services, { clientId: 'otb-office-7', clientSecret: 'otb-secret' });
  expect(await connectAdminPulse(services, { apiKey: 'ap-full-key' })).toMatchObject({ state: 'connected' });

  const { relations, register } = sandbox.state;
  for (const relation of relations.all().filter(hasNumberIn(sandbox)).slice(0, 2)) {
    const number = numberOf(relation);
    const company = register.companies.get(number);
    if (!company) continue;
    const before = structuredClone(relation);
    totals.reviews += 1;
    const review = await reviewOf(services, relation);
    if (review.phase !== 'ready') {
      totals.notOpened += 1;
      continue;
    }
    const [ours, theirs] = [canonicalRelation(before), canonicalCompany(company)];
    const rows = review.changes.filter(({ field }) => field !== 'linkedRelations');
    for (const row of rows) {
      count(row);
      if (row.current !== undefined && !isPartOf(row, ours)) expectOneOf(row.field, row.current, ours);
      if (row.proposed === undefined || !isOffered(row)) continue;
      if (row.reason !== 'reasonPresumed') expectOneOf(row.field, row.proposed, theirs);
      else if (!isOneOf(row.field, row.proposed, theirs)) totals.presumedWrong += 1;
    }

    const asked = rows.filter((row) => row.writable && row.verdict !== 'spelling').map(({ field }) => field);
    if (asked.length === 0) continue;
    await HANDLERS.applyReview.answer(services, { reviewId: review.id, fields: asked });
    const applied = stored(review.id);
    if (applied.phase !== 'applied') throw new Error(`The review says ${JSON.stringify(applied).slice(0, 500)}`);
    const after = relations.find(relation.code) ?? before;
    expect(asked).toEqual(expect.arrayContaining([...writtenFields(before, after)]));
    const now = canonicalRelation(after);
    for (const { field, result } of applied.outcome) {
      // What AdminPulse did not take is said to be so: a legal form whose code is a number of its own list.
      if (result !== 'written') totals.notTaken += 1;
      const proposed = rows.find((row) => row.field === field)?.proposed as Value;
      expect(isOneOf(field, proposed, now), `${field} is said to be ${result}`).toBe(result === 'written');
    }
    expect(applied.outcome.map(({ field }) => field)).toEqual(asked);
  }
});

/** A relation whose number no key of the shape holds is none that anybody fetches. */
const hasNumberIn = (sandbox: InProcessSandbox) => (relation: Relation) => {
  const digits = JSON.stringify(sandbox.state.shape.single(relation)).replace(/[. ]/g, '');
  const number = relation.enterpriseNumber ?? relation.vatNumber;
  return number !== null && digits.includes(number.replace(/^0/, ''));
};

const numberOf = ({ enterpriseNumber, vatNumber }: Relation) => enterpriseNumber ?? vatNumber ?? '';

const stored = (id: string) => fakeBrowser.session.get(`review:${id}`) as Review;

async function reviewOf(services: Services, relation: Relation): Promise<Review> {
  const enterpriseNumber = numberOf(relation);
  await HANDLERS.openReview.answer(services, { enterpriseNumber, relationCode: relation.code });
  return stored(`${enterpriseNumber}-${relation.code}`);
}

const isOffered = ({ verdict }: FieldChange) => verdict === 'different' || verdict === 'only-openthebox';

function count({ verdict, reason }: FieldChange): void {
  if (verdict === 'unreadable') totals.notRead += 1;
  else if (reason === 'reasonPresumed') totals.presumed += 1;
  else totals.read += 1;
}

/** An address of which the places of some parts were not found: it is shown, and no address can be written there. */
function isPartOf({ field, current, writable }: FieldChange, { address }: Company): boolean {
  if (field !== 'address' || writable) return false;
  const whole = Object.values(address?.[0]?.value ?? {});
  return Object.values(current as Address).every((part) => whole.some((one) => String(part).endsWith(one)));
}

/** Whether the value is one of those that the side has, in whichever language. */
function isOneOf(field: Field, value: Value, side: Company): boolean {
  const families = parseLegalForm(side.legalForm ?? '')?.family;
  return valuesOf(field, side).some((one) => isSameValue(field, one as Value, value, families ? [families] : []));
}

function expectOneOf(field: Field, value: Value, side: Company): void {
  const held = JSON.stringify(valuesOf(field, side));
  expect(isOneOf(field, value, side), `${field}: ${JSON.stringify(value)} is none of ${held}`).toBe(true);
}

function valuesOf(field: Field, side: Company): readonly unknown[] {
  const fact = side[field as FlatField];
  return (Array.isArray(fact) ? fact : [fact])
    .map((one) => (typeof one === 'object' && one !== null && 'value' in one ? one.value : one))
    .filter((one) => one !== undefined);
}
