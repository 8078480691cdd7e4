import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Link, LinkMeaning } from '../../../../src/company/company.ts';
import { type ComparedLink, compareLinks } from '../../../../src/company/links/compare-links.ts';
import { madeUpNumber } from '../companies.ts';

/** A link of AdminPulse: the code, the name of the relation, and what its type means. */
const linked = (relationCode: string, name: string | undefined, more: Link = {}): Link => ({
  relationCode,
  ...(name && { name }),
  means: 'director',
  role: '4',
  ...more,
});
const unknownType = (relationCode: string, name: string): Link => ({ relationCode, name, role: '12' });

/** Links of openthebox. */
const person = (personId: string, name: string | undefined, more: Link = {}): Link => ({
  kind: 'person',
  personId,
  ...(name && { name }),
  role: 'ADMINISTERS',
  means: 'director',
  ...more,
});
const company = (name: string | undefined, middle: number | undefined, more: Link = {}): Link => ({
  kind: 'company',
  ...(name && { name }),
  ...(middle !== undefined && { enterpriseNumber: madeUpNumber(middle) }),
  role: 'PARTICIPATES IN',
  means: 'shareholder',
  ...more,
});
const relation = (relationCode: string, name: string, middle: number, more: Link = {}): Link => ({
  ...linked(relationCode, name, { kind: 'company', enterpriseNumber: madeUpNumber(middle) }),
  role: '6',
  means: 'shareholder',
  ...more,
});
const OVER: Link = { historic: true, until: '2019-11-30' };

/** `match adminpulse/openthebox`, with `-` where a side does not have the link. */
function shown({ match, adminpulse, openthebox }: ComparedLink): string {
  const theirs = openthebox?.personId ?? openthebox?.enterpriseNumber ?? openthebox?.foreignNumber ?? openthebox?.name;
  return `${match} ${adminpulse?.relationCode ?? '-'}/${theirs ?? (openthebox ? '?' : '-')}`;
}

const N1 = madeUpNumber(1);
const N2 = madeUpNumber(2);

