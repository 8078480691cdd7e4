import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, type Session } from './session.ts';
import { keysOf, keysStored, readStored, type Stored, store } from './stored-data.ts';
import { says, until } from './until.ts';
import { named, pressButton } from './user.ts';

/**
 * What version 0.1.0 stored, opened by the build in `dist`: somebody's extension was updated. What is stored was made by
 * that version in the sandbox, in the flat shape, and its worker ended while it wrote.
 */
let session: Session;
let stored: Stored;

const LIST_PAGE_1 = { host: 'api.adminpulse.be', path: '^/relations\\?.*page=1&pageSize=400', kind: 'hold' } as const;
const UNREADABLE = { host: 'api.adminpulse.be', path: '/relations/APR00514', kind: 'broken-json' } as const;

beforeAll(async () => {
  session = await openSession({ shape: 'flat', connect: false });
  atAdminPulse();
  stored = readStored();
  // A worker that is starting, or has a question to answer, would start again at once.
  const options = await session.driven.openOptions();
  await says(options, 'Not connected');
  await options.close();
  await session.driven.killWorker();
  await store(session.driven, stored);
});
afterAll(() => session?.close());

/** What AdminPulse holds by then, where it is not what the sandbox starts with. */
function atAdminPulse(): void {
  const { sandbox } = session;
  const written = { website: 'https://bakkerijpeeters.example', fiscalYearEnd: '06-30' };
  sandbox.edit('APR00510', { ...written, address: { street: 'Korenmarkt', number: '7' } });
  sandbox.edit('APR00550', { name: 'LIBRAIRIE DU PARC' });
  sandbox.edit('APR00572', {
    links: [
      [4, 'APR00603'],
      [1, 'APR00602'],
      [4, 'APR00601'],
    ],
  });
  // The new relation arrived though its answer did not.
  sandbox.edit('APR00566', {
    name: 'ATELIERS ZINNEKE',
    enterpriseNumber: '0001061258',
    vatNumber: '0001061258',
    language: 'fr',
    legalForm: 'SRL',
    website: 'www.zinneke.example',
    mobile: '+32 2 512 60 70',
    address: {
      street: 'Rue du Vieux Marché aux Grains',
      number: '23',
      box: '2',
      postalCode: '1000',
      city: 'Bruxelles',
    },
    incorporationDate: '2024-04-02',
    fiscalYearEnd: '12-31',
  });
  sandbox.fault(UNREADABLE);
  sandbox.fault(LIST_PAGE_1);
}

const adminpulse = () => session.sandbox.requests().filter(({ host }) => host === 'api.adminpulse.be');
const writes = () => adminpulse().filter(({ method }) => method !== 'GET');

/** What is on this page's selects and number fields, by their labels. */
const PREFERENCES = {
  'Language of proposed values': 'fr',
  'New phone numbers': 'international',
  'After a change, offer to reload': 'pagesOfTheRelation',
  'Keep the history for (months)': '36',
  Website: 'never',
  'Incorporation date': 'always',
  Address: 'default',
};

/** Pages that were open, by the end of their addresses, and what each says when it opens again. */
const PAGES: readonly (readonly [what: string, hash: string, says: readonly string[]])[] = [
  [
    'a review that was read',
    '#review=0001017213-APR00519',
    ['Bloemen Rosalie', 'https://www.facebook.com/bloemenrosalie.example'],
  ],
  ['a choice between two relations', '#review=0001052350', ['Immo Scheldezicht (verhuur)', 'APR00564']],
  [
    'a review that was written',
    '#review=0001004246-APR00510',
    ['3 fields were written to APR00510 and verified', 'AdminPulse kept what should have become empty'],
  ],
  ['a review that was refused', '#review=0001006820-APR00512', ['Website is too long', 'Nothing was written']],
  ['an undo that nobody confirmed', '#review=0001010778-APR00514', ['AdminPulse did not confirm', 'Havenlaan']],
  [
    'a review that was sent when the worker ended',
    '#review=0001005533-APR00511',
    ['2 fields were written to APR00511 and verified'],
  ],
  [
    'a link whose new relation was sent when the worker ended',
    '#review=0001061555-APR00572',
    ['The change was not sent', 'Nothing was written'],
  ],
  ['a creation that was read', '#create=create-0001061456', ['Still to choose', '0001.061.456']],
  ['a creation of what is there', '#create=create-0001004246', ['AdminPulse has this number already', 'APR00510']],
  [
    'a creation that was sent when the worker ended',
    '#create=create-0001061258',
    ['APR00566 was created, and 9 fields verified'],
  ],
];

