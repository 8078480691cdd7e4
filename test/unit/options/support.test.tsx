import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { UnexpectedError } from '../../../src/messages/index.ts';
import { SettingsNotices } from '../../../src/options/settings-notices.tsx';
import { SupportSection } from '../../../src/options/support-section.tsx';
import { setDocumentLanguage } from '../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../../support/page-setup.ts';
import { axeViolations } from '../ui/axe.ts';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const recorded = (name: string, count: number, minutes: number): UnexpectedError => ({
  name,
  positions: ['assets/worker-a1.js:1:2345'],
  version: '0.1.0',
  at: minutesAgo(minutes),
  count,
});

beforeEach(() => setDocumentLanguage('test'));

async function open(errors: readonly UnexpectedError[]) {
  fakeBrowser.answer({
    getUnexpectedErrors: { ok: true, value: errors },
    forgetUnexpectedErrors: { ok: true, value: null },
  });
  const user = userEvent.setup();
  render(
    <main>
      <h1>Test</h1>
      <SupportSection />
    </main>,
  );
  await settle();
  return user;
}

const problems = () => within(screen.getByRole('region', { name: 'Problems' }));

describe('the problems that were recorded', () => {
  it('take no place where there are none', async () => {
    await open([]);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('are counted, with when it was last', async () => {
    await open([recorded('TypeError', 2, 5), recorded('RangeError', 1, 60)]);
    expect(
      problems().getByText('3 unexpected errors of the extension were recorded; the last one 5 minutes ago.'),
    ).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
  });

  it('are counted as one where it is one', async () => {
    await open([recorded('TypeError', 1, 5)]);
    expect(problems().getByText('1 unexpected error of the extension was recorded, 5 minutes ago.')).toBeTruthy();
  });

  it('can be copied for support', async () => {
    const user = await open([recorded('TypeError', 1, 5)]);
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(problems().getByRole('button', { name: 'Copy for support' }));
    await settle();
    expect(problems().getByRole('status').textContent).toMatch(/^Copied: /);
    expect(write.mock.calls[0]?.[0]).toMatch(
      /^openthebox for AdminPulse 0\.1\.0\n[\s\S]*at assets\/worker-a1\.js:1:2345$/,
    );
  });

  it('can be cleared, which is said, and the focus stays where it was done', async () => {
    const user = await open([recorded('TypeError', 1, 5)]);
    await user.click(problems().getByRole('button', { name: 'Clear' }));
    await settle();
    expect(fakeBrowser.messages('forgetUnexpectedErrors')).toHaveLength(1);
    expect(problems().getByRole('status').textContent).toBe('The recorded errors were cleared.');
    expect(problems().queryByRole('button')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Problems');
    expect(await axeViolations()).toEqual([]);
  });
});

describe("the administrator's settings", () => {
  it('that cannot be read are said to be so, until they can', async () => {
    fakeBrowser.answer({ getSettings: { ok: false, failure: { kind: 'policyUnreadable' } } });
    const user = userEvent.setup();
    render(<SettingsNotices />);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('The settings of your administrator cannot be read.');
    fakeBrowser.answer({
      getSettings: {
        ok: true,
        value: {
          managed: true,
          credentials: [],
          features: { lookup: true, create: false, linkedRelations: true },
          problems: [],
        },
      },
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText(/Switched off/)).toBeTruthy();
  });
});
