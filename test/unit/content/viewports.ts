import type { Viewport } from '../../../src/content/viewport.ts';

/** jsdom knows no geometry: a viewport for which everything is in view that is not marked as hidden. */
export const viewportOfAll: Viewport = {
  nearViewport: (siblings) => [...siblings],
  isNear: () => true,
  isRendered: (element) => !element.closest('[hidden]'),
};
