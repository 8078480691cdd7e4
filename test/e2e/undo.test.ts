import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendToWorker } from './messages.ts';
import { ReviewWindow } from './review-window.ts';
import { openSession, type Session } from './session.ts';
import { listed, plural, sentences, text, textPattern } from './text.ts';
import { says, until } from './until.ts';

const CODE = 'APR00510';
const UNCONFIRMED = sentences(text('failureUnsettled', 'AdminPulse'), text('failureUnsettledNext'));
const PUT = { host: 'api.adminpulse.be', method: 'PUT', path: `/relations/${CODE}` } as const;

let session: Session;
beforeAll(async () => {
  session = await openSession({ shape: 'nested' });
});
afterAll(() => session?.close());
beforeEach(() => session.sandbox.reset({ shape: 'nested' }));
afterEach(() => session.closePages());

const review = async () => session.fetch(await session.openRelation(CODE));
const relation = () => session.sandbox.relation(CODE);
const puts = () =>
  session.sandbox.requests().filter(({ method, path }) => method === 'PUT' && path.includes(CODE)).length;

describe.each(['flat', 'nested'] as const)('an undo, of a relation in the %s shape', (shape) => {
  beforeEach(() => session.sandbox.reset({ shape }));

  it('puts back exactly what the relation held', async () => {
    session.sandbox.edit(CODE, { website: 'oud.example', address: { box: null } });
    const before = relation();
    const opened = await review();
    await opened.tickOnly('name', 'website', 'address', 'fiscalYearEnd');
    expect(await opened.apply()).toMatchObject({ failed: false });
    expect(relation()).not.toEqual(before);
    await opened.press('undo');
    await says(opened.page, plural('statusUndone', 4, CODE));
    expect(relation()).toEqual(before);
    expect(await opened.outcome('name')).toBe(text('outcomeUndone'));
    expect(puts()).toBe(2);
  });

  it('leaves alone what was changed since, says what cannot be emptied, and leads to where it can', async () => {
    const opened = await review();
    await opened.tickOnly('name', 'website', 'fiscalYearEnd');
    expect(await opened.apply()).toMatchObject({ failed: false });
    session.sandbox.edit(CODE, { name: 'Peeters & Dochters' });
    await opened.press('undo');
    await says(opened.page, text('statusLeftAlone', listed('fieldName')));
    expect(relation().name).toBe('Peeters & Dochters');
    if (shape === 'flat') {
      await says(opened.page, text('statusNotCleared', listed('fieldWebsite')));
      await opened.press('openAdminPulse');
      expect(relation().website).toBe('bakkerijpeeters.example');
    } else {
      // The website is an item of a list, which stays when the item goes.
      expect(await opened.outcome('website')).toBe(text('outcomeUndone'));
      expect(JSON.stringify(relation())).not.toContain('"Website"');
    }
  });
});

describe('a worker that ends', () => {
  it.each(['before', 'after'] as const)(
    'while an undo is sent, %s AdminPulse took it, never sends twice',
    async (when) => {
      const opened = await review();
      await opened.tickOnly('name');
      expect(await opened.apply()).toMatchObject({ failed: false });
      session.sandbox.fault({ ...PUT, kind: 'hold', when, times: 1 });
      await opened.press('undo');
      await session.sandbox.whenHeld();
      await session.driven.killWorker();
      if (when === 'after') {
        session.sandbox.release();
        await says(opened.page, plural('statusUndone', 1, CODE));
      } else {
        expect(await opened.alert()).toMatch(UNCONFIRMED);
        session.sandbox.release();
        await until('the undo has arrived', async () => relation().name === 'Bakkerij Peeters');
      }
      expect(relation().name).toBe('Bakkerij Peeters');
      expect(puts()).toBe(2);
    },
  );

  it('while a change is on its way says that it is not known, and later that it was written', async () => {
    const opened = await review();
    await opened.tickOnly('name');
    session.sandbox.fault({ ...PUT, kind: 'hold', when: 'before', times: 1 });
    await opened.press('applyChanges');
    await session.sandbox.whenHeld();
    await session.driven.killWorker();
    expect(await opened.alert()).toMatch(UNCONFIRMED);
    session.sandbox.release();
    await until('it has arrived', async () => relation().name === 'Bakkerij Peeters & Zonen');
    await opened.press('checkAgain');
    await until('the new comparison is there', async () => (await opened.row('name')).verdict === 'same');
    expect(puts()).toBe(1);
  });
});

it('two windows on one relation never overwrite each other: the later apply is a conflict', async () => {
  const first = await review();
  await first.rows();
  const before = new Set(await session.driven.extensionPages('review'));
  // By its number alone, as the popup opens it: a review of its own.
  await sendToWorker(first.page, 'openReview', { enterpriseNumber: '0001.004.246' });
  const second = new ReviewWindow(
    await until('the second review is open', async () =>
      (await session.driven.extensionPages('review')).find((page) => !before.has(page)),
    ),
  );
  await second.tickOnly('name', 'fiscalYearEnd');
  await first.tickOnly('name');
  expect(await first.apply()).toMatchObject({ failed: false });
  const after = relation();
  const late = await second.apply();
  expect(late).toMatchObject({
    failed: true,
    said: expect.stringContaining(text('conflictCause', listed('fieldName'))),
  });
  expect(relation()).toEqual(after);
  expect(puts()).toBe(1);
});

it('an edit in AdminPulse’s own page is never overwritten', async () => {
  const opened = await review();
  await opened.tickOnly('name');
  session.sandbox.edit(CODE, { name: 'Peeters Gent' });
  expect(await opened.apply()).toMatchObject({ failed: true });
  expect(relation().name).toBe('Peeters Gent');
  expect(puts()).toBe(0);
});

it('a difference that is kept stays folded until openthebox’s value changes, and can be revoked', async () => {
  const openthebox = { host: 'openthebox.be', path: '^/api/companies/BE0001004246$' } as const;
  const kept = plural('foldKept', 1, listed('fieldName'));
  const opened = await review();
  const fold = () =>
    opened.page.$$eval('.fold button', (buttons) => buttons.map(({ textContent }) => textContent).join(' | '));
  await opened.rows();
  await opened.press('keepMineOf', text('fieldName'));
  await until('the name is folded', async () => (await fold()).includes(kept));
  expect(await opened.row('name')).toMatchObject({ verdict: 'different', ticked: null });

  await opened.press('checkAgain');
  await until('it is folded still', async () => (await fold()).includes(kept));

  session.sandbox.fault({ ...openthebox, kind: 'replace', values: { nameNl: 'Peeters en Co' } });
  await opened.press('checkAgain');
  await until('it is shown again', async () => (await opened.row('name')).ticked === true);
  expect(await fold()).not.toMatch(textPattern('foldKeptOne'));

  await opened.press('keepMineOf', text('fieldName'));
  await until('the name is folded again', async () => (await fold()).includes(kept));
  await opened.page.locator('.fold button').click();
  await opened.press('revokeKeptOf', text('fieldName'));
  await until('it is shown again', async () => (await opened.row('name')).ticked === true);
});
