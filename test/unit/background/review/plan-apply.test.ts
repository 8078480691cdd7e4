import { describe, expect, it, test } from 'vitest';
import { EMPTY_SCHEMA } from '../../../../src/adminpulse/office-schema.ts';
import type { RawRelation } from '../../../../src/adminpulse/read-relation.ts';
import { readRelation, snapshotOf } from '../../../../src/background/relations/relation.ts';
import { compare } from '../../../../src/background/review/comparison.ts';
import { compareAgain, type Job, planApply, type Snapshot } from '../../../../src/background/review/plan-apply.ts';
import type { Field } from '../../../../src/company/company.ts';
import { flatRelation } from '../../adminpulse/relations.ts';
import { inOpenthebox, madeUpNumber } from '../../company/companies.ts';

const NUMBER = madeUpNumber(42);
const MANAGEMENT = madeUpNumber(81);
const NOW = Date.parse('2026-11-24T10:00:00Z');
const AN = { kind: 'person', name: 'An Peeters', means: 'director' } as const;

const proposed = inOpenthebox({
  name: [{ value: 'Bakkerij Peeters Gent' }],
  enterpriseNumber: NUMBER,
  vatNumber: NUMBER,
  website: ['peeters.example'],
  linkedRelations: [AN, { kind: 'company', name: 'KV Management', enterpriseNumber: MANAGEMENT, means: 'director' }],
});

const read = (raw: RawRelation, presumed: readonly Field[] = []) =>
  readRelation(raw, NUMBER, { ...EMPTY_SCHEMA, choices: { presumed } }, NOW);
const WITH_NUMBER = { enterpriseNumber: NUMBER, vatNumber: NUMBER };

/** A review of the relation as it was shown, in which these fields are ticked. */
function jobOf(raw: RawRelation, ticked: readonly Field[], additions: Job['additions'] = []): Job {
  const relation = read(raw);
  const comparison = compare(relation, proposed, false);
  return {
    review: { id: 'r', enterpriseNumber: NUMBER, phase: 'ready', ...comparison },
    context: { relationCode: 'APR00510', proposed, seen: snapshotOf(relation) },
    comparison,
    changes: comparison.changes.filter(({ field }) => ticked.includes(field)),
    additions,
    change: '2026',
  };
}

function snapshot(job: Job, raw: RawRelation, changes: Partial<Snapshot> = {}): Snapshot {
  const relation = read(raw);
  return { relation, now: compareAgain(job, relation), made: [], isMadeElsewhere: false, links: [], ...changes };
}

const SHOWN = flatRelation(WITH_NUMBER);
const plan = (ticked: readonly Field[], isNow: Record<string, unknown>) => {
  const job = jobOf(SHOWN, ticked);
  return planApply(snapshot(job, { ...SHOWN, ...isNow }), job);
};