describe('the links of both sides', () => {
  test.each<{
    readonly what: string;
    readonly adminpulse: readonly Link[];
    readonly openthebox: readonly Link[];
    readonly matches: readonly string[];
  }>([
    { what: 'none', adminpulse: [], openthebox: [], matches: [] },
    {
      what: 'a person on both',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [person('7', 'An Peeters')],
      matches: ['both APR1/7'],
    },
    {
      what: 'accents, capitals and a comma',
      adminpulse: [linked('APR1', 'PEETERS, Ann\u00e9')],
      openthebox: [person('7', 'Anne Peeters')],
      matches: ['both APR1/7'],
    },
    {
      what: 'a word that is there twice',
      adminpulse: [linked('APR1', 'An Peeters Peeters')],
      openthebox: [person('7', 'An Peeters')],
      matches: ['both APR1/7'],
    },
    {
      what: 'a second first name',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [person('7', 'An Maria Peeters')],
      matches: ['only-openthebox -/7', 'only-adminpulse APR1/-'],
    },
    {
      what: 'an initial',
      adminpulse: [linked('APR1', 'Peeters A.')],
      openthebox: [person('7', 'An Peeters')],
      matches: ['only-openthebox -/7', 'only-adminpulse APR1/-'],
    },
    {
      what: 'openthebox alone',
      adminpulse: [],
      openthebox: [person('7', 'An Peeters')],
      matches: ['only-openthebox -/7'],
    },
    {
      what: 'AdminPulse alone',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [],
      matches: ['only-adminpulse APR1/-'],
    },
    {
      what: 'a mandate that is over, in AdminPulse',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [person('7', 'An Peeters', OVER)],
      matches: ['ended APR1/7'],
    },
    {
      what: 'a mandate that is over, not in AdminPulse',
      adminpulse: [],
      openthebox: [person('7', 'An Peeters', OVER)],
      matches: ['past -/7'],
    },
    {
      what: 'a mandate that was renewed',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [person('7', 'An Peeters', OVER), person('7', 'An Peeters', { since: '2020-01-01' })],
      matches: ['both APR1/7'],
    },
    {
      what: 'several terms that are all over',
      adminpulse: [],
      openthebox: [person('7', 'An Peeters', OVER), person('7', 'An Peeters', { historic: true, until: '2022-01-01' })],
      matches: ['past -/7'],
    },
    {
      what: 'two relations of one name',
      adminpulse: [linked('APR1', 'Peeters An'), linked('APR2', 'An Peeters')],
      openthebox: [person('7', 'An Peeters')],
      matches: ['undecided -/7', 'undecided APR1/-', 'undecided APR2/-'],
    },
    {
      what: 'two persons of one name',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [person('7', 'An Peeters'), person('8', 'An Peeters')],
      matches: ['undecided -/7', 'undecided -/8', 'undecided APR1/-'],
    },
    {
      what: 'two persons of one name, of whom one is over',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [person('7', 'An Peeters'), person('8', 'An Peeters', OVER)],
      matches: ['undecided -/7', 'undecided APR1/-', 'past -/8'],
    },
    {
      what: 'a company by its number',
      adminpulse: [relation('APR1', 'Foo', 1)],
      openthebox: [company('Foo Holding', 1)],
      matches: [`both APR1/${N1}`],
    },
    {
      what: 'two numbers under one name',
      adminpulse: [relation('APR1', 'Foo', 1)],
      openthebox: [company('Foo', 2)],
      matches: [`only-openthebox -/${N2}`, 'only-adminpulse APR1/-'],
    },
    {
      what: 'the number before the name',
      adminpulse: [relation('APR1', 'Foo', 1), relation('APR2', 'Bar', 2)],
      openthebox: [company('Bar', 1), company('Foo', 2)],
      matches: [`both APR1/${N1}`, `both APR2/${N2}`],
    },
    {
      what: 'two relations of one number',
      adminpulse: [relation('APR1', 'Foo', 1), relation('APR2', 'Foo (verhuur)', 1)],
      openthebox: [company('Foo', 1)],
      matches: [`undecided -/${N1}`, 'undecided APR1/-', 'undecided APR2/-'],
    },
    {
      what: 'a company without a number in AdminPulse, by its name',
      adminpulse: [linked('APR1', 'Foo', { means: 'shareholder' })],
      openthebox: [company('FOO', 1)],
      matches: [`both APR1/${N1}`],
    },
    {
      what: 'a company that has the name of a person',
      adminpulse: [relation('APR1', 'An Peeters', 1, { means: 'director' })],
      openthebox: [person('7', 'An Peeters')],
      matches: ['only-openthebox -/7', 'only-adminpulse APR1/-'],
    },
    {
      what: 'a sole trader, who is a person with a number',
      adminpulse: [linked('APR1', 'Peeters An', { kind: 'person', enterpriseNumber: N1 })],
      openthebox: [person('7', 'An Peeters')],
      matches: ['both APR1/7'],
    },
    {
      what: 'a foreign company, by its name',
      adminpulse: [linked('APR1', 'Kaas Holding', { means: 'shareholder' })],
      openthebox: [company('KAAS HOLDING', undefined, { foreignNumber: 'NL1' })],
      matches: ['both APR1/NL1'],
    },
    {
      what: 'two foreign companies of one name',
      adminpulse: [],
      openthebox: [
        company('Kaas', undefined, { foreignNumber: 'NL1' }),
        company('Kaas', undefined, { foreignNumber: 'NL2' }),
      ],
      matches: ['only-openthebox -/NL1', 'only-openthebox -/NL2'],
    },
    {
      what: 'no names on either side',
      adminpulse: [linked('APR1', undefined)],
      openthebox: [{ kind: 'person' }, { kind: 'person' }],
      matches: ['only-openthebox -/?', 'only-openthebox -/?', 'only-adminpulse APR1/-'],
    },
    {
      what: 'a director that is a shareholder too',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [
        person('7', 'An Peeters'),
        person('7', 'An Peeters', { role: 'PARTICIPATES IN', means: 'shareholder' }),
      ],
      matches: ['only-openthebox -/7', 'both APR1/7'],
    },
    {
      what: 'a director that AdminPulse has as a contact',
      adminpulse: [linked('APR1', 'Peeters An', { role: '1', means: 'contact' })],
      openthebox: [person('7', 'An Peeters')],
      matches: ['only-openthebox -/7', 'only-adminpulse APR1/-'],
    },
    {
      what: 'a type that is not known',
      adminpulse: [unknownType('APR1', 'Peeters An')],
      openthebox: [person('7', 'An Peeters')],
      matches: ['both APR1/7'],
    },
    {
      what: 'a type that is not known, beside the one that fits',
      adminpulse: [unknownType('APR1', 'Peeters An'), linked('APR1', 'Peeters An')],
      openthebox: [person('7', 'An Peeters')],
      matches: ['only-adminpulse APR1/-', 'both APR1/7'],
    },
    {
      what: 'a director whose share is over',
      adminpulse: [linked('APR1', 'Peeters An')],
      openthebox: [
        person('7', 'An Peeters', { role: 'PARTICIPATES IN', means: 'shareholder', ...OVER }),
        person('7', 'An Peeters'),
      ],
      matches: ['both APR1/7', 'past -/7'],
    },
    {
      what: 'a circle: each holds a part of the other',
      adminpulse: [relation('APR1', 'Foo', 1)],
      openthebox: [company('Foo', 1), company('Foo', 1, { means: 'participation' })],
      matches: [`only-openthebox -/${N1}`, `both APR1/${N1}`],
    },
  ])('$what', ({ adminpulse, openthebox, matches }) => {
    expect(compareLinks(adminpulse, openthebox).map(shown)).toEqual(matches);
  });

  it('names those that a link may be', () => {
    const [link] = compareLinks(
      [linked('APR1', 'Peeters An'), linked('APR2', 'An Peeters')],
      [person('7', 'An Peeters')],
    );
    expect(link?.candidates?.map(({ relationCode }) => relationCode)).toEqual(['APR1', 'APR2']);
  });

  it('says for whom a person acts that AdminPulse has in the place of the company', () => {
    const links = compareLinks(
      [linked('APR1', 'Verhoeven Kris')],
      [company('KV MANAGEMENT', 1, { means: 'director', representatives: [{ name: 'Kris Verhoeven' }] })],
    );
    expect(links.map(({ match, actsFor }) => [match, actsFor])).toEqual([
      ['only-openthebox', undefined],
      ['only-adminpulse', 'KV MANAGEMENT'],
    ]);
  });
});

