import { describe, expect, it, test } from 'vitest';
import type { InferredPlace } from '../../../../src/background/relations/inferred-places.ts';
import { type Inferred, placeAfter } from '../../../../src/background/relations/place-after.ts';

type Kind = 'certain' | 'presumed' | 'confirmed' | 'doubted';

const place = (path: string, kind: Kind, compared: number, documents = 12): InferredPlace => ({
  place: { paths: [{ path }] },
  confidence: kind === 'certain' ? 'certain' : 'presumed',
  ...(kind === 'confirmed' && { confirmed: true }),
  ...(kind === 'doubted' && { doubted: { kind: 'differs', of: 8 } }),
  reasons: compared > 0 ? [{ kind: 'agreement', equal: compared - 1, of: compared }] : [],
  read: { count: documents - 1, of: documents },
});

const inferred = (found: InferredPlace | undefined, some: Partial<Inferred> = {}): Inferred => ({
  documents: 12,
  companies: 11,
  isNeeded: true,
  readBefore: 10,
  ...(found && { found }),
  ...some,
});

const TEL = (kind: Kind, compared: number, documents = 12) => place('$.tel', kind, compared, documents);
const FON = (kind: Kind, compared: number, documents = 12) => place('$.fon', kind, compared, documents);

describe('a place that was known before', () => {
  test.each<{ what: string; before: InferredPlace | undefined; now: Inferred; after: InferredPlace | undefined }>([
    { what: 'nothing: what is found', before: undefined, now: inferred(TEL('presumed', 3)), after: TEL('presumed', 3) },
    {
      what: 'nothing, not needed',
      before: undefined,
      now: inferred(TEL('certain', 9), { isNeeded: false }),
      after: undefined,
    },

    {
      what: 'certain, presumed by less',
      before: TEL('certain', 9),
      now: inferred(TEL('presumed', 0)),
      after: TEL('certain', 9),
    },
    { what: 'certain, not found', before: TEL('certain', 9), now: inferred(undefined), after: TEL('certain', 9) },
    {
      what: 'certain, not found in no answers at all',
      before: TEL('certain', 9),
      now: inferred(undefined, { documents: 0, companies: 0, readBefore: 0 }),
      after: TEL('certain', 9),
    },
    {
      what: 'certain, elsewhere by less',
      before: TEL('certain', 9),
      now: inferred(FON('certain', 4)),
      after: TEL('certain', 9),
    },
    {
      what: 'certain, elsewhere by as much',
      before: TEL('certain', 9),
      now: inferred(FON('certain', 9)),
      after: FON('certain', 9),
    },
    {
      what: 'certain, elsewhere in fewer answers',
      before: TEL('certain', 9),
      now: inferred(FON('certain', 9, 9), { documents: 9 }),
      after: TEL('certain', 9),
    },
    {
      what: 'certain, presumed by as much',
      before: TEL('certain', 9),
      now: inferred(TEL('presumed', 9)),
      after: TEL('presumed', 9),
    },
    {
      what: 'certain, read by known names, by as much',
      before: TEL('certain', 9),
      now: inferred(TEL('certain', 9), { isNeeded: false }),
      after: undefined,
    },
    {
      what: 'certain, read by known names, by less',
      before: TEL('certain', 9),
      now: inferred(TEL('presumed', 0), { isNeeded: false }),
      after: TEL('certain', 9),
    },

    {
      what: 'certain, where it reads nothing and another place is found',
      before: TEL('certain', 9),
      now: inferred(FON('presumed', 2, 3), { documents: 3, readBefore: 0 }),
      after: FON('presumed', 2, 3),
    },
    {
      what: 'certain, where it reads nothing in all of many answers',
      before: TEL('certain', 9),
      now: inferred(undefined, { readBefore: 0 }),
      after: undefined,
    },
    {
      what: 'certain, where it reads nothing in one answer',
      before: TEL('certain', 9),
      now: inferred(undefined, { documents: 1, readBefore: 0 }),
      after: TEL('certain', 9),
    },

    {
      what: 'confirmed, found again',
      before: TEL('confirmed', 3),
      now: inferred(TEL('presumed', 3)),
      after: TEL('confirmed', 3),
    },
    {
      what: 'confirmed, found again and certain',
      before: TEL('confirmed', 3),
      now: inferred(TEL('certain', 9)),
      after: { ...TEL('certain', 9), confirmed: true },
    },
    {
      what: 'confirmed, found by less',
      before: TEL('confirmed', 3),
      now: inferred(TEL('presumed', 0)),
      after: TEL('confirmed', 3),
    },
    {
      what: 'confirmed, elsewhere by less',
      before: TEL('confirmed', 3),
      now: inferred(FON('presumed', 2)),
      after: TEL('confirmed', 3),
    },
    {
      what: 'confirmed, elsewhere by more',
      before: TEL('confirmed', 3),
      now: inferred(FON('certain', 9)),
      after: FON('certain', 9),
    },

    {
      what: 'presumed, certain by less',
      before: TEL('presumed', 5),
      now: inferred(FON('certain', 4)),
      after: FON('certain', 4),
    },
    {
      what: 'presumed, presumed by less',
      before: TEL('presumed', 5),
      now: inferred(FON('presumed', 2)),
      after: TEL('presumed', 5),
    },
    { what: 'presumed, not found by as much', before: TEL('presumed', 5), now: inferred(undefined), after: undefined },
    {
      what: 'presumed, not found by less',
      before: TEL('presumed', 5),
      now: inferred(undefined, { companies: 0 }),
      after: TEL('presumed', 5),
    },

    {
      what: 'doubted, found by as much',
      before: TEL('doubted', 5),
      now: inferred(TEL('certain', 5)),
      after: TEL('certain', 5),
    },
    {
      what: 'doubted, certain by less',
      before: TEL('doubted', 5),
      now: inferred(TEL('certain', 4)),
      after: TEL('doubted', 5),
    },
  ])('$what', ({ before, now, after }) => {
    expect(placeAfter(before, now)).toEqual(after);
  });

  it('of which nothing is noted of how often it was read does not go for want of values', () => {
    const { read: _, ...before } = TEL('certain', 9);
    expect(placeAfter(before, inferred(undefined, { readBefore: 0 }))).toEqual(before);
  });
});
