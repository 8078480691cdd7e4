import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Field } from '../../src/company/company.ts';
import { violations } from './axe.ts';
import { sendToWorker } from './messages.ts';
import { openOptions, openSession, type Session } from './session.ts';
import { text } from './text.ts';
import { says, until } from './until.ts';
import { pressButton } from './user.ts';

/** Where the third shape has each field. */
const PATHS: Readonly<Record<Field, string>> = {
  name: '$.benaming',
  legalForm: '$.rechtsvormCode',
  enterpriseNumber: '$.ondNr',
  vatNumber: '$.btwNr',
  website: '$.site',
  address: '$.adres',
  phone: '$.telefoon',
  incorporationDate: '$.opgericht',
  fiscalYearEnd: '$.boekjaarEinde',
  linkedRelations: '$.banden',
};

async function openFields(options: Page): Promise<void> {
  const open = await options.waitForSelector('#mapping h3 button');
  // What loads above it may move it from under the pointer.
  await open?.evaluate((button) => (button as HTMLElement).click());
  await options.waitForSelector('#mapping tr[data-field]');
}

async function openPicker(options: Page, field: Field): Promise<void> {
  await options.$eval(`#mapping [data-pick="${field}"]`, (button) => (button as HTMLElement).click());
  await options.waitForSelector('#mapping .picker .another-place');
}

/** Types a path, behind the places that are offered. */
async function choose(options: Page, field: Field, path: string): Promise<void> {
  await openPicker(options, field);
  await options.$eval('#mapping .another-place', (details) => {
    (details as HTMLDetailsElement).open = true;
  });
  const input = await options.waitForSelector('#mapping .typed-path input');
  await input?.click({ count: 3 });
  await input?.type(path);
  await input?.press('Enter');
  await options.waitForSelector(`#mapping tr[data-field="${field}"][data-how="chosen"]`);
}

describe('a shape whose keys no candidate has', () => {
  let session: Session;
  let exported: string;
  beforeAll(async () => {
    session = await openSession({ shape: 'foreign' });
  });
  afterAll(() => session.close());

  it('is read by its values at once, and what is presumed is written when it was confirmed', async () => {
    const review = await session.fetch(await session.openRelation('APR00510'));
    expect(Object.values(await review.verdicts())).not.toContain('unreadable');
    expect(await review.row('name')).toMatchObject({ ticked: true });
    expect(await review.row('website')).toMatchObject({ ticked: null });
    await says(review.page, text('reasonPresumed'));
    await pressButton(review.page, text('confirmPlaces'));
    await until('the website can be written', async () => (await review.row('website')).ticked !== null);
    await review.tickOnly('name', 'website');
    expect((await review.apply()).failed).toBe(false);
    expect(session.sandbox.relation('APR00510')).toMatchObject({
      benaming: 'Bakkerij Peeters & Zonen',
      site: 'bakkerijpeeters.example',
    });
    await session.closePages();
  });

  it('shows in the settings what each place was taken for, and why', async () => {
    const options = await openOptions(session.driven);
    await openFields(options);
    const row = '#mapping tr[data-field="name"]';
    expect(await options.$eval(row, (line) => line.getAttribute('data-how'))).toBe('inferred');
    expect(await options.$eval(`${row} .evidence`, ({ textContent }) => textContent)).toContain(
      text('evidenceAgreement', 'openthebox', 11, 12),
    );
  });

  it('is read at another of the places that the settings offer, once the user takes it, until that is taken back', async () => {
    const options = await openOptions(session.driven);
    await openPicker(options, 'incorporationDate');
    const offered = await options.$$eval('#mapping .offered li', (items) =>
      items.map((item) => ({
        path: item.getAttribute('data-place'),
        isCurrent: item.querySelector('.current') !== null,
        says: item.querySelector('.why')?.textContent ?? '',
      })),
    );
    expect(offered.map(({ path, isCurrent }) => [path, isCurrent])).toEqual([
      ['$.opgericht', true],
      ['$.klantSinds', false],
    ]);
    expect(offered[1]?.says).toContain(text('evidenceEqual', 'openthebox'));
    expect(await violations(options)).toEqual([]);

    await until('the focus is in the first choice', () =>
      options.evaluate(() => document.activeElement?.matches('.offered button') ?? false),
    );
    await options.keyboard.press('Enter');
    const row = '#mapping tr[data-field="incorporationDate"]';
    await options.waitForSelector(`${row}[data-how="chosen"]`);
    const path = () => options.$eval(`${row} .path`, ({ textContent }) => textContent);
    expect(await path()).toBe('$.klantSinds');

    await pressButton(options, text('mappingBackToDefaultFor', text('fieldIncorporationDate')));
    await options.waitForSelector(`${row}[data-how="inferred"]`);
    expect(await path()).toBe('$.opgericht');
  });

  it('works as well at places that the user chooses', async () => {
    const options = await openOptions(session.driven);
    const found = () =>
      options.$$eval('#mapping tr[data-field]', (rows) => rows.map((row) => row.getAttribute('data-how')));
    for (const [field, path] of Object.entries(PATHS)) await choose(options, field as Field, path);
    expect(new Set(await found())).toEqual(new Set(['chosen']));

    const review = await session.fetch(await session.openRelation('APR00511'));
    expect(Object.values(await review.verdicts())).not.toContain('unreadable');
    const file = await sendToWorker(options, 'exportMapping');
    if (!file.ok) throw new Error('The mapping was not exported');
    exported = file.value;
    await session.closePages();
  });

  it('works at once in a fresh profile that imports the exported file', async () => {
    const fresh = await openSession({ shape: 'foreign', alone: true });
    try {
      const options = await openOptions(fresh.driven);
      await options.$eval(
        '#mapping input[type="file"]',
        (input, content) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([content as string], 'mapping.json', { type: 'application/json' }));
          (input as HTMLInputElement).files = transfer.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        },
        exported,
      );
      await until('the import is done', () =>
        options.$eval('#mapping .message', (said, wanted) => said.textContent === wanted, text('mappingImported')),
      );
      const review = await fresh.fetch(await fresh.openRelation('APR00511'));
      expect(Object.values(await review.verdicts())).not.toContain('unreadable');
    } finally {
      await fresh.close();
    }
  });
});
