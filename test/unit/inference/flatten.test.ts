import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/inference/tree.ts';
import { placesAt } from '../../../src/schema/json-path.ts';

/** The paths of all places with values, and the values of each document. */
const places = (documents: readonly unknown[], allItems = false) =>
  Object.fromEntries(
    flatten(documents, allItems)
      .filter(({ values }) => values.some((all) => all.length > 0))
      .map(({ paths, values }) => [paths.join(' | '), values]),
  );

describe('a place in several documents', () => {
  it.each<[string, readonly unknown[], Record<string, unknown>]>([
    ['is a path of keys', [{ a: { b: 1 } }, { a: { b: 2 } }], { '$.a.b': [[1], [2]] }],
    ['leaves out what is empty', [{ a: '', b: null }, { a: 'x' }, undefined], { '$.a': [[], ['x'], []] }],
    ['quotes keys that are no names', [{ "it's": 1, 'a-b': 2 }], { "$['it\\'s']": [[1]], "$['a-b']": [[2]] }],
    ['stands in a wrapper, and in a list of one', [[{ data: { a: 1 } }]], { '$[0].data.a': [[1]] }],
    [
      'passes names over that belong to the language',
      [JSON.parse('{"__proto__": {"a": 1}, "b": 2}')],
      { '$.b': [[2]] },
    ],
    [
      'is told apart by the key that says of what kind an item is, whatever it is called',
      [
        {
          l: [
            { q: 'TEL', v: '1' },
            { q: 'WEB', v: '2' },
          ],
        },
        { l: [{ q: 'WEB', v: '3' }] },
        {
          l: [
            { q: 'TEL', v: '4' },
            { q: 'WEB', v: '5' },
          ],
        },
      ],
      {
        "$.l[?@.q=='TEL'].q": [['TEL'], [], ['TEL']],
        "$.l[?@.q=='TEL'].v": [['1'], [], ['4']],
        "$.l[?@.q=='WEB'].q": [['WEB'], ['WEB'], ['WEB']],
        "$.l[?@.q=='WEB'].v": [['2'], ['3'], ['5']],
      },
    ],
    [
      'comes first where it has the mark of a favourite',
      [
        {
          l: [
            { t: 1, v: 'a', f: 0 },
            { t: 1, v: 'b', f: 1 },
          ],
        },
        {
          l: [
            { t: 2, v: 'c', f: 1 },
            { t: 1, v: 'd', f: 1 },
          ],
        },
        { l: [{ t: 2, v: 'e', f: 1 }] },
      ],
      {
        '$.l[?@.t==1 && @.f==1].t | $.l[?@.t==1].t': [[1, 1], [1], []],
        '$.l[?@.t==1 && @.f==1].v | $.l[?@.t==1].v': [['b', 'a'], ['d'], []],
        '$.l[?@.t==1 && @.f==1].f | $.l[?@.t==1].f': [[1, 0], [1], []],
        '$.l[?@.t==2 && @.f==1].t | $.l[?@.t==2].t': [[], [2], [2]],
        '$.l[?@.t==2 && @.f==1].v | $.l[?@.t==2].v': [[], ['c'], ['e']],
        '$.l[?@.t==2 && @.f==1].f | $.l[?@.t==2].f': [[], [1], [1]],
      },
    ],
    [
      'is the one of a history that has no end',
      [
        { l: [{ v: 'a', end: '2019-01-01' }, { v: 'b' }] },
        {
          l: [
            { v: 'c', end: null },
            { v: 'd', end: '2020-05-06' },
          ],
        },
      ],
      { '$.l[?(!@.end || @.end==null)].v': [['b'], ['c']] },
    ],
    ['is the first of a list of texts', [{ l: ['a', 'b'] }, { l: ['c'] }], { '$.l[0]': [['a'], ['c']] }],
  ])('%s', (_what, documents, expected) => {
    expect(places(documents)).toEqual(expected);
  });

  it('is one that its JSONPath names', () => {
    const documents = [
      {
        l: [
          { "k'": "a'b", v: 1 },
          { "k'": 'c\\"', v: 2 },
        ],
      },
      {
        l: [
          { "k'": "a'b", v: 3 },
          { "k'": 'c\\"', v: 4 },
        ],
      },
    ];
    for (const { paths, values } of flatten(documents, false)) {
      for (const [index, document] of documents.entries()) {
        const [first] = values[index] ?? [];
        if (first === undefined) continue;
        expect(placesAt(paths[0] ?? '', document)[0]?.value).toBe(first);
      }
    }
  });

  it('may be all of a list of texts, where it is only read', () => {
    expect(places([{ l: ['a', 'b'] }], true)).toEqual({ '$.l[*]': [['a', 'b']] });
  });

  it('says how an item is made', () => {
    const documents = [
      {
        l: [
          { q: 'TEL', v: { text: '1' }, id: 1 },
          { q: 'WEB', v: { text: '2' }, id: 2 },
        ],
      },
      {
        l: [
          { q: 'TEL', v: { text: '3' }, id: 3 },
          { q: 'WEB', v: { text: '4' }, id: 4 },
        ],
      },
    ];
    const found = flatten(documents, false).find(({ paths }) => paths[0] === "$.l[?@.q=='WEB'].v.text");
    expect(found?.item).toEqual({
      list: '$.l',
      below: ['v', 'text'],
      keys: ['q', 'v', 'id'],
      type: { key: 'q', value: 'WEB' },
    });
  });

  it('is not looked for without end', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`);
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, index]));
    expect(flatten([deep], false).length).toBeLessThan(20);
    expect(flatten([wide], false).length).toBeLessThan(5_000);
  });
});
