import { beforeEach, expect, it } from 'vitest';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials, opentheboxCredentials } from '../../../../src/background/settings/credentials.ts';
import type { Review } from '../../../../src/messages/index.ts';
import type { Relation } from '../../../sandbox/model.ts';
import type { SandboxOptions } from '../../../sandbox/settings.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

/** Shapes in which the number of a relation in full is not told from others: no review opens in them. */
const UNTOLD = [8, 13];

/** A page may show a number alone. Nothing was inferred before: the administrator set the credentials. */
const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1).filter((seed) => !UNTOLD.includes(seed));

beforeEach(async () => {
  fakeBrowser.reset();
  await opentheboxCredentials.write({ clientId: 'otb-office-7', clientSecret: 'otb-secret' });
  await adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Office' });
});

async function reviewOf(number: string): Promise<Review> {
  await HANDLERS.openReview.answer(createServices(), { enterpriseNumber: number });
  return fakeBrowser.session.get(`review:${number}`) as Review;
}

/** The first relation whose number the shape shows, and that openthebox knows. */
function clientOf({ state }: InProcessSandbox): Relation | undefined {
  return state.relations.all().find((relation) => {
    const digits = JSON.stringify(state.shape.row(relation)).replace(/[. ]/g, '');
    const number = relation.enterpriseNumber ?? '';
    return digits.includes(number.replace(/^0/, '')) && state.register.companies.has(number);
  });
}

it.each(SEEDS)('a number alone opens the review of its relation in the shape "%s"', async (seed) => {
  const shown = await opened({ shape: { seed }, office: { seed, relations: 14 } });
  expect(shown.review).toEqual({ phase: 'ready', code: shown.code });
});

it.each(SEEDS.slice(0, 10))('it does so where the filter by number is ignored, in the shape "%s"', async (seed) => {
  const shown = await opened({ shape: { seed }, office: { seed, relations: 14 }, vatFilter: 'ignored' });
  expect(shown.review).toEqual({ phase: 'ready', code: shown.code });
});

async function opened(options: SandboxOptions) {
  const sandbox = new InProcessSandbox(fakeBrowser, options);
  const relation = clientOf(sandbox);
  if (!relation) throw new Error('No relation shows its number');
  const { phase, ...state } = await reviewOf(relation.enterpriseNumber ?? '');
  const code = 'relation' in state ? state.relation.code : undefined;
  const failure = 'failure' in state ? { failure: state.failure } : {};
  return { code: relation.code, review: { phase, code, ...failure } };
}
