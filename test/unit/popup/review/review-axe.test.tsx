import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Review } from '../../../../src/messages/index.ts';
import { axeViolations } from '../../ui/axe.ts';
import { bakeryChanges, comparison, ready, review } from './review-samples.ts';
import { failed, open } from './review-window.tsx';

describe('axe finds nothing wrong with a review', () => {
  const states: [string, Review][] = [
    ['being read', review({ phase: 'loading', openthebox: 'done', adminpulse: 'waiting' })],
    [
      'that asks which relation',
      review({ phase: 'choosing', candidates: [{ code: 'APR1', name: 'x', warnings: [] }] }),
    ],
    ['that is ready', ready({ situation: { level: 'danger', code: '050' }, anonymous: true })],
    ['in conflict', ready({}, ['address'])],
    ['being applied', review({ phase: 'applying', fields: ['name'], change: 'c1', ...comparison() })],
    [
      'that was applied',
      review({ phase: 'applied', outcome: [{ field: 'name', result: 'kept' }], change: 'c1', ...comparison() }),
    ],
    ['being undone', review({ phase: 'undoing', change: 'c2', undoes: 'c1', ...comparison() })],
    [
      'that was undone',
      review({ phase: 'undone', undone: [{ field: 'website', result: 'notCleared' }], ...comparison() }),
    ],
    [
      'with a difference that is kept',
      ready({ changes: bakeryChanges().map((row) => ({ ...row, kept: row.field === 'name' })) }),
    ],
    ['that failed', failed({ kind: 'internal', detail: 'x' })],
    [
      'that failed after it was shown',
      review({ phase: 'failed', failure: { kind: 'offline', service: 'adminpulse' }, comparison: comparison() }),
    ],
  ];

  it.each(states)('%s', async (_, shown) => {
    const user = await open(shown);
    for (const fold of screen.queryAllByRole('button', { expanded: false })) await user.click(fold);
    expect(await axeViolations()).toEqual([]);
  });
});
