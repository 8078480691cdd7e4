// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { scanPage } from '../../../src/content/page-scan.ts';
import { traverse } from '../../../src/content/traverse.ts';
import type { Viewport } from '../../../src/content/viewport.ts';
import { viewportOfAll } from './viewports.ts';

/** Sees only what is marked, or holds a mark. */
const viewportOfMarks: Viewport = {
  ...viewportOfAll,
  nearViewport: (siblings) => [...siblings].filter(isMarked),
  isNear: isMarked,
};
function isMarked(element: Element): boolean {
  return element.matches('.seen, :has(.seen)');
}

function textsOf(page: string, pruned = false): { texts: string; windowed: boolean; tooLarge: boolean } {
  document.body.innerHTML = page;
  const texts: string[] = [];
  const visitor = { text: ({ data }: Text) => texts.push(data), field: () => {}, host: () => {} };
  return { ...traverse(document.body, viewportOfMarks, pruned, visitor), texts: texts.join('') };
}

it('a form is read whole, whether or not it is seen', () => {
  expect(textsOf('<div><p>a</p><p>b</p></div>')).toEqual({ texts: 'ab', windowed: false, tooLarge: false });
});

it('of a long run of siblings, only those that are seen are read', () => {
  const rows = Array.from({ length: 50 }, (_, index) => `<p class="${index === 7 ? 'seen' : ''}">${index}</p>`);
  expect(textsOf(`a<div>${rows.join('')}</div>b`)).toEqual({ texts: 'a7b', windowed: true, tooLarge: false });
});

it('what holds no text of the page is not read', () => {
  expect(
    textsOf('<script>a</script><style>b</style><textarea>c</textarea><select><option>d</option></select>e').texts,
  ).toBe('e');
});

it('a page that is too large is read only where it is seen, at every level', () => {
  const group = `<div>${'<p>a</p>'.repeat(30)}</div>`;
  const page = `<main>${`<section>${group.repeat(30)}</section>`.repeat(5)}<p class="seen">BE 0001.004.246</p></main>`;
  const { texts, tooLarge } = textsOf(page);
  expect(tooLarge).toBe(true);
  expect(texts.length).toBeLessThan(2_100);
  expect(textsOf(page, true).texts).toBe('BE 0001.004.246');
  expect(scanPage(document.body, viewportOfMarks)).toMatchObject({ pruned: true, numbers: [{ number: '0001004246' }] });
});
