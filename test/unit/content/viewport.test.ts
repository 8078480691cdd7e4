// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { viewport } from '../../../src/content/viewport.ts';

const HEIGHT = 20;
let reads = 0;

/** A list of rows of 20 px, scrolled by so many pixels; hidden rows have no box. */
function list(count: number, scrolled: number, isHidden: (index: number) => boolean = () => false): HTMLCollection {
  document.body.innerHTML = '<i></i>'.repeat(count);
  let top = -scrolled;
  [...document.body.children].forEach((row, index) => {
    const hidden = isHidden(index);
    const box = new DOMRect(0, top, hidden ? 0 : 100, hidden ? 0 : HEIGHT);
    if (!hidden) top += HEIGHT;
    row.id = String(index);
    row.getBoundingClientRect = () => {
      reads += 1;
      return box;
    };
  });
  reads = 0;
  return document.body.children;
}

const near = (rows: HTMLCollection) => viewport.nearViewport(rows).map(({ id }) => Number(id));

beforeEach(() => {
  vi.stubGlobal('innerHeight', 600);
});

describe('of 5,000 rows', () => {
  it.each([
    { where: 'the top', scrolled: 0, first: 0, last: 35 },
    { where: 'the middle', scrolled: 50_000, first: 2494, last: 2535 },
    { where: 'the end', scrolled: 99_400, first: 4964, last: 4999 },
  ])('at $where, those in and near the window are seen, and few others are looked at', ({ scrolled, first, last }) => {
    const rows = near(list(5_000, scrolled));
    expect(rows.at(0)).toBe(first);
    expect(rows.at(-1)).toBe(last);
    expect(reads).toBeLessThan(80);
  });

  it('those that are shown are seen even if most are hidden', () => {
    expect(near(list(5_000, 0, (index) => index % 100 !== 7)).slice(0, 3)).toEqual([7, 107, 207]);
  });

  it('no more than 2,000 are looked at when all are hidden', () => {
    expect(near(list(5_000, 0, () => true))).toEqual([]);
    expect(reads).toBeLessThan(2_050);
  });
});

describe('of a few rows', () => {
  it('those in the window are seen in any order', () => {
    const rows = list(50, 0);
    [...rows].reverse().forEach((row) => {
      document.body.append(row);
    });
    expect(near(rows)).toHaveLength(36);
  });
});

it('a row without a box of its own is seen by its first cell', () => {
  document.body.innerHTML = '<p><i></i></p>';
  const [row] = list(1, 0, () => true);
  const cell = document.createElement('b');
  cell.getBoundingClientRect = () => new DOMRect(0, 10, 50, 20);
  row?.append(cell);
  expect(viewport.nearViewport(document.body.children)).toHaveLength(1);
});
