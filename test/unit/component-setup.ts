import { cleanup } from '@testing-library/preact';
import { options } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import { FakeBrowser } from './ui/fake-browser.ts';

/** The browser around the page under test; the polyfill finds it as that of an extension. */
export const fakeBrowser = new FakeBrowser();

Object.assign(globalThis, { chrome: fakeBrowser.api, browser: fakeBrowser.api });
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
