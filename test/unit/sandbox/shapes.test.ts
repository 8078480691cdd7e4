import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { seedRelations } from '../../sandbox/seed.ts';
import { patched, SHAPES, type ShapeName } from '../../sandbox/shapes/shape.ts';
import { adminpulse } from './client.ts';

const CODES = seedRelations().map(({ code }) => code);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const put = (code: string, body: object) => adminpulse(sandbox, `/relations/${code}`, { method: 'PUT', body });
type Nested = {
  addresses: { id: string; street: string }[];
  communications: { id: string; type: string; value: string }[];
  legal: { foundation: { foundingDate: string; deedType: string | null } };
};

describe.each(['flat', 'nested', 'foreign'] as const)('the %s shape', (shape: ShapeName) => {
  beforeEach(() => sandbox.reset({ shape }));

  test.each(seedRelations())('writing back what was read changes nothing: $code', (relation) => {
    const result = patched(SHAPES[shape], relation, SHAPES[shape].single(relation));
    expect(result).toEqual({ relation });
  });

  test('a row of the list has keys of the single answer only, with the same values', async () => {
    const list = await adminpulse(sandbox, '/relations?pageSize=400');
    for (const row of (list.json as { results: Record<string, unknown>[] }).results) {
      expect(sandbox.relation(String(row.uniqueIdentifier))).toMatchObject(row);
    }
    expect((list.json as { results: unknown[] }).results).toHaveLength(CODES.length);
  });

  test('an edit by a colleague is in the next answer, and can clear a value', async () => {
    sandbox.edit('APR00510', { name: 'Anders', phone: '09 000 00 00', email: null });
    const { text } = await adminpulse(sandbox, '/relations/APR00510');

    expect(text).toContain('"Anders"');
    expect(text).toContain('09 000 00 00');
    expect(text).not.toContain('info@bakkerijpeeters.example');
  });

  test('the colleague’s edits of every fact are read back by the other shape too', () => {
    sandbox.edit('APR00510', {
      legalForm: 'BV',
      address: { street: 'Korenmarkt', number: '7', box: null },
      incorporationDate: '2013-01-02',
      fiscalYearEnd: '06-30',
      vatNumber: null,
    });
    const { box, legalForm, foundingDate, endFinancialYear, vatNumber } = flatRelation('APR00510');
    expect({ box, legalForm, foundingDate, endFinancialYear, vatNumber }).toEqual({
      box: null,
      legalForm: 'BV',
      foundingDate: '2013-01-02T00:00:00',
      endFinancialYear: '30/06',
      vatNumber: null,
    });
  });
});

describe('flat', () => {
  beforeEach(() => sandbox.reset({ shape: 'flat' }));

  test('numbers, dates and forms are written its own way', () => {
    expect(sandbox.relation('APR00510')).toMatchObject({
      legalForm: 'BVBA',
      vatNumber: 'BE0001004246',
      enterpriseNumber: '0001.004.246',
      foundingDate: '2012-05-14T00:00:00',
      endFinancialYear: '31/12',
    });
  });

  test('the legal form is abbreviated in the language of the relation', () => {
    expect(sandbox.relation('APR00550').legalForm).toBe('SRL');
  });

  test('a phone is written to the starred one; the others stay', async () => {
    await put('APR00510', { phone: '09 111 11 11' });
    sandbox.configure({ shape: 'nested' });
    const { communications } = sandbox.relation('APR00510') as unknown as Nested;
    expect(communications.filter(({ type }) => type === 'Phone').map(({ value }) => value)).toEqual([
      '09 111 11 11',
      '09 234 56 79',
    ]);
  });

  test('a date in another form is refused', async () => {
    expect((await put('APR00510', { foundingDate: '14/05/2019' })).status).toBe(400);
    expect((await put('APR00510', { endFinancialYear: '06-30' })).status).toBe(400);
  });
});

describe('nested', () => {
  beforeEach(() => sandbox.reset({ shape: 'nested' }));

  test('numbers, dates and forms are written its own way', () => {
    expect(sandbox.relation('APR00510')).toMatchObject({
      legalForm: 'Besloten vennootschap met beperkte aansprakelijkheid',
      companyNumber: '0001004246',
      vatNumber: 'BE 0001.004.246',
      legal: { foundation: { foundingDate: '14/05/2012' } },
      accountantInfo: { endFinancialYear: { day: 31, month: 12 } },
    });
  });

  test('a list is replaced whole: what is left out of it is lost', async () => {
    const { addresses } = sandbox.relation('APR00510') as unknown as Nested;
    await put('APR00510', { addresses: addresses.slice(0, 1) });
    expect((sandbox.relation('APR00510') as unknown as Nested).addresses).toEqual(addresses.slice(0, 1));
    expect(addresses).toHaveLength(3);
  });

  test('an object is replaced whole as well', async () => {
    await put('APR00510', { legal: { foundation: { foundingDate: '02/01/2013' } } });
    expect((sandbox.relation('APR00510') as unknown as Nested).legal.foundation).toMatchObject({
      foundingDate: '02/01/2013',
      deedType: null,
    });
  });

  test('an item without an id is a new one', async () => {
    await put('APR00512', { communications: [{ type: 'Website', value: 'maes.example', isFavorite: true }] });
    expect((sandbox.relation('APR00512') as unknown as Nested).communications).toEqual([
      {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        type: 'Website',
        value: 'maes.example',
        isFavorite: true,
        description: null,
      },
    ]);
  });

  test('a date in another form is refused', async () => {
    expect((await put('APR00510', { legal: { foundation: { foundingDate: '2013-01-02' } } })).status).toBe(400);
  });
});

function flatRelation(code: string) {
  sandbox.configure({ shape: 'flat' });
  return sandbox.relation(code);
}
