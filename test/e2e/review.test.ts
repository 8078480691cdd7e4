import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchButton, openSession, type Session } from './session.ts';
import { listed, text } from './text.ts';
import { until } from './until.ts';

describe.each(['flat', 'nested'] as const)('the main job, with relations in the %s shape', (shape) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession({ shape });
  });
  afterAll(async () => {
    await session.close();
  });
  beforeEach(() => session.sandbox.reset({ shape }));
  afterEach(() => session.closePages());

  async function review(code: string) {
    const page = await session.openRelation(code);
    return { page, review: await session.fetch(page) };
  }

  it('shows the ten fields with their verdicts and their default ticks', async () => {
    const { review: opened } = await review('APR00510');
    const rows = await opened.rows();
    expect(rows).toHaveLength(10);
    expect(await opened.verdicts()).toEqual({
      name: 'different',
      legalForm: 'spelling',
      enterpriseNumber: 'same',
      vatNumber: 'same',
      website: 'only-openthebox',
      address: 'different',
      phone: 'same',
      incorporationDate: 'same',
      fiscalYearEnd: 'different',
      linkedRelations: 'different',
    });
    expect(rows.filter(({ ticked }) => ticked).map(({ field }) => field)).toEqual(['name', 'website', 'address']);
  });

  it('writes exactly the ticked fields, and nothing beside them', async () => {
    const { page, review: opened } = await review('APR00510');
    const before = session.sandbox.relation('APR00510');
    await opened.tickOnly('name', 'website');
    const outcome = await opened.apply();
    expect(outcome.failed).toBe(false);

    const after = session.sandbox.relation('APR00510');
    expect(after.name).toBe('Bakkerij Peeters & Zonen');
    expect(websitesOf(after)).toEqual(['bakkerijpeeters.example']);
    expect(withoutNameAndWebsite(after)).toEqual(withoutNameAndWebsite(before));
    const writes = session.sandbox
      .requests()
      .filter(({ method, host }) => host === 'api.adminpulse.be' && method === 'PUT');
    expect(writes.filter(({ path }) => path.includes('APR00510'))).toHaveLength(1);

    // The page is told, and offers to reload.
    await page.waitForSelector('openthebox-buttons >>> button.reload');
  });

  it('moves the seat and leaves the other addresses and channels as they are', async () => {
    const { review: opened } = await review('APR00514');
    const before = session.sandbox.relation('APR00514');
    await opened.tickOnly('address');
    expect((await opened.apply()).failed).toBe(false);
    const after = session.sandbox.relation('APR00514');
    expect(seatOf(after)).toMatchObject({ street: 'Havenlaan', number: '22', box: 'B4', city: 'Genk' });
    expect(withoutSeat(after)).toEqual(withoutSeat(before));
  });

  it('stops when a ticked field changed in AdminPulse meanwhile, and loses neither side', async () => {
    const { review: opened } = await review('APR00510');
    await opened.tickOnly('name', 'website');
    session.sandbox.edit('APR00510', { name: 'Peeters & Dochters' });
    const outcome = await opened.apply();
    expect(outcome.failed).toBe(true);
    expect(outcome.said).toContain(text('conflictCause', listed('fieldName')));
    expect(session.sandbox.relation('APR00510').name).toBe('Peeters & Dochters');
    expect(session.sandbox.requests().some(({ method, path }) => method === 'PUT' && path.includes('APR00510'))).toBe(
      false,
    );
    // The new state is on screen, and can be applied.
    expect((await opened.row('name')).current).toContain('Dochters');
  });

  it('keeps an edit of a field that is not ticked', async () => {
    const { review: opened } = await review('APR00510');
    await opened.tickOnly('name');
    session.sandbox.edit('APR00510', { email: 'nieuw@bakkerijpeeters.example' });
    expect((await opened.apply()).failed).toBe(false);
    expect(JSON.stringify(session.sandbox.relation('APR00510'))).toContain('nieuw@bakkerijpeeters.example');
  });

  it('finds nothing to do where all is equal', async () => {
    const { review: opened } = await review('APR00511');
    const verdicts = Object.entries(await opened.verdicts());
    expect(verdicts.filter(([, verdict]) => verdict !== 'same')).toEqual([]);
    expect((await opened.rows()).some(({ ticked }) => ticked)).toBe(false);
  });

  it('has one window per relation: a second Fetch brings it to the front', async () => {
    const { page, review: opened } = await review('APR00510');
    await opened.tickOnly('website');
    const windows = await session.driven.extensionPages('review');
    await (await fetchButton(page)).click();
    await until(
      'the button is free again',
      async () =>
        !(await (
          await fetchButton(page)
        ).evaluate((b) => b.hasAttribute('disabled') || b.getAttribute('aria-busy') === 'true')),
    );
    expect(await session.driven.extensionPages('review')).toHaveLength(windows.length);
    const ticked = (await opened.rows()).filter((row) => row.ticked).map(({ field }) => field);
    expect(ticked).toEqual(['website']);
  });

  it('loses nothing when its window is closed: the next Fetch starts anew', async () => {
    const { page, review: opened } = await review('APR00510');
    await opened.rows();
    await opened.page.close();
    const again = await session.fetch(page);
    expect(await again.rows()).toHaveLength(10);
  });
});

type Raw = Readonly<Record<string, unknown>>;
type Item = { readonly type: string; readonly [key: string]: unknown };

const channels = (relation: Raw) => (relation.communications ?? []) as readonly Item[];
const addresses = (relation: Raw) => relation.addresses as readonly Item[] | undefined;

function websitesOf(relation: Raw): readonly unknown[] {
  return relation.communications
    ? channels(relation).flatMap(({ type, value }) => (type === 'Website' ? [value] : []))
    : [relation.website];
}

/** All that must not have moved. */
function withoutNameAndWebsite(relation: Raw) {
  const { name: _, displayName: __, website: ___, ...rest } = relation;
  return relation.communications
    ? { ...rest, communications: channels(relation).filter(({ type }) => type !== 'Website') }
    : rest;
}

function seatOf(relation: Raw): Raw {
  const { street, houseNumber, box, city } = relation;
  return addresses(relation)?.find(({ type }) => type === 'Seat') ?? { street, number: houseNumber, box, city };
}

function withoutSeat(relation: Raw) {
  const { street: _, houseNumber: __, box: ___, city: ____, postalCode: _____, ...rest } = relation;
  return relation.addresses ? { ...rest, addresses: addresses(relation)?.filter(({ type }) => type !== 'Seat') } : rest;
}
