import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAdminpulse } from '../../../src/adminpulse/adminpulse.ts';
import type { EnterpriseNumber } from '../../../src/company/enterprise-number.ts';
import { flatRelation } from './relations.ts';

const NUMBER = '0001004246' as EnterpriseNumber;
const other = flatRelation({ uniqueIdentifier: 'APR00002', vatNumber: '', enterpriseNumber: '0001.005.533' });

type Page = { readonly page: number; readonly pageSize: number; readonly vatNumber: string | undefined };

/** AdminPulse's network border: `list` answers the list, and `asked` is what was asked for. */
function office(list: (page: Page) => unknown, more: Record<string, unknown> = {}) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    asked.push(`${request.method} ${pathname}`);
    const page = {
      page: Number(searchParams.get('page')),
      pageSize: Number(searchParams.get('pageSize')),
      vatNumber: searchParams.get('vatNumber') ?? undefined,
    };
    const answer = pathname === '/relations' && request.method === 'GET' ? list(page) : more[pathname];
    return Response.json(answer ?? {}, { status: answer === undefined ? 404 : 200 });
  });
  const adminpulse = createAdminpulse({ authorization: async () => 'Bearer key', hasHostPermission: async () => true });
  return { adminpulse, asked };
}

afterEach(() => vi.unstubAllGlobals());

describe('the relations with a number', () => {
  it('are those of the filter where it knows the number', async () => {
    const { adminpulse, asked } = office(() => ({ results: [flatRelation()], pageCount: 1 }));
    expect(await adminpulse.relationsWithNumber(NUMBER)).toEqual([flatRelation()]);
    expect(asked).toHaveLength(1);
  });

  it('are looked for in the whole list where the filter gives others too, so that none is missed', async () => {
    const companion = flatRelation({ uniqueIdentifier: 'APR00900' });
    const { adminpulse } = office(({ pageSize }) =>
      pageSize < 100
        ? { results: [flatRelation(), other], pageCount: 9 }
        : { results: [flatRelation(), other, companion], pageCount: 1 },
    );
    expect(await adminpulse.relationsWithNumber(NUMBER)).toEqual([flatRelation(), companion]);
  });

  it('stand once each, though a row moves to the next page meanwhile', async () => {
    const { adminpulse } = office(({ vatNumber }) =>
      vatNumber ? { results: [], pageCount: 0 } : { results: [flatRelation()], pageCount: 2 },
    );
    expect(await adminpulse.relationsWithNumber(NUMBER)).toEqual([flatRelation()]);
  });

  it.each([
    ['grows with every page', ({ page }: Page) => page + 2],
    ['has no end', () => 2_000_000],
  ])('are not looked for without end where the number of pages %s', async (_what, pageCount) => {
    const { adminpulse, asked } = office((page) => ({
      results: page.page < 3 ? [{ ...other, uniqueIdentifier: `APR0000${page.page}` }] : [],
      pageCount: page.vatNumber ? 0 : pageCount(page),
    }));
    expect(await adminpulse.relationsWithNumber(NUMBER)).toEqual([]);
    expect(asked).toHaveLength(1 + 4);
  });

  it('are not looked for without end where every page is the same one', async () => {
    const { adminpulse, asked } = office(({ vatNumber }) => ({ results: vatNumber ? [] : [other], pageCount: 9_999 }));
    expect(await adminpulse.relationsWithNumber(NUMBER)).toEqual([]);
    expect(asked).toHaveLength(1 + 2);
  });
});

describe('a relation', () => {
  it.each(['APR00510', 'apr00510', '100997ee-e7a7-459c-e803-08dd746e671d'])('is read by %s', async (code) => {
    const { adminpulse } = office(() => undefined, { [`/relations/${code}`]: flatRelation() });
    expect(await adminpulse.relation(code)).toEqual(flatRelation());
  });

  it('is not taken for the one that was asked for when it has another code', async () => {
    const { adminpulse } = office(() => undefined, { '/relations/APR00510': other });
    await expect(adminpulse.relation('APR00510')).rejects.toMatchObject({ failure: { kind: 'unexpectedAnswer' } });
  });

  it.each(['', '.', '..'])('without a code or id is neither read nor written (%j)', async (code) => {
    const { adminpulse, asked } = office(() => ({ results: [] }));
    const { id: _, ...withoutId } = flatRelation({ uniqueIdentifier: code });
    await expect(adminpulse.relation(code)).rejects.toMatchObject({ failure: { kind: 'unexpectedAnswer' } });
    await expect(adminpulse.update(withoutId, { name: 'x' })).rejects.toMatchObject({
      failure: { kind: 'unexpectedAnswer' },
    });
    expect(asked).toEqual([]);
  });

  it('is written by its code, and by its id where the code is not found', async () => {
    const byCode = office(() => undefined, { '/relations/APR00510': {} });
    await byCode.adminpulse.update(flatRelation(), { name: 'x' });
    expect(byCode.asked).toEqual(['PUT /relations/APR00510']);
    const byId = office(() => undefined, { '/relations/100997ee-e7a7-459c-e803-08dd746e671d': {} });
    await byId.adminpulse.update(flatRelation(), { name: 'x' });
    expect(byId.asked).toEqual(['PUT /relations/APR00510', 'PUT /relations/100997ee-e7a7-459c-e803-08dd746e671d']);
  });
});