/** What the history shows of each change, newest first: outcome, kind and relation, then each field before and after. */
const HISTORY: readonly (readonly string[])[] = [
  [
    'verified create of ATELIERS ZINNEKE',
    'name: empty → ATELIERS ZINNEKE (written)',
    'legalForm: empty → SRL (written)',
    'enterpriseNumber: empty → BE 0001.061.258 (written)',
    'vatNumber: empty → BE 0001.061.258 (written)',
    'website: empty → www.zinneke.example (written)',
    'address: empty → Rue du Vieux Marché aux Grains 23 box 2, 1000 Bruxelles (written)',
    'phone: empty → +32 2 512 60 70 (written)',
    'incorporationDate: empty → 02/04/2024 (written)',
    'fiscalYearEnd: empty → 31/12 (written)',
  ],
  ['not sent update of Brouwerij De Toren', 'linkedRelations: 3 links → 4 links'],
  ['not sent create of KV MANAGEMENT', 'name: empty → KV MANAGEMENT', 'enterpriseNumber: empty → BE 0001.008.107'],
  [
    'verified update of Schrijnwerkerij De Wilg',
    'name: Schrijnwerkerij Wilg → Schrijnwerkerij De Wilg (written)',
    'website: https://oud.dewilg.example → www.dewilg.example (written)',
  ],
  ['verified update of LIBRAIRIE DU PARC', 'name: Ancien nom → LIBRAIRIE DU PARC (written)'],
  ['not sent update of Optiek Helder', 'phone: empty → +32 56 35 46 57'],
  [
    'not confirmed undo of Transport Verhoeven',
    'address: Havenlaan 22 box B4, 3600 Genk → Industrieweg 101, 3500 Hasselt',
  ],
  [
    'verified update of Transport Verhoeven',
    'address: Industrieweg 101, 3500 Hasselt → Havenlaan 22 box B4, 3600 Genk (written)',
  ],
  [
    'verified create of SPEELBOS MEERDAAL',
    'name: empty → SPEELBOS MEERDAAL (written)',
    'legalForm: empty → VZW (written)',
    'enterpriseNumber: empty → BE 0001.061.357 (written)',
    'address: empty → Naamsesteenweg 573, 3001 Heverlee (written)',
    'incorporationDate: empty → 12/09/2018 (written)',
    'fiscalYearEnd: empty → 31/08 (written)',
  ],
  ['verified update of Brouwerij De Toren', 'linkedRelations: 2 links → 3 links (written)'],
  ['verified undo of Tuinen Groenendaal', 'legalForm: BV → VOF (written)'],
  ['verified update of Tuinen Groenendaal', 'legalForm: VOF → SRL (put back)'],
  ['not sent update of De Vuurpot', 'website: https://vuurpot.example → vuurpunt.example'],
  ['refused by AdminPulse update of Loodgieterij Maes', 'website: empty → https://www.loodgieterijmaes.example'],
  ['verified update of Optiek Helder', 'incorporationDate: 01/01/2010 → 08/07/2014 (AdminPulse kept the old value)'],
  ['verified undo of Bakkerij Peeters', 'name: Bakkerij Peeters & Zonen → Bakkerij Peeters (written)'],
  [
    'verified update of Bakkerij Peeters & Zonen',
    'name: Bakkerij Peeters → Bakkerij Peeters & Zonen (put back)',
    'website: empty → bakkerijpeeters.example (written)',
    'address: Kerkstraat 12 box 3, 9000 Gent → Korenmarkt 7, 9000 Gent (written; AdminPulse kept what should have become empty)',
    'fiscalYearEnd: 31/12 → 30/06 (written)',
  ],
];

