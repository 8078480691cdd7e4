/** The visible part of the page: the only place where geometry is read. */
export type Viewport = {
  /** Of many siblings (the rows of a list), those in or near it. */
  readonly nearViewport: (siblings: HTMLCollection) => readonly Element[];
  /** Whether an element is in or near it, or may show something there. */
  readonly isNear: (element: Element) => boolean;
  /** Whether an element is shown at all: neither it nor what it stands in is hidden. */
  readonly isRendered: (element: Element) => boolean;
};

/** How far beyond the edge of the window counts as near, in pixels: one turn of the wheel. */
const MARGIN_PX = 100;

/** Up to so many siblings are measured one by one; more are taken to be sorted, top to bottom. */
const ONE_BY_ONE_MAX = 100;

/** Where hidden siblings make a binary search impossible, so many are measured and the rest is left alone. */
const MAX_ELEMENTS = 2000;

export const viewport: Viewport = {
  nearViewport(siblings) {
    const first = siblings.length > ONE_BY_ONE_MAX ? firstNotAbove(siblings) : undefined;
    const near: Element[] = [];
    let sibling = siblings[first ?? 0];
    for (let count = 0; sibling && count < MAX_ELEMENTS; count += 1) {
      const side = sideOf(sibling);
      if (side === 0) near.push(sibling);
      if (side === 1 && first !== undefined) break;
      sibling = sibling.nextElementSibling ?? undefined;
    }
    return near;
  },

  isNear: (element) => !sideOf(element),

  isRendered: (element) => element.checkVisibility({ visibilityProperty: true }),
};

/** -1 above the visible part, 0 in or near it, 1 below; `undefined` for what has no box. */
function sideOf(element: Element): -1 | 0 | 1 | undefined {
  let box = element.getBoundingClientRect();
  // `display: contents`: the first cell stands for the row.
  if (!box.height && element.firstElementChild) box = element.firstElementChild.getBoundingClientRect();
  if (!box.height) return undefined;
  if (box.bottom < -MARGIN_PX) return -1;
  return box.top > innerHeight + MARGIN_PX ? 1 : 0;
}

/** Binary search for the first sibling that is not above; `undefined` where one without a box hides the order. */
function firstNotAbove(siblings: HTMLCollection): number | undefined {
  let low = 0;
  let high = siblings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const side = sideOf(siblings[middle] as Element);
    if (side === undefined) return undefined;
    if (side < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
