import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../src/messages/index.ts';
import { ReviewPage } from '../../../../src/popup/review/review-page.tsx';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { comparison, ready, review } from './review-samples.ts';
import { box, button, failed, next, open, status, table } from './review-window.tsx';

describe('a failure', () => {
  it('says what happened and what to do, in an alert that has the focus', async () => {
    const user = await open(failed({ kind: 'offline', service: 'adminpulse' }));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('AdminPulse cannot be reached.');
    expect(alert.textContent).toContain('Check the internet connection');
    expect(alert.contains(document.activeElement)).toBe(true);
    await user.click(button('Try again'));
    expect(fakeBrowser.messages('refreshReview')).toEqual([{ reviewId: 'r1' }]);
  });

  it('leads to the settings where they are the cause', async () => {
    const user = await open(failed({ kind: 'unauthorized', service: 'adminpulse' }));
    await user.click(button('Open settings'));
    expect(fakeBrowser.opened).toEqual(['options']);
  });

  it('asks for a missing permission, and tries again only when it was given', async () => {
    const origins = ['https://openthebox.be/*'];
    const user = await open(failed({ kind: 'hostPermissionMissing', service: 'openthebox', origins }));
    fakeBrowser.grantsPermission = false;
    await user.click(button('Ask for permission'));
    expect(fakeBrowser.permissionsAsked).toEqual([origins]);
    expect(fakeBrowser.messages('refreshReview')).toEqual([]);
    fakeBrowser.grantsPermission = true;
    await user.click(button('Ask for permission'));
    expect(fakeBrowser.messages('refreshReview')).toHaveLength(1);
  });

  it('keeps the comparison and the ticks when a write was refused, and says that nothing was written', async () => {
    const user = await open(ready());
    await user.click(box('Update address'));
    await next(
      review({
        phase: 'failed',
        failure: { kind: 'rejected', service: 'adminpulse', status: 400, detail: '<b>Bad website</b>' },
        comparison: comparison(),
        ticked: ['name', 'website'],
      }),
    );
    expect(screen.getByRole('alert').textContent).toContain('Nothing was written.');
    expect(screen.getByRole('alert').textContent).toContain('<b>Bad website</b>');
    expect(box('Update address').checked).toBe(false);
    await user.click(button('Apply changes'));
    expect(fakeBrowser.messages('applyReview')).toEqual([{ reviewId: 'r1', fields: ['name', 'website'] }]);
  });

  it('does not claim that nothing was written when that is not known', async () => {
    const failure: Failure = { kind: 'unsettled', service: 'adminpulse' };
    await open(review({ phase: 'failed', failure, comparison: comparison(), ticked: ['name'] }));
    expect(screen.getByRole('alert').textContent).not.toContain('Nothing was written');
    expect(button('Check again')).toBeTruthy();
  });

  it('of the worker, that ended before the review moved, says that nothing was sent, and keeps what is shown', async () => {
    const user = await open(ready());
    fakeBrowser.loseWorker();
    await user.click(button('Apply changes'));
    expect((await screen.findByRole('alert')).textContent).toContain('The change was not sent');
    expect(table()).toBeTruthy();
  });

  it('of a second write does not repeat what was true of the first', async () => {
    const refused: Failure = { kind: 'rejected', service: 'adminpulse', status: 400, detail: '' };
    const user = await open(review({ phase: 'failed', failure: refused, comparison: comparison(), ticked: ['name'] }));
    expect(screen.getByRole('alert').textContent).toContain('Nothing was written.');
    fakeBrowser.answer({ applyReview: { ok: false, failure: { kind: 'internal', detail: 'TypeError' } } });
    await user.click(button('Apply changes'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('The extension itself made a mistake.');
    expect(screen.getByRole('alert').textContent).not.toContain('Nothing was written');
  });

  it('of a second write that nobody answers is what its own state says', async () => {
    const refused: Failure = { kind: 'rejected', service: 'adminpulse', status: 400, detail: '' };
    const user = await open(review({ phase: 'failed', failure: refused, comparison: comparison(), ticked: ['name'] }));
    const { promise, reject } = Promise.withResolvers<unknown>();
    fakeBrowser.answerAll = () => promise;
    await user.click(button('Apply changes'));
    await next(review({ phase: 'applying', fields: ['name'], change: 'c2', ...comparison() }));
    const unsettled: Failure = { kind: 'unsettled', service: 'adminpulse' };
    await next(review({ phase: 'failed', failure: unsettled, comparison: comparison(), ticked: ['name'] }));
    reject(new Error('The message port closed before a response was received.'));
    await settle();
    expect(screen.getByRole('alert').textContent).not.toMatch(/was not sent|Nothing was written/);
  });

  it('of a worker that ends while the window opens is not seen: the next one is asked', async () => {
    fakeBrowser.answer({ getReview: { ok: true, value: ready() } });
    fakeBrowser.loseWorker(1);
    render(<ReviewPage reviewId="r1" />);
    expect(await screen.findByRole('table')).toBeTruthy();
  });

  it('of a review that is gone says to fetch it again', async () => {
    fakeBrowser.answer({ getReview: { ok: false, failure: { kind: 'reviewGone' } } });
    render(<ReviewPage reviewId="r1" />);
    expect((await screen.findByRole('alert')).textContent).toContain('fetch the relation again');
    expect(status()).toBe('');
  });
});
