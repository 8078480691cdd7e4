// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { trackLabels } from '../../../src/content/label-tracker.ts';

/** A tracker that read all texts of this page, in their order. */
function trackedThrough(html: string) {
  document.body.innerHTML = html;
  const labels = trackLabels();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode instanceof Text) labels.add(walker.currentNode);
  return labels;
}

describe('what stands before a value', () => {
  it.each([
    { page: '<p>VAT number</p>', before: 'vat' },
    { page: '<p>Ondernemingsnummer</p>', before: 'enterprise' },
    { page: '<p>VAT number</p><p>*</p><p>BE</p>', before: 'vat' },
    { page: '<p>VAT number</p><p>Phone</p>', before: undefined },
    { page: '<table><thead><tr><th>VAT number</th></tr></thead></table>', before: undefined },
    { page: '', before: undefined },
  ])('$page', ({ page, before }) => {
    expect(trackedThrough(page).before()).toBe(before);
  });

  it('is the text before the last one too, where a hint stands between', () => {
    expect(trackedThrough('<p>VAT number</p><p>checked today</p>').secondBefore()).toBe('vat');
    expect(trackedThrough('<p>VAT number</p>').secondBefore()).toBeUndefined();
  });
});

describe('a section about other relations', () => {
  it.each([
    { page: '<h2>Linked relations</h2><p>Peeters</p>', inOthers: true },
    { page: '<h2>Linked relations</h2><p>Peeters</p><h2>Notes</h2>', inOthers: false },
    { page: '<h2>Linked relations</h2><h3>Directors</h3>', inOthers: true },
    { page: '<h2 class="a">Linked relations</h2><h2 class="b">Directors</h2>', inOthers: true },
    { page: '<nav><h2>Linked relations</h2></nav>', inOthers: false },
    { page: '<h2>Notes</h2>', inOthers: false },
  ])('$page', ({ page, inOthers }) => {
    expect(trackedThrough(page).inOthers()).toBe(inOthers);
  });
});
