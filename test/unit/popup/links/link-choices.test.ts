import { describe, expect, it } from 'vitest';
import type { ComparedLink } from '../../../../src/company/links/compare-links.ts';
import type { LinkOption, LinkOptions } from '../../../../src/messages/index.ts';
import {
  choicesAfter,
  firstChoice,
  isAddable,
  type LinkChoice,
  linksToAdd,
  NO_LINK_CHOICES,
  withChoice,
} from '../../../../src/popup/links/link-choices.ts';
import { comparison, ready, review } from '../review/review-samples.ts';

const [ONE, OTHER] = [
  { code: 'APR1', name: 'Peeters An' },
  { code: 'APR2', name: 'Peeters A.' },
] as const;
const PERSON = { firstName: 'An', lastName: 'Peeters' };
const OPTIONS: LinkOptions = { types: [], links: [], statuses: [], otherStatus: 'Other' };
const option = (some: Partial<LinkOption>): LinkOption => ({ key: 'an', targets: [], ...some });
const link = (key: string, match: ComparedLink['match'] = 'only-openthebox'): ComparedLink => ({
  key,
  party: key,
  match,
});

describe('a link that is ticked', () => {
  it.each<{ name: string; option: LinkOption | undefined; expected: LinkChoice }>([
    { name: 'is open where nothing is known of it', option: undefined, expected: {} },
    { name: 'has the type that its role means', option: option({ proposedType: '4' }), expected: { type: '4' } },
    {
      name: 'leads to the only relation that it can be',
      option: option({ proposedType: '4', targets: [ONE], mayCreate: 'company' }),
      expected: { type: '4', target: 'APR1' },
    },
    {
      name: 'leaves it to the user which of several relations it is',
      option: option({ targets: [ONE, OTHER], mayCreate: 'company' }),
      expected: {},
    },
    {
      name: 'makes a company that is no relation yet, with the status that is called "Other"',
      option: option({ mayCreate: 'company' }),
      expected: { target: null, status: 'Other' },
    },
    {
      name: 'makes no person unless the user says so',
      option: option({ mayCreate: 'person', person: PERSON }),
      expected: {},
    },
  ])('$name', ({ option: given, expected }) => {
    expect(firstChoice(given, OPTIONS)).toEqual(expected);
  });

  it('leaves the status of a new relation open where none is called "Other"', () => {
    const { otherStatus: _, ...options } = OPTIONS;
    expect(firstChoice(option({ mayCreate: 'company' }), options)).toEqual({ target: null });
    expect(firstChoice(option({ mayCreate: 'company' }), undefined)).toEqual({ target: null });
  });

  it.each<{ name: string; choice: LinkChoice; missing: readonly string[] }>([
    { name: 'anything', choice: {}, missing: ['linkChooseType', 'linkTarget'] },
    { name: 'its target', choice: { type: '4' }, missing: ['linkTarget'] },
    { name: 'the status of the new relation', choice: { type: '4', target: null }, missing: ['linkStatus'] },
    {
      name: 'a name of the new person',
      choice: { type: '4', target: null, status: '1', person: { firstName: ' ', lastName: 'Peeters' } },
      missing: ['linkFirstName'],
    },
  ])('is not written without $name', ({ choice, missing }) => {
    expect(linksToAdd(new Map([['an', choice]]))).toEqual({ links: [], missing });
  });

  it('is written with its type and its target, or with what a new relation needs', () => {
    const choices = new Map<string, LinkChoice>([
      ['an', { type: '4', target: 'APR1' }],
      ['kv', { type: '4', target: null, status: '1' }],
      ['ilse', { type: '7', target: null, status: '1', person: PERSON }],
    ]);
    expect(linksToAdd(choices)).toEqual({
      links: [
        { key: 'an', type: '4', target: 'APR1' },
        { key: 'kv', type: '4', target: { status: '1' } },
        { key: 'ilse', type: '7', target: { status: '1', person: PERSON } },
      ],
      missing: [],
    });
  });

  it('is chosen anew, and given up', () => {
    const chosen = withChoice(NO_LINK_CHOICES, 'an', { type: '4' });
    expect([...withChoice(chosen, 'an', { type: '7' })]).toEqual([['an', { type: '7' }]]);
    expect([...withChoice(chosen, 'an', undefined)]).toEqual([]);
    expect(NO_LINK_CHOICES.size).toBe(0);
  });
});

describe('a link can be added', () => {
  it.each([
    ['only-openthebox', true],
    ['undecided', true],
    ['both', false],
    ['only-adminpulse', false],
    ['ended', false],
    ['past', false],
  ] as const)('where it is %s: %s', (match, expected) => {
    expect(isAddable(link('an', match))).toBe(expected);
  });
});

describe('the choices after a new state of the review', () => {
  const choices = new Map<string, LinkChoice>([
    ['an', { type: '4' }],
    ['kv', {}],
  ]);
  const keysAfter = (state: Parameters<typeof choicesAfter>[1]) => [...choicesAfter(choices, state).keys()];

  it('stay for the links that are still to be added', () => {
    expect(keysAfter(ready({ links: [link('an'), link('kv', 'both')] }))).toEqual(['an']);
  });

  it('stay while the review is read again or written', () => {
    expect(keysAfter(review({ phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' }))).toEqual(['an', 'kv']);
    expect(keysAfter(review({ phase: 'applying', fields: [], change: 'c1', ...comparison() }))).toEqual(['an', 'kv']);
  });

  it('are over when they are written, and in a conflict of the links', () => {
    expect(keysAfter(review({ phase: 'applied', outcome: [], change: 'c1', ...comparison() }))).toEqual([]);
    expect(keysAfter(ready({ links: [link('an')] }, ['linkedRelations']))).toEqual([]);
    expect(keysAfter(ready({ links: [link('an'), link('kv')] }, ['name']))).toEqual(['an', 'kv']);
  });
});
