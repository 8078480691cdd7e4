import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Field, Verdict } from '../../src/company/company.ts';
import { diffCompanies } from '../../src/company/diff.ts';
import type { Relation } from '../sandbox/model.ts';
import { canonicalCompany, canonicalRelation, writtenFields } from '../sandbox/shapes/generated/office/canonical.ts';
import { generateOffice } from '../sandbox/shapes/generated/office/office.ts';
import { generateShape } from '../sandbox/shapes/generated/shapes.ts';
import { patched } from '../sandbox/shapes/shape.ts';
import { sendToWorker } from './messages.ts';
import type { ReviewWindow } from './review-window.ts';
import { openOptions, openSession, type Session } from './session.ts';
import { text } from './text.ts';
import { until } from './until.ts';
import { CREDENTIALS, pressButton } from './user.ts';

/** Shapes that are read and written in the browser as in the worker's tests: what their addresses, lists and answers are like. */
const SHAPES = [
  { seed: 4, about: 'AdminPulse in an envelope, number and box in one, openthebox with a history' },
  { seed: 20, about: 'keys that say nothing, addresses in a list by kind' },
  { seed: 40, about: 'in French, deep, lists by kind, day and month in two keys, openthebox in one text' },
  { seed: 61, about: 'values with labels, channels in a list, openthebox in an array' },
  { seed: 66, about: 'a street line in a list by kind, openthebox in an envelope by language' },
  { seed: 73, about: 'an address in one text, values with labels' },
] as const;

const RELATIONS = 12;
const setting = (seed: number) => ({ shape: { seed }, office: { seed, relations: RELATIONS } });

/** Another spelling of the same value, or the same one. */
const kindOf = (verdict: Verdict) => (verdict === 'spelling' ? 'same' : verdict);

describe.each(SHAPES)('in the made-up shape $seed ($about)', ({ seed }) => {
  const { adminpulse: shape } = generateShape(seed);
  const { relations, register } = generateOffice(seed, RELATIONS);

  it('the review is right against the office, and writes exactly what is ticked', async () => {
    const relation = relations.find(isReviewed);
    const company = register.companies.get(relation?.enterpriseNumber ?? '');
    if (!relation || !company) throw new Error('The office has no relation with a company');
    await connectAgain(seed);
    const review = await session.fetch(await session.openRelation(relation.code));
    await confirmPresumed(review);

    const expected = new Map(
      diffCompanies(canonicalRelation(relation), canonicalCompany(company)).map(({ field, verdict }) => [
        field,
        verdict,
      ]),
    );
    const rows = (await review.rows()).filter(({ field }) => field !== 'linkedRelations');
    for (const { field, verdict } of rows.filter((row) => row.verdict !== 'unreadable')) {
      expect({ field, verdict: kindOf(verdict) }).toEqual({ field, verdict: kindOf(expected.get(field) ?? 'same') });
    }
    const offered = rows.filter(({ ticked, verdict }) => ticked !== null && kindOf(verdict) !== 'same');
    const fields = offered.map(({ field }) => field);
    expect(fields.length).toBeGreaterThan(0);

    await review.tickOnly(...fields);
    expect((await review.apply()).failed).toBe(false);
    const after = readBack(relation);
    expect(new Set(writtenFields(relation, after))).toEqual(new Set(fields));
    const now = diffCompanies(canonicalRelation(after), canonicalCompany(company));
    for (const { field, verdict } of now.filter((row) => fields.includes(row.field))) {
      expect({ field, verdict: kindOf(verdict) }).toEqual({ field, verdict: 'same' });
    }
  });

  /** What the relation says now, read by the shape that wrote it. */
  function readBack(before: Relation): Relation {
    const read = patched(shape, before, session.sandbox.relation(before.code));
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    return read.relation;
  }

  /** One that has a company from which it differs in a field that is written. */
  function isReviewed(relation: Relation): boolean {
    const company = register.companies.get(relation.enterpriseNumber ?? '');
    if (!company) return false;
    const WRITTEN: readonly Field[] = ['name', 'phone', 'website', 'address', 'incorporationDate', 'fiscalYearEnd'];
    return diffCompanies(canonicalRelation(relation), canonicalCompany(company)).some(
      ({ field, verdict }) => WRITTEN.includes(field) && (verdict === 'different' || verdict === 'only-openthebox'),
    );
  }
});

let session: Session;
beforeAll(async () => {
  session = await openSession(setting(SHAPES[0].seed));
});
afterAll(() => session.close());

/** Both services anew, in another shape: *Connect* finds its places, and keeps none that more evidence found in the one before. */
async function connectAgain(seed: number): Promise<void> {
  await session.closePages();
  session.sandbox.reset(setting(seed));
  const options = await openOptions(session.driven);
  expect(await sendToWorker(options, 'forget', { service: 'adminpulse' })).toMatchObject({ ok: true });
  expect(await sendToWorker(options, 'connectOpenthebox', CREDENTIALS.openthebox)).toMatchObject({ ok: true });
  expect(await sendToWorker(options, 'connectAdminPulse', CREDENTIALS.AdminPulse)).toMatchObject({ ok: true });
}

/** Says of the places that are only likely that they are right, as a user does who looks at the values. */
async function confirmPresumed(review: ReviewWindow): Promise<void> {
  await review.rows();
  const isAsked = () =>
    review.page.evaluate((name) => (document.body.textContent ?? '').includes(name), text('confirmPlaces'));
  if (!(await isAsked())) return;
  await pressButton(review.page, text('confirmPlaces'));
  await until('the places are confirmed', async () => !(await isAsked()));
}
