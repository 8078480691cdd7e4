import { FakeBrowser } from './fake-browser.ts';

/** The browser around the worker under test. It is in its place before a file of the worker is imported. */
export const fakeBrowser = new FakeBrowser({ hosts: ['https://api.adminpulse.be/*'] });

fakeBrowser.install();
