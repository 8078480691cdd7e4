import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { appendLinks, readLinks } from '../../../src/adminpulse/link-items.ts';
import { addedItems, containsItems, rawValueWithout } from '../../../src/adminpulse/restore.ts';

const NEW = [{ relationCode: 'APR2', role: '4' }];

describe('adding to the list of links', () => {
  test.each<[string, unknown, unknown]>([
    ['nothing there', undefined, [{ linkType: 4, uniqueIdentifier: 'APR2' }]],
    ['an empty list', [], [{ linkType: 4, uniqueIdentifier: 'APR2' }]],
    ['null', null, [{ linkType: 4, uniqueIdentifier: 'APR2' }]],
    [
      'links with more keys, and things that are none',
      [{ linkType: 1, uniqueIdentifier: 'APR1', startDate: '2020' }, null, 'x'],
      [
        { linkType: 1, uniqueIdentifier: 'APR1', startDate: '2020' },
        null,
        'x',
        { linkType: 4, uniqueIdentifier: 'APR2' },
      ],
    ],
    [
      'types that are texts',
      [{ linkType: '1', uniqueIdentifier: 'APR1' }],
      [
        { linkType: '1', uniqueIdentifier: 'APR1' },
        { linkType: '4', uniqueIdentifier: 'APR2' },
      ],
    ],
    ['a text', 'APR1', undefined],
    ['an object', { a: 1 }, undefined],
  ])('%s', (_, list, expected) => {
    expect(appendLinks(list, NEW)).toEqual(expected);
  });
});

const placeOf = (value: string, ...keys: string[]) => ({
  paths: [{ path: '$.banden' }],
  item: { list: '$.banden', value: [value], keys: [value, ...keys] },
});

describe('a list of links under other keys', () => {
  const place = placeOf('relatie_code', 'soort');
  const held = [{ soort: 1, relatie_code: 'APR1' }];

  it('is read, and added to, under the keys of its items', () => {
    expect(readLinks(held, place)).toEqual([{ relationCode: 'APR1', role: '1', means: 'contact' }]);
    expect(appendLinks(held, NEW, place)).toEqual([...held, { soort: 4, relatie_code: 'APR2' }]);
    expect(appendLinks([], NEW, place)).toEqual([{ soort: 4, relatie_code: 'APR2' }]);
  });

  it.each<[string, unknown, ReturnType<typeof placeOf> | undefined]>([
    ['no place is known by which they are read', held, undefined],
    ['nothing tells which key is the type', held, placeOf('relatie_code', 'a', 'b')],
    ['the types are words', [{ soort: 'Bestuurder', relatie_code: 'APR1' }], place],
    ['the others are named by their ids', [{ soort: 1, relatie_code: '100997ee-e7a7-459c-e803-08dd746e671d' }], place],
  ])('is not added to where %s', (_why, list, known) => {
    expect(appendLinks(list, NEW, known)).toBeUndefined();
  });

  it('is not read as one without links where its items have other keys', () => {
    expect(readLinks(held)).toBeUndefined();
  });
});

describe('taking out what was added', () => {
  const item = fc.record({ linkType: fc.integer({ min: 1, max: 3 }), uniqueIdentifier: fc.constantFrom('A', 'B') });
  const list = fc.array(item, { maxLength: 5 });

  it('leaves what was there and what came since, in their order', () => {
    fc.assert(
      fc.property(list, list, list, (before, added, since) => {
        const after = [...before, ...added];
        const items = addedItems({ value: before }, { value: after });
        expect(items).toHaveLength(added.length);
        const now = { value: [...after, ...since] };
        const left = rawValueWithout(now, items).value as unknown[];
        expect(left).toHaveLength(before.length + since.length);
        expect(containsItems(now, items)).toBe(added.length > 0);
      }),
    );
  });

  it('notices that one of them is gone', () => {
    const items = [
      { linkType: 4, uniqueIdentifier: 'A' },
      { linkType: 4, uniqueIdentifier: 'A' },
    ];
    expect(containsItems({ value: items }, items)).toBe(true);
    expect(containsItems({ value: items.slice(1) }, items)).toBe(false);
    expect(containsItems(undefined, items)).toBe(false);
  });
});
