import { describe, expect, it } from 'vitest';
import { NO_TICKS, tickedFields, ticksAfter, withTicks } from '../../../../src/popup/changes/ticks.ts';
import { bakeryChanges, change, comparison, ready, review } from '../review/review-samples.ts';

describe('ticks', () => {
  it('start as each row proposes', () => {
    expect(tickedFields(NO_TICKS, bakeryChanges())).toEqual(['name', 'website', 'address']);
  });

  it('follow the user where he decided', () => {
    const ticks = withTicks(withTicks(NO_TICKS, ['legalForm'], true), ['name'], false);
    expect(tickedFields(ticks, bakeryChanges())).toEqual(['legalForm', 'website', 'address']);
  });

  it('never include a row that cannot be written, whatever its default', () => {
    const changes = [
      change('linkedRelations', { writable: false, ticked: true }),
      change('phone', { verdict: 'only-adminpulse', ticked: true }),
      change('name', { verdict: 'same', ticked: true }),
      change('website', { verdict: 'unreadable', ticked: true }),
    ];
    const all = withTicks(NO_TICKS, ['linkedRelations', 'phone', 'name', 'website'], true);
    expect(tickedFields(all, changes)).toEqual([]);
  });

  it('stay through another reading of both sides', () => {
    const ticks = withTicks(NO_TICKS, ['name'], false);
    const loading = review({ phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' });
    expect(ticksAfter(ticksAfter(ticks, loading), ready())).toEqual(ticks);
  });

  it('are cleared for the fields of a conflict only', () => {
    const ticks = withTicks(NO_TICKS, ['legalForm'], true);
    const after = ticksAfter(ticks, ready({}, ['address']));
    expect(tickedFields(after, bakeryChanges())).toEqual(['name', 'legalForm', 'website']);
  });

  it('are those of the write, in a window that is opened on one that failed', () => {
    const failed = review({
      phase: 'failed',
      failure: { kind: 'offline', service: 'adminpulse' },
      comparison: comparison(),
      ticked: ['legalForm'],
    });
    expect(tickedFields(ticksAfter(NO_TICKS, failed), bakeryChanges())).toEqual(['legalForm']);
  });

  it('are used up by a write', () => {
    const applied = review({ phase: 'applied', outcome: [], change: 'c1', ...comparison() });
    expect(ticksAfter(withTicks(NO_TICKS, ['legalForm'], true), applied)).toEqual(NO_TICKS);
  });
});