const MEANINGS: readonly (LinkMeaning | undefined)[] = ['director', 'shareholder', 'contact', undefined];
const names = fc.constantFrom('An Peeters', 'PEETERS, An', 'Jan Peeters', 'Foo', '', undefined);
const numbers = fc.option(fc.constantFrom(N1, N2), { nil: undefined });
const means = fc.constantFrom(...MEANINGS);
const some = <T extends object>(record: T): Link =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
const ours = fc
  .record({ relationCode: fc.constantFrom('APR1', 'APR2', 'APR3'), name: names, enterpriseNumber: numbers, means })
  .map(some);
const theirs = fc
  .record({
    kind: fc.constantFrom('person' as const, 'company' as const),
    name: names,
    personId: fc.option(fc.constantFrom('7', '8'), { nil: undefined }),
    enterpriseNumber: numbers,
    means,
    historic: fc.boolean(),
  })
  .map(some);
const sides = [fc.array(ours, { maxLength: 6 }), fc.array(theirs, { maxLength: 6 })] as const;

describe('any links', () => {
  it('are each in one row at most, whose key no other row has', () => {
    fc.assert(
      fc.property(...sides, (current, proposed) => {
        const rows = compareLinks(current, proposed);
        const links = rows.flatMap(({ adminpulse, openthebox }) => [adminpulse, openthebox]).filter(Boolean);
        expect(new Set(links).size).toBe(links.length);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
    );
  });

  it('lose no party and no meaning of it', () => {
    fc.assert(
      fc.property(...sides, (current, proposed) => {
        const rows = compareLinks(current, proposed);
        for (const link of current) {
          expect(
            rows.some(({ adminpulse: a }) => a?.relationCode === link.relationCode && a?.means === link.means),
          ).toBe(true);
        }
        for (const link of proposed) {
          expect(rows.some(({ openthebox: o }) => o?.means === link.means)).toBe(true);
        }
      }),
    );
  });

  it('stand the same whatever their order', () => {
    const outcome = (current: readonly Link[], proposed: readonly Link[]) =>
      compareLinks(current, proposed)
        .map(({ match }) => match)
        .toSorted();
    fc.assert(
      fc.property(
        fc.uniqueArray(ours, { maxLength: 5, selector: ({ relationCode }) => relationCode }),
        fc.uniqueArray(
          theirs.filter(({ personId, enterpriseNumber }) => Boolean(personId) !== Boolean(enterpriseNumber)),
          { maxLength: 4, selector: ({ personId, enterpriseNumber }) => personId ?? enterpriseNumber },
        ),
        (current, proposed) => {
          expect(outcome(current.toReversed(), proposed.toReversed())).toEqual(outcome(current, proposed));
        },
      ),
    );
  });

  it('are never joined by different numbers, or a person with a company', () => {
    fc.assert(
      fc.property(...sides, (current, proposed) => {
        for (const { adminpulse: a, openthebox: o } of compareLinks(current, proposed)) {
          if (!a || !o) continue;
          const byNumber = a.enterpriseNumber !== undefined && a.enterpriseNumber === o.enterpriseNumber;
          const words = (name = '') => [...new Set(name.toLowerCase().match(/\w+/g) ?? [])].toSorted().join(' ');
          // A party has the name and number that one of its links has.
          const ofParty = (links: readonly Link[], link: Link) =>
            links.filter(({ relationCode, personId, enterpriseNumber }) =>
              relationCode
                ? relationCode === link.relationCode
                : personId === link.personId || enterpriseNumber === link.enterpriseNumber,
            );
          const namesOf = (links: readonly Link[], link: Link) => ofParty(links, link).map(({ name }) => words(name));
          const shared = namesOf(current, a).some((name) => name !== '' && namesOf(proposed, o).includes(name));
          const numbered = ofParty(current, a).some(
            ({ enterpriseNumber }) =>
              enterpriseNumber !== undefined &&
              ofParty(proposed, o).some((other) => other.enterpriseNumber === enterpriseNumber),
          );
          expect(byNumber || numbered || shared).toBe(true);
        }
      }),
    );
  });

  it('are all in both where the two sides are the same', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            relationCode: fc.constantFrom('A', 'B', 'C', 'D'),
            means: fc.constantFrom('director' as const, 'shareholder' as const),
          }),
          { selector: ({ relationCode }) => relationCode },
        ),
        (links) => {
          const named = links.map((link) => ({ ...link, name: `Person ${link.relationCode}` }));
          const theirOwn = named.map(
            ({ relationCode, ...link }): Link => ({ ...link, kind: 'person', personId: relationCode }),
          );
          expect(compareLinks(named, theirOwn).every(({ match }) => match === 'both')).toBe(true);
        },
      ),
    );
  });
});
