import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection, RelationIndexStatus } from '../../../src/messages/index.ts';
import { RelationsSection } from '../../../src/options/relations-section.tsx';
import type { ConnectionsHandle } from '../../../src/options/use-connections.ts';
import { setDocumentLanguage } from '../../../src/ui/texts.ts';
import { fakeBrowser } from '../../support/page-setup.ts';
import { axeViolations } from '../ui/axe.ts';

const CONNECTED: Connection = { state: 'connected', label: 'x' };
const NONE: Connection = { state: 'none' };
const OK = { ok: true, value: null } as const;

const user = userEvent.setup({ advanceTimers: async (ms) => void (await vi.advanceTimersByTimeAsync(ms)) });
const section = () => within(screen.getByRole('region', { name: 'Relations' }));
const button = (name: string) => section().getByRole('button', { name });
const content = () => screen.getByRole('region', { name: 'Relations' }).textContent;
const pause = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const looks = () => fakeBrowser.messages('getRelationIndex').length;

const connections = (adminpulse: Connection): ConnectionsHandle => ({
  of: { openthebox: NONE, adminpulse },
  connect: async () => false,
  forget: async () => {},
  noteExpiry: async () => {},
  check: () => {},
});

async function open(status: RelationIndexStatus, adminpulse = CONNECTED) {
  fakeBrowser.answer({
    getRelationIndex: { ok: true, value: status },
    refreshRelationIndex: OK,
    cancelRelationIndex: OK,
  });
  render(<RelationsSection connections={connections(adminpulse)} />);
  await pause(0);
}

const complete = { relations: 1_240, at: new Date(Date.now() - 3 * 3_600_000).toISOString() };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  setDocumentLanguage('test');
});
afterEach(() => void vi.useRealTimers());

describe('the relations in the settings', () => {
  it('are not there without AdminPulse, and nothing is asked', async () => {
    await open({ complete }, NONE);
    expect(screen.queryByRole('region', { name: 'Relations' })).toBeNull();
    expect(looks()).toBe(0);
  });

  it('say that none are known yet', async () => {
    await open({});
    expect(content()).toContain('Not read yet');
    expect(section().queryByRole('progressbar')).toBeNull();
    expect(section().queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('say how many are known, and how old that is', async () => {
    await open({ complete });
    expect(content()).toContain('1,240');
    expect(content()).toContain('3 hours ago');
    vi.useRealTimers();
    expect(await axeViolations()).toEqual([]);
  });

  it('are read anew on demand, and asked about at once', async () => {
    await open({ complete });
    fakeBrowser.answer({
      getRelationIndex: { ok: true, value: { complete, build: { page: 2, pageCount: 7, relations: 200 } } },
    });
    await user.click(button('Refresh'));
    await pause(0);
    expect(fakeBrowser.messages('refreshRelationIndex')).toHaveLength(1);
    expect(section().getByRole('status').textContent).toContain('2');
    const progress = section().getByRole<HTMLProgressElement>('progressbar', { name: 'Refresh' });
    expect([progress.value, progress.max]).toEqual([2, 7]);
  });

  it('are looked at more often while they are read', async () => {
    await open({ complete });
    await pause(5_000);
    expect(looks()).toBe(2);
    fakeBrowser.answer({ getRelationIndex: { ok: true, value: { build: { page: 1, relations: 0 } } } });
    await pause(5_000);
    const before = looks();
    await pause(1_000);
    expect(looks()).toBe(before + 2);
  });

  it('are read once at a time, and the reading can be cancelled', async () => {
    await open({ build: { page: 1, pageCount: 7, relations: 100 } });
    expect(button('Refresh').getAttribute('aria-disabled')).toBe('true');
    await user.click(button('Refresh'));
    expect(fakeBrowser.messages('refreshRelationIndex')).toEqual([]);
    await user.click(button('Cancel'));
    expect(fakeBrowser.messages('cancelRelationIndex')).toHaveLength(1);
  });

  it('say why the reading stopped, and can be read again', async () => {
    const failure = { kind: 'offline', service: 'adminpulse' } as const;
    await open({ build: { page: 3, pageCount: 7, relations: 300, failure } });
    expect(section().getByRole('alert').textContent).toContain('AdminPulse cannot be reached');
    expect(section().queryByRole('progressbar')).toBeNull();
    await user.click(button('Refresh'));
    expect(fakeBrowser.messages('refreshRelationIndex')).toHaveLength(1);
  });

  it('say what keeps the reading from beginning, until that is over', async () => {
    await open({ complete });
    fakeBrowser.answer({
      refreshRelationIndex: { ok: false, failure: { kind: 'notConnected', service: 'adminpulse' } },
    });
    await user.click(button('Refresh'));
    await pause(0);
    expect(section().getByRole('alert').textContent).toContain('AdminPulse is not connected yet');
    await pause(5_000);
    expect(section().queryByRole('alert')).toBeNull();
  });
});
