import { describe, expect, it } from 'vitest';
import type { FieldPlace } from '../../../src/schema/field-place.ts';
import { Places } from '../../../src/schema/field-place-schema.ts';

const channel = {
  paths: [{ path: "$.kanalen[?@.soort=='TEL'].waarde", language: 'nl' }],
  parts: [{ keys: ['a', 'b'], holds: ['day'], isNumber: true }],
  format: 'international',
  item: {
    list: "$.data['mijn kanalen']",
    value: ['waarde'],
    type: { key: 'soort', value: 'TEL' },
    favourite: { key: 'ster', value: true },
    keys: ['id', 'soort', 'waarde'],
  },
} as const satisfies FieldPlace;

const accepts = (place: unknown) => Places.safeParse({ phone: place }).success;

describe('the places that are stored', () => {
  it('come back as they were', () => {
    const places = { phone: channel, juridicalSituation: { paths: [{ path: '$.x' }] } };
    expect(Places.parse(structuredClone(places))).toEqual(places);
  });

  it.each<[string, unknown]>([
    ['another key', { ...channel, value: 'x' }],
    ['no path', { ...channel, paths: [] }],
    ['a path that is none', { ...channel, paths: [{ path: 'x' }] }],
    ['a path that takes long', { ...channel, paths: [{ path: '$..x' }] }],
    ['a path that is too long', { ...channel, paths: [{ path: `$.${'x'.repeat(300)}` }] }],
    ['a path of the language', { ...channel, paths: [{ path: '$.__proto__.x' }] }],
    ['a key of the language', { ...channel, parts: [{ keys: ['constructor'], holds: ['day'] }] }],
    ['a part that is not known', { ...channel, parts: [{ keys: [], holds: ['colour'] }] }],
    ['a list by more than names', { ...channel, item: { ...channel.item, list: '$.kanalen[*]' } }],
    ['the relation as its list', { ...channel, item: { ...channel.item, list: '$' } }],
    ['a key of the language in an item', { ...channel, item: { ...channel.item, keys: ['__proto__'] } }],
    ['a type key of the language', { ...channel, item: { ...channel.item, type: { key: 'prototype', value: 1 } } }],
    [
      'a kind that is a text of a client',
      { ...channel, item: { ...channel.item, type: { key: 'x', value: 'x'.repeat(99) } } },
    ],
  ])('are refused with %s', (_what, place) => {
    expect(accepts(channel)).toBe(true);
    expect(accepts(place)).toBe(false);
  });

  it('are refused for a meaning that there is not', () => {
    expect(Places.safeParse({ colour: channel }).success).toBe(false);
  });
});
