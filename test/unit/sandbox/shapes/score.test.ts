import { describe, expect, it } from 'vitest';
import type { FieldPlace } from '../../../../src/schema/field-place.ts';
import { presence, score } from '../../../sandbox/shapes/generated/score.ts';
import { held, type Truth } from '../../../sandbox/shapes/generated/truth.ts';

const DOCUMENTS = [
  {
    naam: 'Peeters',
    weergave: 'Peeters',
    tel: '09 234 56 78',
    fax: '09 234 56 79',
    lijst: [
      { soort: 'C', straat: 'Postbus', nr: '4', bus: null },
      { soort: 'Z', straat: 'Kerkstraat', nr: '12', bus: '3' },
    ],
    vorm: { code: '610', naam: 'BV' },
  },
  { naam: 'Maes', weergave: 'Maes', tel: null, fax: '', lijst: [], vorm: { code: '014', naam: 'NV' } },
];

/** The truth of such a document, as a shape would say it. */
function truth(document: unknown): Truth {
  const { lijst } = document as (typeof DOCUMENTS)[number];
  const at = lijst.findIndex(({ soort }) => soort === 'Z');
  const item = `$['lijst'][${at}]`;
  return new Map([
    ["$['naam']", held('name')],
    ["$['weergave']", held('name')],
    ["$['tel']", held('phone')],
    ["$['vorm']['code']", held('legalForm', 'code')],
    ["$['vorm']['naam']", held('legalForm', 'word')],
    ...(at < 0
      ? []
      : ([
          [`${item}['straat']`, held('address', 'street')],
          [`${item}['nr']`, held('address', 'number')],
          [`${item}['bus']`, held('address', 'box')],
        ] as const)),
  ]);
}

const scoreOf = (place: FieldPlace, meaning: Parameters<typeof score>[1]) => score(place, meaning, DOCUMENTS, truth);
const at = (...paths: string[]): FieldPlace => ({ paths: paths.map((path) => ({ path })) });
const STREET = { keys: ['straat'], holds: ['street'] } as const;
const NUMBER = { keys: ['nr'], holds: ['number'] } as const;
const BOX = { keys: ['bus'], holds: ['box'] } as const;
const SEAT = { paths: [{ path: "$.lijst[?@.soort=='Z']" }] };

describe('the score of a place', () => {
  it.each<[string, FieldPlace, Parameters<typeof score>[1], string]>([
    ['the leaf that carries the meaning', at('$.naam'), 'name', 'right'],
    ['a plain copy of it', at('$.weergave'), 'name', 'right'],
    ['a decoy', at('$.fax'), 'phone', 'wrong'],
    ['a leaf of another meaning', at('$.naam'), 'phone', 'wrong'],
    ['the leaf, and a decoy where it is empty', at('$.tel', '$.fax'), 'phone', 'wrong'],
    ['a key that there is not', at('$.telefoon'), 'phone', 'partly'],
    ['all parts', { ...SEAT, parts: [STREET, NUMBER, BOX] }, 'address', 'right'],
    ['some parts', { ...SEAT, parts: [STREET, NUMBER] }, 'address', 'partly'],
    [
      'a part that another key holds',
      { ...SEAT, parts: [STREET, { keys: ['bus'], holds: ['number'] }] },
      'address',
      'wrong',
    ],
    ['a part alone, as if it were the fact', at("$.lijst[?@.soort=='Z'].straat"), 'address', 'wrong'],
    [
      'the first item, of another kind',
      { paths: [{ path: '$.lijst[*]' }], parts: [STREET, NUMBER, BOX] },
      'address',
      'wrong',
    ],
    ['the code alone', at('$.vorm.code'), 'legalForm', 'right'],
    [
      'the code and the word',
      {
        paths: [{ path: '$.vorm' }],
        parts: [
          { keys: ['code'], holds: ['code'] },
          { keys: ['naam'], holds: ['word'] },
        ],
      },
      'legalForm',
      'right',
    ],
    [
      'the word taken for the code',
      { paths: [{ path: '$.vorm' }], parts: [{ keys: ['naam'], holds: ['code'] }] },
      'legalForm',
      'wrong',
    ],
  ])('%s', (_, place, meaning, expected) => {
    expect(scoreOf(place, meaning)).toBe(expected);
  });

  it('does not ask for what has no value in any document', () => {
    expect(presence(DOCUMENTS, truth)).toEqual(
      new Map([
        ['name', 2],
        ['phone', 1],
        ['legalForm', 2],
        ['address', 1],
      ]),
    );
  });
});