/** What is undone in the history: the field, the relation by its name and code, and what it holds again. */
const UNDOS = [
  ['End of financial year', 'Bakkerij Peeters & Zonen', 'APR00510', { endFinancialYear: '31/12' }],
  [
    'Linked relations',
    'Brouwerij De Toren',
    'APR00572',
    {
      tos: [
        { linkType: 4, uniqueIdentifier: 'APR00603' },
        { linkType: 1, uniqueIdentifier: 'APR00602' },
      ],
    },
  ],
] as const;

describe('after an update', () => {
  it('the popup opens on the card that it showed, and the index says at once which relation it is', async () => {
    const popup = await session.driven.openPopupTab();
    await says(popup, 'Bakkerij Peeters & Zonen');
    await says(popup, 'APR00510');
    expect(adminpulse().filter(({ path }) => path.includes('0001004246'))).toEqual([]);
    await popup.close();
  });

  it('the build of the index that was cut off goes on where it was, the index before it stays until then', async () => {
    const options = await session.driven.openOptions();
    await says(options, '19 relations, read 10 minutes ago');
    await session.sandbox.whenHeld();
    session.sandbox.clearFaults();
    session.sandbox.fault(UNREADABLE);
    await says(options, 'relations, read 10 minutes ago');
    await until('the new index is there', () =>
      options.evaluate(() => !document.body.textContent?.includes('19 relations')),
    );
    await options.close();
  });

  it.each([
    ['openthebox', /^Connected: otb-office-7.*Kept until the browser closes/],
    ['AdminPulse', /^Connected: Kantoor Lindeboom, Kantoor Lindeboom Brussel.*31\/12\/2099/],
  ])('%s is connected as it was', async (service, status) => {
    const options = await session.driven.openOptions();
    const region = `${named(service, 'region')} [role="status"]`;
    await until('it is connected', async () =>
      status.test(await options.$eval(region, (element) => element.textContent ?? '')),
    );
    await options.close();
  });

  it('everything that was written stands in the history with the old values, and what was cut off is settled', async () => {
    await expect.poll(history, { timeout: 30_000 }).toEqual(HISTORY);
    session.sandbox.clearFaults();
    await until('what could not be read is settled too', async () =>
      (await history()).some(([about]) => about === 'verified undo of Transport Verhoeven'),
    );
  });

  it.each(PAGES)('%s is there again', async (_what, hash, words) => {
    const page = await session.driven.openPopupTab(hash);
    for (const some of words) await says(page, some);
    await page.close();
  });

  it('nothing was written again', () => {
    expect(writes()).toEqual([]);
  });

  it('preferences are as they were set', async () => {
    const options = await session.driven.openOptions();
    await options.waitForSelector('#preferences select');
    const shown = await options.$$eval('#preferences label', (labels) =>
      labels.map(({ textContent, control }) => [textContent, (control as HTMLInputElement | HTMLSelectElement).value]),
    );
    expect(Object.fromEntries(shown)).toMatchObject(PREFERENCES);
    await options.close();
  });

  it('the paths that were chosen hold, and are exported', async () => {
    const options = await session.driven.openOptions();
    await options.waitForSelector('#mapping h3 button');
    await options.$$eval('#mapping h3 button', (buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
    });
    const chosen = await until('both tables are there', async () => {
      const rows = await options.$$eval('#mapping tr[data-how="chosen"]', (all) =>
        all.map((row) => [row.getAttribute('data-field'), row.querySelector('.path')?.textContent]),
      );
      return rows.length === 2 && Object.fromEntries(rows);
    });
    expect(chosen).toEqual({ phone: '$.mobile', website: '$.website' });
    expect(JSON.parse(await exported(options))).toMatchObject({
      openthebox: { website: '$.website' },
      adminpulse: { phone: '$.mobile' },
    });
    await options.close();
  });

  it.each([
    ['APR00518', 'incorporationDate', '14/03/2018', '1 field kept by you: incorporation date'],
    // The value is in the language that was chosen.
    ['APR00551', 'address', 'Boulevard Louis Mettewie 60', '1 field kept by you: address'],
  ] as const)('what the user keeps of %s stays folded in a new review', async (code, field, proposed, fold) => {
    const review = await session.fetch(await session.openRelation(code));
    const row = await review.row(field);
    expect(row).toMatchObject({ verdict: 'different', ticked: null });
    expect(row.proposed).toContain(proposed);
    await says(review.page, fold);
    await review.page.close();
  });

  it('openthebox gave a token for the credentials that were kept until the browser closes', () => {
    const asked = session.sandbox.requests().filter(({ host }) => host === 'openthebox.be');
    expect(asked.map(({ path }) => path)).toContain('/oauth/token');
    expect(asked.at(-1)).toMatchObject({ authorizationScheme: 'Bearer' });
  });

  it.each(UNDOS)('what was written can be undone: %s of %s', async (field, name, code, before) => {
    const start = writes().length;
    const options = await session.driven.openOptions();
    await pressButton(options, 'Show the history');
    const search = await options.waitForSelector('.history-filter input');
    await search?.type(code);
    await pressButton(options, `Undo ${field} of ${name}`);
    await says(options, `${field}: put back.`);
    expect(session.sandbox.relation(code)).toMatchObject(before);
    expect(writes().slice(start)).toMatchObject([{ method: 'PUT', path: `/relations/${code}` }]);
    await options.close();
  });

  it('nothing is lost, nor set aside as unreadable', async () => {
    const keys = await keysStored(session.driven);
    // The index that was complete gave way to the one that was being built.
    const lasting = keysOf(stored).filter((key) => !key.startsWith('relations/relations/1,'));
    expect(lasting.filter((key) => !keys.includes(key))).toEqual([]);
    // What cannot be read is stored under a key of its own, and learnt anew where that can be.
    expect(await session.driven.inWorker(() => chrome.storage.local.get())).toEqual(stored.storage.local);
  });

  it('what was kept until the browser closes is gone when it was closed, and all else is not', async () => {
    await session.driven.inWorker(() => chrome.storage.session.clear());
    const options = await session.driven.openOptions();
    await says(options, 'limited access');
    await says(options, 'Connected: Kantoor Lindeboom');
    expect((await history()).length).toBe(HISTORY.length + UNDOS.length);
  });
});

