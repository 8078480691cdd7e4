import { render, screen, within } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { ReviewPage } from '../../../../src/popup/review/review-page.tsx';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { bakeryChanges, comparison, ready, review } from './review-samples.ts';
import { box, button, failed, heading, next, open, row, status, table } from './review-window.tsx';

describe('a review that is being read', () => {
  it('says which service has answered, and follows the worker', async () => {
    await open(review({ phase: 'loading', openthebox: 'done', adminpulse: 'waiting' }));
    expect(heading().textContent).toBe('BE 0001.004.246');
    expect(screen.getByText('openthebox').closest('li')?.textContent).toBe('openthebox read');
    expect(screen.getByText('AdminPulse').closest('li')?.textContent).toBe('AdminPulse reading …');
    expect(status()).toBe('Reading openthebox and AdminPulse …');
    await next(ready());
    expect(table()).toBeTruthy();
    expect(document.activeElement).toBe(heading());
  });

  it('ignores other reviews, what is no review, and an answer that is older than what it already shows', async () => {
    const release = fakeBrowser.hold();
    fakeBrowser.answer({ getReview: { ok: true, value: failed({ kind: 'offline', service: 'openthebox' }) } });
    render(<ReviewPage reviewId="r1" />);
    await next(ready());
    release();
    await settle();
    await act(() => fakeBrowser.store('review:r2', failed({ kind: 'offline', service: 'openthebox' })));
    for (const foreign of [undefined, 'ready', { phase: 'ready' }, { id: 'r1', phase: 7 }]) {
      await act(() => fakeBrowser.store('review:r1', foreign));
    }
    expect(table()).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks which relation is meant when several have the number', async () => {
    const candidates = [
      { code: 'APR00510', name: 'Bakkerij Peeters', warnings: [] },
      { code: 'APR01044', name: 'Bakkerij Peeters <b>oud</b>', customerCode: '7', warnings: [] },
    ];
    const user = await open(review({ phase: 'choosing', candidates }));
    expect(heading().textContent).toBe('Which relation?');
    const list = within(screen.getByRole('list', { name: 'Relations' }));
    expect(list.getAllByRole('button')).toHaveLength(2);
    await user.click(list.getByRole('button', { name: /APR01044/ }));
    expect(fakeBrowser.messages('chooseRelation')).toEqual([{ reviewId: 'r1', relationCode: 'APR01044' }]);
  });
});

describe('applying', () => {
  it('says what is being written, and lets nothing be changed meanwhile', async () => {
    await open(review({ phase: 'applying', fields: ['name', 'address'], change: 'c1', ...comparison() }));
    expect(status()).toBe('Writing 2 fields to APR00510 …');
    expect(box('Update name').disabled).toBe(true);
    expect(box('Update website').checked).toBe(false);
    expect(button('Apply changes').disabled).toBe(true);
  });

  it('says per field what became of it, in the row and in the status', async () => {
    await open(ready());
    const outcome = [
      { field: 'name', result: 'written' },
      { field: 'website', result: 'kept' },
      { field: 'address', result: 'partly' },
      { field: 'phone', result: 'other' },
    ] as const;
    const changes = bakeryChanges().map((each) =>
      each.field === 'name' ? { ...each, current: each.proposed, verdict: 'same' as const } : each,
    );
    await next(review({ phase: 'applied', outcome, change: 'c1', ...comparison({ changes }) }));
    expect(status()).toBe(
      '1 field was written to APR00510 and verified. AdminPulse kept what should have become empty: address. ' +
        'AdminPulse kept its old value: website. AdminPulse now holds another value: phone',
    );
    expect(within(row('name')).getByText('written')).toBeTruthy();
    expect(within(row('website')).getByText('AdminPulse did not take this over')).toBeTruthy();
    expect(within(row('phone')).getByText('AdminPulse now holds another value')).toBeTruthy();
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
  });

  it('can be followed by another comparison, or by closing', async () => {
    const user = await open(
      review({ phase: 'applied', outcome: [{ field: 'name', result: 'written' }], change: 'c1', ...comparison() }),
    );
    await user.click(button('Check again'));
    expect(fakeBrowser.messages('refreshReview')).toEqual([{ reviewId: 'r1' }]);
    await user.click(button('Close'));
    expect(fakeBrowser.closed).toEqual(['tab 7']);
  });

  it('stops at a conflict: nothing written, the changed rows marked and cleared, the other ticks kept', async () => {
    const user = await open(ready());
    await user.click(box('Update legal form'));
    await next(
      review({ phase: 'applying', fields: ['name', 'legalForm', 'website', 'address'], change: 'c1', ...comparison() }),
    );
    await next(ready({}, ['address']));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Nothing was written: the relation changed in AdminPulse meanwhile (address).');
    expect(alert.contains(document.activeElement)).toBe(true);
    expect(within(row('address')).getByText('changed just now')).toBeTruthy();
    expect(within(row('name')).queryByText('changed just now')).toBeNull();
    expect(box('Update address').checked).toBe(false);
    expect(box('Update legal form').checked).toBe(true);
    expect(status()).toBe('3 of 6 differences will be written to APR00510');
  });

  it('tells what may not be written any more from what changed', async () => {
    const changes = bakeryChanges().map((row) =>
      row.field === 'address' ? { ...row, writable: false, ticked: false, reason: 'reasonPresumed' as const } : row,
    );
    await open(ready({ changes }, ['name', 'address']));
    const alert = screen.getByRole('alert').textContent;
    expect(alert).toContain('Nothing was written: the relation changed in AdminPulse meanwhile (name).');
    expect(alert).toContain('Nothing was written: the place of address is no longer certain.');
    expect(within(row('name')).getByText('changed just now')).toBeTruthy();
    expect(within(row('address')).queryByText('changed just now')).toBeNull();
  });

  it('shows a field of a conflict that is equal now instead of folding it away', async () => {
    await open(ready({}, ['phone']));
    expect(screen.getByRole('rowheader', { name: /Phone/ })).toBeTruthy();
  });
});
