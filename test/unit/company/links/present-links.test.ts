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
  test.each<{
    readonly what: string;
    readonly held: readonly Link[];
    readonly wanted: readonly Link[];
    readonly holdsAll: boolean;
  }>([
    { what: 'nothing is asked for', held: [], wanted: [], holdsAll: true },
    { what: 'the same person', held: [person('An Peeters')], wanted: [person('An Peeters')], holdsAll: true },
    {
      what: 'a person with the words turned round, in capitals',
      held: [person('An Peeters')],
      wanted: [person('PEETERS, An')],
      holdsAll: true,
    },
    { what: 'another person', held: [person('An Peeters')], wanted: [person('Jan Peeters')], holdsAll: false },
    {
      what: 'a person more in AdminPulse',
      held: [person('An Peeters'), person('Jan Peeters')],
      wanted: [person('An Peeters')],
      holdsAll: true,
    },
    {
      what: 'a person more in openthebox',
      held: [person('An Peeters')],
      wanted: [person('An Peeters'), person('Jan Peeters')],
      holdsAll: false,
    },
    { what: 'a company by its number', held: [company('Foo', 1)], wanted: [company('Foo Holding', 1)], holdsAll: true },
    { what: 'two numbers under one name', held: [company('Foo', 1)], wanted: [company('Foo', 2)], holdsAll: false },
    {
      what: 'a company by its name, where one number is missing',
      held: [company('Foo')],
      wanted: [company('FOO', 2)],
      holdsAll: true,
    },
    { what: 'another company', held: [company('Foo')], wanted: [company('Bar')], holdsAll: false },
    {
      what: 'links without name and number',
      held: [{ kind: 'person' }],
      wanted: [{ kind: 'person' }],
      holdsAll: false,
    },
    {
      what: 'a kind that is not known',
      held: [{ name: 'An Peeters' }],
      wanted: [person('Peeters An')],
      holdsAll: true,
    },
    { what: 'none held', held: [], wanted: [person('An Peeters')], holdsAll: false },
  ])('$what', ({ held, wanted, holdsAll }) => {
    expect(holdsAllLinks(held, wanted)).toBe(holdsAll);
  });

  it('are those that hold today', () => {
    const [now, past] = [person('An Peeters'), { ...person('Jan Peeters'), historic: true }];
    expect(presentLinks([now, past, { ...now, historic: false }])).toEqual([now, { ...now, historic: false }]);
    expect(presentLinks(undefined)).toEqual([]);
  });
});