/** Clicks *Export*, and returns the file's text. */
async function exported(options: Page): Promise<string> {
  await options.evaluate(() => {
    const files: Blob[] = [];
    Object.assign(window, { files });
    URL.createObjectURL = (blob: Blob) => `blob:${files.push(blob)}`;
    HTMLAnchorElement.prototype.click = () => {};
  });
  await options.$eval('#mapping', (section) =>
    Array.from(section.querySelectorAll('button'))
      .find(({ textContent }) => textContent === 'Export')
      ?.click(),
  );
  return until('the file is there', () =>
    options.evaluate(() => (window as unknown as { files: readonly Blob[] }).files[0]?.text()),
  );
}

/** What the history shows now. */
async function history(): Promise<readonly (readonly string[])[]> {
  const options = await session.driven.openOptions();
  await pressButton(options, 'Show the history');
  await options.waitForSelector('.history .change');
  const lines = await options.evaluate(readHistory);
  await options.close();
  return lines;
}

/** Runs in the page. Only what is near the window is on it. */
async function readHistory(): Promise<string[][]> {
  const text = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const lines = new Map<number, string[]>();
  for (const block of document.querySelectorAll('.history-list > *')) {
    block.scrollIntoView();
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const item of block.querySelectorAll('.change')) {
      const about = `${text(item.querySelector('.outcome'))} ${item.getAttribute('data-kind')} of ${text(item.querySelector('strong'))}`;
      const fields = Array.from(item.querySelectorAll('tr[data-field]'), (row) => {
        const result = text(row.querySelector('td:last-child')).replace(/Undo$/, '').trim();
        const change = `${text(row.querySelector('.before'))} → ${text(row.querySelector('.after'))}`;
        return `${row.getAttribute('data-field')}: ${change}${result && ` (${result})`}`;
      });
      lines.set(Number(item.getAttribute('aria-posinset')), [about, ...fields]);
    }
  }
  return [...lines].toSorted(([a], [b]) => a - b).map(([, line]) => line);
}
