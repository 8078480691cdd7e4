import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';
import type { ReviewWindow } from './review-window.ts';
import { until } from './until.ts';

/**
 * Pairs of a company and a relation; each goes through the worker's reading and comparing, and onto the review's page. The
 * worker keeps to 480 calls a minute, of which a pair takes some three.
 */
const PAIRS = 120;
/** Every so many pairs the name is written too, so that it gets into the history. */
const WRITE_EVERY = 10;

const MARKUP = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '"><svg onload=window.pwned=1>',
  "javascript:window.pwned=1//'",
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '{{constructor.constructor("window.pwned=1")()}}',
  '\u202eecilA\u202c \u2066x\u2069',
  '\u0000\u0001\ud800 alone \udfff',
  '__proto__',
  'constructor',
  '=HYPERLINK("https://x.example")',
];

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom('x', '<b>', 'é ').map((part) => part.repeat(100_000 / part.length)) },
);
/** What no field expects; own keys of these names only come out of a parser. */
const odd = fc.constantFrom<unknown>(
  null,
  -1,
  1e308,
  true,
  [],
  [[['deep']]],
  {},
  JSON.parse('{"__proto__": {"pwned": 1}, "constructor": "x", "toString": null}'),
);
const value = fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: odd });

/** Keys of the two services' answers; the numbers stay, or it would be another company, which has its own test. */
const KEYS = {
  openthebox: [
    'nameNl',
    'nameFr',
    'street',
    'number',
    'box',
    'zipCode',
    'city',
    'website',
    'telephone',
    'juridicalForm',
  ],
  openthebox2: ['juridicalSituation', 'startDate', 'fiscalYearEnd', 'caption', 'type', 'periodEndDate'],
  adminpulse: ['name', 'displayName', 'legalForm', 'street', 'houseNumber', 'city', 'phone', 'website', 'language'],
  adminpulse2: ['foundingDate', 'endFinancialYear', 'handlingLevel', 'linkType', 'mobile', 'postalCode'],
} as const;

const some = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys), value, { minKeys: 1, maxKeys: keys.length, noNullPrototype: true });

const pairs = fc.sample(
  fc.record({
    openthebox: some([...KEYS.openthebox, ...KEYS.openthebox2]),
    adminpulse: some([...KEYS.adminpulse, ...KEYS.adminpulse2]),
  }),
  { numRuns: PAIRS, seed: 20261124 },
);

let house: House;
beforeAll(async () => {
  house = await openHouse({ callsPerMinute: 1_000_000 });
});
afterAll(() => house?.close());

/** Waits for what the page shows of this pair: the ten rows, or why there are none. */
function settled(review: ReviewWindow): Promise<string> {
  return until('the review shows rows or says why not', () =>
    review.page.evaluate(() => {
      const busy = document.querySelector('main')?.getAttribute('aria-busy') === 'true';
      const rows = document.querySelectorAll('tr[data-field]').length;
      const alert = document.querySelector('[role="alert"]')?.textContent ?? '';
      if (busy || (rows === 0 && alert === '')) return undefined;
      return rows > 0 ? 'rows' : alert;
    }),
  );
}

it(`${PAIRS} companies and relations full of markup are shown as text, and nothing runs`, {
  timeout: 120_000,
}, async () => {
  const review = await house.fetch(await house.openRelation('APR00510'));
  await review.rows();
  await review.page.evaluate(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    addEventListener('securitypolicyviolation', ({ blockedURI }) => breaches.push(blockedURI));
    addEventListener('error', ({ message }) => breaches.push(message));
  });
  const dialogs: string[] = [];
  review.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const reviewId = await review.page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('review'));
  const ask = (type: string, data: object) =>
    review.page.evaluate((message) => chrome.runtime.sendMessage({ id: 1, timestamp: 1, ...message }), { type, data });

  const seen = { rows: 0, failures: 0, writes: 0 };
  for (const [index, { openthebox, adminpulse }] of pairs.entries()) {
    house.sandbox.clearFaults();
    const values = (hostile: Record<string, unknown>) => hostile as Record<string, never>;
    house.sandbox.fault({ host: 'openthebox.be', path: '/api/', kind: 'replace', values: values(openthebox) });
    house.sandbox.fault({
      host: 'api.adminpulse.be',
      method: 'GET',
      path: '/relations/',
      kind: 'replace',
      values: values(adminpulse),
    });
    await ask('refreshReview', { reviewId });
    const shown = await settled(review);
    if (shown === 'rows') seen.rows += 1;
    else seen.failures += 1;
    if (shown === 'rows' && index % WRITE_EVERY === 0) {
      await ask('applyReview', { reviewId, fields: ['name'] });
      await settled(review);
      seen.writes += 1;
    }
  }
  house.sandbox.clearFaults();
  console.log(`hostile pairs: ${JSON.stringify(seen)}`);
  expect(seen.rows + seen.failures).toBe(PAIRS);
  expect(seen.rows).toBeGreaterThan(PAIRS / 2);

  const options = await house.driven.openOptions();
  await options.bringToFront();
  await options.$$eval('.history button', ([show]) => (show as HTMLElement).click());
  await until('the history is shown', async () => (await options.$$('.history .change')).length > 0);

  for (const page of [review.page, options]) {
    expect(await page.evaluate(() => 'pwned' in window || 'pwned' in Object.prototype)).toBe(false);
    expect(
      await page.$$eval('main :is(script, img, iframe, svg[onload])', (found) =>
        found.map(({ outerHTML }) => outerHTML),
      ),
    ).toEqual([]);
  }
  expect(await review.page.evaluate(() => (window as unknown as { breaches: string[] }).breaches)).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(await house.driven.problems()).toEqual([]);
});
