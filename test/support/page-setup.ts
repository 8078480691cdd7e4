import { cleanup, configure } from '@testing-library/preact';
import { options } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { FakeBrowser } from './fake-browser.ts';

/** The modules of the pages are shared by all files of tests, and hold on to the browser that they found first. */
const shared = globalThis as { fakeBrowser?: FakeBrowser };

/** The browser around the page under test; the polyfill finds it as that of an extension. */
export const fakeBrowser = shared.fakeBrowser ?? new FakeBrowser({ texts: english, hasPermission: false });
shared.fakeBrowser = fakeBrowser;

fakeBrowser.install();

// A wait costs nothing where things are quick.
configure({ asyncUtilTimeout: 60_000 });
window.close = () => void fakeBrowser.closed.push('window');

/** Effects run right after their rendering: one that waited for a frame would run in a window that is gone. */
options.requestAnimationFrame = queueMicrotask;

/** Lets answers that are under way arrive, and the page show them. */
export async function settle(): Promise<void> {
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
}

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
});
