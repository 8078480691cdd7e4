import { describe, expect, it } from 'vitest';
import { listIn } from '../../../src/schema/answer-list.ts';

const A = { code: 'APR00001', naam: 'Peeters', btw: 'BE 0001.004.246' };
const B = { code: 'APR00002', naam: 'Janssens', btw: '' };
const ROWS = [A, B];
const SIDE = [{ id: 1, label: 'Aalst' }];
const ONE = {
  code: 'APR00001',
  btw: 'BE0001004246',
  adressen: [{ straat: 'Kerkstraat', nr: '7' }, { straat: 'Markt' }],
};

const WITH_ROWS: readonly (readonly [string, unknown])[] = [
  [
    'as AdminPulse was seen to answer',
    { results: ROWS, currentPage: 0, pageCount: 1, pageSize: 400, totalRowCount: 2 },
  ],
  ['bare', ROWS],
  ['under data', { data: ROWS }],
  ['under items', { items: ROWS, total: 2 }],
  ['two levels deep', { data: { items: ROWS } }],
  ['in HAL', { _links: { self: { href: '/' } }, _embedded: { relations: ROWS }, page: { size: 20, totalElements: 2 } }],
  ['in JSON:API, with what it includes', { data: ROWS, included: [A, B, A, B, A], meta: { total: 2 } }],
  ['in OData', { '@odata.context': 'x', '@odata.count': 2, value: ROWS }],
  ['in old OData', { d: { results: ROWS, __count: '2' } }],
  ['in a page of Spring', { content: ROWS, pageable: { sort: [{ property: 'x' }] }, totalPages: 1, totalElements: 2 }],
  ['in GraphQL', { data: { relations: { nodes: ROWS } } }],
  ['in edges of GraphQL', { data: { relations: { edges: ROWS.map((node) => ({ cursor: 'x', node })) } } }],
  [
    'as hits of a search engine',
    { hits: { total: { value: 2 }, hits: ROWS.map((_source) => ({ _id: '1', _source })) } },
  ],
  ['in Dutch', { resultaten: ROWS, aantal: 2 }],
  ['in French', { résultats: ROWS }],
  ['in German', { Einträge: ROWS }],
  ['in snake_case', { relation_s: [], Resultaten: ROWS }],
  ['under a key that says nothing', { qx7: ROWS, n: 2 }],
  ['under two keys that say nothing', { qx7: { zz: ROWS } }],
  ['beside an empty list', { qx7: ROWS, zz: [] }],
  ['beside a list of columns', { columns: [{ key: 'a' }, { key: 'b' }, { key: 'c' }], qx7: ROWS }],
  ['beside a longer list without numbers', { aa: [...SIDE, ...SIDE, ...SIDE, ...SIDE], qx7: ROWS }],
  ['beside a list without numbers under a known name', { list: SIDE, results: ROWS }],
  ['under a known name, beside one that has more numbers', { kantoren: [A, A, A, A], results: ROWS }],
  ['beside its length', [ROWS, 2]],
  ['with holes', { results: [null, A, null, B] }],
  ['each below a key of its own', { results: ROWS.map((relation) => ({ relation })) }],
  ['beside no errors', { errors: [], success: true, results: ROWS }],
];

describe('the list of an answer', () => {
  it.each(WITH_ROWS)('is found %s', (_how, answer) => {
    expect(listIn(answer)?.rows).toEqual(ROWS);
  });

  it('is found in a map by code, with the code that its objects lack', () => {
    const { code, ...withoutCode } = B;
    expect(listIn({ APR00001: A, [code]: withoutCode })?.rows).toEqual([A, { uniqueIdentifier: code, ...withoutCode }]);
    expect(listIn({ data: { APR00001: A } })?.rows).toEqual([A]);
  });

  it.each([
    ['under a known name', { results: [], pageCount: 0 }],
    ['bare', []],
    ['under a key that says nothing', { qx7: [] }],
    ['under a known name, beside another', { relations: [], kantoren: SIDE }],
    ['beside what it includes', { data: [], included: [A] }],
  ])('may be empty %s', (_how, answer) => {
    expect(listIn(answer)?.rows).toEqual([]);
  });

  it.each([
    ['an error', { error: { code: 3, fields: [{ field: 'page' }] } }],
    ['errors', { errors: [{ field: 'page', message: 'x' }] }],
    ['problem details', { type: 'about:blank', title: 'x', status: 400, errors: { page: ['x'] } }],
    ['a failure with an empty list', { success: false, data: [] }],
    ['an error with an empty list', { error: 'x', data: [] }],
    ['nothing', {}],
    ['a text', 'x'],
    ['null', null],
    ['null under a known name', { data: null }],
    ['texts', { results: ['APR00001'] }],
    ['one object without number', Object.fromEntries([...'abcdefghijklmnop'].map((key) => [key, key]))],
    ['what it includes alone', { included: ROWS }],
    ['what stands too deep', { a: { b: { c: { d: ROWS } } } }],
  ])('is not told in %s', (_what, answer) => {
    expect(listIn(answer)).toBeUndefined();
  });

  it('is one object where that is the whole answer, and not the list that it has', () => {
    expect(listIn(ONE)?.rows).toEqual([ONE]);
    expect(listIn({ data: ONE })?.rows).toEqual([ONE]);
  });

  it('is the one whose items are telling, whatever they have', () => {
    const isTelling = (row: object) => 'label' in row;
    expect(listIn({ a: ROWS, b: SIDE }, isTelling)?.rows).toEqual(SIDE);
  });
});

describe('the length of a list', () => {
  it.each([
    ['its seen names', { results: ROWS, pageCount: 3, totalRowCount: 5 }, { pageCount: 3, totalRowCount: 5 }],
    ['texts', { results: ROWS, PageCount: '3', total_row_count: '5' }, { pageCount: 3, totalRowCount: 5 }],
    ['an object beside it', { data: ROWS, meta: { total: 5 } }, { totalRowCount: 5 }],
    ['an object around it', { data: { items: ROWS, totaal: 5 } }, { totalRowCount: 5 }],
    ['its page alone, which is no number of pages', { data: ROWS, pages: 1, page: 1, count: 2 }, {}],
    ['fewer than there are, which is no total', { data: ROWS, total: 1 }, {}],
    ['nothing', ROWS, {}],
  ])('is known by %s', (_what, answer, lengths) => {
    const { rows: _, ...found } = listIn(answer) ?? { rows: [] };
    expect(found).toEqual(lengths);
  });
});