describe('an apply', () => {
  test.each([
    { what: 'a ticked field', ticked: ['name'], isNow: { name: 'Nieuwe naam' }, conflict: ['name'] },
    {
      what: 'one of two ticked fields',
      ticked: ['name', 'website'],
      isNow: { website: 'x.be' },
      conflict: ['website'],
    },
    { what: 'a number that is not ticked', ticked: ['name'], isNow: { vatNumber: '' }, conflict: ['vatNumber'] },
    {
      what: 'what the proposal of a ticked field depends on',
      ticked: ['website'],
      isNow: { communications: [{ type: 'Portal', value: 'www.peeters.example' }] },
      conflict: ['website'],
    },
    {
      what: 'the links, ticked',
      ticked: ['linkedRelations'],
      isNow: { tos: [] },
      conflict: ['linkedRelations'],
    },
  ] satisfies { what: string; ticked: Field[]; isNow: object; conflict: Field[] }[])(
    'is a conflict where $what changed',
    ({ ticked, isNow, conflict }) => {
      expect(plan(ticked, isNow)).toEqual({ conflict });
    },
  );

  test.each([
    { what: 'nothing', isNow: {} },
    { what: 'a field that is not ticked', isNow: { phone: '09 111 22 33' } },
    { what: 'a key that is no field', isNow: { remarks: 'belt liever' } },
  ])('sends the ticked field, and nothing else, where $what changed', ({ isNow }) => {
    expect(plan(['name'], isNow)).toMatchObject({
      creates: [],
      update: {
        kind: 'update',
        relation: { code: 'APR00510', name: 'Bakkerij Peeters' },
        enterpriseNumber: NUMBER,
        retrievedAt: '2026-01-02T10:00:00.000Z',
        fields: [
          {
            field: 'name',
            before: 'Bakkerij Peeters',
            after: 'Bakkerij Peeters Gent',
            heldBefore: { value: 'Bakkerij Peeters' },
          },
        ],
      },
      body: { name: 'Bakkerij Peeters Gent' },
    });
  });

  test.each([
    { ticked: ['name'], presumed: ['name'], conflict: ['name'] },
    { ticked: ['name', 'website'], presumed: ['website', 'phone'], conflict: ['website'] },
    { ticked: ['linkedRelations'], presumed: ['linkedRelations'], conflict: ['linkedRelations'] },
    // They are never written.
    { ticked: ['name'], presumed: ['vatNumber'], conflict: undefined },
  ] satisfies { ticked: Field[]; presumed: Field[]; conflict: Field[] | undefined }[])(
    'of $ticked writes nothing to a place that is presumed by then: $presumed',
    ({ ticked, presumed, conflict }) => {
      const job = jobOf(SHOWN, ticked);
      const relation = read(SHOWN, presumed);
      const plan = planApply(snapshot(job, SHOWN, { relation, now: compareAgain(job, relation) }), job);
      expect('conflict' in plan ? plan.conflict : undefined).toEqual(conflict);
    },
  );

  it('cannot be planned where the relation shows no way to write a field', () => {
    const { website: _, ...without } = SHOWN;
    const job = jobOf(SHOWN, ['website']);
    const relation = read(without);
    const now = { ...compareAgain(job, relation), changes: job.comparison.changes };
    const seen = { ...job, context: { ...job.context, seen: snapshotOf(relation) } };
    expect(() => planApply(snapshot(seen, without, { now }), seen)).toThrow(/unexpectedAnswer/);
  });
});

describe('an apply that adds links', () => {
  const created = { key: 'm', type: '4', target: { status: 'Other' }, link: proposed.linkedRelations?.[1] ?? {} };
  const linked = { key: 'a', type: '4', target: 'APR00601', link: AN };
  const job = jobOf(SHOWN, ['linkedRelations'], [linked, created]);
  const toAn = { relationCode: 'APR00601', role: '4', name: 'Peeters An' };

  it('makes what a link leads to first, and sends the list with the new links at its end', () => {
    const links = [toAn, { relationCode: '', role: '4' }];
    const planned = planApply(snapshot(job, SHOWN, { links }), job);
    expect(planned).toMatchObject({
      creates: [{ kind: 'create', enterpriseNumber: MANAGEMENT, relation: { code: '', name: 'KV Management' } }],
      update: { fields: [{ field: 'linkedRelations', after: [{ relationCode: 'APR00008' }, ...links] }] },
    });
  });

  it('makes nothing that is made by then', () => {
    const made = [{ key: 'm', code: 'APR00900', name: 'KV Management' }];
    const links = [toAn, { relationCode: 'APR00900', role: '4', name: 'KV Management' }];
    expect(planApply(snapshot(job, SHOWN, { links, made }), job)).toMatchObject({
      creates: [],
      body: {
        tos: [
          { linkType: 4, uniqueIdentifier: 'APR00008' },
          { linkType: 4, uniqueIdentifier: 'APR00601' },
          { linkType: 4, uniqueIdentifier: 'APR00900' },
        ],
      },
    });
  });

  it('is a conflict of the links where another made the company meanwhile', () => {
    expect(planApply(snapshot(job, SHOWN, { isMadeElsewhere: true }), job)).toEqual({ conflict: ['linkedRelations'] });
  });

  it('names the field that changed, whoever made the company', () => {
    const both = jobOf(SHOWN, ['name', 'linkedRelations'], [created]);
    const now = snapshot(both, { ...SHOWN, name: 'Nieuwe naam' }, { isMadeElsewhere: true });
    expect(planApply(now, both)).toEqual({ conflict: ['name'] });
  });
});
