import type { Viewport } from '../../../src/content/viewport.ts';

/** jsdom knows no geometry: an eye for which everything is in view that is not marked as hidden. */
export const eyeThatSeesAll: Viewport = {
  among: (siblings) => [...siblings],
  sees: () => true,
  shown: (element) => !element.closest('[hidden]'),
};
