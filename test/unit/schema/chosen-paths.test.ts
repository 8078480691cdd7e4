import { describe, expect, it } from 'vitest';
import { chosenPlaces, pathRefusal } from '../../../src/schema/chosen-paths.ts';

describe('a path to choose', () => {
  it.each([
    '$',
    '$.benaming',
    "$['a, b (c) .. ?'].x",
    "$.kanalen[?@.soort=='Web' && @.ster==true].waarde",
    '$.lijst[0]',
  ])('may be %s', (path) => {
    expect(pathRefusal(path)).toBeUndefined();
  });

  it.each([
    ['benaming', 'mappingPathNotJsonPath'],
    ['', 'mappingPathNotJsonPath'],
    ['$.', 'mappingPathNotJsonPath'],
    [`$.${'a'.repeat(199)}`, 'mappingPathTooLong'],
    ['$.__proto__', 'mappingPathForbiddenName'],
    ["$['constructor'].name", 'mappingPathForbiddenName'],
    [String.raw`$["\u005f_proto__"]`, 'mappingPathForbiddenName'],
    ['$.a.prototype', 'mappingPathForbiddenName'],
    ['$..naam', 'mappingPathTooComplex'],
    ['$[?@.a][?@.b][?@.c]', 'mappingPathTooComplex'],
    ['$[*,*][*,*]', 'mappingPathTooComplex'],
    ["$[?match(@.a, '(a+)+')]", 'mappingPathTooComplex'],
  ])('may not be %s', (path, reason) => {
    expect(pathRefusal(path)).toBe(reason);
  });

  it('finds nothing under names of the language, even in an answer that has them', () => {
    expect(chosenPlaces('$.*', JSON.parse('{"__proto__": "x", "naam": "y"}')).map(({ value }) => value)).toEqual(['y']);
  });
});
