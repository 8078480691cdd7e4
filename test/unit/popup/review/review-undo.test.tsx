import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../src/company/company.ts';
import { fakeBrowser } from '../../../support/page-setup.ts';
import { bakeryChanges, comparison, ready, review } from './review-samples.ts';
import { button, next, open, row, status, table } from './review-window.tsx';

const applied = (result: 'written' | 'kept') =>
  review({ phase: 'applied', outcome: [{ field: 'name', result }], change: 'c1', ...comparison() });

describe('undo', () => {
  it('is offered for what was written, and asks the worker', async () => {
    const user = await open(applied('written'));
    await user.click(button('Undo'));
    expect(fakeBrowser.messages('undoReview')).toEqual([{ reviewId: 'r1' }]);
  });

  it('is not offered where AdminPulse kept everything', async () => {
    await open(applied('kept'));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('can be asked for again when it failed', async () => {
    const failure = { kind: 'offline', service: 'adminpulse' } as const;
    await open(review({ phase: 'failed', failure, comparison: comparison(), undoes: 'c1' }));
    expect(button('Undo')).toBeTruthy();
  });

  it('says what it is doing, and then what became of each field, in the row and in the status', async () => {
    await open(review({ phase: 'undoing', change: 'c2', undoes: 'c1', ...comparison() }));
    expect(status()).toBe('Putting back the old values in APR00510 …');
    expect(screen.queryByRole('button', { name: 'Apply changes' })).toBeNull();
    const undone = [
      { field: 'name', result: 'undone' },
      { field: 'website', result: 'notCleared' },
      { field: 'address', result: 'leftAlone' },
      { field: 'phone', result: 'kept' },
    ] as const;
    await next(review({ phase: 'undone', undone, ...comparison() }));
    expect(status()).toBe(
      '1 field was put back in APR00510 and verified. Left as it is, because it was changed since: address. ' +
        'AdminPulse takes no empty values, so empty this yourself in AdminPulse: website. ' +
        'AdminPulse did not take the old value back: phone',
    );
    expect(within(row('name')).getByText('put back')).toBeTruthy();
    expect(within(row('phone')).getByText('AdminPulse did not take the old value back')).toBeTruthy();
    expect(button('Open AdminPulse')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('a difference that is kept', () => {
  const kept = (field: Field) =>
    ready({ changes: bakeryChanges().map((each) => (each.field === field ? { ...each, kept: true } : each)) });

  it('is asked for by a button in its row, and then folded, not ticked and not counted', async () => {
    const user = await open(ready());
    expect(status()).toBe('3 of 6 differences will be written to APR00510');
    await user.click(button('Keep mine: Name'));
    expect(fakeBrowser.messages('keepMine')).toEqual([{ reviewId: 'r1', field: 'name', keep: true }]);
    await next(kept('name'));
    const fold = button('1 field kept by you: name');
    expect(document.activeElement).toBe(fold);
    expect(status()).toBe('2 of 5 differences will be written to APR00510');
    await user.click(button('Apply changes'));
    expect(fakeBrowser.messages('applyReview')).toMatchObject([{ fields: ['website', 'address'] }]);
  });

  it('can be revoked there, and the focus stays with the row', async () => {
    const user = await open(kept('name'));
    await user.click(button('1 field kept by you: name'));
    expect(within(row('name')).queryByRole('checkbox')).toBeNull();
    await user.click(button('Revoke: Name'));
    expect(fakeBrowser.messages('keepMine')).toEqual([{ reviewId: 'r1', field: 'name', keep: false }]);
    await next(ready());
    expect(document.activeElement).toBe(button('Keep mine: Name'));
    expect(table()).toBeTruthy();
  });

  it('is not offered for what differs only in spelling or is equal, nor while something is written', async () => {
    await open(ready({ changes: bakeryChanges().map((each) => ({ ...each, verdict: 'spelling' as const })) }));
    expect(screen.queryAllByRole('button', { name: /Keep mine/, hidden: true })).toEqual([]);
    await next(review({ phase: 'applying', fields: ['name'], change: 'c1', ...comparison() }));
    expect(screen.queryAllByRole('button', { name: /Keep mine/ })).toEqual([]);
  });
});
