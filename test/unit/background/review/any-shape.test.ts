import { beforeEach, expect, it } from 'vitest';
import { connectAdminPulse, connectOpenthebox } from '../../../../src/background/connection/connect.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import type { FieldChange } from '../../../../src/company/company.ts';
import { diffCompanies } from '../../../../src/company/diff.ts';
import type { Review } from '../../../../src/messages/index.ts';
import {
  canonicalCompany,
  canonicalRelation,
  writtenFields,
} from '../../../sandbox/shapes/generated/office/canonical.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

beforeEach(() => fakeBrowser.reset());

/** Whether a value is the same in another form is the form's matter. */
const plain = (verdict: string | undefined) => (verdict === 'spelling' ? 'same' : verdict);

const SEEDS = Array.from(
  { length: Number(process.env.SEEDS ?? 10) },
  (_, index) => index + Number(process.env.FROM ?? 1),
);

it.each(SEEDS)('seed %i', async (seed) => {
  const sandbox = new InProcessSandbox(fakeBrowser, { shape: { seed }, office: { seed, relations: 14 } });
  const services = createServices();
  expect(await connectOpenthebox(services, { clientId: 'otb-office-7', clientSecret: 'otb-secret' })).toMatchObject({
    state: 'connected',
  });
  const connection = await connectAdminPulse(services, { apiKey: 'ap-full-key' });
  expect(connection).toMatchObject({ state: 'connected' });
  // A relation whose number no key of the shape holds is none that anybody fetches.
  const numbered = sandbox.state.relations.all().filter((relation) => {
    const number = relation.enterpriseNumber ?? relation.vatNumber;
    const digits = JSON.stringify(sandbox.state.shape.single(relation)).replace(/[. ]/g, '');
    return number !== null && digits.includes(number.replace(/^0/, ''));
  });
  const problems: string[] = [];
  const counts = { right: 0, unread: 0, presumed: 0 };
  for (const relation of numbered.slice(0, 2)) {
    const number = (relation.enterpriseNumber ?? relation.vatNumber) as string;
    const company = sandbox.state.register.companies.get(number);
    if (!company) continue;
    const before = structuredClone(relation);
    const expected = diffCompanies(canonicalRelation(before), canonicalCompany(company));
    await HANDLERS.openReview.answer(services, { enterpriseNumber: number, relationCode: relation.code });
    const id = `${number}-${relation.code}`;
    const review = fakeBrowser.session.get(`review:${id}`) as Review;
    if (review?.phase !== 'ready') {
      problems.push(`${relation.code}: ${JSON.stringify(review).slice(0, 300)}`);
      continue;
    }
    const row = (rows: readonly FieldChange[], field: string) => rows.find((change) => change.field === field);
    const wanted: string[] = [];
    for (const change of review.changes) {
      const { field, verdict, reason, writable } = change;
      if (field === 'linkedRelations') continue;
      const right = row(expected, field);
      if (verdict === 'unreadable') counts.unread += 1;
      else if (reason === 'reasonPresumed') counts.presumed += 1;
      else if (plain(right?.verdict) !== plain(verdict))
        problems.push(
          `${relation.code} ${field}: ${verdict} not ${right?.verdict}: ${JSON.stringify([change.current, change.proposed, right?.current, right?.proposed, reason])}`,
        );
      else counts.right += 1;
      if (writable && verdict !== 'spelling') wanted.push(field);
    }
    if (wanted.length === 0) continue;
    await HANDLERS.applyReview.answer(services, { reviewId: id, fields: wanted });
    const applied = fakeBrowser.session.get(`review:${id}`) as Review;
    const after = sandbox.state.relations.find(relation.code);
    if (!after) continue;
    const written = writtenFields(before, after);
    if (applied.phase !== 'applied') problems.push(`${relation.code} apply: ${JSON.stringify(applied).slice(0, 400)}`);
    else
      for (const { field, result } of applied.outcome)
        if (result !== 'written') problems.push(`${relation.code} ${field}: ${result} ${JSON.stringify([canonicalRelation(before)[field as 'address'], review.changes.find((c)=>c.field===field)?.proposed, canonicalRelation(after)[field as 'address'], sandbox.state.shape.single(after)]).slice(0,2500)}`);
    for (const field of written)
      if (!wanted.includes(field)) problems.push(`${relation.code} ${field}: changed though not ticked`);
  }
  console.log(`seed ${seed}: ${JSON.stringify(counts)}\n  ${problems.join('\n  ')}`);
  expect(problems).toEqual([]);
});
