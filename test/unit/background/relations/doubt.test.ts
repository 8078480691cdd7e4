import { describe, expect, it, test } from 'vitest';
import { doubtOf, type Outcome, type Seen, seenAfter } from '../../../../src/background/relations/doubt.ts';
import type { InferredPlace } from '../../../../src/background/relations/inferred-places.ts';

type Counts = { read?: [number, number]; equal?: [number, number] };

function found({ read = [12, 12], equal }: Counts): InferredPlace {
  return {
    place: { paths: [{ path: '$.tel' }] },
    confidence: 'certain',
    reasons: equal ? [{ kind: 'agreement', equal: equal[0], of: equal[1] }] : [],
    read: { count: read[0], of: read[1] },
  };
}

const LETTERS: Readonly<Record<string, Outcome>> = { a: 'agrees', d: 'differs', n: 'nothing', s: 'alone' };

/** By a letter each, the newest first. */
const seen = (letters: string): Seen[] =>
  [...letters].map((letter, index) => ({ relation: `r${index}`, outcome: LETTERS[letter] ?? 'alone' }));

describe('a place', () => {
  test.each<{ what: string; place: Counts; latest: string; isAccepted?: boolean; doubt: object | undefined }>([
    { what: 'of which nothing was seen', place: { equal: [11, 12] }, latest: '', doubt: undefined },
    { what: 'that agrees', place: { equal: [11, 12] }, latest: 'aaaaaaaaaa', doubt: undefined },
    { what: 'that differs as often as values do', place: { equal: [8, 12] }, latest: 'daadadaadd', doubt: undefined },
    { what: 'that differs once', place: { equal: [12, 12] }, latest: 'd', doubt: undefined },
    { what: 'that differs seven times', place: { equal: [12, 12] }, latest: 'ddddddd', doubt: undefined },
    {
      what: 'that differs eight times',
      place: { equal: [8, 12] },
      latest: 'dddddddd',
      doubt: { kind: 'differs', of: 8 },
    },
    { what: 'that agreed once among them', place: { equal: [12, 12] }, latest: 'ddddddda', doubt: undefined },
    {
      what: 'that differs since the release, and agreed before',
      place: { equal: [9, 12] },
      latest: 'ddddddddaaaa',
      doubt: { kind: 'differs', of: 8 },
    },
    {
      what: 'that differs, with values that stand alone between',
      place: { equal: [9, 12] },
      latest: 'ddsddsdsddd',
      doubt: { kind: 'differs', of: 8 },
    },
    {
      what: 'that seldom agreed, and differs eight times',
      place: { equal: [4, 10] },
      latest: 'dddddddd',
      doubt: undefined,
    },
    {
      what: 'that seldom agreed, and differs often',
      place: { equal: [4, 10] },
      latest: 'dddddddddddddd',
      doubt: { kind: 'differs', of: 14 },
    },
    { what: 'that was hardly ever compared', place: { equal: [2, 2] }, latest: 'dddddddddddd', doubt: undefined },
    { what: 'that was never compared', place: {}, latest: 'dddddddddddddddd', doubt: undefined },
    {
      what: 'that differs, and was confirmed in spite of it',
      place: { equal: [9, 12] },
      latest: 'dddddddddd',
      isAccepted: true,
      doubt: undefined,
    },

    { what: 'that is empty three times', place: {}, latest: 'nnn', doubt: undefined },
    { what: 'that is empty four times', place: {}, latest: 'nnnn', doubt: { kind: 'vanished', of: 4 } },
    { what: 'that was read since', place: {}, latest: 'nnnsnnnn', doubt: undefined },
    { what: 'that was always empty in half', place: { read: [6, 12] }, latest: 'nnnnnnnnn', doubt: undefined },
    {
      what: 'that was empty in half, and is empty ten times',
      place: { read: [6, 12] },
      latest: 'nnnnnnnnnn',
      doubt: { kind: 'vanished', of: 10 },
    },
    {
      what: 'that was accepted, and is empty',
      place: {},
      latest: 'nnnnd',
      isAccepted: true,
      doubt: { kind: 'vanished', of: 4 },
    },
  ])('$what', ({ place, latest, isAccepted = false, doubt }) => {
    expect(doubtOf(found(place), seen(latest), isAccepted)).toEqual(doubt);
  });

  it('of which nobody noted how often it was read does not vanish', () => {
    const { read: _, ...place } = found({});
    expect(doubtOf(place, seen('nnnnnnnnnnnnnnnn'), false)).toBeUndefined();
  });
});

describe('what was seen', () => {
  const now = (relation: string, outcome: Outcome) => ({ relation, outcome });

  it('counts a relation once, and the newest first', () => {
    const twice = seenAfter(seenAfter(seenAfter([], now('a', 'agrees')), now('b', 'agrees')), now('a', 'differs'));
    expect(twice).toEqual([now('a', 'differs'), now('b', 'agrees')]);
  });

  it.each<[Outcome, Outcome, Outcome]>([
    ['differs', 'agrees', 'differs'],
    ['nothing', 'agrees', 'nothing'],
    ['nothing', 'alone', 'nothing'],
    ['differs', 'nothing', 'nothing'],
    ['agrees', 'nothing', 'nothing'],
    ['alone', 'agrees', 'agrees'],
  ])('%s, and then %s, is %s', (before, later, kept) => {
    expect(seenAfter([now('a', before)], now('a', later))).toEqual([now('a', kept)]);
  });

  it('is bounded', () => {
    const all = Array.from({ length: 40 }, (_, index) => now(`r${index}`, 'agrees'));
    const kept = all.reduce<readonly Seen[]>(seenAfter, []);
    expect(kept).toHaveLength(16);
    expect(kept[0]).toEqual(now('r39', 'agrees'));
  });
});
