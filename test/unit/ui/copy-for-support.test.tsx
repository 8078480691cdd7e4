import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure, UnexpectedError } from '../../../src/messages/index.ts';
import { FailureNotice } from '../../../src/ui/failure-notice.tsx';
import { setDocumentLanguage } from '../../../src/ui/texts.ts';
import { unexpectedFailure } from '../../../src/ui/unexpected.ts';
import { fakeBrowser, settle } from '../../support/page-setup.ts';
import { axeViolations } from './axe.ts';

const INTERNAL: Failure = { kind: 'internal', detail: 'TypeError' };
const RECORDED: UnexpectedError = {
  name: 'TypeError',
  positions: ['assets/worker-a1.js:1:2345', 'assets/worker-a1.js:1:99'],
  version: '0.1.0',
  at: '2026-02-03T10:11:12.000Z',
  count: 3,
};

beforeEach(() => setDocumentLanguage('test'));

/** The failure on the screen, and what is copied of it. */
async function copied(failure: Failure, refuse?: Error): Promise<unknown> {
  const user = userEvent.setup();
  const write = vi.spyOn(navigator.clipboard, 'writeText');
  if (refuse) write.mockRejectedValue(refuse);
  render(
    <main>
      <h1>Test</h1>
      <div role="alert">
        <FailureNotice failure={failure} />
      </div>
    </main>,
  );
  await user.click(screen.getByRole('button', { name: 'Copy for support' }));
  await settle();
  return write.mock.calls[0]?.[0];
}

const alert = () => screen.getByRole('alert').textContent;

describe('a defect of ours that is shown', () => {
  it('can be copied for support: version, browser, what failed and where', async () => {
    fakeBrowser.answer({ getUnexpectedErrors: { ok: true, value: [RECORDED] } });
    expect(await copied(INTERNAL)).toBe(
      [
        'openthebox for AdminPulse 0.1.0',
        navigator.userAgent,
        'Failure: internal TypeError',
        'TypeError (version 0.1.0, 3 times, last at 2026-02-03T10:11:12.000Z)',
        '  at assets/worker-a1.js:1:2345',
        '  at assets/worker-a1.js:1:99',
      ].join('\n'),
    );
    expect(alert()).toContain('Copied: what went wrong and where in the extension; no data.');
    expect(await axeViolations()).toEqual([]);
  });

  it('can be copied where the worker does not answer either, without what the browser said', async () => {
    fakeBrowser.loseWorker();
    const report = await copied({ kind: 'internal', detail: 'getReview: Jan Peeters was lost', unanswered: true });
    expect(report).toContain('Failure: internal getReview unanswered');
    expect(report).not.toContain('Peeters');
  });

  it('says so where the browser does not let it be copied', async () => {
    fakeBrowser.answer({ getUnexpectedErrors: { ok: true, value: [] } });
    await copied(INTERNAL, new DOMException('not allowed', 'NotAllowedError'));
    expect(alert()).toContain('The browser did not allow copying.');
  });

  it('is the only failure that has something for support', () => {
    render(<FailureNotice failure={{ kind: 'offline', service: 'adminpulse' }} />);
    expect(screen.queryByRole('button', { name: 'Copy for support' })).toBeNull();
  });
});

describe('a defect of ours in a page', () => {
  it('is told to the worker without its message', () => {
    const error = new TypeError('Jan Peeters is undefined');
    error.stack = `TypeError: Jan Peeters is undefined\n    at chrome-extension://fake/assets/popup.js:1:2`;
    expect(unexpectedFailure(error)).toEqual(INTERNAL);
    expect(fakeBrowser.messages('noteUnexpectedError')).toEqual([
      { name: 'TypeError', stack: 'TypeError\n    at chrome-extension://fake/assets/popup.js:1:2' },
    ]);
  });
});
