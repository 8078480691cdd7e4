import { expect, it } from 'vitest';
import { kindOf } from '../../e2e/extension-pages.ts';

const ORIGIN = 'moz-extension://0e5d7f3a-6f7c-4a53-9d0e-1f2a3b4c5d6e';
const PAGES = { popup: 'src/popup/popup.html', options: 'src/options/options.html' };

it.each([
  [`${ORIGIN}/src/popup/popup.html`, 'popup'],
  [`${ORIGIN}/src/popup/popup.html#lookup=peeters`, 'popup'],
  [`${ORIGIN}/src/popup/popup.html#review=1`, 'review'],
  [`${ORIGIN}/src/popup/popup.html?review=1`, 'review'],
  [`${ORIGIN}/src/options/options.html#history`, 'options'],
  [`${ORIGIN}/icons/16.png`, undefined],
  ['moz-extension://another/src/popup/popup.html', undefined],
  ['https://app.adminpulse.be/src/popup/popup.html', undefined],
  ['about:blank', undefined],
  ['', undefined],
])('%s is %s', (address, kind) => {
  expect(kindOf(address, ORIGIN, PAGES)).toBe(kind);
});
