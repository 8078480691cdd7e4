import { describe, expect, it } from 'vitest';
import { namesIn, valueBelow } from '../../../src/schema/json-path.ts';

describe('a path by names alone', () => {
  it.each([
    ['$', []],
    ['$.a', ['a']],
    ['$.a.été', ['a', 'été']],
    ["$['een naam'].b", ['een naam', 'b']],
    ['$["a.b"]', ['a.b']],
  ])('%s has the keys %j', (path, keys) => {
    expect(namesIn(path)).toEqual(keys);
  });

  it.each(['', 'a', '$.', '$.a[0]', '$.a[*]', "$.a[?@.b=='c']", '$..a'])('%s is none', (path) => {
    expect(namesIn(path)).toBeUndefined();
  });
});

it('finds what stands below a value, and nothing of the language', () => {
  const value = { a: [{ b: 1 }] };
  expect(valueBelow(value, ['a', 0, 'b'])).toBe(1);
  expect(valueBelow(value, [])).toBe(value);
  expect(valueBelow(value, ['a', 'length', 'x'])).toBeUndefined();
  expect(valueBelow(value, ['constructor'])).toBeUndefined();
});
