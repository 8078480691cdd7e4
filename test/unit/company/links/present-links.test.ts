import { describe, expect, it, test } from 'vitest';
import type { Link } from '../../../../src/company/company.ts';
import { holdsAllLinks, presentLinks } from '../../../../src/company/links/compare-links.ts';
import { madeUpNumber } from '../companies.ts';

const person = (name: string): Link => ({ kind: 'person', name });
const company = (name: string, middle?: number): Link => ({
  kind: 'company',
  name,
  ...(middle !== undefined && { enterpriseNumber: madeUpNumber(middle) }),
});

describe('linked relations', () => {
  test.each<[string, readonly Link[], readonly Link[], boolean]>([
    ['nothing is asked for', [], [], true],
    ['the same person', [person('An Peeters')], [person('An Peeters')], true],
    ['a person with the words turned round, in capitals', [person('An Peeters')], [person('PEETERS, An')], true],
    ['another person', [person('An Peeters')], [person('Jan Peeters')], false],
    ['a person more in AdminPulse', [person('An Peeters'), person('Jan Peeters')], [person('An Peeters')], true],
    ['a person more in openthebox', [person('An Peeters')], [person('An Peeters'), person('Jan Peeters')], false],
    ['a company by its number', [company('Foo', 1)], [company('Foo Holding', 1)], true],
    ['two numbers under one name', [company('Foo', 1)], [company('Foo', 2)], false],
    ['a company by its name, where one number is missing', [company('Foo')], [company('FOO', 2)], true],
    ['another company', [company('Foo')], [company('Bar')], false],
    ['links without name and number', [{ kind: 'person' }], [{ kind: 'person' }], false],
    ['a kind that is not known', [{ name: 'An Peeters' }], [person('Peeters An')], true],
    ['none held', [], [person('An Peeters')], false],
  ])('%s', (_, current, proposed, expected) => {
    expect(holdsAllLinks(current, proposed)).toBe(expected);
  });

  it('are those that hold today', () => {
    const [now, past] = [person('An Peeters'), { ...person('Jan Peeters'), historic: true }];
    expect(presentLinks([now, past, { ...now, historic: false }])).toEqual([now, { ...now, historic: false }]);
    expect(presentLinks(undefined)).toEqual([]);
  });
});
